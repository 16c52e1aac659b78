"""Sources beside a statement: "according to the ministry", "as the ministry noted", "the ministry's claim that"."""

from functools import cache

from workbench.extraction.grammar.nouns import base_phrase, singular, spellings
from workbench.extraction.grammar.subjects import can_speak, sentence_range, subject_of
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.speech.beside import speaker_of
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.endings import end_of_report, without_stops
from workbench.extraction.speech.fronting import begins
from workbench.extraction.speech.objects import is_evidence
from workbench.extraction.speech.report import ACCORDING, AS_SAID, NOUN
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

_NOMINAL = NOUNS | {"DT", "JJ", "CD", "HYPH", "POS", "PRP", "PRP$"}
_OPENING = frozenset(("DT", "PRP", "PRP$", "EX", "JJ", "CD"))
"""Tags with which a clause begins behind a name, and a longer name does not go on."""
_MARKS = ('"', "“", "”")
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def according(passage: Passage) -> list[Cue]:
    """The cues "according to"."""
    found: list[Cue] = []
    if "according" not in passage.spelled:
        return found
    for token in range(len(passage) - 2):
        if passage.lower[token] != "according" or passage.lower[token + 1] != "to":
            continue
        low, high = sentence_range(passage, token)
        stop = next((t for t in range(token + 2, high) if _ends_source(passage, token, t, low)), high)
        if stop >= high - 1 and token == low:
            stop = _unparted_end(passage, token + 2, stop)
        stop = _behind_row(passage, stop, high)
        start, end = _told(passage, (low, high), token, stop)
        end = without_stops(passage, start, end)
        told = start < end and not _is_measure(passage, token + 2, stop)
        source = (token + 2, stop)
        found.append(Cue(token, "according to", source, start if told else None, end if told else None, ACCORDING))
    return found


def _behind_row(passage: Passage, comma: int, high: int) -> int:
    """The end of a row of names that goes on at this comma and ends the sentence; the comma itself where none does."""
    at, joined = comma, False
    while at < high and (passage.words[at] == "," or passage.lower[at] == "and"):
        joined |= "and" in passage.lower[at : at + 2]
        name = at + 1 + (passage.lower[at + 1 : at + 2] == ["and"])
        entity = passage.entity_at[name + (passage.tags[name : name + 1] == ["DT"])] if name < high - 1 else None
        if entity is None or entity.type not in ("ORG", "PERSON") or entity.low > name + 1:
            return comma
        at = entity.high
    return at if joined and at >= high - 1 else comma


def nouns(passage: Passage) -> list[Cue]:
    """The cues that are nouns with their owner: "the mayor's claim that …", "warnings by doctors that …"."""
    found, speaking = [], _speaking()
    for token in [t for t, word in enumerate(passage.lower) if word in speaking]:
        if passage.tags[token] not in ("NN", "NNS"):
            continue
        owner = _owner(passage, token)
        owner = _maker(passage, token) if owner is None else owner
        clause = None if owner is None else _clause_of(passage, token, owner)
        if owner is None or clause is None:
            continue
        low, high = passage.subtree(clause)
        asks = (
            passage.lower[low] == "to" and passage.lower[token] in _asking() and _is_its_own(passage, token, low, owner)
        )
        if passage.lower[low] == "that" or asks:
            start = low + (not asks)
            end = min(without_stops(passage, start, high), end_of_report(passage, token, start, high))
            first, last = passage.subtree(owner)
            last = min(last, low) if first < low else last
            speaker = (first, last - (passage.tags[last - 1] == "POS"))
            found.append(Cue(token, passage.lower[token], speaker, start, end, NOUN, owner))
    return found


def _clause_of(passage: Passage, noun: int, owner: int) -> int | None:
    """The clause of a noun that speaks, also where it is read as its owner's: "warnings from an official that …"."""
    below = [c for c in passage.children[noun] if c > noun and passage.deps[c] in ("acl", "ccomp", "relcl")]
    if owner > noun:
        below += [c for c in passage.children[owner] if c > owner and passage.deps[c] in ("acl", "ccomp", "relcl")]
    starts = [(c, passage.subtree(c)[0]) for c in [*below, *_hung_elsewhere(passage, noun), *_equated(passage, noun)]]
    # "A report from the mayor that was thorough" tells of the report, and not what it says.
    told = (c for c, t in starts if passage.lower[t] in ("that", "to") and not _is_relative(passage, t))
    return next(told, None)


def _is_relative(passage: Passage, link: int) -> bool:
    """Whether "that" is the subject of its clause: "a comment that rightly upset people"."""
    following = passage.tags[link + 1 : link + 3]
    rightly = following[:1] == ["RB"] and passage.tags[link] == "WDT"
    return any(tag in FINITE for tag in following[1:] if rightly) or following[:1] in ([tag] for tag in FINITE)


