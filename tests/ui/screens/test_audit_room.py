"""The audit room checks the chain on demand and exports reports, each export an act of its own."""

from collections.abc import Callable
from datetime import timedelta, timezone

import pytest
from sqlalchemy import text

from tests.making import reading
from tests.ui.screens.conftest import Open, press, words
from workbench.services import auditing, importing, reviewing, viewing
from workbench.ui.screens import audit_room
from workbench.ui.wires import Wires


def test_a_whole_chain_is_said_to_hold_in_the_readers_own_time(
    opened: Open, ships: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_room, "zone", lambda: timezone(timedelta(hours=5, minutes=30)))
    at = press(opened("audit"), "Check now")
    assert "The record holds" in words(at) and "Checked 15 March 2022, 14:30" in words(at)


def test_a_changed_event_is_named(opened: Open, wires: Wires, ships: int, unguard: Callable[[], None]) -> None:
    unguard()
    with wires.desk.store.engine.begin() as connection:
        connection.execute(text("UPDATE event SET act = 'nothing.happened' WHERE number = 2"))
    at = press(opened("audit"), "Check now")
    assert "The record does not hold" in words(at)
    assert "At event 2: event 2 was changed after it was written." in words(at)


def test_the_seal_is_shown_whole(opened: Open, wires: Wires, ships: int) -> None:
    at = opened("audit")
    assert [code.value for code in at.code] == [str(auditing.seal(wires.desk))]


def test_a_report_is_made_once_for_each_press(opened: Open, wires: Wires, ships: int) -> None:
    at = press(opened("audit", article=ships), "Make the report")
    at.run()
    acts = [event.act for event in viewing.log(wires.desk)]
    assert acts.count("report.export") == 1
    assert "ships-in" in words(at)


def test_a_workbench_without_stories_has_no_report_to_make(opened: Open) -> None:
    assert "No story yet. Hand one in first." in words(opened("audit"))


def test_the_extractor_is_measured_in_a_room_of_its_own(opened: Open, wires: Wires, ships: int) -> None:
    assert "No story is finished yet." in words(opened("extractor"))
    for checked in viewing.story(wires.desk, ships).claims:
        reviewing.dismiss(wires.desk, checked.claim.pk, by=wires.person)
    at = opened("extractor")
    assert "The extractor, measured" in words(at)
    assert "No story is finished yet." not in words(at)


def test_the_newest_stories_are_offered_and_the_one_that_the_address_names(
    opened: Open, wires: Wires, ships: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_room, "OFFERED", 1)
    importing.hand_in(wires.desk, reading("7 tugs left.", title="Tugs"), by=wires.person)
    at = opened("audit")
    assert at.selectbox[0].options == ["Tugs"] and "The newest 1 are offered" in words(at)
    at = opened("audit", article=ships)
    assert at.selectbox[0].options == ["Tugs", "Ships in"] and at.selectbox[0].value == ships
