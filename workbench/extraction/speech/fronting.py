"""What stands before its cue, or around it: "…, X said", "…, said X", "…, X said, …"."""

from workbench.extraction.grammar.subjects import sentence_range
from workbench.extraction.grammar.verbforms import forms, speech
from workbench.extraction.lexicon import words
from workbench.extraction.speech.asides import is_dash
from workbench.extraction.speech.endings import ends_behind, without_stops
from workbench.extraction.speech.objects import is_evidence
from workbench.extraction.speech.report import FINITE, IN_FRONT, Report, finite
from workbench.extraction.text.passage import NOUNS, Passage

LONGEST = 9
"""Most tokens of what tells when or where somebody said it."""
_PASSING_ON = frozenset(("quoted", "quotes", "cited", "cites"))
_TELLING = frozenset((*FINITE, "VBG", "VBN", "VB", "WP", "WDT", "``", ":"))


def before(passage: Passage, token: int, word: str, speaker: tuple[int, int] | None) -> Report | None:
    """As in "…, X said", "…, said X", "…, X said, …": what is reported stands before the cue, or around it."""
    weak = speech("clause").get(word) in (None, *words("speech", "weak")) and not _is_found(passage, token, word)
    low, high = sentence_range(passage, token)
    low = begins(passage, low, token)
    outer = _quoted_as(passage, token)
    if outer is None and (weak or passage.tags[token] == "VBG" or _hangs_on_noun(passage, token)):
        return None
    edge = min(token, speaker[0] if speaker else token) if outer is None else passage.subtree(outer)[0]
    comma = edge - 1
    while comma > low and passage.words[comma] in ('"', "”", "''"):
        comma -= 1
    if comma <= low or passage.words[comma] != "," or (speaker is None and passage.tags[token] != "VBD"):
        return None
    after = max(token + len(word.split()), speaker[1] if speaker and speaker[1] < token + 12 else 0)
    after = _behind_circumstance(passage, after, high)
    goes_on = after < high - 2 and passage.words[after] == "," and passage.tags[after + 1] != "``"
    if not goes_on and (_led_in(passage, token, low) or _has_its_own(passage, token)):
        return None
    inverted = speaker is not None and speaker[0] > token
    whole = inverted or _has_main_clause(passage, low, comma) or _opens_with_subject(passage, low, token)
    # "The park, which, Lee said, is full": what the writer says of it in front is no part.
    relative = goes_on and passage.tags[comma - 1] in ("WDT", "WP")
    if relative or (goes_on and not inverted and comma == edge - 1 and _links(passage, after + 1)):
        return _around(passage, comma - 1 if relative else low, after, high)
    if finite(passage, low, comma) and whole and not (goes_on and passage.lower[after + 1] == "that"):
        return Report(low, comma, IN_FRONT)
    return _around(passage, low, after, high) if goes_on and finite(passage, after, high) else None


def _quoted_as(passage: Passage, token: int) -> int | None:
    """Who passes it on, where somebody is quoted as saying it: "The dam held, the agency quoted Lee as saying"."""
    link = passage.heads[token]
    if passage.tags[token] != "VBG" or passage.lower[token - 1] != "as" or link != token - 1:
        return None
    verb = passage.heads[link]
    return passage.child(verb, "nsubj") if passage.lower[verb] in _PASSING_ON else None


def _hangs_on_noun(passage: Passage, token: int) -> bool:
    """Whether the verb only describes a noun: "the dam that Lee said …", "the dam, described by Lee, …".

    The parser makes a relative clause of "…, the yard announced" as well.
    """
    told = passage.deps[token] == "acl" and passage.child(token, "agent") is not None
    return told or (passage.deps[token] == "relcl" and not _is_bare(passage, token))


def _is_found(passage: Passage, token: int, word: str) -> bool:
    """Whether a study or the like found it: "…, the survey found"."""
    return word in forms("find") and is_evidence(passage, passage.child(token, "nsubj"))


