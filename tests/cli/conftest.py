"""Workbenches that the commands are tried on."""

import json
import shutil
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.asked import OTHER, TRAM, told
from tests.shell import Done, Shell
from workbench.cli import main


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A workbench with the examples and two stories of its own."""
    shell = Shell(tmp_path_factory.mktemp("filled"))
    assert shell.workbench("seed").code == 0
    stories = "\n".join(json.dumps(story) for story in (TRAM, OTHER)).encode()
    done = shell.workbench("import", "--format", "jsonl", "-", input=stories)
    assert (done.code, done.err) == (0, ""), done.err
    assert [(line["id"], line["revision"]) for line in told(done.out)] == [("tram-1", 1), ("=2+3", 1)]
    assert set(told(done.out)[0]) == {"id", "title", "revision", "claims"}
    return shell


@pytest.fixture
def copied(filled: Shell, tmp_path: Path) -> Shell:
    """The same workbench, to change at will."""
    return Shell(tmp_path, shutil.copy(filled.store, tmp_path / "copy.sqlite"))


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """The same commands without a process each, for the many that do nothing but say something."""

    def run(shell: Shell, *arguments: str, **settings: str) -> Done:
        for name, value in shell.environment(**settings).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.argv", ["workbench", *arguments])
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO()))
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Done(ended.value.code, said.out, said.err)

    return run
