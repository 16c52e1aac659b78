"""Who acts: the subject of a verb, and whether it can be one who speaks."""

from workbench.extraction.grammar.nouns import base_phrase, singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

FARTHEST = 60
"""Most tokens between a subject and its verb of speech."""
_TENSES = ("VBD", "VBZ", "VBP", "MD")
_ENDS_SPEAKER = ("WP", "WDT", *_TENSES, ".", ":", "``")
_MOMENTS = ("point", "time", "moment", "stage")
"""Nouns that the parser hangs a participle on that only says when: "at one point calling it a fraud"."""
_HANGING = ("conj", "advcl", "xcomp", "pcomp", "prep", "dep")
_DASHES = ("–", "—", "-", "--")
_PRONOUNS = ("he", "she", "they", "we", "i")
_SOME = ("many", "some", "others", "most", "few", "several", "both", "another")
"""Words for people whom nobody names."""


def sentence_range(passage: Passage, token: int) -> tuple[int, int]:
    """The half-open token range of the sentence that holds this token."""
    return passage.sentences[passage.sentence_of[token]]


def subject_of(passage: Passage, token: int) -> int | None:
    """The token that is the verb's subject: its own, or that of the verb it goes on from ("cited X, and claimed …")."""
    for found in (_of_loose_participle, _right_before):
        if (subject := found(passage, token)) is not None:
            return subject
    return _read_subject(passage, token)


def _right_before(passage: Passage, token: int) -> int | None:
    """The pronoun right before a finite verb, which is its subject whatever the parser makes of it: "…, she said"."""
    before = token - 1 - (token > 1 and passage.tags[token - 1] == "RB")
    if before < 0 or passage.tags[token] not in ("VBD", "VBZ", "VBP"):
        return None
    # In "the mayor and her deputy both say" the word before the verb only counts them.
    alone = passage.lower[before] in _SOME and (before == 0 or passage.tags[before - 1] not in NOUNS)
    return before if alone or passage.lower[before] in _PRONOUNS else None


def _read_subject(passage: Passage, token: int) -> int | None:
    for verb in (token, *_verbs_above(passage, token)):
        own = _own_subject(passage, verb, passive=verb != token)
        if own is not None and verb != token and not can_speak(passage, own) and _is_told(passage, verb):
            continue
        if own is not None and passage.entity_of[own] not in ("DATE", "TIME"):
            # The parser takes the accused for the subject in "and Democrats accused the GOP of …".
            beside = token - 1 if own > token and verb == token else None
            if (
                beside is not None
                and passage.tags[beside] in (*NOUNS, "PRP")
                and passage.entity_of[beside] not in ("DATE", "TIME")
            ):
                return beside
            return _antecedent(passage, own)
        hangs = passage.tags[token] == "VBG" or is_loose_report(passage, token)
        aside = passage.lower[passage.heads[token]] in _MOMENTS
        if verb == token and passage.deps[token] in ("acl", "relcl") and hangs and not aside:
            return _described(passage, token) if is_loose_report(passage, token) else passage.heads[token]
        if verb == token and passage.deps[token] == "pcomp" and passage.lower[passage.heads[token]] == "as":
            # "X quoted Y as saying", "Y was quoted as saying": Y speaks.
            return passage.child(passage.heads[passage.heads[token]], "dobj", "nsubjpass")
        agent = passage.child(verb, "agent")
        if verb == token and agent is not None:
            return passage.child(agent, "pobj")
    return None


def _is_told(passage: Passage, verb: int) -> bool:
    """Whether the verb's clause is what another verb of speech reports: "noted that the troops lag, and asked …"."""
    return passage.deps[verb] == "ccomp" and passage.lower[passage.heads[verb]] in speech("clause")


def _of_loose_participle(passage: Passage, token: int) -> int | None:
    """Who says it in "X said Y, adding that …": whose verb of speech is above it, else the nearest who can speak."""
    if passage.tags[token] != "VBG" or not token or passage.lower[token - 1] not in (",", "while", *_DASHES):
        return None
    if passage.child(token, "nsubj") is not None:
        return None
    aside = _aside_before(passage, token)
    above = [t for t in passage.ancestors(token) if passage.tags[t] in VERBS]
    above = _up_to_its_own_clause(passage, [t for t in above if t not in aside])
    told = [t for t in above if passage.lower[t] in speech("clause") and passage.tags[t] != "VBG"]
    for verb in (*told, *above):
        own = _own_subject(passage, verb, passive=True)
        if own is not None and own < token and can_speak(passage, own):
            return _antecedent(passage, own)
    return None


def _aside_before(passage: Passage, token: int) -> range:
    """The aside between dashes that parts a participle from its clause: "They marched - past us - while chanting"."""
    shut = token - 1 - (passage.lower[token - 1] == "while")
    low, _ = sentence_range(passage, token)
    if passage.words[shut] not in _DASHES:
        return range(0)
    return range(next((t for t in range(shut - 1, low, -1) if passage.words[t] in _DASHES), shut), shut)


def _up_to_its_own_clause(passage: Passage, above: list[int]) -> list[int]:
    """The verbs above a participle up to one beside the main verb with a subject of its own: "and Y sued, saying …"."""
    for place, verb in enumerate(above):
        subject = passage.child(verb, "nsubj")
        beside = passage.deps[verb] == "conj" and passage.deps[passage.heads[verb]] == "ROOT"
        if beside and subject is not None and can_speak(passage, subject):
            return above[: place + 1]
    return above


