"""Units that a number leaves out because something near it has named them: a toll, a team, a score, a figure before."""

import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from itertools import chain

from workbench.extraction.candidate import Candidate
from workbench.extraction.grammar.nouns import noun_name, singular
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers import persons, predicated, scores
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.persons import PERSON
from workbench.extraction.numbers.signs import units
from workbench.extraction.text.passage import Passage

WITHIN = 24
"""Most tokens between a bare number and the noun that says what it counts ("workforce")."""
TOUCHING = 5
"""Most tokens between a bare number and a plural before it that it can only stand for: "won its delegates, 1,991"."""
NEAR = 2
"""Most passages back from which a bare number takes its unit."""
_OF_THESE = (["of", "them"], ["of", "those"], ["of", "these"], ["of", "whom"], ["of", "which"])
_ENDS: tuple[list[str], ...] = ([], ["."], [","], [":"], ["CC"], ["IN"])
"""Tags behind "daily" where no noun follows."""
_SETTING = ("in", "at", "over", "across", "during", "within", "after", "on", "from")
"""What leads to where, when or from whom something was that is counted."""
_COUNTS = ("count", "tally")
"""Behind a noun of which so many are counted: "the case count stands at 400"."""
_SHARED_OUT = frozenset({"none", "some", "most", "many", "few", "several", "all", "each", "any"})
_OF_THEM = re.compile(r"\bof\s+(?:them|whom|which)\b")
_FROM = re.compile(r",?\s+(?:(?:up|down)\s+)?(?:from|compared\s+(?:with|to)|against|versus)\s+(?:just\s+)?")
_INCLUDING = re.compile(
    r"\b(?:including|among\s+them|of\s+(?:whom|them|which))\s+(?:\S+\s+(?:[^\s,.;:()]+\s+){0,3}?(?:\S+,|\S+,?\s+and)\s+)?$",
    re.IGNORECASE,
)


def score_unit(passages: list[Passage]) -> str | None:
    """What the scores of a story count (goal, point, run, set, vote), by the words it uses most; None where none is."""
    lists: dict[str, list[str]] = table("nouns")["scores"]
    marks = frozenset(chain.from_iterable(lists.values()))
    said = Counter(word for passage in passages for word in passage.lower if word in marks)
    hits = {unit: sum(said[word] for word in marks) for unit, marks in lists.items()}
    best = max(hits, key=lambda unit: hits[unit])
    return best if hits[best] else None


def others(passage: Passage, figure: Figure, earlier: list[Candidate]) -> str:
    """What "others" are: of the kind last counted in the sentence, else people; people too where they are hurt."""
    here = passage.token_at(figure.low.start)
    low, _ = passage.sentences[passage.sentence_of[here]]
    counted = [c for c in earlier if c.unit and c.passage is passage and c.start >= passage.starts[low]]
    units = [c.unit for c in counted if not _is_included(c)]
    if persons.part_of_people(passage, here):
        units = [unit for unit in units if unit in words("nouns", "lists.people")]
    return units[-1] or PERSON if units else PERSON


def _is_included(candidate: Candidate) -> bool:
    """As in "three people, including two girls", "nine of them children": a part of what was counted before."""
    text = candidate.passage.text
    named = _OF_THEM.search(text, candidate.start, candidate.end) is not None
    return named or _INCLUDING.search(text, max(0, candidate.start - 60), candidate.start) is not None


def unit_of(passage: Passage, figure: Figure, earlier: list[Candidate], score: str | None) -> str | None:
    """The unit of a number that stands without its noun: by its surroundings, else by the counts before it."""
    here = passage.token_at(figure.low.start)
    if figure.tally:
        return scores.held(passage, here, score) or scores.decided(passage, here) or score
    low, _ = passage.sentences[passage.sentence_of[here]]
    behind = passage.tokens_in(figure.low.start, figure.end)[1]
    if predicated.is_rate(passage, behind - 1) and (rated := predicated.of_rate(passage, low, here)):
        return rated
    if not figure.low.scaled and figure.low.value != figure.low.value.to_integral_value():
        return _averaged(passage, earlier, low)
    gauged = passage.lower[here - 1] == "of" and passage.lower[here - 2] in words("nouns", "lists.gauges")
    told = persons.behind_of(passage, figure, here) or scores.of_play(passage, here, behind, score)
    told = told or (None if gauged else _stood_for(passage, low, here, earlier))
    if told or gauged:
        return told
    if figure.low.form == "vague" and passage.lower[here + 1 : here + 3] not in _OF_THESE:
        return _crowd(passage, earlier, low, here)
    group = _is_group(passage, figure, here)
    return (_of_group if group else _of_clause)(passage, figure, earlier, here)


