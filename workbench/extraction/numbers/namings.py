"""Numbers that belong to a name and count nothing: "Boeing 737", "Article 5", "Group of 20", "room 10"."""

import re
from collections.abc import Iterator
from itertools import chain

from workbench.domain.claim import Stretch
from workbench.extraction.grammar.nouns import singular
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers.numeral import Numeral
from workbench.extraction.numbers.ordinals import is_numbered_turn
from workbench.extraction.numbers.signs import SIGN_BEFORE, unit_at
from workbench.extraction.text.passage import Passage

SIGN_AT_END = re.compile(rf"(?P<minus>(?<![\w)])[-−–])?(?P<sign>{SIGN_BEFORE})\s?(?P<inner>[-−])?$")
"""A currency sign right before a number, with the minus before or behind it."""


LARGEST = 1000
"""Numbers below this one may tell several of a kind apart: "posts 12 and 14"."""
_STANDARD = re.compile(r"[A-Z][A-Za-z]*[A-Z]")
"""A standard, whose number with a point is its version: "HDMI 2.1 ports"."""
LONG_UNIT = 4
"""Letters from which on a unit is surely one behind a word like "flight": not the "in" of "room 10 in the cellar"."""
_MODEL = re.compile(r"\d{2,4}(?:s|-\w+)?")
_LEAD = re.compile(r"(\d+)[-–]$")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_TO_NUMBER = re.compile(r"(?:\s?[-–]\s?|\s+to\s+)\d")
_ROW = re.compile(r"\s*(?:,|and|or|&|through|to)\s+(?P<second>\d{1,3})(?![\d,.]\d|\s?[%$£€])(?!\s+percent|\s+per\s)")
_AND = re.compile(r"\s*(?:,|&|(?:,\s*)?(?:and|or|through)\b)\s*")


def _has_unit(text: str, numeral: Numeral) -> bool:
    """Whether a unit of two letters or more touches the digits, so that they are no part of a name: "500mg"."""
    touching = re.match(r"[A-Za-zµ]{2}", text[numeral.end : numeral.end + 2])
    return numeral.form == "digits" and touching is not None and unit_at(text, numeral.end, digits=True) is not None


def _is_naming(passage: Passage, token: int) -> bool:
    word = passage.lower[token]
    if word not in words("names", "before"):
        return False
    plain = passage.words[token].islower()
    return not (word in words("names", "counting") and plain) and not (
        plain and passage.tags[token] in ("VB", "VBD", "VBP", "VBZ", "RB", "UH", "DT")
    )


def taught(passages: list[Passage]) -> frozenset[str]:
    """The numbers that are names in this story, as written: behind a maker ("Boeing 737"), and its known models."""
    makers, models = words("names", "makers"), table("names")["models"]
    telling = [passage for passage in passages if not makers.isdisjoint(passage.spelled)]
    said = {maker for maker in models if any(maker in passage.lower for passage in telling)}
    flown = any(not words("names", "flying").isdisjoint(passage.spelled) for passage in passages)
    called = chain.from_iterable(_called_the(passage) for passage in passages) if flown else ()
    return frozenset(chain((number for maker in said for number in models[maker]), called)) | frozenset(
        passage.words[token][:-1] if passage.words[token].endswith("s") else passage.words[token].split("-")[0]
        for passage in telling
        for token in range(1, len(passage))
        if passage.lower[token - 1] in makers and _MODEL.fullmatch(passage.words[token])
    )


def _called_the(passage: Passage) -> Iterator[str]:
    """The models that stand behind an article, as no number of things does: "the 747", "a 737 pilot"."""
    models = frozenset(chain.from_iterable(table("names")["models"].values()))
    for token, word in enumerate(passage.words):
        if (
            word in models
            and passage.lower[token - 1] in ("the", "a")
            and passage.tags[token + 1 : token + 2] != ["NNS"]
        ):
            yield word


