"""Units that a number leaves out because something near it has named them: a toll, a team, a score, a figure before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.figures import Figure
from workbench.extraction.lexicon import table, words
from workbench.extraction.nouns import noun_name, singular
from workbench.extraction.passage import Passage

PERSON = "person"
FARTHEST = 90
"""Most characters between a figure and the one that it is set against."""
_PARENT_OF = re.compile(r"\b(?:father|mother|parent|dad|mum|mom|grandfather|grandmother)\s+of\s+$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:against|versus|vs\.?|from|to|at|than|by)\s+(?:about\s+|nearly\s+|just\s+)?$", re.IGNORECASE
)


def score_unit(passages: list[Passage]) -> str | None:
    """What the scores of a story count (goal, point, run, set, vote), by the words it uses most; None where none is."""
    lists: dict[str, list[str]] = table("nouns")["scores"]
    said = [word for passage in passages for word in passage.lower]
    hits = {unit: sum(said.count(word) for word in marks) for unit, marks in lists.items()}
    best = max(hits, key=lambda unit: hits[unit])
    return best if hits[best] else None


def unit_of(passage: Passage, figure: Figure, earlier: list[Candidate], score: str | None) -> str | None:
    """The unit of a number that stands without its noun: by its surroundings, else by the counts before it."""
    if figure.tally:
        return score
    here = passage.token_at(figure.low.start)
    low, _ = passage.sentences[passage.sentence_of[here]]
    if _PARENT_OF.search(passage.text[: figure.hedge_start]):
        return "child"
    if passage.lower[max(0, here - 1)] == "of" and passage.lower[max(0, here - 2)] in words("nouns", "lists.groups"):
        return PERSON
    if "toll" in passage.lower[low:here]:
        return "death"
    if "population" in passage.lower[low:here]:
        return PERSON
    return _named_before(passage, figure, earlier, low, here)


def _named_before(passage: Passage, figure: Figure, earlier: list[Candidate], low: int, here: int) -> str | None:
    counted = [c for c in earlier if c.unit and c.passage is passage]
    same_sentence = [c.unit for c in counted if c.start >= passage.starts[low]]
    harmed = _of_people(passage, here)
    if harmed == "object" or (harmed == "subject" and not same_sentence):
        people = [unit for unit in same_sentence if unit in words("nouns", "lists.people")]
        return people[-1] if people else PERSON
    same = [c.unit for c in earlier if c.amount == figure.amount and c.unit and c.unit != "time"]
    if same:
        return same[-1]
    if counted:
        return counted[-1].unit
    plurals = [t for t in range(low, here) if passage.tags[t] == "NNS"]
    return singular(passage.words[plurals[-1]]) if plurals else None


def _of_people(passage: Passage, token: int) -> str:
    """Whether the number is the "subject" or "object" of what befalls or is done by people only; else empty."""
    head = token
    for _ in range(2):
        if passage.deps[head] in ("nsubj", "nsubjpass", "dobj"):
            break
        if passage.deps[head] not in ("nummod", "conj", "advmod", "amod", "dep"):
            return ""
        head = passage.heads[head]
    verb, role = passage.heads[head], passage.deps[head]
    if role == "dobj":
        return "object" if passage.lower[verb] in words("nouns", "lists.harming") else ""
    near = [verb, *passage.children[verb], *(g for c in passage.children[verb] for g in passage.children[c])]
    said = any(passage.lower[t] in words("nouns", "lists.befalling") for t in near)
    return "subject" if said and role in ("nsubj", "nsubjpass") else ""


def hangs(passage: Passage, figure: Figure) -> bool:
    """Whether a hyphen behind the number waits for the noun of a later one: "four- and six-cylinder"."""
    return re.match(r"-\s*(?:,|and\b|or\b|to\b)", passage.text[figure.end : figure.end + 6]) is not None


def noun_behind_hyphen(passage: Passage, figure: Figure, figures: list[Figure], place: int) -> str | None:
    """As in "four- and six-cylinder engines": the noun behind the hyphen of the next number, or None."""
    if not hangs(passage, figure):
        return None
    for other in figures[place + 1 : place + 4]:
        if (behind := re.match(r"-(?=[a-z])", passage.text[other.end :])) is not None:
            token = passage.token_at(other.end + behind.end())
            return noun_name(passage, token)
    return None


def find(passage: Passage, figures: list[Figure], before: list[Candidate]) -> Iterator[tuple[Figure, Candidate]]:
    """A candidate for each bare number set against a figure of its sentence: "420 parts per million, against 317"."""
    units = [c for c in before if c.kind in (Kind.MEASURE, Kind.PERCENT) and c.figure and c.amount]
    for figure in figures:
        model = next((c for c in reversed(units) if _sets_against(passage, figure, c)), None)
        if model is None:
            continue
        read = [
            Reading("amount", passage.text[figure.start : figure.end], f"a number in {figure.low.form}"),
            Reading("unit", model.text, "the unit of the figure it is set against"),
            Reading("bound", figure.hedge, "words beside the number"),
        ]
        candidate = replace(
            model,
            start=figure.hedge_start,
            end=max(figure.end, figure.hedge_end),
            rule="a number set against another figure",
            amount=figure.amount,
            amount_high=figure.amount_high,
            bound=figure.bound or Bound.EXACTLY,
            figure=(figure.start, figure.end),
            noun=None,
            readings=read,
            about=[],
            signals={},
        )
        units.append(candidate)
        yield figure, candidate


def _sets_against(passage: Passage, figure: Figure, model: Candidate) -> bool:
    end = model.figure[1] if model.figure else model.end
    if figure.sign or figure.tally or figure.low.form != "digits" or not 0 < figure.start - end < FARTHEST:
        return False
    lead = _COMPARED.search(passage.text[max(0, figure.start - 20) : figure.start])
    if not lead or (lead.group().lower().startswith("by") and model.kind is not Kind.PERCENT):
        return False
    last = passage.tokens_in(figure.low.start, figure.low.end)[1]
    follows = passage.tags[last] if last < len(passage) else "."
    if passage.sentence_of[last - 1] != passage.sentence_of[passage.token_at(model.start)]:
        return False
    return follows in (".", ",", ":", "IN", "RB", "CC", "-RRB-", "''", "DT") and _of_one_size(figure, model)


def _of_one_size(figure: Figure, model: Candidate) -> bool:
    try:
        other = abs(Decimal(model.amount or "0"))
    except InvalidOperation:
        return False
    value = abs(figure.low.value)
    return value > 0 and other > 0 and max(value, other) / min(value, other) < 20