def _of_clause(passage: Passage, figure: Figure, earlier: list[Candidate], here: int) -> str | None:
    """What the clause of a number says that it counts, else what was counted before it."""
    low, _ = passage.sentences[passage.sentence_of[here]]
    return (
        _set_beside(passage, figure, earlier)
        or predicated.number_of(passage, low, here, earlier)
        or predicated.of_changed(passage, here)
        or predicated.of_subject(passage, here)
        or _named_before(passage, figure, earlier, low, here)
        or _by_default(passage, earlier, here)
    )


def _averaged(passage: Passage, earlier: list[Candidate], low: int) -> str | None:
    """As in "6.2 goals a game, up from 5.8": what else its sentence counts in parts, as nothing whole is meant."""
    here = [c for c in earlier if "." in (c.amount or "") and c.passage is passage and c.tokens[0] >= low]
    return here[-1].unit if here else None


def is_share_or_rate(passage: Passage, token: int) -> bool:
    """Whether behind the number at this token stands "of them", "of whom", or "a month", "per day", "daily"."""
    behind = passage.lower[token + 1 : token + 3]
    each = behind[:1] in (["a"], ["an"], ["per"], ["each"], ["every"])
    daily = behind[:1] and behind[0] in words("units", "lists.often") and passage.tags[token + 2 : token + 3] in _ENDS
    return bool(daily) or behind in _OF_THESE or (each and behind[-1] in table("units")["duration"])


def _stood_for(passage: Passage, low: int, here: int, earlier: list[Candidate]) -> str | None:
    """As in "the workforce shrank by 300": what the nearest noun of the kind holds.

    One before a comma explains nothing where the sentence counts something else.
    """
    standing: dict[str, str] = table("nouns")["stand_for"]
    counted = any(c.passage is passage and c.unit and c.tokens[0] >= low for c in earlier)
    for token in range(here - 1, max(low, here - WITHIN) - 1, -1):
        if passage.words[token] in (",", ";") and counted:
            return None
        if passage.lower[token] in _COUNTS and token > low and passage.tags[token - 1] == "NN":
            return singular(passage.words[token - 1])
        named = passage.tags[token] in ("NNP", "NNPS")  # "the Air Force"
        if passage.lower[token] in standing and passage.lower[token + 1] not in words("numbers", "paid") and not named:
            insured = not words("nouns", "lists.insured").isdisjoint(passage.lower[max(low, token - 3) : token])
            return PERSON if insured else standing[passage.lower[token]]
    return None


def _crowd(passage: Passage, earlier: list[Candidate], low: int, here: int) -> str | None:
    """What a bare "thousands" are: what the sentence counts, else people; None for a sum of money."""
    counted = [c.unit for c in earlier if c.unit and c.passage is passage and c.start >= passage.starts[low]]
    if persons.part_of_people(passage, here):
        return next((unit for unit in reversed(counted) if unit in words("nouns", "lists.people")), PERSON)
    if counted:
        return counted[-1]
    if passage.deps[here] in ("nsubj", "nsubjpass") and passage.lower[here] in ("hundreds", "thousands", "dozens"):
        return PERSON
    sentence = passage.lower[low : passage.sentences[passage.sentence_of[here]][1]]
    paid = here > low and not words("nouns", "lists.spending").isdisjoint(sentence)
    given = passage.deps[here] == "dobj" and passage.lower[passage.heads[here]] in words("nouns", "lists.giving")
    return None if paid or given or passage.lower[here] in ("billions", "trillions") else PERSON


def _set_beside(passage: Passage, figure: Figure, earlier: list[Candidate]) -> str | None:
    """As in "rose to 400 units from 300": of what the count right before is, which it is set against."""
    count = earlier[-1] if earlier and earlier[-1].passage is passage else None
    beside = count is not None and _FROM.fullmatch(passage.text, count.end, figure.hedge_start)
    return count.unit if count is not None and beside else None


def _by_default(passage: Passage, earlier: list[Candidate], here: int) -> str | None:
    """What a number counts that nothing in its passage explains: people, or what the passages right before counted."""
    if (called := predicated.called(passage, here)) is not None:
        return called
    near = {c.unit for c in earlier if c.unit not in (None, "time") and 0 < passage.number - c.passage.number <= NEAR}
    if near:
        return near.pop() if len(near) == 1 else None
    return PERSON if persons.speaks(passage, here) else None


def _named_before(passage: Passage, figure: Figure, earlier: list[Candidate], low: int, here: int) -> str | None:
    counted = [c for c in earlier if c.unit and c.passage is passage]
    counted = [c for c in counted if not _is_included(c)] or counted
    same_sentence = [c.unit for c in counted if c.start >= passage.starts[low]]
    harmed = "object" if persons.is_audience(passage, here) else persons.part_of_people(passage, here)
    told = same_sentence or [c.unit for c in counted if _is_rest(passage, here)]
    people = [unit for unit in told if unit in words("nouns", "lists.people")]
    victims = not told or told[-1] in words("nouns", "lists.losses")
    if harmed == "object" or (harmed == "subject" and (people or not same_sentence or victims)):
        return people[-1] if people else PERSON
    whole = PERSON if _are_together(figure, counted) else _whole_of(passage, figure, here, earlier)
    if whole is not None:
        return whole
    if not same_sentence and (shared := _shared_out(passage, low, here)) is not None:
        return shared
    same = [c.unit for c in earlier if c.amount == figure.amount and c.unit and c.unit != "time"]
    if same and not same_sentence:
        return same[-1]
    if counted:
        acting = [c for c in counted if c.start >= passage.starts[low] and not _is_setting(c)]
        return (counted if _is_led_in(passage, here) else acting or counted)[-1].unit
    return predicated.of_clause_before(passage, here) or _touching(passage, low, here)