def named(
    passage: Passage, numeral: Numeral, known: frozenset[str] = frozenset(), before: Numeral | None = None
) -> bool:
    """Whether the number is part of a name: "Boeing 737", "Article 5", "Group of 20", "room 10".

    `known` holds numbers that the story has taught as names: "the 737" behind "a Boeing 737". `before` is the number
    right before where that is part of a name: "flights 12 and 15".
    """
    token = passage.token_at(numeral.start)
    if before is not None and _goes_on(passage, before, numeral):
        return True
    return _is_known(passage, numeral, token, known) or (token > 0 and _behind_name(passage, numeral, token))


def _numbers_plural(passage: Passage, numeral: Numeral, token: int) -> bool:
    """As in "posts 12 and 14 were hit": two numbers right behind a plural, and no noun behind them."""
    before = passage.lower[token - 1]
    aged = passage.lower[token + 1 : token + 2] == ["to"] and singular(before) in words("nouns", "lists.people")
    if passage.tags[token - 1] != "NNS" or before == "ages" or aged:
        return False
    row = _ROW.match(passage.text, numeral.end)
    if row is None or numeral.value >= LARGEST or passage.text[passage.ends[token - 1] : numeral.start].strip():
        return False
    behind = passage.token_at(row.start("second")) + 1
    return passage.tags[behind : behind + 1] not in (["NNS"], ["NN"], ["JJ"], ["HYPH"], ["CD"])


def _goes_on(passage: Passage, before: Numeral, numeral: Numeral) -> bool:
    """As in "sections 5, 6 and 12": joined to a number that is a name, and no noun behind that it could count."""
    if before.form != "digits" or numeral.form != "digits" or numeral.scaled:
        return False
    joined = _AND.fullmatch(passage.text, before.end, numeral.start)
    following = passage.tags[passage.token_at(numeral.end - 1) + 1 :][:1]
    return joined is not None and following not in (["NNS"], ["NN"], ["JJ"], ["HYPH"])


def _behind_name(passage: Passage, numeral: Numeral, token: int) -> bool:
    before = passage.text[max(0, numeral.start - 20) : numeral.start].rstrip()
    if any(before.endswith(group.capitalize()) for group in table("names")["groups"]):
        return True
    if SIGN_AT_END.search(passage.text[max(0, numeral.start - 12) : numeral.start]) or _has_unit(passage.text, numeral):
        return False
    split = passage.words[token - 1] == "-" or passage.slice(max(0, token - 2), token) == "No."
    place = token - 2 if split and token > 1 else token - 1
    if numeral.form == "digits" and not numeral.scaled and _is_naming(passage, place):
        return not _is_beside_name(passage, numeral, place)
    if numeral.form == "words":
        capital = passage.words[token][0].isupper()
        called = capital and passage.inside is Stretch.TEXT and _is_called(passage, token)
        if called or is_numbered_turn(passage, place):
            return True
        return (capital or passage.lower[place] in words("names", "before_words")) and _is_naming(passage, place)
    plain = numeral.form == "digits" and not numeral.scaled
    version = "." in passage.words[token] and _STANDARD.fullmatch(passage.words[token - 1]) is not None
    named = version or _follows_name(passage, token, numeral.value == 1)
    return plain and (named or _numbers_plural(passage, numeral, token))


def _is_beside_name(passage: Passage, numeral: Numeral, place: int) -> bool:
    """As in "leads the series 3-2", "passed the measure 56-27", "a flight 400 miles off": no name."""
    led = place > 0 and passage.tags[place - 1] == "DT"
    if (led or passage.lower[place] == "series") and _TO_NUMBER.match(passage.text, numeral.end):
        return True
    unit = unit_at(passage.text, numeral.end, digits=True) if passage.words[place].islower() else None
    return unit is not None and len(unit.written) >= LONG_UNIT


