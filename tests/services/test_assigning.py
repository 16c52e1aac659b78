from dataclasses import replace
from datetime import timedelta

import pytest

from tests.making import reading, seat
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Role
from workbench.domain.policy import Asks, Policy
from workbench.domain.queue import Query, View
from workbench.services import (
    accounts,
    assigning,
    auditing,
    cataloguing,
    importing,
    queueing,
    reviewing,
    sourcing,
    viewing,
)


@pytest.fixture
def story(desk, mara):
    return importing.hand_in(desk, reading(), by=mara).article.pk


@pytest.fixture
def claims(desk, story):
    return [checked.claim.pk for checked in viewing.story(desk, story).claims]


def holders(desk, story):
    return [c.lease.person_id if c.lease else None for c in viewing.story(desk, story).claims]


def test_a_claim_is_taken_handed_back_and_given_anew(desk, mara, tomas, story, claims):
    lease = assigning.take(desk, claim=claims[0], by=tomas)
    assert lease.until - lease.at == assigning.USUAL
    assert holders(desk, story) == [tomas.id, None]
    assert viewing.story(desk, story).claims[0].standing.status == "in_review"
    assigning.assign(desk, claim=claims[0], to=mara.id, by=mara, note="You know the port")
    assert holders(desk, story) == [mara.id, None]
    assigning.hand_back(desk, claim=claims[0], by=mara)
    assert holders(desk, story) == [None, None]
    with pytest.raises(InputError, match="Nobody has this"):
        assigning.hand_back(desk, claim=claims[0], by=mara)
    said = [event.act for event in viewing.history(desk, claims[0])]
    assert said == ["assignment.end", "assignment.give", "assignment.give"]
    assert auditing.verify(desk) is None


def test_a_lease_ends_by_itself_and_with_the_verdict(desk, mara, tomas, story, claims):
    assigning.take(desk, claim=claims[0], by=tomas, until=desk.clock() + timedelta(minutes=5))
    assigning.take(desk, claim=claims[1], by=tomas)
    desk.clock.at += timedelta(minutes=6)
    assert holders(desk, story) == [None, tomas.id]
    reviewing.rate(desk, claims[1], by=tomas, rating="verified")
    assert holders(desk, story) == [None, None]
    assert auditing.verify(desk) is None


def test_a_lease_ends_with_the_evidence_that_settles_its_claim(desk, mara, tomas, story, claims):
    strict = replace(desk, policy=Policy(verified=Asks(primary=1)))
    assigning.take(strict, claim=claims[0], by=tomas)
    reviewing.rate(strict, claims[0], by=tomas, rating="verified")
    assert holders(strict, story) == [tomas.id, None], "a provisional rating leaves something to do"
    cited = sourcing.add_evidence(strict, claims[0], by=mara, source="Log", stance="supports", words="31")
    assert holders(strict, story) == [tomas.id, None]
    cataloguing.edit(strict, cited.source_id, by=mara, tier="primary")
    assert holders(strict, story) == [None, None]
    assert auditing.verify(desk) is None


def test_what_is_done_already_makes_nobody_busy(desk, mara, tomas, story, claims):
    assigning.take(desk, article=story, by=tomas)
    other = importing.hand_in(desk, reading("7 tugs left.", title="Tugs"), by=mara).article.pk
    for claim in claims:
        reviewing.rate(desk, claim, by=tomas, rating="verified")
    assigning.take(desk, article=other, by=mara)
    assert [person.id for person in assigning.free(desk)] == [tomas.id, mara.id]


def test_a_whole_story_is_given_until_it_runs_and_a_claim_out_of_it_to_another(desk, mara, tomas, story, claims):
    runs_at = desk.clock() + timedelta(hours=5)
    assigning.schedule(desk, story, runs_at, by=mara)
    assigning.take(desk, claim=claims[0], by=mara)
    lease = assigning.assign(desk, article=story, to=tomas.id, by=mara)
    assert lease.until == runs_at
    assert holders(desk, story) == [tomas.id, tomas.id]
    assigning.assign(desk, claim=claims[1], to=mara.id, by=mara)
    assert holders(desk, story) == [tomas.id, mara.id]
    assigning.hand_back(desk, claim=claims[1], by=mara)
    assert holders(desk, story) == [tomas.id, tomas.id]


def test_whoever_is_free_has_the_fewest_claims(desk, mara, tomas, story, claims):
    assert [p.id for p in assigning.free(desk)] == [mara.id, tomas.id]
    assigning.take(desk, claim=claims[0], by=mara)
    assert assigning.assign(desk, claim=claims[1], to=None, by=mara).person_id == tomas.id


def test_each_act_needs_its_right(desk, mara, tomas, story, claims):
    checker, trainee = tomas.with_(roles=[Role.CHECKER]), tomas.with_(roles=[Role.TRAINEE])
    for refused in (
        lambda: assigning.take(desk, claim=claims[0], by=trainee),
        lambda: assigning.assign(desk, claim=claims[0], to=mara.id, by=checker),
        lambda: assigning.schedule(desk, story, desk.clock(), by=checker),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    assigning.take(desk, claim=claims[0], by=mara)
    with pytest.raises(NotAllowedError):
        assigning.hand_back(desk, claim=claims[0], by=checker)
    with pytest.raises(NotFoundError):
        assigning.take(desk, claim=99, by=mara)
    with pytest.raises(InputError, match="a time ahead"):
        assigning.take(desk, claim=claims[0], by=mara, until=desk.clock() - timedelta(hours=1))
    with pytest.raises(InputError, match="takes no assignments"):
        assigning.assign(desk, claim=claims[0], to=99, by=mara)


@pytest.mark.parametrize("leave", ["close", "lower"])
def test_who_can_check_no_more_has_nothing_any_more(desk, mara, story, claims, leave):
    ann = seat(desk, "ann.berg", "checker")
    assigning.take(desk, claim=claims[0], by=ann)
    assigning.assign(desk, article=story, to=ann.id, by=mara)
    assigning.assign(desk, claim=claims[1], to=mara.id, by=mara)
    assert holders(desk, story) == [ann.id, mara.id]
    if leave == "close":
        accounts.close(desk, ann.pk, by=None)
    else:
        accounts.set_roles(desk, ann.pk, ["trainee"], by=None)
    assert holders(desk, story) == [None, mara.id]
    assert queueing.count(desk, Query(view=View.UNASSIGNED), by=mara) == 1
    assert auditing.verify(desk) is None
