"""docs/reports.md tells the truth: its formats, fields and columns are those of the code."""

import re
from pathlib import Path

from tests.stories import report, tram_story
from workbench.reports import FORMATS
from workbench.reports.csv_table import COLUMNS
from workbench.reports.json_record import SCHEMA, record

PAGE = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")
RECORD = record(report(tram_story()))
DISPUTED = RECORD["claims"][4]


def rows(heading):
    """The rows of the first table under a heading, each as its cells, the head left out."""
    section = f"\n{PAGE}".split(f"\n{heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def names(cell):
    return re.findall(r"`([^`]+)`", cell)


def test_the_formats_are_those_there_are():
    assert rows("# Reports") == [[form.name, form.suffix, form.media_type] for form in FORMATS.values()]


def test_the_fields_of_the_record_are_those_written():
    evidence = DISPUTED["evidence"][0]
    objects = {
        "report": RECORD,
        "made_by, people": RECORD["made_by"],
        "article": RECORD["article"],
        "revision": RECORD["revision"],
        "original": RECORD["original"],
        "extraction": RECORD["extraction"],
        "claim": DISPUTED,
        "verdict": DISPUTED["verdict"],
        "review": DISPUTED["reviews"][0],
        "evidence": evidence,
        "snapshot": evidence["snapshot"],
        "link": evidence["link"],
        "source": evidence["source"],
    }
    assert {row[0]: names(row[1]) for row in rows("## The record")} == {
        name: list(fields) for name, fields in objects.items()
    }
    assert f"`{SCHEMA}`" in PAGE


def test_the_columns_of_the_table_are_those_written():
    assert sorted(name for row in rows("## The table") for name in names(row[0])) == sorted(COLUMNS)
