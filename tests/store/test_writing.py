import pytest
from sqlalchemy.exc import OperationalError

from tests.making import START
from workbench.domain.event import check_chain
from workbench.domain.person import Person
from workbench.store import engine, events, people


def person(handle="ruth"):
    return Person(handle=handle, name=handle.title(), since=START)


def test_an_act_without_an_event_keeps_nothing(store):
    with pytest.raises(AssertionError, match="without an event"), store.writing() as writing:
        writing.keep(person())
    with store.reading() as session:
        assert people.everyone(session) == {}


def test_an_act_that_raises_keeps_neither_rows_nor_event(store):
    with pytest.raises(RuntimeError), store.writing() as writing:
        kept = writing.keep(person())
        writing.log("person.add", f"person:{kept.pk}", at=START, by=None)
        raise RuntimeError("power gone")
    with store.reading() as session:
        assert people.everyone(session) == {}
        assert events.newest_event(session) is None


def test_events_follow_each_other(store):
    for handle in ("ruth", "aiko", "levi"):
        with store.writing() as writing:
            kept = writing.keep(person(handle))
            writing.log("person.add", f"person:{kept.pk}", at=START, by=None, after={"handle": handle})
    with store.reading() as session:
        log = events.page(session)
        assert [event.number for event in log] == [3, 2, 1]
        assert check_chain(reversed(log)) is None
        assert events.bodies(session, [2])[2]["after"] == {"handle": "aiko"}
        assert [event.number for event in events.page(session, before=3, limit=1)] == [2]


def test_what_was_kept_reads_back_as_it_was(store):
    with store.writing() as writing:
        kept = writing.keep(person())
        writing.log("person.add", f"person:{kept.pk}", at=START, by=None)
    with store.reading() as session:
        assert people.with_handle(session, "ruth") == kept


def test_a_writer_waits_for_another_and_not_for_ever(store, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    other = engine.Store(store.url)
    with store.writing() as writing:
        people.everyone(writing.session)
        with pytest.raises(OperationalError), other.writing() as waiting:
            people.everyone(waiting.session)
    with other.writing() as next_one:
        assert people.everyone(next_one.session) == {}
    other.close()
