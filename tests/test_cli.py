"""The commands as a person uses them: what they print where, and how they end."""

import csv
import json
import re
import shlex
import shutil
import socket
import sqlite3
import subprocess
import tomllib
from collections.abc import Callable
from importlib.metadata import version
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.shell import COMMANDS, Done, Shell
from workbench.cli import main
from workbench.desk import open_desk
from workbench.domain.claim import Claim
from workbench.services import accounts, reviewing, viewing
from workbench.settings import Settings, read_settings

CASES = tomllib.loads((Path(__file__).parent / "refusals.toml").read_text(encoding="utf-8"))["case"]
EVERY = [
    *(["serve"], ["seed"], ["import"], ["extract"], ["claims"], ["report"], ["withdraw"], ["erase"]),
    *(["audit", "verify"], ["audit", "extractor"], ["migrate"], ["settings"]),
    *(["people", name] for name in ("list", "invite", "uninvite", "link", "roles", "close", "reopen", "sign-out")),
]
TRAM = {
    "id": "tram-1",
    "title": "Tram line opens",
    "published": "2022-03-15",
    "text": "The city spent £31 million on the line. It carried 4,200 people on Monday, Mayor Ada Lunn said.",
}
OTHER = {"id": "=2+3", "title": "@odd \u001b[31mtitle", "text": "About 40 boats were lost in the storm of 1953."}


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A workbench with the examples and two stories of its own."""
    shell = Shell(tmp_path_factory.mktemp("filled"))
    assert shell.workbench("seed").code == 0
    stories = "\n".join(json.dumps(story) for story in (TRAM, OTHER)).encode()
    done = shell.workbench("import", "--format", "jsonl", "-", input=stories)
    assert (done.code, done.err) == (0, ""), done.err
    assert [(line["id"], line["revision"]) for line in lines(done.out)] == [("tram-1", 1), ("=2+3", 1)]
    assert set(lines(done.out)[0]) == {"id", "title", "revision", "claims"}
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


@pytest.mark.parametrize("case", CASES, ids=[f"{case['command']} {case.get('set', '')}" for case in CASES])
def test_what_is_wrong_is_said_in_one_line(
    filled: Shell, tmp_path: Path, case: dict[str, object], inside: Callable[..., Done]
):
    (tmp_path / "no-database.txt").write_text("A list of things to buy, which is no database at all. " * 30)
    (tmp_path / "story.txt").write_text("Nine boats came in.")
    settings = {name: value.replace("{here}", str(tmp_path)) for name, value in case.get("set", {}).items()}
    done = inside(filled, *shlex.split(case["command"].replace("{here}", str(tmp_path))), **settings)
    assert done.code == case["code"], done
    if "out" in case:
        assert case["out"] in done.out and done.err == ""
        return
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    assert all(words in done.err for words in case["says"]), done.err
    assert "Traceback" not in done.err and "secret" not in done.err


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_every_command_tells_its_version_and_its_use(tmp_path: Path, command: list[str], inside: Callable[..., Done]):
    shell = Shell(tmp_path)
    asked = inside(shell, *command, "--version")
    assert (asked.code, asked.out, asked.err) == (0, version("fact-claim-workbench") + "\n", "")
    helped = inside(shell, *command, "--help", "--quiet")
    assert (helped.code, helped.err) == (0, "")
    assert f"Usage: workbench {' '.join(command)}" in helped.out
    assert not shell.store.exists()


@pytest.mark.parametrize("group", [[], ["audit"], ["people"]])
def test_without_a_command_there_is_help_and_it_counts_as_wrong_usage(tmp_path: Path, group: list[str]):
    done = Shell(tmp_path).workbench(*group)
    assert (done.code, done.err) == (2, "")
    assert "Usage: workbench" in done.out


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
    [story] = lines(done.out)
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
    [story] = lines(done.out)
    assert len(story["id"]) == 16 and set(story["id"]) <= set("0123456789abcdef")
    assert story["title"] == "Ships in"


def test_claims_of_one_story_as_lines_and_as_a_sheet(filled: Shell):
    rows = lines(filled.workbench("claims", "tram-1", "--format", "jsonl").out)
    assert {row["status"] for row in rows} == {"open"} and {row["article"] for row in rows} == {"tram-1"}
    sheet = list(csv.DictReader(StringIO(filled.workbench("claims", "tram-1", "--format", "csv").out)))
    assert [row["label"] for row in sheet] == [row["label"] for row in rows]
    assert list(sheet[0]) == list(rows[0])


def test_claims_of_all_stories_own_ones_first_and_never_cut(filled: Shell):
    done = filled.workbench("claims")
    assert (done.code, done.err) == (0, "")
    rows = lines(filled.workbench("claims", "--format", "jsonl").out)
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


def test_output_is_utf_8_whatever_the_machine_speaks(filled: Shell):
    done = filled.workbench(
        "claims", "example-brussels-summit", "--format", "jsonl", PYTHONIOENCODING="ascii", LC_ALL="C"
    )
    assert done.code == 0
    assert "“" in done.out or "’" in done.out


@pytest.mark.parametrize(("format", "starts"), [("html", "<!"), ("json", "{"), ("csv", '\ufeff"')])
def test_a_report_goes_to_standard_output(copied: Shell, format: str, starts: str):
    done = copied.workbench("report", "tram-1", "--format", format)
    assert (done.code, done.err) == (0, "")
    assert done.out.lower().startswith(starts)
    assert "Tram line opens" in done.out


def test_a_report_in_a_file_and_its_seal(copied: Shell, tmp_path: Path):
    paper = tmp_path / "report.json"
    done = copied.workbench("report", "tram-1", "--format", "json", "-o", str(paper))
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {paper}.\n")
    seal = json.loads(paper.read_text(encoding="utf-8"))["seal"]
    held = copied.workbench("audit", "verify", "--seal", seal)
    assert (held.code, held.err) == (0, "")
    assert held.out.startswith("The record holds. Its newest event is ")
    number, _, digest = seal.partition(":")
    other = copied.workbench("audit", "verify", "--seal", f"{number}:{digest[::-1]}")
    assert other.code == 1
    assert f"event {number} is not the one that the seal names" in other.out


def test_the_extractor_is_measured_once_a_story_is_finished(copied: Shell):
    (before,) = lines(copied.workbench("audit", "extractor", "--format", "jsonl").out)
    assert (before["kind"], before["stories"], before["found"], before["precision"]) == ("all", 0, 0, None)
    desk = open_desk(read_settings(database_url=f"sqlite:///{copied.store}"))
    mara = accounts.everyone(desk)[1]
    article = viewing.find(desk, "tram-1").pk
    ids = [checked.claim.pk for checked in viewing.story(desk, article).claims]
    reviewing.dismiss(desk, ids[0], by=mara)
    for claim in ids[1:]:
        reviewing.rate(desk, claim, by=mara, rating="disputed", reason="It was less", none_found=True)
    desk.store.close()
    every, *kinds = lines(copied.workbench("audit", "extractor", "--format", "jsonl").out)
    assert (every["stories"], every["found"], every["no_claim"], every["recall"]) == (1, len(ids), 1, 1.0)
    assert every["precision"] == round(1 - 1 / len(ids), 3)
    assert sum(int(str(kind["found"])) for kind in kinds) == len(ids)
    assert copied.workbench("audit", "extractor", "--format", "csv").out.startswith("kind,stories,found,no_claim,")


def test_a_changed_word_breaks_the_record(copied: Shell):
    with sqlite3.connect(copied.store) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("UPDATE event SET reason = 'another' WHERE number = 2")
    connection.close()
    done = copied.workbench("audit", "verify")
    assert (done.code, done.err) == (1, "")
    assert "event 2 was changed after it was written" in done.out


def test_a_story_is_withdrawn_and_erased(copied: Shell):
    gone = copied.workbench("withdraw", "tram-1", "--reason", "Handed in by mistake")
    assert (gone.code, gone.out, gone.err) == (0, "", "Withdrew “Tram line opens”.\n")
    assert "tram-1" not in copied.workbench("claims").out
    refused = copied.workbench("report", "tram-1")
    assert (refused.code, refused.out) == (1, "")
    assert "withdrawn" in refused.err
    erased = copied.workbench("erase", "tram-1", "--reason", "By order of the court", "--quiet")
    assert (erased.code, erased.out, erased.err) == (0, "", "")
    with sqlite3.connect(copied.store) as connection:
        left = "\n".join(connection.iterdump()).lower()
    connection.close()
    assert "4,200 people" not in left and "ada lunn" not in left and b"Ada Lunn".hex() not in left
    assert "by order of the court" in left
    assert copied.workbench("audit", "verify").code == 0


def test_people_are_managed_without_an_account_and_the_log_says_console(copied: Shell):
    def people(*words: str) -> Done:
        return copied.workbench("people", *words, WORKBENCH_PERSON="nobody.known")

    invited = people("invite", "--role", "checker", "--role", "reader", "--name", "Tomas")
    assert re.fullmatch(r"http://127.0.0.1:8501/join\?token=\S{40,}\n", invited.out)
    listed = people("list").out.splitlines()
    assert listed[0] == "mara.lindqvist  Mara Lindqvist  editor  has no password yet"
    assert listed[1].startswith("(invitation 1)  Tomas  reader, checker  until ")
    assert people("uninvite", "1").err == "Invitation 1 lets nobody in any more.\n"
    assert len(people("list").out.splitlines()) == 1
    again = people("uninvite", "1")
    assert (again.code, again.err) == (1, "That invitation was used or has run out already.\n")
    assert people("roles", "mara.lindqvist", "--role", "checker").err == "Mara Lindqvist is checker now.\n"
    assert "no right to export" in copied.workbench("report", "tram-1").err
    assert people("close", "mara.lindqvist").code == 0
    assert "was closed" in copied.workbench("claims").err
    assert people("reopen", "mara.lindqvist").code == 0
    assert "/join?token=" in people("link", "mara.lindqvist").out
    assert people("sign-out", "mara.lindqvist").err == "0 sessions ended.\n"
    with sqlite3.connect(copied.store) as connection:
        acts = connection.execute("SELECT act FROM event WHERE person = 'console' AND act <> 'person.add'").fetchall()
    connection.close()
    made = [
        "invitation.make",
        "invitation.withdraw",
        "person.roles",
        "person.close",
        "person.reopen",
        "invitation.make",
    ]
    assert [act for (act,) in acts] == made
    assert copied.workbench("audit", "verify").code == 1, "a checker may not read the audit room"


def test_the_store_is_brought_up_to_date_once(tmp_path: Path):
    shell = Shell(tmp_path)
    assert shell.workbench("migrate").err.startswith("The store was brought from nothing to ")
    assert shell.workbench("migrate").err == "It is up to date.\n"
    assert shell.workbench("migrate", "--quiet").err == ""


def test_seeds_are_added_once_and_quietly_where_asked(filled: Shell):
    assert filled.workbench("seed").err.startswith("None added")
    assert filled.workbench("seed", "--quiet").err == ""
    assert filled.workbench("seed", WORKBENCH_PERSON="nobody.known").err.startswith("None added"), (
        "`make run` must go on"
    )


def test_quiet_never_hides_a_refusal(filled: Shell):
    assert "There is no story" in filled.workbench("--quiet", "claims", "unknown").err


def test_what_follows_two_dashes_is_no_flag(filled: Shell):
    assert "There is no story '--version'" in filled.workbench("claims", "--", "--version").err


def test_every_setting_is_listed_with_where_it_came_from(tmp_path: Path):
    url = "postgresql://desk:sesame@db.example/desk?sslpassword=tahini"
    done = Shell(tmp_path).workbench("settings", "--format", "jsonl", WORKBENCH_DATABASE_URL=url)
    rows = {row["setting"]: row for row in lines(done.out)}
    assert list(rows) == [f"WORKBENCH_{name.upper()}" for name in Settings.model_fields]
    assert (rows["WORKBENCH_PERSON"]["value"], rows["WORKBENCH_PERSON"]["from"]) == ("mara.lindqvist", "environment")
    assert (rows["WORKBENCH_PORT"]["value"], rows["WORKBENCH_PORT"]["from"]) == ("8501", "default")
    assert all(row["what it is"] for row in rows.values())
    assert "sesame" not in done.out and "tahini" not in done.out and "desk:…@db.example/desk" in done.out


def test_a_port_that_is_taken_is_named(filled: Shell):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = filled.workbench("serve", "--port", str(port))
    assert (done.code, done.out) == (1, "")
    assert done.err == f"Port {port} on 127.0.0.1 is taken. Stop what runs there, or give the desk another --port.\n"


def test_a_reader_who_has_seen_enough_is_no_error(filled: Shell):
    process = subprocess.Popen(
        [COMMANDS / "workbench", "claims", "--format", "jsonl"],
        env=filled.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), complaint) == (0, b"")
