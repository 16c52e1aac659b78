"""The floors of the house are a contract."""

import subprocess
import sys
import tomllib
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
TOP = {"pyproject.toml", "README.md", "workbench", "seeds", "db", "tests"}
TOOLS = {"Makefile", "docs", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "requirements.lock", "requirements-dev.lock"}


def test_each_floor_imports_only_from_below_it():
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))], cwd=HOUSE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_contract_covers_every_floor():
    contracts = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    named = {name.strip().removeprefix("workbench.") for layer in layers for name in layer.split("|")}
    there = {path.stem for path in (HOUSE / "workbench").iterdir() if path.name[0] not in "_."}
    assert there == named


def test_only_what_was_agreed_lies_at_the_top():
    tracked = subprocess.run(["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    top = {line.partition("/")[0] for line in tracked.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP | TOOLS
    assert top >= TOP


def test_no_module_outgrows_its_room():
    rooms = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (HOUSE / "workbench").rglob("*.py")}
    assert {path.name: lines for path, lines in rooms.items() if lines > 300} == {}


def test_nothing_heavy_is_imported_by_the_command_lines_help():
    code = (
        "import sys; from typer.testing import CliRunner; from workbench.cli import app; "
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0; "
        "print(sorted(set(sys.modules) & {'spacy', 'streamlit', 'sqlalchemy', 'pandas', 'trafilatura', 'pypdfium2'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
