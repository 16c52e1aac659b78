"""What holds for every story, however strange: no exception, spans that slice to their text, order, fields, scores."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.domain.claim import Extracted, Kind, Stretch
from workbench.extraction.pipeline import Extractor
from workbench.extraction.text.paragraphs import LONGEST, LONGEST_RUN, pieces, readable, unbracketed

FRAGMENTS = [
    "The mayor, Lena Fischer, said ",
    "$3.5 million",
    "£3bn",
    "US$10-15 million",
    " from 5% to 7% ",
    "“We will ",
    "” ",
    '"',
    "'",
    "’s ",
    " on Monday ",
    "next week",
    "March 3-5, 2019",
    "9/11",
    "two-thirds of ",
    "one in five ",
    "a dozen ",
    "tens of thousands of people",
    "the first ",
    "largest ever",
    "according to ",
    "NATO (",
    ") ",
    "\n",
    "\n\n",
    "\u202e",
    " [T]he ",
    ' href="a b" ',
    "🇺🇦",
    "👩‍👩‍👧",
    "مرحبا بالعالم ",
    "日本は 3 億円 ",
    "BREAKING NEWS: ",
    "5m",
    "1 hour 59 minutes 40.2 seconds ",
    "-12°C",
    "Smith, 45, ",
    "who ",
    "and ",
    ", ",
    ". ",
    "\t",
    "\x00",
    "\x1b[31m",
    "1" * 60,
    "½",
    "Dr ",
    "e\u0301",
    "0",
    "in 0000 ",
    "99/99/9999 ",
    "February 30 ",
    "the 99th century ",
    "twenty twenty ",
    "hundred ",
    "of a million ",
    "% ",
    "$",
    "a year ago ",
    "9999 years ago ",
    "the last ",
    "he said ",
    "she told ",
    "it ",
    "Article 5 ",
]
STORIES = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=25).map("".join)
DAYS = st.one_of(st.none(), st.dates())
SLOW = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def holds(extracted: Extracted, title: str, text: str) -> None:
    ends = 0
    for sentence in extracted.extraction.sentences:
        assert ends <= sentence.start < sentence.end <= len(text)
        assert 0 <= sentence.checkworthiness <= 1
        ends = sentence.end
    for number, claim in enumerate(extracted.claims, 1):
        whole = title if claim.inside is Stretch.TITLE else text
        assert claim.number == number
        assert whole[claim.start : claim.end] == claim.text
        assert claim.before == whole[max(0, claim.start - 32) : claim.start]
        assert claim.after == whole[claim.end : claim.end + 32]
        assert claim.label.strip()
        assert (claim.sentence is None) == (claim.inside is Stretch.TITLE)
        if claim.sentence is not None:
            sentence = extracted.extraction.sentences[claim.sentence]
            assert claim.start < sentence.end
            assert claim.end > sentence.start
        assert (claim.amount is not None) == (claim.kind in (Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.MEASURE))
    places = [(c.inside is Stretch.TEXT, c.start) for c in extracted.claims]
    assert places == sorted(places)


@SLOW
@given(title=STORIES, text=STORIES, published=DAYS)
def test_any_story_keeps_the_laws(extractor: Extractor, title: str, text: str, published: date | None) -> None:
    holds(extractor.extract(title, text, published), title, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t ",
        "a" * 30_000,
        "((((" * 2_000,
        "$" * 5_000,
        '"' * 3_000,
        "1," * 4_000,
        "3.5 million euros for 20 schools in May 2019, said Ann Lee. " * 300,
        "THE MAYOR SAID ON MONDAY THAT 30 PEOPLE DIED IN THE WORST FIRE SINCE 1973. " * 20,
        "and " * 10_000,
        "twenty " * 4_000,
        "\ud83d",
        "12\r¼ hours\u2003½ 5-1/2",
    ],
    ids=lambda text: f"{text[:12]!r} x {len(text)}",
)
def test_hostile_texts_keep_the_laws(extractor: Extractor, text: str) -> None:
    holds(extractor.extract(text[:1000], text, date(2022, 3, 15)), text[:1000], text)


@given(text=STORIES)
def test_pieces_stand_in_order_and_lose_nothing_that_can_be_read(text: str) -> None:
    """Between the pieces stand only blanks, signs, and runs too long to be words."""
    end = 0
    for low, high in pieces(text):
        assert end <= low < high <= len(text)
        assert high - low <= LONGEST
        assert unreadable(text[end:low])
        end = high
    assert unreadable(text[end:])


def unreadable(gap: str) -> bool:
    """Whether nothing in it is a word or a number of ordinary length."""
    return not any(char.isalnum() for word in gap.split() if len(word) < LONGEST_RUN for char in word)


@given(text=st.text())
def test_readable_keeps_every_offset(text: str) -> None:
    assert len(readable(text)) == len(text)


@given(text=st.lists(st.sampled_from(["[T]he ", "[w]e, ", "[", "]", " a", "b", " “", "”", "\n"])).map("".join))
def test_what_stands_in_brackets_keeps_every_offset(text: str) -> None:
    assert len(unbracketed(text)) == len(text)
