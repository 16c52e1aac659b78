import pytest

from workbench.domain.errors import InputError
from workbench.domain.queue import Query
from workbench.services import keeping_views, queueing, viewing
from workbench.ui import queue_acts


def test_a_room_gives_takes_back_and_schedules(wires, ships):
    claim = viewing.story(wires.desk, ships).claims[0].claim.pk
    assert queue_acts.do(wires, {"do": "give", "to": "me", "claim": claim, "minutes": 30, "key": "1"}) == "It is yours."
    assert queue_acts.do(wires, {"do": "give", "to": "free", "article": ships}) == "Given to Mara Lindqvist."
    assert queueing.count(wires.desk, Query(view="mine"), by=wires.person) == 2
    assert queue_acts.do(wires, {"do": "back", "article": ships}) == "Handed back to the queue."
    assert (
        queue_acts.do(wires, {"do": "schedule", "article": ships, "at": "2022-03-15T12:00:00Z"}) == "Its time is set."
    )
    assert queueing.count(wires.desk, Query(view="today"), by=wires.person) == 2


def test_views_are_kept_in_the_room(wires):
    assert queue_acts.do(wires, {"do": "save", "name": "Sums", "query": {"kind": "money"}}) == "Kept as “Sums”."
    (view,) = keeping_views.saved(wires.desk, by=wires.person)
    queue_acts.do(wires, {"do": "rename", "view": view.pk, "name": "Money"})
    queue_acts.do(wires, {"do": "throw", "view": view.pk})
    assert keeping_views.saved(wires.desk, by=wires.person) == []


@pytest.mark.parametrize(
    "heard",
    [
        {},
        {"do": "erase"},
        {"do": "give", "to": "everybody", "claim": 1},
        {"do": "give", "to": "me", "claim": "1; DROP TABLE queue"},
        {"do": "schedule", "article": 1, "at": "2022-03-15T12:00:00"},
    ],
)
def test_what_no_room_sends_is_refused(wires, ships, heard):
    assert queue_acts.do(wires, heard).startswith("Not done")


def test_what_the_services_refuse_comes_with_their_sentence(wires, ships):
    with pytest.raises(InputError, match="Nobody has this"):
        queue_acts.do(wires, {"do": "back", "article": ships})
