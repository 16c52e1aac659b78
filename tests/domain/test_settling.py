import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import START
from workbench.domain.rating import Rating
from workbench.domain.review import Review, ReviewAct, Status, counting, settle

CASES = tomllib.loads(Path(__file__).with_name("settling.toml").read_text(encoding="utf-8"))["case"]
RATINGS = {"v": Rating.VERIFIED, "d": Rating.DISPUTED, "s": Rating.SOURCED}


def told(lines: list[str]) -> list[Review]:
    """The reviews that lines such as "A v" mean; an undo where nothing is left to take back is left out."""
    reviews: list[Review] = []
    for line in lines:
        person, what = line.split()
        fields: dict[str, object] = {"act": ReviewAct.RATE, "rating": RATINGS.get(what)}
        if what == "x":
            fields = {"act": ReviewAct.DISMISS}
        if what == "u":
            mine = [r for r in counting(reviews) if r.person_id == ord(person)]
            if not mine:
                continue
            fields = {"act": ReviewAct.UNDO, "takes_back": mine[-1].id}
        number = len(reviews) + 1
        at = START + timedelta(minutes=number)
        reviews.append(Review(id=number, claim_id=1, person_id=ord(person), key=f"k{number}", at=at, **fields))
    return reviews


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_reviews_settle_as_the_table_says(case):
    standing = settle(told(case["reviews"]))
    assert standing.status == case["status"]
    assert standing.shown == case["shows"]
    assert (standing.verdict.how if standing.verdict else None) == case.get("how")


lines = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("vdsxu")).map(" ".join), max_size=12)


@given(lines)
def test_a_verdict_stands_exactly_where_the_claim_is_settled(history):
    standing = settle(told(history))
    assert (standing.verdict is not None) == (standing.status is Status.SETTLED)


@given(lines, st.sampled_from("ABC"), st.sampled_from("vds"))
def test_an_undo_restores_what_stood_before(history, person, rating):
    before = told(history)
    after = told([*history, f"{person} {rating}", f"{person} u"])
    assert settle(after).status == settle(before).status
    assert settle(after).shown == settle(before).shown


@given(lines)
def test_disputed_and_unsettled_claims_stand_in_the_way_and_no_others(history):
    standing = settle(told(history))
    assert standing.stands_in_the_way == (standing.counted in {"open", "contested", "disputed"})