def _touching(passage: Passage, low: int, here: int) -> str | None:
    """As in "won its delegates, 1,991": the plural close before that the number can only stand for."""
    amounts = words("nouns", "lists.amounts") | units().keys() | table("numbers")["parts"].keys()
    near = range(max(low, here - TOUCHING), here)
    plurals = [t for t in near if passage.tags[t] == "NNS" and passage.lower[t] not in amounts]
    # Whoever killed 12 are not those 12, and deaths that passed 500 are 500.
    if passage.lower[passage.heads[here]] not in words("verbs", "reaching"):
        plurals = [t for t in plurals if not (passage.deps[t] == "nsubj" and passage.deps[here] == "dobj")]
    return singular(passage.words[plurals[-1]]) if plurals else None


def _are_together(figure: Figure, counted: list[Candidate]) -> bool:
    """As in "two men and three women were held, and all five denied it": people of two kinds, of whom it is the sum."""
    last = counted[-2:]
    people = len(last) > 1 and all(c.unit in words("nouns", "lists.people") for c in last)
    if not people or last[0].unit == last[1].unit:
        return False
    return sum(Decimal(c.amount or 0) for c in last) == figure.low.value


def _is_setting(candidate: Candidate) -> bool:
    """As in "killed 12 people in three towns, and 8 on Monday": where or how often it was, and not what was counted."""
    return candidate.noun is not None and _is_led_in(candidate.passage, candidate.noun[1] - 1)


def _is_led_in(passage: Passage, token: int) -> bool:
    link = passage.heads[token]
    return passage.deps[token] == "pobj" and passage.lower[link] in _SETTING


def _is_group(passage: Passage, figure: Figure, here: int) -> bool:
    """As in "between the two", "these three": just so many that were told of before, and none of more."""
    whole = figure.low.form == "words" and passage.lower[here - 1] in ("the", "these", "those") and here > 0
    return whole and passage.lower[here + 1 : here + 2] != ["of"]


def _of_group(passage: Passage, figure: Figure, earlier: list[Candidate], here: int) -> str | None:
    """What was last counted as just so many, else people where only they do or suffer what the group does."""
    near = [c for c in earlier if passage.number - c.passage.number <= NEAR and c.unit not in (None, "time")]
    same = [c.unit for c in near if c.amount == figure.amount]
    people = persons.part_of_people(passage, here) or persons.speaks(passage, here)
    return same[-1] if same else PERSON if people else None


def _is_rest(passage: Passage, here: int) -> bool:
    """As in "the two", "the remaining five", "the other three": some of those counted before."""
    before = here - (passage.lower[here - 1] in ("remaining", "other", "last", "first"))
    return here > 0 and passage.lower[before - 1] == "the"


def _shared_out(passage: Passage, low: int, here: int) -> str | None:
    """As in "none of the walls fell, and three stand": the plural of which the sentence has told a share before.

    Or of which it begins: "Of these walls, only three stand".
    """
    if passage.lower[low] in ("of", "among") and (head := passage.child(low, "pobj")) is not None and head < here:
        return noun_name(passage, head) if passage.tags[head] == "NNS" else None
    for token in range(here - 2, low - 1, -1):
        if passage.lower[token] in _SHARED_OUT and passage.lower[token + 1] == "of":
            head = passage.child(token + 1, "pobj")
            if head is not None and head < here and passage.tags[head] == "NNS":
                return noun_name(passage, head)
    return None


def _whole_of(passage: Passage, figure: Figure, here: int, earlier: list[Candidate]) -> str | None:
    """The unit of which a number takes a part: "two of them" of the larger count before, "including two" of people."""
    last = passage.tokens_in(figure.low.start, figure.low.end)[1]
    larger = [c for c in earlier if c.unit and c.amount and _is_larger(c.amount, figure)]
    if passage.lower[last : last + 2] in _OF_THESE:
        return larger[-1].unit if larger else None
    if passage.lower[here - 1 : here] == ["including"]:
        people = [c.unit for c in larger if c.passage is passage and c.unit in words("nouns", "lists.people")]
        return people[-1] if people else None
    return None


def _is_larger(amount: str, figure: Figure) -> bool:
    try:
        return Decimal(amount) > figure.low.value
    except InvalidOperation:
        return False
