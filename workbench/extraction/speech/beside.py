"""Who stands beside a cue: the subject of its verb, or the name that touches it."""

from workbench.extraction.grammar.nouns import base_phrase
from workbench.extraction.grammar.subjects import can_speak, sentence_range, subject_of
from workbench.extraction.text.passage import Passage

FARTHEST = 60
"""Most tokens between a subject and its verb of speech."""
_TENSES = ("VBD", "VBZ", "VBP", "MD")
_PARTING = (",", "-", "–", "—", "--")
_BEFORE_NAME = (",", "”", "''", '"')
_CLOSING = ("”", "''", '"')
_LINKS = frozenset(("after", "as", "because", "before", "since", "that", "though", "when", "while"))
_OF_A_NAME = ("NNP", "NNPS", "DT", "NN", "NNS", "JJ", "IN", "HYPH", "POS")
_ENDS_SPEAKER = ("WP", "WDT", *_TENSES, ".", ":", "``")


def speaker_of(passage: Passage, token: int) -> tuple[int, int] | None:
    """The token range of the one who speaks: the verb's subject, or the name that touches the verb."""
    behind = inverted_speaker(passage, token)
    return _speaker_before(passage, token) if behind is None else behind


def _speaker_before(passage: Passage, token: int) -> tuple[int, int] | None:
    subject = subject_of(passage, token)
    beside = next((e for e in passage.entities if e.type == "PERSON" and e.high == token), None)
    finite = passage.tags[token] != "VBG"
    if beside is not None and finite and (subject is None or not _is_part(passage, beside.low, subject)):
        return _titled_from(passage, beside.low), beside.high
    unlikely = subject is None or subject > token or not can_speak(passage, subject)
    likelier = (_opening_person(passage, token) or _behind_comma(passage, token)) if unlikely else None
    if likelier is not None:
        return likelier
    if subject is not None:
        return _before_cue(passage, subject, token) if abs(subject - token) < FARTHEST else None
    _, high = sentence_range(passage, token)
    first = token + 1
    # As in "“…,” said retired captain Ann Lee".
    first += passage.words[token - 1] in _CLOSING and passage.tags[first : first + 1] in (["VBN"], ["VBG"])
    if (
        first < high
        and passage.tags[first] in ("NNP", "PRP", "DT", "NN", "NNS", "JJ")
        and passage.tags[token] in ("VBD", "VBZ")
        and passage.entity_of[first] not in ("DATE", "TIME")
    ):
        run = _noun_run(passage, first, high)
        before = token - 1 if token and passage.tags[token - 1] in ("NN", "NNS") else None
        if run and before is not None and any(passage.deps[t] in ("nsubj", "nsubjpass") for t in range(*run)):
            # What is said begins there, and the parser takes "The 61-year-old" before the verb for an adjective.
            return base_phrase(passage, before).low, token
        return run
    return None


def inverted_speaker(passage: Passage, token: int) -> tuple[int, int] | None:
    """Who stands behind a verb that a comma parts from what it reports: "…, said a spokesman for X, Ann Lee, who …".

    None where the parser hangs no clause before the comma on the verb, and no name alone stands behind it.
    """
    if not token or passage.words[token - 1] != "," or passage.tags[token] not in ("VBD", "VBZ"):
        return None
    if passage.entity_of[min(token + 1, len(passage) - 1)] in ("DATE", "TIME"):
        return None
    low, high = sentence_range(passage, token)
    first = token + 1
    end = next((t for t in range(first, high) if passage.tags[t] in _ENDS_SPEAKER), high)
    stands = end > first and (end == high or passage.tags[end] not in _TENSES) and _can_be_one(passage, first)
    fronted = any(passage.deps[c] == "ccomp" and passage.tags[c] in _TENSES for c in range(low, token))
    if stands and fronted and passage.child(token, "nsubj") is None:
        return first, end
    name = passage.entity_at[first] if first < high else None
    if name is None or name.type != "PERSON" or _is_addressed(passage, token, name.high - 1):
        return None
    last = name.high + 2 * (passage.lower[name.high : name.high + 2] == ["and", "others"])
    return (first, last) if passage.words[last : last + 1] in ([","], ["."]) else None


def _is_addressed(passage: Passage, token: int, name: int) -> bool:
    """Whether the name behind the verb is whom its own subject asks or tells: "“…,” X, head of Y, asked Lee"."""
    subject = passage.child(token, "nsubj")
    return subject is not None and subject < token and passage.deps[name] in ("dobj", "dative") and name > token


def _can_be_one(passage: Passage, first: int) -> bool:
    """Whether the noun phrase that begins here is somebody who can speak: "a former spokesman"."""
    run = _noun_run(passage, first, len(passage))
    return run is not None and can_speak(passage, run[1] - 1)


