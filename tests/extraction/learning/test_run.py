"""From a file of marked rows to a file of weights that the extractor reads."""

import gzip
import json
import tomllib
from pathlib import Path

import pytest

from workbench.extraction.learning import __main__ as run
from workbench.extraction.learning.examples import LearningError, read
from workbench.extraction.learning.written import write
from workbench.extraction.lexicon import HERE, table
from workbench.extraction.pipeline import Extractor
from workbench.extraction.worth.weights import Weights

TOWNS = ["Oker", "Goslar", "Leeds", "Turin", "Ghent", "Cork", "Graz", "Bergen", "Lille", "Porto"]
WORTHY = ["Taxes in {} rose by 12 per cent.", "The mayor of {} spent £3 million in 2019.", "A fire killed 20 in {}."]
IDLE = ["I think {} is a wonderful place.", "What should we hope for in {}?", "Let me tell you about {}."]


def rows(sentences: dict[str, bool]) -> str:
    return "".join(json.dumps({"text": text, "worthy": worthy}) + "\n" for text, worthy in sentences.items())


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl.gz"
    told = {form.format(town): form in WORTHY for town in TOWNS for form in (*WORTHY, *IDLE)}
    path.write_bytes(gzip.compress(rows(told).encode()))
    return path


def test_learns_writes_and_measures(marked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = tmp_path / "weights.toml"
    assert run.main([str(marked), str(marked)], into) == 0
    weights = tomllib.loads(into.read_text(encoding="utf-8"))
    assert set(weights) == {"base", "sentence", "groups", "words"}
    assert set(weights["groups"]) == set(table("worth")["groups"])
    assert weights["sentence"]["a figure"] > 0
    assert weights["groups"]["opinion"] <= 0
    assert capsys.readouterr().out.splitlines()[-1] == "rows.jsonl.gz: F1 1.000"


def test_no_word_of_the_rows_is_written_that_the_lexicon_lacks(marked: Path, tmp_path: Path) -> None:
    into = tmp_path / "weights.toml"
    run.main([str(marked)], into)
    assert not [town for town in TOWNS if town.lower() in into.read_text(encoding="utf-8").lower()]


def test_reads_one_sentence_a_row_and_leaves_out_others(tmp_path: Path, extractor: Extractor) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        rows({'"He said ""no"" to the plan."': True, "It rained. Nobody came to the square.": True, "": False}),
        encoding="utf-8",
    )
    (one,) = read(path, extractor)
    assert one.worthy
    assert "laws and votes" in one.shown.words


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"text": "A dam."}', "null"])
def test_a_row_without_its_mark_is_named(tmp_path: Path, extractor: Extractor, line: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(rows({"A dam broke.": True}) + line + "\n", encoding="utf-8")
    with pytest.raises(LearningError, match=r"Line 2 of rows\.jsonl is no marked row"):
        list(read(path, extractor))


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([str(tmp_path / "gone.jsonl")], tmp_path / "weights.toml") == 1
    assert capsys.readouterr().err.startswith("gone.jsonl can't be opened")
    assert run.main([], tmp_path / "weights.toml") == 2
    assert not (tmp_path / "weights.toml").exists()


def test_what_is_written_reads_back_heaviest_first(tmp_path: Path) -> None:
    weights: Weights = {
        "base": -0.3,
        "sentence": {"“I” act": -0.25, 'a "figure"': 0.5},
        "groups": {"g": 0.1},
        "words": {"n't": 0.0, "tax": 1.25},
    }
    path = tmp_path / "weights.toml"
    write(weights, path, rows=7, name="rows.jsonl")
    text = path.read_text(encoding="utf-8")
    assert tomllib.loads(text) == weights
    assert text.index('"tax"') < text.index('"n\'t"')
    assert "7 marked sentences of rows.jsonl" in text


def test_the_weights_in_use_tell_their_origin() -> None:
    head = (HERE / "worth_weights.toml").read_text(encoding="utf-8").split("base =")[0]
    assert "ClaimBuster" in head
    assert "CheckThat!" in head
    assert "make learn" in head