def _is_called(passage: Passage, token: int) -> bool:
    """As in "the Springfield Five", "the cover of Seventeen", "in Two Rivers": a capital inside a sentence."""
    before = passage.words[token - 1]
    if not before[0].isalpha() or before.endswith(".") or passage.words[token].isupper() or _is_heading(passage, token):
        return False
    if before.islower():
        return True
    high = token
    while high < len(passage) and passage.words[high][0].isupper() and passage.tags[high] in ("CD", "NNP"):
        high += 1
    follows = passage.tags[high] if high < len(passage) else "."
    named = passage.tags[token - 1] in ("NNP", "NNPS") and passage.entity_of[token - 1] not in ("DATE", "TIME")
    return named and follows not in ("NNS", "NNPS", "NNP")


def _is_heading(passage: Passage, token: int) -> bool:
    """Whether most words of the sentence have a capital, so that it says nothing."""
    low, high = passage.sentences[passage.sentence_of[token]]
    said = [word for word in passage.words[low:high] if word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in said) > len(said)


def _is_known(passage: Passage, numeral: Numeral, token: int, known: frozenset[str]) -> bool:
    """Whether the number is one that the story uses as a name, or the second half of such a one: "737-800"."""
    lead = _LEAD.search(passage.text, max(0, numeral.start - 5), numeral.start)
    written = lead.group(1) if lead else passage.text[numeral.start : numeral.end]
    return written in known and not _counts_people(passage, token)


def _counts_people(passage: Passage, token: int) -> bool:
    after = passage.lower[token + 1 : token + 2]
    return bool(after) and singular(after[0]) in words("nouns", "lists.people")


def _is_led_by(passage: Passage, token: int) -> bool:
    """As in "leads Alvarez 51 to 43", "ahead of Kim 51 to 43": one side of a score, behind a name."""
    to_number = passage.lower[token + 1 : token + 2] == ["to"] and passage.tags[token + 2 : token + 3] == ["CD"]
    return to_number and not words("nouns", "lists.scoring").isdisjoint(passage.lower[max(0, token - 6) : token])


def _is_share(passage: Passage, token: int) -> bool:
    """As in "Hall has 32 percent, Kim 25 and Marsh 19": what the next one has, behind a share of the sentence."""
    low, high = passage.sentences[passage.sentence_of[token]]
    gap = token - 1
    while gap > low and passage.tags[gap] in ("NNP", "IN"):
        gap -= 1
    ends = token + 1 == high or passage.tags[token + 1] in (".", ",", "CC", ":")
    before = passage.lower[low:gap]
    small = len(passage.words[token]) < len("100")
    return ends and small and passage.lower[gap] in (",", "and", ";", "to") and ("percent" in before or "%" in before)


def _is_of_group(passage: Passage, token: int) -> bool:
    """As in "gives the Greens 14 seats, the Liberals 22": the plural before the number names people."""
    before, behind = token - 1, passage.tags[token + 1 : token + 2]
    if passage.entity_of[before] == "NORP" and passage.lower[before].endswith("s"):
        return passage.tags[before] == "NNPS" or behind == ["NNS"]
    led = passage.lower[max(0, before - 1)] == "the"
    return led and passage.tags[before] == "NNPS" and behind in (["NNS"], [","], ["."], ["CC"], [":"])


def _follows_name(passage: Passage, token: int, numeral_is_one: bool) -> bool:
    """A capitalised name right before, and no plural right after that the number could count."""
    if passage.tags[token - 1] not in ("NNP", "NNPS") or passage.entity_of[token - 1] in ("DATE", "TIME"):
        return False
    if _SCORE.fullmatch(passage.words[token]) or _is_of_group(passage, token) or _is_led_by(passage, token):
        return False
    if _is_share(passage, token):
        return False
    after = passage.words[token + 1 : token + 3]
    if after[:1] in (["%"], ["percent"], ["per"]) or (after[:1] in (["-"], ["–"]) and after[-1][:1].isdigit()):
        return False
    head = passage.heads[token]
    counted = head > token and passage.deps[token] in ("nummod", "compound")
    if counted and (passage.tags[head] == "NNS" or numeral_is_one):
        return passage.heads[token - 1] == head
    touching = passage.text[passage.ends[token - 1] : passage.starts[token]].strip() == ""
    return touching and (counted or passage.heads[token - 1] in (token, head) or head == token - 1)
