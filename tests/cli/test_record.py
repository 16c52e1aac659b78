"""What the record keeps of acts at the command line, and how it is held against what stands."""

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.asked import told
from tests.shell import Done, Shell
from workbench.desk import open_desk
from workbench.services import accounts, reviewing, viewing
from workbench.settings import read_settings


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
    (before,) = told(copied.workbench("audit", "extractor", "--format", "jsonl").out)
    assert (before["kind"], before["stories"], before["found"], before["precision"]) == ("all", 0, 0, None)
    desk = open_desk(read_settings(database_url=f"sqlite:///{copied.store}"))
    mara = accounts.everyone(desk)[1]
    article = viewing.find(desk, "tram-1").pk
    ids = [checked.claim.pk for checked in viewing.story(desk, article).claims]
    reviewing.dismiss(desk, ids[0], by=mara)
    for claim in ids[1:]:
        reviewing.rate(desk, claim, by=mara, rating="disputed", reason="It was less", none_found=True)
    desk.store.close()
    every, *kinds = told(copied.workbench("audit", "extractor", "--format", "jsonl").out)
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


def test_a_story_is_withdrawn_and_erased(copied: Shell, inside: Callable[..., Done]):
    gone = inside(copied, "withdraw", "tram-1", "--reason", "Handed in by mistake")
    assert (gone.code, gone.out, gone.err) == (0, "", "Withdrew “Tram line opens”.\n")
    assert "tram-1" not in inside(copied, "claims").out
    refused = inside(copied, "report", "tram-1")
    assert (refused.code, refused.out) == (1, "")
    assert "withdrawn" in refused.err
    erased = inside(copied, "erase", "tram-1", "--reason", "By order of the court", "--quiet")
    assert (erased.code, erased.out, erased.err) == (0, "", "")
    with sqlite3.connect(copied.store) as connection:
        left = "\n".join(connection.iterdump()).lower()
    connection.close()
    assert "4,200 people" not in left and "ada lunn" not in left and b"Ada Lunn".hex() not in left
    assert "by order of the court" in left
    assert inside(copied, "audit", "verify").code == 0


def test_people_are_managed_without_an_account_and_the_log_says_console(copied: Shell, inside: Callable[..., Done]):
    def people(*words: str) -> Done:
        return inside(copied, "people", *words, WORKBENCH_PERSON="nobody.known")

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
    assert "no right to export" in inside(copied, "report", "tram-1").err
    assert people("close", "mara.lindqvist").code == 0
    assert "was closed" in inside(copied, "claims").err
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
    assert inside(copied, "audit", "verify").code == 1, "a checker may not read the audit room"


def test_the_store_is_brought_up_to_date_once(tmp_path: Path, inside: Callable[..., Done]):
    shell = Shell(tmp_path)
    assert inside(shell, "migrate").err.startswith("The store was brought from nothing to ")
    assert inside(shell, "migrate").err == "It is up to date.\n"
    assert inside(shell, "migrate", "--quiet").err == ""


def test_seeds_are_added_once_and_quietly_where_asked(filled: Shell, inside: Callable[..., Done]):
    assert inside(filled, "seed").err.startswith("None added")
    assert inside(filled, "seed", "--quiet").err == ""
    assert inside(filled, "seed", WORKBENCH_PERSON="nobody.known").err.startswith("None added"), "`make run` must go on"
