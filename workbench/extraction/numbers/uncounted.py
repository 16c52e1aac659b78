"""What stands behind a number and is not counted by it: names, dates, places in a list, a "one" that is "a certain"."""

import re

from workbench.domain.claim import Bound
from workbench.extraction.grammar.nouns import Phrase, phrase_from, singular
from workbench.extraction.lexicon import words
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.text.passage import Passage

_OUT_OF = re.compile(r"-(?:for|of|in)-\d")
# "by five to one", "120-to-1": a ratio.
_TO_ONE = re.compile(r"\s+to\s+one\b|-to-(?:one|1)(?![\d,.]\d|\d)", re.IGNORECASE)
_TO_DIGIT, _DIGIT_TO = re.compile(r"\s+to\s+1(?![\d,.]?\d)"), re.compile(r"\d\s+to\s+$")
_OF_ONE = re.compile(r"\d-to-$")
_AGO = (["ago"], ["earlier"], ["before"], ["later"])


def is_top(passage: Passage, figure: Figure) -> bool:
    """As in "a top 10 hit", "in the top five", "five to one", "below zero", "any two cards"; no "the top two teams"."""
    first, last = passage.tokens_in(figure.low.start, figure.low.end)
    if passage.lower[first - 1 : first] == ["any"] or _is_ratio(passage, figure, first):
        return True
    if _TO_ONE.match(passage.text, figure.low.end):
        return passage.lower[first - 1 : first] != ["from"]
    if figure.low.value == 1 and _OF_ONE.search(passage.text, max(0, figure.low.start - 8), figure.low.start):
        return True
    if figure.low.value == 0 and figure.hedge in ("above", "below", "well above", "well below"):
        return True
    at = first - 1 - (passage.words[first - 1] == "-")
    if passage.lower[at] != "top":
        return False
    phrase = phrase_from(passage, last) if passage.tags[last : last + 1] not in ([], ["CD"]) else None
    return phrase is None or passage.tags[phrase.head] != "NNS"


def _is_ratio(passage: Passage, figure: Figure, first: int) -> bool:
    """As in "outnumber them 20 to 1", "by a margin of 3 to 1": both numbers of it."""
    low, _ = passage.sentences[passage.sentence_of[first]]
    if words("numbers", "ratios").isdisjoint(passage.lower[low:first]):
        return False
    ends = _TO_DIGIT.match(passage.text, figure.low.end)
    closes = figure.low.value == 1 and _DIGIT_TO.search(passage.text, max(0, figure.low.start - 10), figure.low.start)
    return bool(ends or closes)


def is_name(passage: Passage, figure: Figure, phrase: Phrase) -> bool:
    """As in "575 Wilbraham Road", "787 Dreamliner", ".38 pistol", "1.3 A", "3-for-4": a name, or nothing to count."""
    written = passage.text[figure.start : figure.end]
    if (
        figure.low.value > 1
        and figure.low.form == "digits"
        and not (figure.low.scaled or figure.hedge or "," in written)
    ):
        head = passage.words[phrase.head]
        capital = head[0].isupper() and not head.isupper() and passage.tags[phrase.head] in ("NNP", "NN")
        capital = capital and passage.entity_of[phrase.head] != "NORP" and not head.endswith("men")
        if capital and singular(head) == head.lower():
            return True
    named = passage.entity_of[phrase.head] == "PERSON" and passage.tags[phrase.head] == "NNP"
    if written.startswith("."):
        return True
    if (named and figure.low.value > 1 and passage.words[phrase.low - 1] != "-") or _is_year(passage, figure):
        return True
    if is_out_of(passage, figure):
        return True
    near = passage.lower[phrase.low : phrase.low + 5]
    if near[0] == "star" and not words("numbers", "starred").isdisjoint(near):
        return True
    listed = passage.lower[phrase.low] in words("numbers", "no_things") or passage.lower[phrase.head] == "cents"
    return listed or len(passage.words[phrase.head]) == 1


def is_out_of(passage: Passage, figure: Figure) -> bool:
    """As in "went 3-for-4", "a 2-in-1 laptop"."""
    return _OUT_OF.match(passage.text, figure.end) is not None


