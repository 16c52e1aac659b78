"""Run every kind over a story's passages, in the order in which one builds on another."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from workbench.domain.claim import Kind, Stretch
from workbench.extraction.candidate import Candidate
from workbench.extraction.dates.forms_rolling import SESSIONS
from workbench.extraction.kinds import attributed, count, identity, measure, money, percent, quote, rank, statement
from workbench.extraction.kinds import date as dates
from workbench.extraction.labels import label
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.numbers import compared, elided, indexes, namings, polls, roughly, rows, scores
from workbench.extraction.numbers.figures import Figure, figures
from workbench.extraction.people import appearances, register
from workbench.extraction.people.two_roles import told
from workbench.extraction.speech import posts, requoting, voices, within
from workbench.extraction.speech.cues import cues, retold
from workbench.extraction.speech.nested import is_passed_on
from workbench.extraction.text import quotemarks
from workbench.extraction.text.passage import Passage

MOST_COUNTS = 200
"""Most counts before a bare number that it is held against: a story of many thousands would take a square of that."""
QUANTITIES = frozenset({Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.MEASURE})


@dataclass
class Found:
    """What was found in one passage: its candidates in order, the insides of its marks, and of those within them."""

    passage: Passage
    candidates: list[Candidate] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    within: list[tuple[int, int]] = field(default_factory=list)


class Hints(NamedTuple):
    """What the whole story says about its numbers.

    What its scores count, which are names, whether it tells of an index or a poll, and in which signs its money is.
    """

    score: str | None
    names: frozenset[str]
    indexes: bool
    polls: bool
    signs: frozenset[str]


def find(passages: list[Passage], published: date | None) -> list[Found]:
    """All candidates of a story. `passages` stand in the story's order, the title's first."""
    for number, passage in enumerate(passages):
        passage.number = number
    founds = [Found(passage, [], *quotemarks.marked(passage.text)) for passage in passages]
    known = register.read(passages, [found.quoted for found in founds])
    _identities(founds, known)
    appearances.by_reference(passages, [found.quoted for found in founds], known)
    timeline, voice = dates.begin(passages, published), voices.Voice()
    counts: list[Candidate] = []
    score = elided.score_unit(passages)
    polled = polls.are_told_of(passages) and not scores.tells_of_game(passages)
    names, signs = namings.taught(passages), money.signs_of(passages)
    hints = Hints(score, names, indexes.are_told_of(passages), polled, signs)
    for found in founds:
        if found.passage.inside is Stretch.TEXT:
            timeline.published = published
        _figures(found, timeline, counts, hints)
        _speech(found, known, voice)
    quotations = [c for found in founds for c in found.candidates if c.kind is Kind.QUOTE]
    requoting.attribute([quotation for quotation in quotations if quotation.rule != within.RULE])
    for found in founds:
        _statements(found)
        found.candidates = _settled(found.candidates)
    scene = Scene(known, passages, {found.passage.number: _voices(found) for found in founds})
    for found in founds:
        for candidate in found.candidates:
            label.write(candidate, scene)
    return founds


def _identities(founds: list[Found], known: register.Register) -> None:
    seen: dict[str, list[set[str]]] = defaultdict(list)
    for found in founds:
        for candidate in identity.find(found.passage, known):
            person, role = candidate.person or "", (candidate.role or "").lower()
            in_text = found.passage.inside is Stretch.TEXT
            said = told(role)
            if in_text and any(said <= before for before in seen[person]):
                continue
            known.roles.learn(person, role)
            if in_text:
                seen[person].append(said)
            found.candidates.append(candidate)


def _figures(found: Found, timeline: dates.Timeline, counts: list[Candidate], hints: Hints) -> None:
    passage = found.passage
    when = list(dates.find(passage, timeline))
    closed = [span for c in when if not dates.holds_a_measure(c) and (span := c.figure)]
    open_figures = figures(passage, closed, hints.names)
    taken: list[Figure] = []
    out: list[Candidate] = [*when]
    sums = list(money.find(passage, open_figures, hints.signs))
    bare = _without(open_figures, [figure for figure, _ in sums])
    points = list(indexes.find(passage, bare, hints.indexes))
    bare = _without(bare, [figure for figure, _ in points])
    shares = list(percent.find(passage, bare, hints.polls))
    bare = _without(bare, [figure for figure, _ in shares])
    shares += polls.find(passage, bare, [candidate for _, candidate in shares], hints.polls)
    for figure, candidate in [*sums, *points, *shares]:
        taken.append(figure)
        if candidate not in out:
            out.append(candidate)
    rest = _without(open_figures, taken)
    for measured, candidate in measure.find(passage, rest):
        if measured is not None:
            taken.append(measured)
        elif any(low <= candidate.start < high for low, high in closed):
            continue
        if candidate not in out:
            out.append(candidate)
    rest = _without(rest, taken)
    for figure, candidate in rows.find(passage, open_figures, rest, out):
        taken.append(figure)
        out.append(candidate)
    rest = _without(rest, taken)
    for figure, candidate in compared.find(passage, rest, out):
        taken.append(figure)
        out.append(candidate)
    rest = _without(rest, taken)
    # "The past five sessions" are a span and five sessions, "the past five weeks" a span and a length of time.
    rolling = [c.figure for c in when if c.figure and c.rule != SESSIONS]
    for _, candidate in count.find(passage, rest, counts[-MOST_COUNTS:], hints.score):
        if candidate.figure and any(low <= candidate.figure[0] < high for low, high in rolling):
            continue
        counts.append(candidate)
        out.append(candidate)
    out += roughly.find(passage)
    shut = [*closed, *(c.figure for c in out if c.figure and c.kind is not Kind.DATE)]
    out += rank.find(passage, shut)
    found.candidates += [c for c in out if c.amount is not None or c.kind not in QUANTITIES]


def _without(figures: list[Figure], taken: list[Figure]) -> list[Figure]:
    """The figures that are not among those taken, whatever else may be equal to them."""
    if not taken:
        return figures
    known = {id(figure) for figure in taken}
    return [figure for figure in figures if id(figure) not in known]


def _speech(found: Found, known: register.Register, voice: voices.Voice) -> None:
    here = cues(found.passage, found.quoted)
    quotations = list(quote.find(found.passage, found.quoted, here, known, voice))
    quote.announce(found.passage, here, known, voice)
    found.candidates += attributed.find(found.passage, found.quoted, here, known)
    found.candidates += attributed.find(found.passage, [], posts.cues(found.passage), known)
    found.candidates += attributed.find(found.passage, [], retold(found.passage, found.quoted), known)
    found.candidates += quotations
    if found.within:
        found.candidates += (inner for outer in quotations for inner in within.find(outer, found.within, known))


def _voices(found: Found) -> list[tuple[int, int, str]]:
    return [(c.start, c.end, c.speaker) for c in found.candidates if c.kind is Kind.QUOTE and c.speaker]


def _statements(found: Found) -> None:
    if found.passage.inside is Stretch.TITLE:
        return
    place = found.passage.sentence_of
    taken = {sentence for c in found.candidates for sentence in place[slice(*c.tokens)]}
    found.candidates += statement.find(found.passage, taken)


def _settled(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates in order, without those that say again what another of their kind says in the same place."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, c.kind)):
        if candidate.start >= candidate.end or any(_repeats(candidate, other) for other in kept):
            continue
        kept.append(candidate)
    return kept


def _repeats(inner: Candidate, outer: Candidate) -> bool:
    if inner.kind is not outer.kind or inner.start >= outer.end:
        return False
    if inner.kind is Kind.ATTRIBUTED:
        return inner.end <= outer.end and not is_passed_on(inner, outer)
    if inner.kind is Kind.IDENTITY:
        return (inner.person, inner.role) == (outer.person, outer.role)
    if inner.kind is Kind.QUOTE:
        return inner.rule != within.RULE
    return inner.kind is Kind.RANK or inner.figure == outer.figure
