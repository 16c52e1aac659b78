"""Where the writer speaks, and no longer who is cited: asides, comparisons, explanations, other sources."""

from collections.abc import Iterator

from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import VERBS, Passage

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
LINKS = ("and", "but", "while", "with", "whereas", "though", "although")
_DASHES = ("–", "—", "-", "--")
_ADDING = (
    *("though", "although", "while", "something", "half", "even", "most", "then", "where", "one"),
    *("but", "despite", "there", "which"),
)
"""What follows a dash where the writer adds something."""
_RATES = ("up", "down", "well", "far", "sharply", "slightly")
_TENSES = ("VBD", "VBZ", "VBP", "MD")
_RELATIVE = frozenset(("which", "who", "whom", "whose", "where"))
_SHIFTED = frozenset(("would", "could", "might", "had", "'d"))
"""Words that put what was said into the past."""
_AGAINST = ("after", "before")
_LASTING = {unit + plural for unit in ("minute", "hour", "day", "week", "month", "year") for plural in ("", "s")}
LONGEST_SPAN = 8
"""Most tokens between a comma and the "after" that says how long after."""
LONGEST_CLEFT = 12
"""Most tokens between "it was" and the "who" that it leads to."""
_VERDICTS = ("nouns", "verdicts")
_HEARD = frozenset(("allegedly", "reportedly", "supposedly"))


def closing(passage: Passage, token: int, start: int, high: int) -> list[int]:
    """Where the aside ends that holds the cue: "Lee - who said X - left", "the road (Lee says it is shut) runs"."""
    low = passage.sentences[passage.sentence_of[token]][0]
    before = range(low, token)
    written = passage.words[low:token]
    ends: list[int] = []
    if sum(is_dash(passage, t) for t in before) % 2:
        ends += [t for t in range(start, high) if is_dash(passage, t)][:1]
    if written.count("(") > written.count(")"):
        ends += [t for t in range(start, high) if passage.words[t] == ")"][:1]
    return ends


def aside(passage: Passage, start: int, high: int) -> Iterator[int]:
    """Where the writer adds something: "…, despite photographs of it", "… — a play on words", "…, which he said was".

    "Despite" with what somebody does ("despite trailing") is part of the report.
    """
    for comma in [t for t in range(start + 1, high - 1) if passage.words[t] == ","]:
        behind = comma + 1 + (passage.tags[comma + 1] == "''")
        adds = behind < high - 1 and _adds(passage, behind, high)
        if adds or (comma > start + 1 and any(seen(passage, comma) for seen in _PARTED)):
            yield comma
    dashes = [t for t in range(start + 2, high - 1) if is_dash(passage, t)]
    # Of two dashes the second closes what the first opens.
    if len(dashes) % 2 and (passage.tags[dashes[-1] + 1] == "DT" or passage.lower[dashes[-1] + 1] in _ADDING):
        yield dashes[-1]


def _adds(passage: Passage, first: int, high: int) -> bool:
    """Whether the writer adds what begins here, behind a comma."""
    word = passage.lower[first]
    if word == "despite":
        # In "said that, despite the rain, the road is open" it stands before the verb that it belongs to.
        leads = passage.heads[first] > first
        return passage.tags[first + 1] != "VBG" and not leads and not _is_closed(passage, first, high)
    if passage.tags[first] == "WDT" and first + 2 < high and passage.tags[first + 1] in ("PRP", "NNP"):
        return tells(passage, first + 2)
    return word in words("speech", "effects") or _is_judged(passage, first)


def _is_closed(passage: Passage, token: int, high: int) -> bool:
    """Whether a comma closes an aside, and the verb follows: "the mayor, despite her age, is …"."""
    return any(passage.words[t] == "," and passage.tags[t + 1] in _TENSES for t in range(token, high - 1))


def _is_judged(passage: Passage, token: int) -> bool:
    """Whether the writer sums it up behind a comma: ", a claim that the council disputes", ", a swipe at the mayor"."""
    if passage.lower[token] not in ("a", "an"):
        return False
    noun = token + 1 + (passage.tags[token + 1 : token + 2] == ["JJ"])
    return any(word in words("speech", group) for word in passage.lower[noun : noun + 1] for group in _VERDICTS)


def is_dash(passage: Passage, token: int) -> bool:
    """Whether this is a dash, and no hyphen."""
    long = passage.words[token] in ("–", "—")
    return long or (passage.words[token] in _DASHES and passage.ends[token - 1] < passage.starts[token])


def _is_comparison(passage: Passage, comma: int) -> bool:
    """Whether the writer sets a figure beside it: ", compared with 41 percent for Lee", ", down from 5"."""
    behind, figures = passage.lower[comma + 1 : comma + 3], passage.tags[comma + 2 : comma + 5]
    if len(behind) < 2:
        return False
    if behind[0] == "compared":
        return "CD" in figures
    return behind[0] in _RATES and behind[1] in ("from", "above", "below")


