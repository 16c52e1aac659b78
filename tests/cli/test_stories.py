"""Stories that go in, and the claims in them that come out."""

import csv
import json
from io import StringIO
from pathlib import Path

from tests.cli.asked import TRAM, told
from tests.shell import Shell
from workbench.domain.claim import Claim


def test_good_stories_go_in_beside_one_that_is_refused(tmp_path: Path):
    shell = Shell(tmp_path)
    good = tmp_path / "good.txt"
    good.write_text("Ferry returns\n\nThe ferry took 212 people across on 4 March 2022.", encoding="utf-8")
    done = shell.workbench("import", str(tmp_path / "gone.txt"), str(good))
    assert done.code == 1
    assert "Ferry returns" in done.out and done.out.count("\n") == 1
    assert "gone.txt can't be read" in done.err and done.err.count("\n") == 1
    again = shell.workbench("import", str(good))
    assert again.code == 0
    assert again.out.endswith("(there already)\n")


def test_extract_prints_the_agreed_object_and_leaves_no_database(tmp_path: Path):
    shell = Shell(tmp_path)
    done = shell.workbench("extract", "-", input=f"\n{json.dumps(TRAM)}\n".encode())
    assert (done.code, done.err) == (0, "")
    [story] = told(done.out)
    assert not shell.store.exists()
    assert list(story) == ["schema", "id", "title", "published", "text", "sentences", "claims"]
    assert [story[name] for name in ("schema", "id", "published")] == ["workbench.extract/1", "tram-1", "2022-03-15"]
    assert {name for sentence in story["sentences"] for name in sentence} == {
        *("start", "end", "checkworthiness", "signals")
    }
    own = {"id", "revision_id", "extraction_id", "number", "inside", "before", "after", "added_by", "added_at"}
    assert story["claims"]
    for claim in story["claims"]:
        assert set(claim) == set(Claim.model_fields) - own | {"in"}
        stretch = story["title"] if claim["in"] == "title" else story["text"]
        assert stretch[claim["start"] : claim["end"]] == claim["text"]
    money = next(claim for claim in story["claims"] if claim["kind"] == "money")
    assert (money["amount"], money["unit"]) == ("31000000", "GBP")


def test_extract_as_a_table_and_the_other_input_after_a_bad_one(tmp_path: Path):
    (tmp_path / "story.txt").write_text("Harbour news\n\nThe harbour counted 31 ships on 4 March 2022.")
    done = Shell(tmp_path).workbench(
        "extract", "--format", "table", str(tmp_path / "gone.txt"), str(tmp_path / "story.txt")
    )
    assert done.code == 1
    assert "Harbour news" in done.out and "31 ships" in done.out
    assert done.err.count("\n") == 1


def test_standard_input_without_an_id_goes_by_its_digest(tmp_path: Path):
    shell = Shell(tmp_path)
    done = shell.workbench("extract", "-", input=b"Ships in\n\nThe harbour counted 31 ships.")
    [story] = told(done.out)
    assert len(story["id"]) == 16 and set(story["id"]) <= set("0123456789abcdef")
    assert story["title"] == "Ships in"


def test_claims_of_one_story_as_lines_and_as_a_sheet(filled: Shell):
    rows = told(filled.workbench("claims", "tram-1", "--format", "jsonl").out)
    assert {row["status"] for row in rows} == {"open"} and {row["article"] for row in rows} == {"tram-1"}
    sheet = list(csv.DictReader(StringIO(filled.workbench("claims", "tram-1", "--format", "csv").out)))
    assert [row["label"] for row in sheet] == [row["label"] for row in rows]
    assert list(sheet[0]) == list(rows[0])


def test_claims_of_all_stories_own_ones_first_and_never_cut(filled: Shell):
    done = filled.workbench("claims")
    assert (done.code, done.err) == (0, "")
    rows = told(filled.workbench("claims", "--format", "jsonl").out)
    head, *table = done.out.splitlines()
    assert head.split() == ["article", "number", "kind", "label", "checkworthiness", "status", "verdict"]
    assert len(table) == len(rows) > 50
    for line, row in zip(table, rows, strict=True):
        assert line.split()[:3] == [row["article"], str(row["number"]), row["kind"]]
        assert row["label"] in line
    assert [row["article"].startswith("example-") for row in rows] == sorted(
        row["article"].startswith("example-") for row in rows
    )


def test_a_sheet_runs_no_formula_and_a_terminal_no_control(filled: Shell):
    sheet = list(csv.DictReader(StringIO(filled.workbench("claims", "=2+3", "--format", "csv").out)))
    assert {row["article"] for row in sheet} == {"'=2+3"}
    assert all(row["title"].startswith("'@odd") for row in sheet)
    assert "\x1b" not in filled.workbench("claims").out
    assert "\x1b" not in filled.workbench("claims", "\x1b[31m").err
