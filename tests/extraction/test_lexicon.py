"""The lexicon stays a thing that people read and change."""

from pathlib import Path

import pytest

from workbench.extraction import lexicon

FILES = sorted(Path(lexicon.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_line_runs_out_of_sight(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#"), "a list says first what it is for"
    assert [line for line in lines if len(line) > 120] == []