def _is_year(passage: Passage, figure: Figure) -> bool:
    """As in "2020 contenders": four digits that say a year, not written as a count is ("2,020 voters")."""
    written = passage.text[figure.low.start : figure.low.end]
    return re.fullmatch(r"(?!2000)(?:19[5-9]|20[0-3])\d", written) is not None and not figure.hedge


def says_when(passage: Passage, token: int) -> bool:
    """As in "fell to 900 last year", "stood at 900 Friday", "from 900 two weeks ago": a date stands behind it."""
    if passage.tags[token : token + 1] == ["CD"] and passage.lower[token + 2 : token + 3] in _AGO:
        return True
    if passage.tags[token : token + 1] == ["NNP"] and passage.lower[token] in words("ranks", "times"):
        return passage.tags[token + 1 : token + 2] not in (["NN"], ["NNS"], ["NNP"])
    if passage.lower[token : token + 1] not in (["last"], ["this"], ["next"], ["that"], ["the"]):
        return False
    named = passage.tags[token + 1 : token + 2] == ["NNP"] and passage.entity_of[token + 1] == "DATE"
    times = {"season", "cycle", *words("ranks", "times")}
    return named or not times.isdisjoint(passage.lower[token + 1 : token + 2])


def is_pronoun_one(passage: Passage, figure: Figure, phrase: Phrase, place: int, figures: list[Figure]) -> bool:
    """A bare "one" counts people in passives, and things beside another count; else it is "a certain"."""
    if (
        figure.low.value != 1
        or figure.low.form != "words"
        or figure.low.scaled
        or figure.bound is not Bound.EXACTLY
        or figure.hedge in ("just", "only", "exactly")
    ):
        return False
    if passage.lower[phrase.high : phrase.high + 2] == ["or", "another"]:
        return True
    noun = singular(passage.words[phrase.head])
    if _is_had(passage, phrase, noun) or (
        passage.lower[max(0, phrase.low - 2)] == "by" and noun in words("nouns", "lists.scored")
    ):
        return False
    if passage.lower[phrase.low - 1] == "of" or passage.tags[phrase.head] in ("NNS", "NNPS", "NNP"):
        return True
    head = passage.heads[phrase.head]
    killed = passage.deps[phrase.head] == "nsubjpass" or passage.lower[head] in (
        "died",
        "killed",
        "injured",
        "wounded",
        "dead",
    )
    if noun in words("nouns", "lists.people"):
        killed |= passage.deps[phrase.head] == "dobj" and passage.lower[head] in ("has", "have", "had", "having")
        return not (killed or _beside_count(passage, figure, place, figures))
    return noun in words("nouns", "lists.uncounted") or not _beside_count(passage, figure, place, figures)


def _is_had(passage: Passage, phrase: Phrase, noun: str) -> bool:
    """As in "each member has one vote", "won one delegate"; no "we have one problem"."""
    verb = passage.lower[passage.heads[phrase.head]]
    won = verb in words("nouns", "lists.winning")
    had = verb in words("nouns", "lists.holding") and noun not in words("nouns", "lists.people")
    thing = passage.deps[phrase.head] == "dobj" and passage.tags[phrase.head] == "NN"
    return thing and (won or had) and noun not in words("nouns", "lists.uncounted")


def _noun_behind(passage: Passage, figure: Figure) -> str:
    """The singular of the word behind a number of several: "36 shells … one shell" are both counts."""
    token = passage.tokens_in(figure.low.start, figure.end)[1]
    return singular(passage.words[token]) if token < len(passage) and passage.tags[token] == "NNS" else ""


def _beside_count(passage: Passage, figure: Figure, place: int, figures: list[Figure]) -> bool:
    noun = singular(passage.words[passage.tokens_in(figure.start, figure.end)[1]])
    others = [other for n, other in enumerate(figures) if n != place]
    if any(noun == _noun_behind(passage, other) for other in others):
        return True
    near = [f for n, f in enumerate(figures) if n != place and abs(f.start - figure.start) < 60 and not f.sign]
    return any(
        passage.sentence_of[passage.token_at(f.start)] == passage.sentence_of[passage.token_at(figure.start)]
        for f in near
    )
