"""What the browser is told: the story once, and of each claim what is mine, what is others', and where it stands."""

import json
from typing import Any

from tests.making import reading
from workbench.domain.person import Person
from workbench.domain.story import Story
from workbench.services import citing, correcting_claims, importing, reviewing, sourcing, viewing
from workbench.services.wires import Desk
from workbench.ui.reader import evidence, payload


def looked_at(desk: Desk, article: int) -> Story:
    return viewing.story(desk, article)


def state(desk: Desk, article: int, me: Person, place: int = 0) -> dict[str, Any]:
    states: list[dict[str, Any]] = payload.standings(looked_at(desk, article), me, desk.policy)["states"]
    return states[place]


def test_the_whole_story_is_json_with_every_claim_in_order(desk: Desk, ships: int) -> None:
    told = json.loads(json.dumps(payload.whole(looked_at(desk, ships), asked=None)))
    assert [claim["label"] for claim in told["claims"]] == ["31 ships", "4 tugs"]
    assert told["claims"][0]["sentence"] == ["The harbour counted ", "31 ships", " and 4 tugs on Monday."]
    assert told["by"] == "15 March 2022"


def test_signals_of_sentence_and_claim_come_heaviest_first(desk: Desk, ships: int) -> None:
    told = payload.whole(looked_at(desk, ships), asked=None)
    assert told["claims"][0]["signals"] == [
        ("figures", 1.5, "sentence"),
        ("base", -1.1, "sentence"),
        ("figure", 0.4, "claim"),
    ]


def test_the_version_changes_with_what_the_claims_say_alone(desk: Desk, mara: Person, ships: int) -> None:
    first = payload.whole(looked_at(desk, ships), asked=None)["version"]
    claim = looked_at(desk, ships).claims[0].claim.pk
    reviewing.rate(desk, claim, by=mara, rating="verified")
    assert payload.whole(looked_at(desk, ships), asked=None)["version"] == first
    correcting_claims.correct_claim(desk, claim, by=mara, fields={"label": "Ships"}, reason="Shorter")
    assert payload.whole(looked_at(desk, ships), asked=None)["version"] != first


def test_a_long_sentence_is_cut_around_the_claim(desk: Desk, mara: Person) -> None:
    text = f"{'so ' * 300}31 ships {'and so on ' * 100}"
    article = importing.hand_in(desk, reading(text, title="Long"), by=mara).article.pk
    before, words, after = payload.whole(looked_at(desk, article), asked=None)["claims"][0]["sentence"]
    assert words == "31 ships"
    assert before.startswith("… ")
    assert after.endswith(" …")
    assert max(len(before), len(after)) <= payload.AROUND + 2


def test_mine_and_others_are_told_apart(desk: Desk, mara: Person, tomas: Person, ships: int) -> None:
    claim = looked_at(desk, ships).claims[0].claim.pk
    reviewing.rate(desk, claim, by=tomas, rating="disputed")
    reviewing.rate(desk, claim, by=mara, rating="sourced", reason="Log book")
    reviewing.rate(desk, claim, by=mara, rating="verified")
    found = state(desk, ships, mara)
    assert (found["mine"], found["others"]) == (["sourced", "verified"], ["disputed"])
    assert (found["shown"], found["version"], found["reason"]) == ("contested", 3, "")
    assert state(desk, ships, tomas)["mine"] == ["disputed"]


def test_what_was_taken_back_is_no_longer_mine(desk: Desk, mara: Person, ships: int) -> None:
    claim = looked_at(desk, ships).claims[0].claim.pk
    reviewing.rate(desk, claim, by=mara, rating="sourced", reason="Log book")
    reviewing.dismiss(desk, claim, by=mara, reason="No claim")
    reviewing.undo(desk, claim, by=mara)
    found = state(desk, ships, mara)
    assert (found["mine"], found["reason"], found["shown"]) == (["sourced"], "Log book", "sourced")
    assert not found["reopened"]
    reviewing.undo(desk, claim, by=mara)
    assert state(desk, ships, mara)["reopened"] and not state(desk, ships, mara, 1)["reopened"]


def test_the_order_of_my_reviews_is_the_order_in_which_i_gave_them(desk: Desk, mara: Person, ships: int) -> None:
    first, second = (checked.claim.pk for checked in looked_at(desk, ships).claims)
    for claim in (second, first, second):
        reviewing.rate(desk, claim, by=mara, rating="verified")
    given = [state(desk, ships, mara, place)["given"] for place in (0, 1)]
    assert given[1][0] < given[0][0] < given[1][1]


def test_the_card_tells_evidence_and_history_in_words(desk: Desk, mara: Person, tomas: Person, ships: int) -> None:
    claim = looked_at(desk, ships).claims[0].claim.pk
    sourcing.add_evidence(desk, claim, by=tomas, source="Log book", stance="supports", words="31", origin="Harbour")
    reviewing.rate(desk, claim, by=mara, rating="verified", reason="Counted")
    story, history = looked_at(desk, ships), viewing.history(desk, claim)
    changes = viewing.changes(desk, [event.number for event in history])
    (checked, *_) = story.claims
    cited = citing.known(desk, checked.claim, checked.citations, by=mara)
    passages = [evidence.shown(one, people=story.people, me=mara) for one in cited]
    card = payload.card(story, checked, history=history, changes=changes, evidence=passages, links={}, me=mara)
    assert [(one["who"], one["did"], one["reason"]) for one in card["history"]] == [
        ("You", "rated it verified", "Counted"),
        ("Tomas Ferreira", "added evidence from Log book", ""),
        ("The extractor", "found it: rules plain 1, none 0", ""),
    ]
    (one,) = card["evidence"]
    assert (one["source"], one["origin"], one["by"]) == ("Log book", "Harbour", "Tomas Ferreira")
