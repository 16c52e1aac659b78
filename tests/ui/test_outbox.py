"""Each act of the browser is done once, in order, whatever the browser sends and however often."""

from typing import Any

import pytest

from workbench.domain.person import Person, Role
from workbench.services import correcting, reviewing, viewing
from workbench.services.wires import Desk
from workbench.ui import outbox
from workbench.ui.keeper import Keeper
from workbench.ui.reader import crossing
from workbench.ui.reader.evidence import link_job, page_job


def rating(key: str, claim: int, rating: str = "verified", **more: Any) -> dict[str, Any]:
    return {"key": key, "claim": claim, "act": "rate", "rating": rating, **more}


@pytest.fixture
def claims(desk: Desk, ships: int) -> list[int]:
    return [checked.claim.pk for checked in viewing.story(desk, ships).claims]


def shown(desk: Desk, article: int) -> list[str]:
    return [checked.standing.shown for checked in viewing.story(desk, article).claims]


def test_ratings_land_on_their_claims_and_are_acknowledged(
    desk: Desk, mara: Person, ships: int, claims: list[int]
) -> None:
    items = [rating("a:1", claims[0], "verified", reason="Counted them"), rating("a:2", claims[1], "disputed")]
    answer = outbox.deliver(desk, mara, items)
    assert answer.acks == ["a:1", "a:2"]
    assert shown(desk, ships) == ["verified", "disputed"]
    assert viewing.story(desk, ships).claims[0].reviews[0].reason == "Counted them"


def test_a_list_that_comes_again_after_a_restart_is_acknowledged_and_counts_once(
    desk: Desk, mara: Person, ships: int, claims: list[int]
) -> None:
    items = [rating("a:1", claims[0]), rating("a:2", claims[1])]
    outbox.deliver(desk, mara, items[:1])
    answer = outbox.deliver(desk, mara, items)
    assert answer.acks == ["a:1", "a:2"]
    assert [len(checked.reviews) for checked in viewing.story(desk, ships).claims] == [1, 1]


def test_undo_takes_the_last_one_back(desk: Desk, mara: Person, ships: int, claims: list[int]) -> None:
    items = [
        rating("a:1", claims[0], "sourced"),
        rating("a:2", claims[0], "verified"),
        {"key": "a:3", "claim": claims[0], "act": "undo"},
    ]
    outbox.deliver(desk, mara, items)
    assert shown(desk, ships)[0] == "sourced"


def test_evidence_comes_and_goes(desk: Desk, mara: Person, ships: int, claims: list[int]) -> None:
    fields = {
        "source": "Harbour office",
        "stance": "supports",
        "words": "31 ships",
        "tier": "primary",
        "locator": "p. 2",
    }
    added = [{"key": "a:1", "claim": claims[0], "act": "evidence", **fields}]
    outbox.deliver(desk, mara, added)
    outbox.deliver(desk, mara, added)
    (citation,) = viewing.story(desk, ships).claims[0].citations
    assert (citation.source.name, citation.evidence.words, citation.source.tier) == (
        "Harbour office",
        "31 ships",
        "primary",
    )
    away = {"act": "withdraw_evidence", "evidence": citation.evidence.id, "reason": "Wrong day"}
    outbox.deliver(desk, mara, [{"key": "a:2", "claim": claims[0], **away}])
    assert viewing.story(desk, ships).claims[0].citations == []


def test_what_a_service_refuses_is_refused_with_its_sentence(
    desk: Desk, mara: Person, ships: int, claims: list[int]
) -> None:
    correcting.withdraw(desk, ships, by=mara, reason="Sent by mistake")
    answer = outbox.deliver(desk, mara, [rating("a:1", claims[0])])
    assert answer.acks == []
    assert answer.refusals[0]["key"] == "a:1"
    assert "withdrawn" in answer.refusals[0]["says"]


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "text",
        {"key": "a:1"},
        {"key": "a:1", "claim": 1, "act": "drop table"},
        {"key": "a:1", "claim": 1, "act": "rate", "rating": "splendid"},
        {"key": "a:1", "claim": "<script>", "act": "undo"},
        {"key": "a:1", "claim": 2**63, "act": "undo"},
        {"key": "a:1", "claim": -1, "act": "undo"},
        {"key": "k" * 101, "claim": 1, "act": "undo"},
        {"key": "a:1", "claim": 1, "act": "rate", "rating": "verified", "reason": "r" * 20_001},
    ],
)
def test_what_can_not_be_read_is_refused_and_does_nothing(
    desk: Desk, mara: Person, ships: int, claims: list[int], raw: Any
) -> None:
    answer = outbox.deliver(desk, mara, [raw, rating("a:9", claims[1])])
    assert answer.acks == ["a:9"]
    assert len(answer.refusals) == 1
    assert shown(desk, ships) == ["open", "verified"]