def _behind_circumstance(passage: Passage, after: int, high: int) -> int:
    """The comma behind what tells when or where it was said: "the clerks, Lee said on Friday, were well paid"."""
    comma = next((t for t in range(after, min(after + LONGEST, high)) if passage.words[t] == ","), after)
    inside = passage.tags[after:comma]
    plain = after < comma and passage.tags[after] in ("IN", "RB", "RBR", "PRP") and not {*inside} & _TELLING
    shared = passage.tags[comma + 1 : comma + 2] in ([tag] for tag in FINITE)
    return comma if plain and shared else after


def begins(passage: Passage, low: int, cue: int) -> int:
    """Where the clause before a cue begins: in brackets behind the opening one, else behind a ";", a ":" or a dash.

    Of two dashes the second closes an aside.
    """
    opened = [t for t in range(low, cue) if passage.words[t] == "(" and ")" not in passage.words[t:cue]]
    low = opened[-1] + 1 if opened else low
    dashes = [t for t in range(low, cue) if is_dash(passage, t)]
    parting = [t for t in range(low, cue) if passage.words[t] in (";", ":")] + dashes[-1:] * (len(dashes) % 2)
    last = max(parting, default=low)
    return last + 1 if last > low and finite(passage, last, cue) else low


def _links(passage: Passage, token: int) -> bool:
    """Whether a link behind the cue leads on in what is reported: "He left, she said, because it rained"."""
    return passage.tags[token] in ("CC", "TO") or passage.lower[token] in ("because", "so")


def _around(passage: Passage, low: int, after: int, high: int) -> Report:
    end = min([high, *(t for t in ends_behind(passage, after, high) if t > after + 2)])
    return Report(low, without_stops(passage, low, end), "a clause around its cue")


def _has_its_own(passage: Passage, token: int) -> bool:
    """Whether the verb has something else to report: "Asked about the fire, the mayor explained her plan"."""
    if speech("clause").get(passage.lower[token]) in words("speech", "to_somebody"):
        return False
    thing = passage.child(token, "dobj", "xcomp")
    return thing is not None and thing > token and passage.entity_of[thing] not in ("DATE", "TIME", "PERSON", "ORG")


def _led_in(passage: Passage, token: int, low: int) -> bool:
    """Whether what stands before the cue only says when or why: "As the storm passed, the mayor reported"."""
    link = next((t for t in range(low, token) if passage.words[t][0].isalnum()), token)
    verb = passage.heads[link]
    return passage.deps[link] == "mark" and passage.deps[verb] == "advcl" and passage.heads[verb] == token


def _has_main_clause(passage: Passage, low: int, high: int) -> bool:
    """Whether a verb of the stretch is more than another's "when": "On Friday, even as it fell, Lee wrote" has none."""
    for token in range(low, high):
        if passage.tags[token] not in FINITE:
            continue
        verb = passage.heads[token] if passage.deps[token] in ("aux", "auxpass") else token
        while passage.deps[verb] == "conj" and passage.heads[verb] != verb:
            verb = passage.heads[verb]
        if passage.deps[verb] not in ("advcl", "relcl", "acl", "pcomp", "csubj") or _is_bare(passage, verb):
            return True
    return not any(passage.tags[token] in FINITE for token in range(low, high))


def _is_bare(passage: Passage, verb: int) -> bool:
    """Whether nothing links what is read as a relative clause to what stands before its comma: "…, the team has"."""
    first = passage.subtree(verb)[0]
    plain = passage.tags[first] in ("DT", "PRP", "PRP$", "NNP", "NNPS")
    return passage.deps[verb] == "relcl" and plain and first > 0 and passage.words[first - 1] == ","


def _opens_with_subject(passage: Passage, low: int, cue: int) -> bool:
    """Whether the parser hangs the subject of what is said on the cue: "The storm, named Ida, broke, X said"."""
    head = next((t for t in passage.children[cue] if t >= low and passage.deps[t] in ("npadvmod", "dep")), None)
    opens = head is not None and passage.subtree(head)[0] == low and passage.tags[head] in NOUNS
    return head is not None and opens and passage.entity_of[head] not in ("DATE", "TIME")
