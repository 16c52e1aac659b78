"""Each room says what it is for, whatever there is to show in it."""

import pytest

from tests.making import reading
from tests.ui.screens.conftest import Open, press, words
from workbench.services import correcting, importing, reviewing, viewing
from workbench.ui import ways
from workbench.ui.wires import Wires


def test_a_fresh_workbench_greets_and_offers_the_example(opened: Open, wires: Wires) -> None:
    importing.hand_in(wires.desk, reading(), by=wires.person, is_example=True)
    at = opened()
    assert "Check every claim before the story runs" in words(at)
    assert "2 claims, about 1 minute. It stays out of your figures." in words(at)
    assert "Open the example story" in [button.label for button in at.button]


def test_an_empty_workbench_greets_without_an_example(opened: Open) -> None:
    at = opened()
    assert "Check every claim before the story runs" in words(at)
    assert "Open the example story" not in [button.label for button in at.button]


def test_a_story_of_one_s_own_ends_the_greeting(opened: Open, ships: int) -> None:
    at = opened()
    assert "Check every claim" not in words(at)
    assert "Hand in a story" in words(at)


def test_a_story_that_is_not_there_is_said_to_be_missing(opened: Open, ships: int) -> None:
    assert "No such story" in words(opened("review", article=ships + 1))


def test_a_withdrawn_story_says_so_at_its_address(opened: Open, wires: Wires, ships: int) -> None:
    correcting.withdraw(wires.desk, ships, by=wires.person, reason="Sent by mistake")
    at = opened("review", article=ships)
    assert "This story was withdrawn" in words(at)
    assert "Ships in" in words(at)


def test_an_address_that_asks_for_nonsense_opens_nothing_foreign(opened: Open) -> None:
    for asked in ("-1", "²", "1; drop table", "9" * 40, ""):
        assert "Nothing open" in words(opened("review", article=asked))


def test_the_review_desk_opens_on_a_story(opened: Open, ships: int) -> None:
    at = opened("review", article=ships)
    assert [button.label for button in at.button] == ["About this story"]


def test_the_account_says_who_one_is_here(opened: Open) -> None:
    said = words(opened("account"))
    assert "Mara Lindqvist · mara.lindqvist" in said and "Your roles: editor" in said


def test_guessing_the_current_password_is_slowed_as_at_the_gate(opened: Open, wires: Wires) -> None:
    wires.desk.hasher.nobodys  # noqa: B018 - made before anybody counts
    at = opened("account")
    for _ in range(11):
        old, new = (field for field in at.text_input if field.proto.type)
        old.set_value("guess guess guess")
        new.set_value("a password of today")
        press(at, "Change the password")
    assert "Too many tries for this handle. Try again in 15 minutes." in words(at)


def test_review_without_a_story_opens_the_first_that_has_something_open(
    opened: Open, wires: Wires, ships: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[int] = []
    monkeypatch.setattr(ways, "open_story", went.append)
    other = importing.hand_in(wires.desk, reading("7 tugs left.", title="Tugs"), by=wires.person).article.pk
    opened("review")
    for checked in viewing.story(wires.desk, other).claims:
        reviewing.dismiss(wires.desk, checked.claim.pk, by=wires.person)
    opened("review")
    assert went == [other, ships]