def _is_dated(passage: Passage, comma: int) -> bool:
    """Whether the writer says when it was against something else: ", two days after the fire", ", hours before it"."""
    high = passage.sentences[passage.sentence_of[comma]][1]
    link = next((t for t in range(comma + 2, min(comma + LONGEST_SPAN, high)) if passage.lower[t] in _AGAINST), None)
    if link is None or "," in passage.words[comma + 1 : link] or _is_closed(passage, link, high):
        return False
    return passage.lower[link - 1] in _LASTING


def _is_contrast(passage: Passage, comma: int) -> bool:
    """Whether the writer sets a clause against it: ", while the mayor is silent", ", but the bridge stayed shut".

    A figure beside another belongs to it: "40 percent walk, while 20 percent drive".
    """
    goes_on = passage.lower[comma + 2 : comma + 3] == ["that"] and passage.deps[comma + 2] not in SUBJECTS
    contrasts = passage.lower[comma + 1] in ("but", "while", "whereas") and not goes_on
    return contrasts and new_clause(passage, comma) and "percent" not in passage.lower[max(0, comma - 15) : comma]


def _is_sourced(passage: Passage, comma: int) -> bool:
    """Whether the writer names a source of the whole: ", according to the police"."""
    return passage.lower[comma + 1 : comma + 3] == ["according", "to"]


def _is_however(passage: Passage, comma: int) -> bool:
    """Whether "however" links a clause of the writer's: ", however the number has dropped since"."""
    link = comma + 1
    verb = passage.heads[link]
    subject = passage.child(verb, *SUBJECTS) if passage.lower[link] == "however" else None
    return subject is not None and link < subject < verb and passage.words[link + 1] != ","


_PARTED = (_is_comparison, _is_contrast, _is_dated, _is_however, _is_sourced)
"""What may follow a comma that is no part of the report any more."""


def background(passage: Passage, start: int, high: int, *, clause: bool) -> Iterator[int]:
    """Where the writer explains the last word: "…, which opened in 1950", and not "the bridge, which is old, will …".

    In "…, which would be too late" the tense shows that it is part of what was said, and what is told of a place
    (", where …") belongs to a `clause`.
    """
    for t in range(start + 2, high):
        if passage.lower[t] not in _RELATIVE or passage.words[t - 1] != "," or (clause and passage.lower[t] == "where"):
            continue
        verb = next((v for v in (t, *passage.ancestors(t)) if passage.deps[v] == "relcl"), None)
        if (
            verb is None
            or _is_cleft(passage, start, t)
            or passage.subtree(verb)[1] < high - 1
            or passage.subtree(verb)[0] != t
        ):
            continue
        told = not _HEARD.isdisjoint(passage.lower[t:high])
        if not told and passage.lower[tensed(passage, verb)] not in _SHIFTED:
            yield t - 1


def _is_cleft(passage: Passage, start: int, link: int) -> bool:
    """Whether "it was" points to whoever did something: "it was Lee, not Park, who sold it"."""
    first = start + (passage.lower[start] == "that")
    return passage.lower[first : first + 2] in (["it", "is"], ["it", "was"]) and link - first < LONGEST_CLEFT


def loose_tail(passage: Passage, start: int, high: int) -> Iterator[int]:
    """Where somebody goes on to do something else behind a noun phrase or "to do": "…, siding with the mayor"."""
    for t in range(start + 3, high - 1):
        if passage.words[t - 1] == "," and passage.tags[t] == "VBG" and passage.deps[t] in ("advcl", "acl"):
            yield t - 1


def new_clause(passage: Passage, comma: int) -> bool:
    """Whether a clause of its own follows, which no "to do" and no noun leads to: "called for a ban, but it fell"."""
    link = comma + 1 + (passage.tags[comma + 1 : comma + 2] == ["''"])
    if passage.words[comma] != "," or link >= len(passage) or passage.lower[link] not in LINKS:
        return False
    for subject in range(link + 1, min(link + 8, len(passage))):
        if passage.deps[subject] in SUBJECTS:
            told = passage.tags[passage.heads[subject]] in VERBS
            return told and passage.heads[subject] > subject and passage.subtree(subject)[0] == link + 1
    return False


def tensed(passage: Passage, verb: int) -> int:
    """The word that gives the verb its tense: its first helper, else itself."""
    helpers = (c for c in passage.children[verb] if c < verb and passage.deps[c] in ("aux", "auxpass"))
    return next(helpers, verb)


def tells(passage: Passage, token: int) -> bool:
    """Whether the token is a verb that reports speech, and not only thought."""
    if passage.tags[token] not in VERBS:
        return False
    word, base = passage.lower[token], speech("clause").get(passage.lower[token])
    return (base is not None and base not in words("speech", "weak")) or word in speech("object")
