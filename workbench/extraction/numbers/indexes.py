"""Points of an index: what it gained or lost ("fell 52 points") and where it stands ("closed at 8,579.19")."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.hedges import hedge_before
from workbench.extraction.text.passage import Passage

_POINTS = re.compile(
    r"(?:\s+of)?[\s-]points?\b(?!\s+(?:guard|man|plan|list|system|scale|out|range|shots?|shoot\w+|field))",
    re.IGNORECASE,
)
_AT = re.compile(r"\bat\s$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
LARGE = 100
"""More points than these are no percentage points."""
WHOLE = 1000
"""More points than these are no change that is told without the name of an index."""
_MARKET = frozenset({"market", "markets"})
_ENDS = frozenset({".", ",", ":", "IN", "TO", "CC", "RB", "VBG", "VBZ", "VBD", "DT", "-LRB-", "-RRB-", "''"})
"""Tags of what may stand behind a level: nothing that it could count."""


def points_behind(passage: Passage, figure: Figure) -> re.Match[str] | None:
    """Where "points" stands right behind the number: of an index, a poll or a game; no "at one point"."""
    moment = figure.low.value == 1 and _AT.search(passage.text, max(0, figure.start - 4), figure.start)
    return None if moment else _POINTS.match(passage.text, figure.end)


def are_told_of(passages: Iterable[Passage]) -> bool:
    """Whether a story speaks of an index."""
    return any(not words("markets", "indexes").isdisjoint(passage.lower) for passage in passages)


def find(passage: Passage, figures: list[Figure], told: bool) -> Iterator[tuple[Figure, Candidate]]:
    """A candidate for each figure in points of an index; `told` says that the story speaks of one."""
    named = not words("markets", "indexes").isdisjoint(passage.lower)
    if not (named or told or not words("markets", "market").isdisjoint(passage.lower)):
        return
    for figure in figures:
        if figure.sign or figure.tally or figure.low.form in ("part", "ratio"):
            continue
        first, last = passage.token_at(figure.hedge_start), passage.tokens_in(figure.start, figure.end)[1]
        if points := points_behind(passage, figure):
            if _topic_near(passage, figure, first) in ("index", "market", None if named else ""):
                yield figure, _candidate(passage, figure, points.end())
        elif named and passage.lower[last : last + 1] and passage.lower[last] in words("markets", "marks"):
            if _topic_before(passage, figure, first) == "index":
                yield figure, _at_mark(passage, figure, last)
        elif named and _stands_bare(passage, figure, first, last) and _topic_before(passage, figure, first) == "index":
            yield figure, _candidate(passage, figure, figure.end)
        elif told and (way := _gained(passage, figure, first, last)) and _is_of_index(passage, figure, first, named):
            yield figure, _with_way(passage, figure, way)


def _stands_bare(passage: Passage, figure: Figure, first: int, last: int) -> bool:
    """As in "closed at 7,210", "a value of 7,210", "added 12 to 7,210", "was up 12": digits with nothing to count."""
    if figure.low.form != "digits" or not _ends(passage, last):
        return False
    led = passage.lower[first - 1] if first else ""
    if led == "of":
        return passage.lower[first - 2] in words("markets", "levels")
    beyond = figure.bound in (Bound.MORE_THAN, Bound.LESS_THAN)
    return beyond or led in words("markets", "leading") or led in words("verbs", "change")


def _gained(passage: Passage, figure: Figure, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of "down 100", "three down", "-36": how far above or below its start an index stands."""
    ways = words("markets", "ways")
    if figure.low.form == "vague" or passage.text[figure.end : figure.end + 1] in ("-", "–"):
        return None
    if passage.lower[last : last + 1] and passage.lower[last] in ways and _ends(passage, last + 1):
        return first, last + 1
    if not _ends(passage, last):
        return None
    if passage.lower[first - 1] in ways and first and passage.lower[first - 2] in words("markets", "standing"):
        return first - 1, last
    return (first, last) if figure.negative else None


def _is_of_index(passage: Passage, figure: Figure, first: int, named: bool) -> bool:
    """Whether an index is what its sentence speaks of; where it names none, nothing else that is quoted."""
    if named and _topic_before(passage, figure, first) == "index":
        return True
    low, high = passage.sentences[passage.sentence_of[first]]
    others = {"another", "poll"} & {_topic(passage, token) for token in range(low, high)}
    if others or figure.low.value >= WHOLE or _MARKET.isdisjoint(passage.spelled):
        return False
    return not _MARKET.isdisjoint(passage.lower[low:first]) or "it" in passage.lower[low:first]


