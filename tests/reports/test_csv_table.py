"""The table: one row a claim, and no cell that a spreadsheet would run."""

import csv
import io
import tomllib
from pathlib import Path

import pytest

from tests.reports.odd import odd_report
from tests.stories import SNAPSHOT, checked, claim, rate, report, story, tram_story
from workbench.reports import write
from workbench.reports.csv_table import COLUMNS, safe

CASES = tomllib.loads(Path(__file__).with_name("cells.toml").read_text(encoding="utf-8"))["case"]
TRAM = report(tram_story())


def rows(of):
    written = write(of, "csv")
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["cell"]))
def test_a_cell_that_would_run_gets_an_apostrophe(case):
    assert safe(case["cell"]) == case["safe"]


def test_one_row_a_claim_in_story_order():
    found = rows(TRAM)
    assert [row["number"] for row in found] == [str(n) for n in range(1, 11)]
    assert [row["rating"] for row in found] == [c.standing.shown for c in TRAM.story.claims]
    assert list(found[0]) == list(COLUMNS)


def test_a_row_tells_who_settled_it_when_and_on_what():
    row = rows(TRAM)[2]
    assert (row["settled_how"], row["settled_by"], row["settled_at_utc"]) == (
        "concurring",
        "Mara Lindqvist, Tomás Ferreira",
        "2022-03-15 12:14:00",
    )
    assert row["evidence"] == "supports: Council minutes, primary, item 4: “For: 31. Against: 12.”"


def test_a_kept_page_and_a_dead_link_stand_with_their_evidence():
    said = rows(TRAM)[4]["evidence"]
    assert said.endswith(
        f"(kept 2022-03-15 12:00:00, text/html, SHA-256 {SNAPSHOT.sha256}) (link dead since 2022-03-15 12:40:00: 404)"
    )


def test_reviews_that_no_longer_count_say_so():
    assert rows(TRAM)[3]["reviews"].splitlines() == [
        "2022-03-15 12:09:00 Tomás Ferreira: disputed (no longer counts): The calendar says Tuesday.",
        "2022-03-15 12:11:00 Tomás Ferreira: took a review back",
        "2022-03-15 12:13:00 Tomás Ferreira: verified: It was the Monday session after all.",
    ]


def test_each_row_carries_its_story_and_the_seal():
    for row in rows(TRAM):
        assert (row["story"], row["seal"]) == (TRAM.story.article.title, str(TRAM.seal))


def test_a_story_without_claims_is_a_table_without_rows():
    assert rows(report(story())) == []


def test_formulas_in_any_field_are_disarmed():
    bad = "=cmd|' /C calc'!A1"
    text = f"{bad} and -5"
    made = report(
        story(
            checked(claim(bad, "quote", text, speaker=bad, cue=bad, about=[bad]), rate("verified", reason=bad)),
            checked(claim("-5", "count", text, amount="-5")),
            title=bad,
            text=text,
            publisher=bad,
            reference=bad,
        )
    )
    found = rows(made)
    starts = {cell[0] for row in found for cell in row.values() if cell and cell != "-5"}
    assert not starts & set("=+-@\t\r\n")
    assert found[0]["label"] == f"'{bad}"
    assert found[1]["amount"] == "-5"


def test_hostile_text_keeps_rows_whole():
    assert len(rows(odd_report())) == 4