def _is_its_own(passage: Passage, noun: int, low: int, owner: int) -> bool:
    """Whether "to do" belongs to the noun, from which only a day or the owner parts it: "her pledge in May to …"."""
    between = range(noun + 1, low)
    return owner > noun or all(passage.tags[t] == "IN" or passage.entity_of[t] == "DATE" for t in between)


def _hung_elsewhere(passage: Passage, noun: int) -> list[int]:
    """The clause that the parser hangs on another word: "it was his claim that …", "his claim in May that …"."""
    link = noun + 1
    while link < len(passage) and (passage.tags[link] == "IN" or passage.entity_of[link] == "DATE"):
        if passage.lower[link] == "that":
            verb = passage.heads[link]
            return [verb] if passage.deps[link] == "mark" and passage.subtree(verb)[0] == link else []
        link += 1
    return []


def _equated(passage: Passage, noun: int) -> list[int]:
    """The clause that says what the word is: "the mayor's argument is that …"."""
    verb = passage.heads[noun]
    if passage.deps[noun] != "nsubj" or passage.lower[verb] not in ("is", "was"):
        return []
    told = passage.child(verb, "ccomp")
    return [told] if told is not None and told > verb and passage.lower[verb + 1] == "that" else []


def _maker(passage: Passage, noun: int) -> int | None:
    """Who utters it, by the verb above: "Lee made a promise that …", "the mayor answered with a warning that …"."""
    verb = passage.heads[noun]
    first = passage.lower[base_phrase(passage, noun).low]
    if passage.deps[noun] == "pobj" and passage.lower[verb] == "with" and first in ("a", "an"):
        verb = passage.heads[verb]
        if passage.tags[verb] not in VERBS:
            return None
    elif passage.deps[noun] != "dobj" or passage.lower[verb] not in speech("uttering"):
        return None
    subject = subject_of(passage, verb)
    denied = passage.child(verb, "neg") is not None or first == "no"
    return None if denied or subject is None or not can_speak(passage, subject) else subject


@cache
def _asking() -> frozenset[str]:
    return spellings(words("speech", "asking"))


@cache
def _speaking() -> frozenset[str]:
    return spellings(words("speech", "nouns"))


def _owner(passage: Passage, noun: int) -> int | None:
    """Whose word it is: "the mayor's claim", "a claim by the mayor", "the Norlund claim"."""
    # In "defying warnings from X" the parser hangs "from" on the verb.
    beside = [noun + 1] if noun + 1 < len(passage) else []
    by = next((c for c in [*passage.children[noun], *beside] if passage.lower[c] in ("by", "from")), None)
    if by is not None:
        return passage.child(by, "pobj")
    whose = passage.child(noun, "poss")
    name = passage.entity_at[noun - 1] if noun and whose is None else None
    return noun - 1 if name is not None and name.type in ("PERSON", "ORG") and name.high == noun else whose


def as_said(passage: Passage, token: int, word: str) -> Cue | None:
    """As in "As X noted, …", "…, as reported by X": the verb, where it has nothing of its own to say."""
    mark = next((c for c in passage.children[token] if c < token and passage.lower[c] == "as"), None)
    if mark is None or word not in speech("clause") or speech("clause")[word] in words("speech", "weak"):
        return None
    if passage.child(token, "agent") is None and all(passage.tags[t] == "RB" for t in range(mark + 1, token)):
        # "The yard failed, as predicted" names nobody who did.
        return None
    subject = subject_of(passage, token)
    shown = speech("clause")[word] == "show" and not is_evidence(passage, subject)
    if shown or (subject is not None and passage.lower[subject] in ("we", "i")):
        # "As we reported" is the paper's own word.
        return None
    sentence = sentence_range(passage, token)
    low, high = passage.subtree(token)
    high -= passage.words[high - 1] == ","
    shut = high >= sentence[1] or passage.words[high] in (",", ".")
    if low != mark or not shut or any(_tells(passage, c) for c in passage.children[token]):
        return None
    start, end = _told(passage, sentence, low, high)
    end = without_stops(passage, start, end)
    if not any(passage.tags[t] in FINITE for t in range(start, end)):
        return None
    return Cue(token, word, speaker_of(passage, token), start, end, AS_SAID, subject)


def _tells(passage: Passage, child: int) -> bool:
    """Whether a token that hangs on the verb is something that it tells of: "as he commented on the plan"."""
    if passage.deps[child] == "prep":
        when = passage.entity_of[min(child + 1, len(passage) - 1)] in ("DATE", "TIME")
        where = passage.child(child, "pobj")
        aired = where is not None and singular(passage.words[where]) in words("speech", "occasions")
        return not (when or aired) and passage.lower[child] not in ("in", "during")
    if passage.deps[child] == "dobj" and speech("clause").get(passage.lower[passage.heads[child]]) == "tell":
        return passage.lower[child] in ("story", "tale")
    return passage.deps[child] in ("ccomp", "xcomp", "dobj", "oprd") or passage.lower[child] in ("to", "if")


