"""The queue says of every claim what its reviews, evidence, leases and the policy say, whatever was done before."""

import dataclasses
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.making import reading
from workbench.domain.errors import WorkbenchError
from workbench.domain.policy import Asks, Policy, SecondCheck
from workbench.domain.queue import Query
from workbench.services import (
    assigning,
    correcting,
    correcting_claims,
    importing,
    queueing,
    reviewing,
    sourcing,
    standing,
    viewing,
)
from workbench.store import queue

POLICY = Policy(verified=Asks(evidence=1), disputed=Asks(reason=True), second_check=SecondCheck(kinds=["money"]))
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("verified", "disputed", "sourced", "dismiss", "undo", "cite", "uncite"),
                *("take", "give", "back", "reword", "relabel"),
            ]
        ),
        st.integers(0, 1),
        st.integers(0, 1),
    ),
    max_size=12,
)


def lines(desk):
    with desk.store.reading() as session:
        return queue.lines(session, range(1, 100))


def made_anew(desk):
    """The same lines, derived from nothing but what the log keeps."""
    with desk.store.writing() as writing:
        for article_id in queue.articles(writing.session):
            standing.requeue(desk, writing, article_id)
    return lines(desk)


def do(desk, act, claim, by):
    match act:
        case "dismiss":
            reviewing.dismiss(desk, claim, by=by, reason="no claim")
        case "undo":
            reviewing.undo(desk, claim, by=by)
        case "cite":
            words = {"source": "Port log", "stance": "supports", "words": "31 ships"}
            sourcing.add_evidence(desk, claim, by=by, **words)
        case "uncite":
            for checked in viewing.story(desk, 1).claims:
                for one in checked.citations[:1]:
                    sourcing.withdraw_evidence(desk, one.evidence.pk, by=by, reason="wrong page")
        case "take":
            assigning.take(desk, claim=claim, by=by)
        case "give":
            assigning.assign(desk, article=1, to=None, by=by, until=desk.clock() + timedelta(seconds=40))
        case "reword" | "relabel":
            fields = {"unit" if act == "reword" else "label": f"{by.handle} {desk.clock()}"}
            correcting_claims.correct_claim(desk, claim, by=by, fields=fields)
        case "back":
            assigning.hand_back(desk, claim=claim, by=by)
        case _:
            reviewing.rate(desk, claim, by=by, rating=act, reason="looked" if claim % 2 else "")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_the_queue_says_what_is_derived_after_any_history(desk, mara, tomas, acts):
    desk = dataclasses.replace(desk, policy=POLICY)
    importing.hand_in(desk, reading(), by=mara)
    for act, who, which in acts:
        try:
            do(desk, act, 1 + which, (mara, tomas)[who])
        except WorkbenchError:
            continue
    kept = lines(desk)
    for checked in viewing.story(desk, 1).claims:
        line, stands = kept[checked.claim.pk], checked.standing
        assert (line.counted, line.shown) == (stands.counted, stands.shown)
        assert line.assigned_id is None or line.until is not None
        if checked.lease is not None:
            assert (line.assigned_id, line.until) == (checked.lease.person_id, checked.lease.until)
    assert made_anew(desk) == kept


def test_an_older_store_is_filled_and_a_changed_policy_derives_anew(desk, mara):
    story = importing.hand_in(desk, reading(), by=mara).article
    claim = viewing.story(desk, story.pk).claims[0].claim.pk
    reviewing.rate(desk, claim, by=mara, rating="verified")
    kept = lines(desk)
    with desk.store.writing() as writing:
        queue.clear(writing.session, story.pk)
    assert lines(desk) == {}
    assert standing.refill(desk) == 1
    assert lines(desk) == kept
    assert kept[claim].counted == "verified"
    assert standing.refill(desk) == 0
    stricter = dataclasses.replace(desk, policy=POLICY)
    assert standing.refill(stricter) == 1
    assert lines(stricter)[claim].counted == "provisional"
    assert standing.refill(stricter) == 0


def test_a_withdrawn_story_leaves_the_queue_and_its_search(desk, mara):
    story = importing.hand_in(desk, reading(), by=mara).article
    assert queueing.count(desk, Query(text="ships"), by=mara) == 2
    correcting.withdraw(desk, story.pk, by=mara, reason="by mistake")
    assert lines(desk) == {}
    assert queueing.count(desk, Query(text="ships"), by=mara) == 0


def test_a_title_put_right_is_found_by_its_new_words(desk, mara):
    story = importing.hand_in(desk, reading(), by=mara).article
    correcting.correct(desk, story.pk, by=mara, title="Barges out")
    assert queueing.count(desk, Query(text="barge"), by=mara) == 2
    assert queueing.count(desk, Query(text="in"), by=mara) == 0
