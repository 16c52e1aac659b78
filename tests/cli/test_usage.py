"""The commands as a person uses them: what they print where, and how they end."""

import shlex
import socket
import subprocess
import tomllib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.asked import told
from tests.shell import COMMANDS, Done, Shell
from workbench.settings import Settings

CASES = tomllib.loads((Path(__file__).parent / "refusals.toml").read_text(encoding="utf-8"))["case"]
EVERY = [
    *(["serve"], ["seed"], ["import"], ["extract"], ["claims"], ["report"], ["withdraw"], ["erase"]),
    *(["audit", "verify"], ["audit", "extractor"], ["migrate"], ["settings"]),
    *(["people", name] for name in ("list", "invite", "uninvite", "link", "roles", "close", "reopen", "sign-out")),
]


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


def test_quiet_never_hides_a_refusal(filled: Shell):
    assert "There is no story" in filled.workbench("--quiet", "claims", "unknown").err


def test_what_follows_two_dashes_is_no_flag(filled: Shell):
    assert "There is no story '--version'" in filled.workbench("claims", "--", "--version").err


def test_every_setting_is_listed_with_where_it_came_from(tmp_path: Path):
    url = "postgresql://desk:sesame@db.example/desk?sslpassword=tahini"
    done = Shell(tmp_path).workbench("settings", "--format", "jsonl", WORKBENCH_DATABASE_URL=url)
    rows = {row["setting"]: row for row in told(done.out)}
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


def test_output_is_utf_8_whatever_the_machine_speaks(filled: Shell):
    done = filled.workbench(
        "claims", "example-brussels-summit", "--format", "jsonl", PYTHONIOENCODING="ascii", LC_ALL="C"
    )
    assert done.code == 0
    assert "“" in done.out or "’" in done.out


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
