"""The quick look at what a text is spelled with, which may spare a rule only what the rule could not find."""

import tomllib
from pathlib import Path

import pytest

from workbench.extraction.dates.forms import Form
from workbench.extraction.kinds.date import FORMS
from workbench.extraction.lexicon import table
from workbench.extraction.numbers.numerals import READERS
from workbench.extraction.text.spelled import spelled

CASES = [
    case["text"]
    for path in sorted(Path(__file__).parents[1].glob("kinds/*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
CALENDAR = table("calendar")
HOLIDAYS = [*CALENDAR["holidays"], *CALENDAR["holidays_by_weekday"], *CALENDAR["holidays_by_easter"]]
TEXTS = [*CASES, *HOLIDAYS, *(f"{name} 5" for month in CALENDAR["months"] for name in (month.title(), month.upper()))]


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("In May", {"In", "in", "May", "may"}),
        ("O'Hara's", {"O", "o", "Hara", "hara", "s"}),
        ("mid-1990s", {"mid", "1990s", "0000s", "0000", "0"}),
        ("9/11's", {"9", "0", "11's", "00's", "00"}),
        ("half, 5½", {"half", "5", "½", "0"}),
        ("x_1 …", {"x", "1", "0"}),
        ("—", set()),
    ],
)
def test_words_and_the_shapes_of_digits_are_seen(text: str, among: set[str]) -> None:
    assert spelled(text) == among


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_date_is_spared(form: Form) -> None:
    held = [text for text in TEXTS if form.pattern.search(text if form.exact else text.lower())]
    assert [text for text in held if any(map(spelled(text).isdisjoint, form.needs))] == []


@pytest.mark.parametrize("needs_and_reader", READERS, ids=lambda pair: pair[1].__name__)
def test_no_number_is_spared(needs_and_reader) -> None:
    needs, reader = needs_and_reader
    held = [text for text in TEXTS if next(iter(reader(text.lower())), None)]
    assert [text for text in held if needs.isdisjoint(spelled(text))] == []
