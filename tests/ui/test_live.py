"""What a window tells the desk and hears, without a browser."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from workbench.domain.person import Person
from workbench.services import correcting, correcting_claims, following, reporting, reviewing, sourcing, viewing
from workbench.services.wires import Desk
from workbench.store import events
from workbench.ui import live
from workbench.ui.live import Telling
from workbench.ui.wires import wires_of

pytestmark = pytest.mark.usefixtures("wires")


def tell(me: Person, **said: Any) -> dict[str, Any]:
    heard: dict[str, Any] = json.loads(json.dumps(live.tell(wires_of(me), me, Telling(window="w", **said))))
    return heard


def test_an_act_is_acknowledged_with_how_its_claim_stands_and_the_next_card(
    desk: Desk, mara: Person, ships: int
) -> None:
    first, second = (checked.claim.pk for checked in viewing.story(desk, ships).claims)
    item = {"key": "a:1", "claim": first, "act": "rate", "rating": "verified", "person": mara.id}
    heard = tell(mara, article=ships, claim=second, since=following.head(desk), items=[item], card=True)
    assert (heard["acks"], heard["me"]["id"]) == (["a:1"], mara.id)
    assert [(one["id"], one["shown"]) for one in heard["states"]] == [(first, "verified")]
    assert (heard["card"]["claim"], heard["head"], heard["rewritten"]) == (second, following.head(desk), False)


def test_on_a_page_without_a_story_acts_are_done_and_nothing_else_is_told(desk: Desk, mara: Person, ships: int) -> None:
    claim = viewing.story(desk, ships).claims[0].claim.pk
    heard = tell(mara, items=[{"key": "a:1", "claim": claim, "act": "dismiss"}])
    assert set(heard) == {"me", "acks", "refusals"}


def test_a_story_that_reads_otherwise_says_so_once(desk: Desk, mara: Person, ships: int) -> None:
    claim = viewing.story(desk, ships).claims[0].claim.pk

    def since(act: Any) -> bool:
        before = following.head(desk)
        act()
        return bool(tell(mara, article=ships, claim=claim, since=before)["rewritten"])

    assert not since(lambda: reviewing.rate(desk, claim, by=mara, rating="verified"))
    assert not since(lambda: reporting.export(desk, ships, by=mara, format="html"))
    assert since(lambda: correcting_claims.correct_claim(desk, claim, by=mara, fields={"label": "Ships"}, reason=""))
    assert since(lambda: correcting.correct(desk, ships, by=mara, title="Ships"))
    assert since(lambda: correcting.withdraw(desk, ships, by=mara, reason="Spiked"))
    assert tell(mara, article=ships, claim=claim, since=following.head(desk), card=True)["card"] is None


def test_a_claim_of_another_story_has_no_card_here(mara: Person, ships: int) -> None:
    assert tell(mara, article=ships, claim=10_000, card=True)["card"] is None
    assert tell(mara, article=10_000, claim=1, card=True)["card"] is None


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ('{"window": ""}', 400),
        ('{"window": "w", "article": 1%s}' % ("0" * 30), 400),
        ('{"window": "w", "items": [%s0]}' % ("0, " * live.MOST), 400),
        ('{"window": "%s"}' % ("w" * live.LARGEST), 413),
        ('{"window": "w"}', 200),
    ],
)
def test_what_is_no_telling_is_refused_in_a_sentence(
    mara: Person, monkeypatch: pytest.MonkeyPatch, body: str, status: int
) -> None:
    monkeypatch.setattr(live, "let_in", lambda _request: mara)
    answer = TestClient(Starlette(routes=[live.route()])).post("/live", content=body)
    assert answer.status_code == status
    assert answer.json().get("says", ".").endswith(".")


def test_nobody_is_told_nothing() -> None:
    answer = TestClient(Starlette(routes=[live.route()])).post("/live", content='{"window": "w"}')
    assert answer.status_code == 401
    assert answer.json()["says"].endswith(".")


def test_figures_of_an_evidence_are_read_once_its_card_was_sent(
    desk: Desk, mara: Person, ships: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "let_in", lambda _request: mara)
    claim = viewing.story(desk, ships).claims[0].claim.pk
    sourcing.add_evidence(desk, claim, by=mara, source="Port", stance="supports", words="It counted 31 ships.")

    def card() -> Any:
        body = {"window": "w", "article": ships, "claim": claim, "card": True}
        (shown,) = TestClient(Starlette(routes=[live.route()])).post("/live", json=body).json()["card"]["evidence"]
        return shown["waits"], shown["figure"] and shown["figure"]["outcome"]

    assert card() == (True, None)
    wires_of(mara).keeper.wait()
    assert card() == (False, "agrees")


def test_a_window_that_was_away_for_very_much_reads_its_story_anew(
    desk: Desk, mara: Person, ships: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = viewing.story(desk, ships).claims[0].claim.pk
    before = following.head(desk)
    for word in ("verified", "disputed", "sourced"):
        reviewing.rate(desk, claim, by=mara, rating=word)
    assert [one["id"] for one in tell(mara, article=ships, claim=claim, since=before)["states"]] == [claim]
    monkeypatch.setattr(events, "NEWS", 2)
    heard = tell(mara, article=ships, claim=claim, since=before)
    assert (heard["states"], heard["rewritten"], heard["head"]) == ([], True, following.head(desk))
    assert not tell(mara, article=ships, claim=claim, since=heard["head"])["rewritten"]


def test_who_only_asks_never_waits_for_whoever_acts(
    desk: Desk, mara: Person, ships: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "let_in", lambda _request: mara)
    claim = viewing.story(desk, ships).claims[0].claim.pk
    act = {"key": "a:1", "claim": claim, "act": "rate", "rating": "verified"}
    with TestClient(Starlette(routes=[live.route()])) as client, ThreadPoolExecutor() as others:
        with desk.store.writing():
            acting = others.submit(client.post, "/live", json={"window": "w", "items": [act]})
            asked = {"window": "v", "article": ships, "claim": claim, "card": True}
            assert client.post("/live", json=asked).json()["card"]["claim"] == claim
            assert not acting.done()
        assert acting.result().json()["acks"] == ["a:1"]