def _behind_comma(passage: Passage, token: int) -> tuple[int, int] | None:
    """The body that alone stands between a comma and its verb: "…, the Office for Trade said", whatever hangs where."""
    low, _ = sentence_range(passage, token)
    comma = next((t for t in range(token - 1, low, -1) if passage.words[t] == ","), None)
    if comma is None or not low < comma < token - 1:
        return None
    joined = (*_OF_A_NAME, "CC") if passage.tags[comma + 1] != "CC" else _OF_A_NAME
    alone = all(passage.tags[t] in joined for t in range(comma + 1, token))
    named = passage.tags[token - 1] in ("NNP", "NNPS") or passage.entity_of[token - 1] == "ORG"
    named = named or (passage.tags[token - 1] == "NNS" and can_speak(passage, token - 1))
    told = any(passage.tags[t] in _TENSES for t in range(low, comma))
    return (comma + 1, token) if alone and named and told else None


def _opening_person(passage: Passage, token: int) -> tuple[int, int] | None:
    """Whom only a description between commas parts from the verb: "X, head of Y, said the …", "In Z, X, 45, said"."""
    low, _ = sentence_range(passage, token)
    comma = token - 1
    while comma > low and (passage.tags[comma] == "RB" or _is_day(passage, comma)):
        comma -= 1
    # American papers put the comma inside the marks: "Lee, author of “Salt,” said".
    comma -= comma > low + 1 and passage.words[comma] in _CLOSING and passage.words[comma - 1] == ","
    if passage.words[comma] not in _PARTING:
        return None
    for person in reversed([e for e in passage.entities if e.type == "PERSON" and low <= e.low < e.high <= comma]):
        first = _titled_from(passage, person.low)
        opens = first <= low + 1 or (passage.lower[low] == "as" and _is_plain(passage, low + 1, first))
        inside = any(
            passage.tags[t] in ("VBD", "VBZ", "VBP", "MD")
            and "relcl" not in (passage.deps[t], passage.deps[passage.heads[t]])
            for t in range(person.high, comma)
        )
        shut = passage.words[person.high] in (*_PARTING, "of")
        aside = passage.words[person.high] == passage.words[comma] != ","
        # "As Lee, in an interview with Park, said".
        linked = passage.lower[first - 1] in _LINKS and passage.tags[person.high + 1] == "IN"
        inside = inside and not aside
        if shut and (opens or ((linked or passage.words[first - 1] in _BEFORE_NAME) and not inside)):
            return person.low, person.high
    return None


def _is_plain(passage: Passage, low: int, high: int) -> bool:
    """Whether nothing but a description stands here: "As the scholar of old boats Ann Lee, writing in May, put it"."""
    return all(passage.tags[t] in _OF_A_NAME for t in range(low, high))


def _is_day(passage: Passage, token: int) -> bool:
    """Whether the token belongs to a day that stands before the verb: "X, head of Y, on Tuesday called …"."""
    leads = passage.lower[token] in ("on", "in") and passage.entity_of[token + 1] == "DATE"
    return leads or passage.entity_of[token] == "DATE"


def _titled_from(passage: Passage, low: int) -> int:
    """Where the title before a name begins."""
    while low and passage.tags[low - 1] in ("NNP", "NN", "JJ", "HYPH"):
        low -= 1
    return low


def _is_part(passage: Passage, token: int, subject: int) -> bool:
    low, high = passage.subtree(subject)
    return low <= token < high


def _before_cue(passage: Passage, subject: int, token: int) -> tuple[int, int]:
    """The subject with what belongs to it, up to the cue where it hangs on the subject: "an ad that urges …"."""
    low, high = passage.subtree(subject)
    if token > subject and passage.entity_of[subject] == "PERSON":
        # A title, or half of a name, that the parser takes for a subject of its own: "said co-author Ingo Brandt".
        torn = [c for c in passage.children[token] if passage.deps[c] == "nsubj" and c < subject]
        low = min([low, *(first for c in torn if "," not in passage.words[(first := passage.subtree(c)[0]) : subject])])
    if not subject < token < high:
        return low, high
    while token > subject + 1 and passage.tags[token - 1] in (",", "WDT", "WP", "IN", "RB", "VBD", "VBZ", "VBP", "MD"):
        token -= 1
    return low, token


def _noun_run(passage: Passage, start: int, high: int) -> tuple[int, int] | None:
    end = start
    while end < high and passage.tags[end] in ("NNP", "NNPS", "PRP", "DT", "NN", "NNS", "JJ", "HYPH", "POS"):
        end += 1
    # Half of an adverb is nobody: "said matter-of-factly".
    return (start, end) if end > start and passage.tags[end - 1] != "HYPH" else None