def _own_subject(passage: Passage, verb: int, *, passive: bool) -> int | None:
    """The verb's subject, that of a passive only where asked for ("Lee was charged and said …").

    Of two it is the name: the parser takes "co" for one in "said co-author Ingo Brandt", "firm" in "the firm X said".
    """
    below = passage.children[verb]
    subjects = [c for c in below if passage.deps[c] == "nsubj"]
    subjects += [c for c in below if passive and passage.deps[c] == "nsubjpass" and can_speak(passage, c)]
    named = (c for kind in ("PERSON", "ORG") for c in subjects if passage.entity_of[c] == kind)
    return next(named, subjects[0] if subjects else None)


def is_loose_report(passage: Passage, token: int) -> bool:
    """Whether the verb is read as a participle behind a person's description: "X, who led the club, tweeted"."""
    loose = passage.tags[token] == "VBN" and passage.deps[token] == "acl" and passage.words[token - 1] == ","
    return loose and passage.entity_of[_described(passage, token)] == "PERSON"


def _described(passage: Passage, token: int) -> int:
    """What the participle describes; where that is no person, what the sentence is read to hang on."""
    head = passage.heads[token]
    if passage.entity_of[head] == "PERSON":
        return head
    return next((t for t in passage.ancestors(head) if passage.heads[t] == t), head)


def _verbs_above(passage: Passage, token: int) -> list[int]:
    above: list[int] = []
    while passage.heads[token] != token and (passage.deps[token] in _HANGING or (above and _is_told(passage, token))):
        token = passage.heads[token]
        if passage.tags[token] in VERBS:
            above.append(token)
        if len(above) == 3:
            break
    return above


def _antecedent(passage: Passage, subject: int) -> int:
    """What a relative pronoun stands for: "the man who said" → man."""
    if passage.tags[subject] in ("WP", "WDT") or (
        passage.lower[subject] == "that" and passage.deps[subject] == "nsubj"
    ):
        verb = passage.heads[subject]
        if passage.deps[verb] == "relcl":
            return passage.heads[verb]
    return subject


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
    if unlikely and (opening := _opening_person(passage, token)) is not None:
        return opening
    if subject is not None:
        return _before_cue(passage, subject, token) if abs(subject - token) < FARTHEST else None
    _, high = sentence_range(passage, token)
    if (
        token + 1 < high
        and passage.tags[token + 1] in ("NNP", "PRP", "DT", "NN", "NNS", "JJ")
        and passage.tags[token] in ("VBD", "VBZ")
    ):
        run = _noun_run(passage, token + 1, high)
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
    low, high = sentence_range(passage, token)
    first = token + 1
    end = next((t for t in range(first, high) if passage.tags[t] in _ENDS_SPEAKER), high)
    stands = end > first and (end == high or passage.tags[end] not in _TENSES) and _can_be_one(passage, first)
    fronted = any(passage.deps[c] == "ccomp" and passage.tags[c] in _TENSES for c in range(low, token))
    if stands and fronted and passage.child(token, "nsubj") is None:
        return first, end
    name = passage.entity_at[first] if first < high else None
    if name is None or name.type != "PERSON":
        return None
    last = name.high + 2 * (passage.lower[name.high : name.high + 2] == ["and", "others"])
    return (first, last) if passage.words[last : last + 1] in ([","], ["."]) else None


def _can_be_one(passage: Passage, first: int) -> bool:
    """Whether the noun phrase that begins here is somebody who can speak: "a former spokesman"."""
    run = _noun_run(passage, first, len(passage))
    return run is not None and can_speak(passage, run[1] - 1)


def _opening_person(passage: Passage, token: int) -> tuple[int, int] | None:
    """Whom only a description between commas parts from the verb: "X, head of Y, said the …", "In Z, X, 45, said"."""
    low, _ = sentence_range(passage, token)
    comma = token - 1 - (passage.tags[token - 1] == "RB")
    if passage.words[comma] != ",":
        return None
    for person in reversed([e for e in passage.entities if e.type == "PERSON" and low <= e.low < e.high <= comma]):
        first = _titled_from(passage, person.low)
        opens = first <= low + 1
        inside = any(
            passage.tags[t] in ("VBD", "VBZ", "VBP", "MD")
            and "relcl" not in (passage.deps[t], passage.deps[passage.heads[t]])
            for t in range(person.high, comma)
        )
        shut = passage.words[person.high] in (",", "of")
        if shut and (opens or (passage.words[first - 1] == "," and not inside)):
            return person.low, person.high
    return None


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


def can_speak(passage: Passage, token: int) -> bool:
    """Whether this token can be one who speaks: a name, a pronoun for people, or a common noun listed as one."""
    if passage.tags[token] in ("NNP", "NNPS") or passage.lower[token] in (*_PRONOUNS, *_SOME, "it", "who"):
        return True
    noun = singular(passage.words[token])
    return (
        noun in words("speech", "speakers.persons")
        or any(noun in words("bodies", kind) for kind in ("companies", "societies", "public"))
        or is_role(passage, token)
        or passage.entity_of[token]
        in (
            "PERSON",
            "ORG",
            "NORP",
            "GPE",
        )
    )
