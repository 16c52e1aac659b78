"""What the project says of itself is true: commands run, tables are the code's, links lead on."""

import json
import re
import sqlite3
import subprocess
import urllib.request
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from tests.readme_tables import README, with_tables
from tests.shell import Shell
from workbench.settings import HOME
from workbench.store.guards import FROZEN
from workbench.store.tables import ROWS

PAGE = README.read_text(encoding="utf-8")
PAGES = [HOME / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "db/README.md", "seeds/README.md")]
PAGES += sorted((HOME / "docs").rglob("*.md"))
DECISIONS = sorted((HOME / "docs" / "decisions").glob("[0-9]*.md"))
BLOCK = re.compile(r"^```(?:sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"`((?:[\w.-]+/)+(?:[\w-]+\.(?:py|toml|js|css|md|mako))?)`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)(?:#([^)\s]+))?\)")


def commands(page: str) -> list[str]:
    """The lines of the page's shell blocks, without their comments."""
    found = [line.partition("  #")[0].strip() for block in BLOCK.findall(page) for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in found if line]


MAKE = sorted(
    {line for page in PAGES for line in commands(page.read_text(encoding="utf-8")) if line.startswith("make ")}
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """An empty workbench, and a folder with the files that the README names."""
    shell = Shell(tmp_path_factory.mktemp("readme"))
    document = Document()
    document.add_heading("Harbour news", 0)
    document.add_paragraph("The harbour counted 31 ships on 4 March 2022.")
    document.save(str(shell.folder / "story.docx"))
    (shell.folder / "story.txt").write_text("Storm over\n\nThe storm sank 12 boats on Monday.", encoding="utf-8")
    ferry = {"id": "ferry-1", "title": "Ferry returns", "text": "It took 212 people across, Ada Lunn said on Monday."}
    (shell.folder / "archive.jsonl").write_text(json.dumps(ferry), encoding="utf-8")
    return shell


def test_every_command_of_the_readme_runs(desk: Shell):
    ran = []
    for command in commands(PAGE):
        if command.startswith("make "):
            continue
        if command == ". .venv/bin/activate":
            assert "VENV ?= .venv" in (HOME / "Makefile").read_text(encoding="utf-8")
        elif command.startswith("workbench serve"):
            answers(desk, command)
        else:
            done = desk.run(["bash", "-o", "pipefail", "-c", command], folder=desk.folder)
            assert done.code == 0, f"{command}\n{done.err}"
            ran.append(command)
    assert len(ran) >= 12
    assert "Ferry returns" in (desk.folder / "report.html").read_text(encoding="utf-8")
    assert "ferry-1" in (desk.folder / "claims.csv").read_text(encoding="utf-8")


def answers(desk: Shell, command: str) -> None:
    """Start the desk as the command says, on a free port; it must answer with its page, and end when it is stopped."""
    words = re.sub(r"--port \d+", "--port 0", command).split()
    assert "0" in words
    process = subprocess.Popen(words, env=desk.environment(), cwd=desk.folder, stdout=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://[\d.:]+", process.stdout.readline())
        assert address, "the desk did not say where it is"
        with urllib.request.urlopen(address[0], timeout=60) as page:
            assert page.status == 200
    finally:
        process.terminate()
        process.wait(timeout=60)
        process.stdout.close()


@pytest.mark.parametrize("command", MAKE)
def test_every_target_that_is_named_is_there(command: str):
    done = subprocess.run([*command.split(), "-n"], cwd=HOME, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_two_commands_are_there():
    assert {"make run", "make test"} <= set(commands(PAGE))


def test_commands_and_settings_are_described_as_they_are():
    assert with_tables(PAGE) == PAGE, "run `python -m tests.readme_tables`"
    assert PAGE.count("<!-- end -->") == 2 and "`WORKBENCH_PERSON`" in PAGE and "`workbench audit verify`" in PAGE


def test_a_renamed_setting_would_be_noticed():
    assert with_tables(PAGE.replace("WORKBENCH_MAX_PAGES", "WORKBENCH_PAGES")) == PAGE
    assert with_tables(PAGE.replace("--reason", "--why")) != PAGE.replace("--reason", "--why")


def test_the_keys_are_those_of_the_desk():
    script = (HOME / "workbench" / "ui" / "parts" / "words.js").read_text(encoding="utf-8")
    listed = re.findall(r'\["(.)", "([^"]+)"\]', script.partition("export const KEYS")[2])
    table = re.findall(r"^\| (\S) \| (.+) \|$", PAGE, re.MULTILINE)
    assert listed and table == listed


def test_the_formats_that_can_be_read_are_those_named():
    from workbench.documents.unreadable import READABLE

    named = re.search(r"files \((.+?)\), pasted", PAGE)[1]
    assert set(re.findall(r"\.\w+", named)) == set(re.findall(r"\.\w+", READABLE))


@pytest.mark.parametrize("paper", PAGES, ids=lambda paper: str(paper.relative_to(HOME)))
def test_every_link_leads_somewhere(paper: Path):
    text = paper.read_text(encoding="utf-8")
    for target, _ in LINK.findall(text):
        assert (paper.parent / target).exists(), f"{target} is not there"
    for alternative in re.findall(r"!\[([^]]*)\]\(", text):
        assert len(alternative) > 30, "a picture needs words for those who can't see it"


@pytest.mark.parametrize("paper", PAGES, ids=lambda paper: str(paper.relative_to(HOME)))
def test_every_path_that_is_named_is_there(paper: Path):
    """`workbench/store/guards.py`, `services/`: a path in a page's code spans exists, from the top or in workbench/."""
    for named in PATH.findall(paper.read_text(encoding="utf-8")):
        here = [HOME / named, HOME / "workbench" / named, paper.parent / named]
        assert any(path.exists() for path in here), f"{named} is not there"


def test_decisions_are_numbered_listed_and_short():
    numbers = [int(path.name[:3]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))
    index = (HOME / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    for path in DECISIONS:
        text = path.read_text(encoding="utf-8")
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], path.name
        assert len(text.splitlines()) < 60, path.name
        title = re.match(r"# (\d+)\. (.+)", text)
        assert int(title[1]) == int(path.name[:3])
        assert f"[{title[2]}]({path.name})" in index


def test_the_picture_of_the_house_names_every_floor_in_its_order():
    text = (HOME / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = (HOME / "docs" / "pictures" / "architecture.svg").read_text(encoding="utf-8")
    folders = {path.name for path in (HOME / "workbench").iterdir() if path.is_dir() and path.name[0] not in "_."}
    for name in folders:
        assert f"`{name}/`" in text, f"{name}/ is not explained"
        assert name in drawn or name == "matching", f"{name} is not in the picture"
    places = [text.index(f"`{name}/`") for name in ("ui", "services", "store", "domain")]
    assert all(one < other for one, other in pairwise(places))


def test_every_table_is_explained_with_what_is_frozen():
    text = (HOME / "db" / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| .+ \| (.+) \|$", text, re.MULTILINE))
    assert set(rows) == {row.__tablename__ for row in ROWS.values()} | {"event", "change", "queue", "queue_made"}
    assert {name for name, kept in rows.items() if kept.startswith("frozen")} == set(FROZEN)


def test_the_queries_of_the_database_s_page_run(desk: Shell):
    queries = re.findall(
        r'mode=ro" "(SELECT .+)"$', (HOME / "db" / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert queries and desk.workbench("migrate").code == 0
    connection = sqlite3.connect(f"file:{desk.store}?mode=ro", uri=True)
    for query in queries:
        connection.execute(query).fetchall()
    connection.close()


def test_the_changes_of_the_next_release_are_kept():
    text = (HOME / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[?([^\]\n]+)", text, re.MULTILINE)
    assert headings[0] == "Unreleased"
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"} and kinds
