from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import START
from workbench.domain.claim import Kind
from workbench.domain.event import GENESIS, Change, Seal, canonical, check_chain, next_event, sha256


def chain(length: int):
    events = []
    for number in range(length):
        last = events[-1] if events else None
        change = sha256(str(number).encode())
        at = START + timedelta(seconds=number)
        events.append(next_event(last, at=at, person="mara", act="claim.rate", subject="claim:1", change_sha256=change))
    return events


def test_a_chain_that_nobody_touched_holds():
    events = chain(5)
    assert check_chain(events) is None
    assert check_chain(events[3:], after=events[2]) is None
    assert events[0].previous == GENESIS


CHANGES = st.sampled_from(
    [
        {"person": "ruth"},
        {"act": "claim.undo"},
        {"subject": "claim:2"},
        {"reason": "because"},
        {"at": START - timedelta(days=1)},
        {"person_id": 7},
        {"change_sha256": "a" * 64},
        {"previous": "b" * 64},
        {"sha256": "c" * 64},
    ]
)


@given(st.integers(0, 4), CHANGES)
def test_any_field_changed_is_named_by_its_event(place, change):
    events = chain(5)
    events[place] = events[place].model_copy(update=change)
    broken = check_chain(events)
    assert broken is not None and broken.number == place + 1


@given(st.integers(0, 3))
def test_a_missing_event_is_named(place):
    events = chain(5)
    del events[place]
    broken = check_chain(events)
    assert broken is not None and broken.number == place + 1 and "missing" in broken.problem


def test_an_event_hashed_anew_breaks_the_next_one():
    events = chain(3)
    forged = events[1].model_copy(update={"person": "ruth"})
    events[1] = forged.model_copy(update={"sha256": forged.digest()})
    broken = check_chain(events)
    assert broken is not None and broken.number == 3


def test_canonical_json_is_the_same_bytes_everywhere():
    east = datetime(2022, 3, 15, 11, tzinfo=timezone(timedelta(hours=2))).astimezone(UTC)
    value = {"b": [1, 0.5, True, None], "a": Kind.MONEY, "day": date(2022, 3, 15), "at": east, "bytes": b"x", "é": "ü"}
    digest = sha256(b"x")
    assert canonical(value).decode() == (
        '{"a":"money","at":"2022-03-15T09:00:00.000000Z","b":[1,"0.5",true,null],'
        f'"bytes":{{"sha256":"{digest}"}},"day":"2022-03-15","é":"ü"}}'
    )


def test_what_has_no_canonical_form_is_refused():
    with pytest.raises(TypeError, match="set has no canonical form"):
        canonical({"a": {1, 2}})


def test_the_salt_is_part_of_what_a_change_hashes_to():
    assert Change(number=1, salt="a", body="{}").digest() != Change(number=1, salt="b", body="{}").digest()
    assert Change(number=1).digest() is None


@pytest.mark.parametrize("text", ["", "7", "7:abc", "x:" + "a" * 64, "7:" + "g" * 64, "7:" + "a" * 65])
def test_what_is_no_seal_is_refused(text):
    with pytest.raises(ValueError, match="is no seal"):
        Seal.parse(text)


def test_a_seal_reads_back_as_it_was_printed():
    seal = Seal(number=4211, sha256="e3" * 32)
    assert Seal.parse(f" {str(seal).upper()} ") == seal
