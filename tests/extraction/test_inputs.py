"""Whatever comes in: no exception, no offset off by one, and what stands clearly in it is found."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.extraction.gate.marks import marked_stories
from workbench.documents.cleaning import clean
from workbench.domain.claim import Claim, Extracted, Kind, Stretch
from workbench.extraction.pipeline import Extractor

DAY = date(2022, 3, 15)
CASES = [
    pytest.param(case, id=case["name"])
    for case in tomllib.loads(Path(__file__).with_suffix(".toml").with_stem("inputs").read_text(encoding="utf-8"))[
        "case"
    ]
]
MEGABYTE = 1_000_000
JOINERS = ("Mn", "Me", "Mc")
"""Characters that belong to the one before them: accents, enclosing marks, vowel signs."""


def check_offsets(extracted: Extracted, title: str, text: str) -> None:
    """Each claim holds its own words, ends at the ends of words, and its amounts are plain decimals."""
    for claim in extracted.claims:
        whole = title if claim.inside is Stretch.TITLE else text
        assert whole[claim.start : claim.end] == claim.text == claim.text.strip()
        assert not cuts_a_word(whole, claim.start)
        assert not cuts_a_word(whole, claim.end)
        for amount in filter(None, (claim.amount, claim.amount_high)):
            assert amount.isascii()
            assert Decimal(amount).is_finite()
        assert claim.label.splitlines() == [claim.label]


def cuts_a_word(whole: str, place: int) -> bool:
    """Between two Latin letters, or before a mark that belongs to the letter in front of it."""
    before, after = whole[:place][-1:], whole[place:][:1]
    inside = before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
    return inside or (bool(before and after) and unicodedata.category(after) in JOINERS)


def said(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    return [(claim.kind.value, claim.text) for claim in claims]


@pytest.mark.parametrize("case", CASES)
def test_odd_texts(extractor: Extractor, case: dict[str, Any]) -> None:
    title, text = case.get("title", ""), case["text"]
    check_offsets(extractor.extract(title, text, DAY), title, text)
    title, text = clean(title), clean(text)
    extracted = extractor.extract(title, text, DAY)
    check_offsets(extracted, title, text)
    assert set(map(tuple, case.get("found", []))) <= set(said(extracted.claims))
    for kind, words in case.get("never", []):
        assert not [claim.text for claim in extracted.claims if claim.kind == kind and words in claim.text]


@pytest.mark.parametrize("case", CASES)
def test_odd_titles(extractor: Extractor, case: dict[str, Any]) -> None:
    check_offsets(extractor.extract(case["text"], "It rained.", DAY), case["text"], "It rained.")


@pytest.mark.parametrize(
    "before", ["🇺🇦 👩‍👩‍👧 𝒳\n\n", "مرحبا\n\n", "\ufeff\n\n", "\u0000\t\r\n\n\n\n\n", "e\u0301 ﷽\n\n"]
)
def test_what_stands_before_moves_every_claim_by_its_length(extractor: Extractor, before: str) -> None:
    story = marked_stories()[0]
    alone = extractor.extract(story.title, story.text, story.published).claims
    moved = extractor.extract(story.title, before + story.text, story.published).claims
    assert [place(claim, 0) for claim in alone] == [place(claim, len(before)) for claim in moved]


def place(claim: Claim, moved: int) -> tuple[object, ...]:
    shift = 0 if claim.inside is Stretch.TITLE else moved
    return claim.kind, claim.start - shift, claim.end - shift, claim.text, claim.amount, claim.date, claim.speaker


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\n \t\n", "\n\n\n\n"])
def test_how_paragraphs_are_parted_changes_no_claim(extractor: Extractor, end: str) -> None:
    story = marked_stories()[1]
    other = story.text.replace("\n\n", end)
    expected = said(extractor.extract(story.title, story.text, story.published).claims)
    assert said(extractor.extract(story.title, other, story.published).claims) == expected


@pytest.mark.parametrize(
    "filling",
    ["a" * MEGABYTE, " " * MEGABYTE, ("x" * 49 + " ") * (MEGABYTE // 50), "\n" * MEGABYTE, "7 " * (MEGABYTE // 2)],
    ids=["no blank", "blanks alone", "long words", "line ends", "single digits"],
)
def test_a_megabyte_between_two_sentences(extractor: Extractor, filling: str) -> None:
    text = f"It cost 30 dollars. {filling} We paid 40 euros."
    extracted = extractor.extract("", text, DAY)
    check_offsets(extracted, "", text)
    money = [claim for claim in extracted.claims if claim.kind is Kind.MONEY]
    assert [(claim.text, claim.start) for claim in money] == [("30 dollars", 8), ("40 euros", len(text) - 9)]


def test_sentences_that_break_off_anywhere(extractor: Extractor) -> None:
    """Tweets, captions and cut wires end where no grammar does: behind a comma, an article, a preposition."""
    for story in marked_stories():
        sentences = re.split(r"(?<=[.!?”])\s+", story.text)
        cuts = [s[: end.start()] for s in sentences for end in list(re.finditer(r"(?<=[,\w])(?=\s)", s))[::3]]
        text = "\n\n".join(cuts)
        check_offsets(extractor.extract(cuts[0], text, story.published), cuts[0], text)


@pytest.mark.soak
def test_a_megabyte_of_news_on_one_line(extractor: Extractor) -> None:
    sentence = "The port, which lost 30 jobs on Monday, paid $3.5 million for two cranes. "
    text = sentence * (MEGABYTE // len(sentence))
    extracted = extractor.extract("", text, DAY)
    check_offsets(extracted, "", text)
    starts = [claim.start for claim in extracted.claims if claim.text.startswith("$3.5 million")]
    assert starts == [n * len(sentence) + sentence.index("$") for n in range(MEGABYTE // len(sentence))]