def _told(passage: Passage, sentence: tuple[int, int], source: int, stop: int) -> tuple[int, int]:
    """What a source told that stands from `source` to `stop`: what follows it, what leads to it, or both around it."""
    low, high = sentence
    low = begins(passage, low, source)
    before = [t for t in range(low, source) if passage.words[t][0].isalnum()]
    if not before or passage.tags[before[-1]] in ("CC", "WDT", "WP") or passage.deps[before[-1]] == "mark":
        return (stop + 1 if stop < high and passage.words[stop] == "," else stop), high
    root = next((t for t in range(low, high) if passage.heads[t] == t), low)
    around = (
        stop < high - 1 and passage.words[stop] == "," and (stop < root < high or _trails(passage, stop + 1, source))
    )
    return low, high if around else source


def _unparted_end(passage: Passage, first: int, high: int) -> int:
    """Where a source ends behind which no subject is seen: at the first comma, or at a name before a clause."""
    comma = next((t for t in range(first + 1, high - 2) if _may_end(passage, t)), None)
    name = _end_of_name(passage, first, high)
    return name if comma is None or any(passage.tags[t] in FINITE for t in range(name, comma)) else comma


def _trails(passage: Passage, token: int, source: int) -> bool:
    """Whether a participle goes on in what stands before the source: "It fell, according to Lee, killing two"."""
    loose = passage.tags[token] == "VBG" and passage.deps[token] == "advcl" and passage.heads[token] < source
    return loose and not any(passage.lower[token] in speech(group) for group in ("clause", "quoting"))


def _may_end(passage: Passage, comma: int) -> bool:
    """Whether a source may end at this comma, where no subject is seen behind it: no description of its own follows."""
    following = passage.tags[comma + 1]
    return passage.words[comma] == "," and following not in ("WP", "WDT", "CC") and passage.lower[comma + 1] != "a"


def _is_measure(passage: Passage, low: int, high: int) -> bool:
    """Whether it is no source that something is done by: "according to plan", "according to their own taste"."""
    plain = all(passage.tags[t] in ("NN", "NNS", "PRP$", "JJ") for t in range(low, high))
    return plain and singular(passage.words[high - 1]) in words("speech", "measures")


def _end_of_name(passage: Passage, first: int, high: int) -> int:
    """Where a source ends that no comma closes: "According to Lee the road is shut"; `high` where that is not seen."""
    name = next((e for e in passage.entities if first <= e.low <= first + 1), None)
    start = first + (passage.tags[first] == "DT")
    proper = next((t for t in range(start, high) if not passage.words[t][0].isupper()), high)
    # The model takes "Lund the Harbour" for a name in "According to Lund the Harbour Board is shut".
    end = proper if name is None or (proper < high and passage.tags[proper] == "DT") else max(proper, name.high)
    opens = end < high - 1 and (passage.tags[end] in _OPENING or passage.tags[end : end + 2] == ["IN", "CD"])
    begins = opens and passage.lower[end] != "that"
    return end if begins and any(passage.tags[t] in FINITE for t in range(end, high)) else high


def _ends_source(passage: Passage, token: int, at: int, low: int) -> bool:
    if passage.tags[at] in (".", ":") or passage.words[at] == ")":
        return True
    if passage.words[at] in _MARKS:
        # In "according to her “open doors” plan" the marks only name it.
        closes = passage.tags[at - 1] not in ("PRP$", "DT", "POS", "JJ")
        return closes and sum(passage.words[t] in _MARKS for t in range(token, at)) % 2 == 0
    # Before the clause the source may hold commas of its own; it ends where a new subject begins.
    return passage.words[at] == "," and (token != low or _leads_to_clause(passage, at))


def _leads_to_clause(passage: Passage, comma: int) -> bool:
    """Whether a clause with a subject of its own follows, and nothing that still belongs to the source."""
    if comma + 1 < len(passage) and passage.tags[comma + 1] in ("CC", "WP", "WDT"):
        return False
    near = range(comma + 1, min(comma + 12, len(passage)))
    following = next((t for t in near if passage.deps[t] in ("nsubj", "nsubjpass", "expl")), None)
    if following is not None and "," not in passage.words[comma + 1 : following]:
        return True
    end = comma + 1
    while end < len(passage) - 1 and passage.tags[end] in _NOMINAL:
        end += 1
    return comma + 1 < end and passage.tags[end] in FINITE