def test_an_act_that_fails_is_kept_for_later_and_holds_back_what_follows_on_its_claim(
    desk: Desk, mara: Person, ships: int, claims: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reviewing.rate

    def busy(desk: Desk, claim_id: int, **more: Any) -> Any:
        if more["key"] == "a:1":
            raise OSError("the store is busy")
        return real(desk, claim_id, **more)

    items = [rating("a:1", claims[0], "verified"), rating("a:2", claims[0], "disputed"), rating("a:3", claims[1])]
    monkeypatch.setattr(reviewing, "rate", busy)
    assert outbox.deliver(desk, mara, items).acks == ["a:3"]
    monkeypatch.setattr(reviewing, "rate", real)
    assert outbox.deliver(desk, mara, items).acks == ["a:1", "a:2", "a:3"]
    assert shown(desk, ships) == ["disputed", "verified"]


def test_one_passage_goes_to_several_claims_and_is_put_right_and_taken_back(
    desk: Desk, mara: Person, ships: int, claims: list[int]
) -> None:
    def act(key: str, act: str, claim: int, **fields: Any) -> None:
        answer = outbox.deliver(desk, mara, [{"key": key, "claim": claim, "act": act, **fields}])
        assert (answer.acks, answer.refusals) == ([key], [])

    def held() -> list[list[str]]:
        return [[one.evidence.words for one in checked.citations] for checked in viewing.story(desk, ships).claims]

    cited = {"source": "Log", "stance": "supports", "words": "31 ship", "also": [claims[1], claims[0]]}
    for _ in range(2):
        act("a:1", "evidence", claims[0], **cited)
    assert held() == [["31 ship"], ["31 ship"]]
    first = viewing.story(desk, ships).claims[0].citations[0].evidence.pk
    right = {"evidence": first, "words": "31 ships", "locator": "p. 2", "stance": "supports", "everywhere": True}
    for _ in range(2):
        act("a:2", "correct_evidence", claims[0], **right)
    assert held() == [["31 ships"], ["31 ships"]]
    one = viewing.story(desk, ships).claims[1].citations[0].evidence.pk
    act("a:3", "withdraw_evidence", claims[1], evidence=one, reason="no")
    assert held() == [["31 ships"], []]
    again = viewing.story(desk, ships).claims[0].citations[0].evidence.pk
    act("a:4", "use_evidence", claims[1], evidence=again, stance="context")
    act("a:5", "withdraw_evidence", claims[0], evidence=again, reason="no", everywhere=True)
    assert held() == [[], []]


def test_what_speaks_to_other_machines_is_begun_by_the_keeper_alone(
    desk: Desk, mara: Person, ships: int, claims: list[int]
) -> None:
    cited = {"source": "Log", "stance": "supports", "words": "31", "url": "http://10.0.0.1/", "keep": True}
    item = {"key": "a:1", "claim": claims[0], "act": "evidence", **cited}
    assert "Open it there" in outbox.deliver(desk, mara, [item]).refusals[0]["says"]
    (one,) = viewing.story(desk, ships).claims[0].citations
    keeper = Keeper()
    items = [
        {"key": "a:2", "claim": claims[0], "act": "keep_page", "evidence": one.evidence.id},
        {"key": "a:3", "claim": claims[0], "act": "check_links", "sources": [one.source.id]},
    ]
    assert outbox.deliver(desk, mara, items, keeper).acks == ["a:2", "a:3"]
    keeper.wait()
    for job in (keeper.of(page_job(one.evidence.pk)), keeper.of(link_job(one.source.pk))):
        assert job is not None and "points inside this network" in job.says
    reader = mara.with_(roles=[Role.READER])
    assert len(outbox.deliver(desk, reader, items, keeper).refusals) == 2


def test_what_the_reader_had_not_seen_comes_with_each_acknowledgement(
    desk: Desk, mara: Person, tomas: Person, claims: list[int]
) -> None:
    reviewing.rate(desk, claims[0], by=tomas, rating="verified")
    items = [rating("a:1", claims[0], "disputed", seen_version=0, seen_words=0), rating("a:2", claims[1])]
    people = {person.pk: person for person in (mara, tomas)}
    for _ in range(2):
        answer = outbox.deliver(desk, mara, items)
        assert answer.acks == ["a:1", "a:2"]
        assert list(answer.crossed) == ["a:1"]
        assert crossing.told("a:1", answer.crossed["a:1"], people) == {
            "key": "a:1",
            "claim": claims[0],
            "says": "Tomas Ferreira rated “31 ships” verified just before you rated it disputed. It is contested now.",
        }
    seen = [rating("a:3", claims[0], "verified", seen_version=2, seen_words=0)]
    assert outbox.deliver(desk, mara, seen).crossed == {}