def _with_way(passage: Passage, figure: Figure, way: tuple[int, int]) -> Candidate:
    """The candidate with its "up" or "down", which may make the amount one below nought."""
    low, high = way
    candidate = _candidate(passage, figure, figure.end)
    candidate.start, candidate.end = (
        min(candidate.start, passage.starts[low]),
        max(candidate.end, passage.ends[high - 1]),
    )
    return candidate


def _ends(passage: Passage, token: int) -> bool:
    if token == len(passage) or passage.entity_of[token] in ("DATE", "TIME"):
        return True
    return passage.tags[token] in _ENDS and passage.lower[token] != "per"


def _topic_near(passage: Passage, figure: Figure, token: int) -> str:
    """What is spoken of nearest to the token: before it in its sentence, else behind it there, else before."""
    low, high = passage.sentences[passage.sentence_of[token]]
    return _first_topic(
        passage, figure, chain(range(token - 1, low - 1, -1), range(token, high), range(low - 1, -1, -1))
    )


def _topic_before(passage: Passage, figure: Figure, token: int) -> str:
    """What is spoken of last before the token in its sentence, or the one before where "it" takes that up."""
    place = passage.sentence_of[token]
    low, _ = passage.sentences[place]
    if place and "it" in passage.lower[low:token]:
        low, _ = passage.sentences[place - 1]
    topics = range(token - 1, low - 1, -1)
    return _first_topic(passage, figure, (t for t in topics if passage.lower[t] not in words("markets", "market")))


def _first_topic(passage: Passage, figure: Figure, tokens: Iterable[int]) -> str:
    """Of an index, a market, or something else: more than a hundred points are none of a poll."""
    topics = (_topic(passage, token) for token in tokens)
    return next((topic for topic in topics if topic and not (topic == "poll" and figure.low.value > LARGE)), "")


def _topic(passage: Passage, token: int) -> str:
    word = passage.lower[token]
    if word in words("markets", "indexes"):
        if _is_list(passage, token):
            return "market"
        beside = {*passage.lower[max(0, token - 1) : token], *passage.lower[token + 1 : token + 2]}
        return "index" if beside.isdisjoint(words("markets", "other")) else "another"
    if word in words("markets", "market"):
        return "market"
    if word in words("nouns", "lists.polls") and not word.startswith("percent"):
        return "poll"
    return "another" if word in words("markets", "quoted") or word in games() else ""


def _is_list(passage: Passage, token: int) -> bool:
    """As in "listed on the Nasdaq", "joined the FTSE 100": those whose shares it holds are spoken of, no level."""
    if passage.lower[token + 1 : token + 2] == ["at"]:  # "left the index at 7,210"
        return False
    before = token - 1
    while before > 0 and passage.tags[before] in ("DT", "NNP", "JJ", "NN", "POS"):
        before -= 1
    return before >= 0 and passage.lower[before] in words("markets", "listing")


@cache
def games() -> frozenset[str]:
    """Words of games whose points, goals and runs are counted."""
    scores = table("nouns")["scores"]
    return frozenset(word for unit in ("goal", "point", "run", "set") for word in scores[unit]) - {"points"}


def _at_mark(passage: Passage, figure: Figure, mark: int) -> Candidate:
    """As in "below the 7,000 mark": the article stands between the bound and the number."""
    candidate = _candidate(passage, figure, figure.end)
    led = _THE.search(passage.text, max(0, figure.start - len("the ")), figure.start)
    if led and (bound := hedge_before(passage, led.start())):
        candidate.bound, candidate.start, _ = bound
    candidate.end, candidate.noun = passage.ends[mark], (mark, mark + 1)
    return candidate


def _candidate(passage: Passage, figure: Figure, end: int) -> Candidate:
    rule = "points of an index" if end > figure.end else "a level of an index"
    return Candidate(
        Kind.MEASURE,
        passage,
        figure.hedge_start,
        max(end, figure.hedge_end),
        rule,
        amount=figure.amount,
        amount_high=figure.amount_high,
        unit="point",
        bound=figure.bound,
        figure=(figure.start, end),
        readings=[
            Reading("amount", passage.text[figure.start : figure.end], f"a number in {figure.low.form}"),
            Reading("unit", passage.text[figure.end : end].strip(), rule),
            Reading("bound", figure.hedge, "words beside the number"),
        ],
    )
