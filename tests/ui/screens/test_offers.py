"""What a role may not do is not offered on the page: the same table that the services are held to."""

import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.making import seat
from tests.ui.screens.conftest import Open, press, words
from workbench.domain.person import Role
from workbench.services import accounts, inviting
from workbench.ui.offers import OFFERS, offered
from workbench.ui.wires import Process, Wires, tie

TABLE = tomllib.loads((Path(__file__).parents[2] / "rights.toml").read_text(encoding="utf-8"))


@pytest.fixture(params=list(Role))
def role(request: pytest.FixtureRequest, wires: Wires) -> str:
    """Somebody with one role at the window."""
    seat(wires.desk)
    me = seat(wires.desk, "the.one", request.param.value)
    tie(Process(desk=wires.desk, intake=wires.intake, who=lambda: accounts.person(wires.desk, me.pk)))
    return request.param.value


def about(article: int) -> AppTest:
    def script(article: int) -> None:
        from workbench.ui.screens import about_story

        about_story.show(article)

    return AppTest.from_function(script, args=(article,), default_timeout=30).run()


def test_each_room_offers_what_the_role_may(opened: Open, wires: Wires, ships: int, role: str) -> None:
    dialog = about(ships)
    wires.desk.clock()
    rooms = [opened(room) for room in ("", "audit", "people")]
    shown = "\n".join(words(at) for at in rooms) + words(dialog)
    labels = {button.label for at in (*rooms, dialog) for button in at.button}
    seen = {name for name in TABLE["page"] if name in labels or name in shown}
    if "Hand in a story" in shown:
        seen.add("Hand in your own story")
    assert seen == {name for name, roles in TABLE["page"].items() if role in roles}
    assert ("The extractor, measured" in words(opened("extractor"))) == (role in TABLE["page"]["How right it was"])
    closed = [at for at in rooms[1:] if "Your roles do not open this room." in words(at)]
    assert len(closed) == 2 - (role in TABLE["page"]["The chain"]) - (role in TABLE["page"]["Invite somebody"])


def test_the_desk_is_told_what_to_offer(wires: Wires, role: str) -> None:
    told = offered(accounts.named(wires.desk, "the.one"))
    assert set(OFFERS) == set(TABLE["offers"])
    assert {name for name in OFFERS if told[name]} == {name for name, roles in TABLE["offers"].items() if role in roles}


def test_an_admin_invites_and_sees_the_link_once(opened: Open, wires: Wires, ships: int) -> None:
    boss = seat(wires.desk)
    tie(Process(desk=wires.desk, intake=wires.intake, who=lambda: boss))
    at = press(opened("people"), "Make the link")
    (code,) = at.code
    token = code.value.partition("token=")[2]
    assert inviting.invited(wires.desk, token)[0].roles == ["checker"]
    assert "it can't be shown again" in words(at)
    assert [code.value for code in opened("people").code] == []


def test_the_keys_are_switched_on_the_account_page(opened: Open, wires: Wires) -> None:
    boss = seat(wires.desk)
    tie(Process(desk=wires.desk, intake=wires.intake, who=lambda: accounts.person(wires.desk, boss.pk)))
    at = opened("account")
    at.checkbox[0].set_value(False).run()
    assert accounts.person(wires.desk, boss.pk).preferences == {"keys": False}


def test_a_window_whose_session_ended_runs_nothing_of_the_page(opened: Open, wires: Wires, ships: int) -> None:
    tie(Process(desk=wires.desk, intake=wires.intake, who=lambda: None))
    for room in ("", "audit", "review", "people", "account"):
        at = opened(room)
        assert words(at) == "" and not at.button
