import tomllib
from pathlib import Path

import pytest

from tests.making import START
from workbench.domain.claim import Claim, Kind
from workbench.domain.evidence import Citation, Evidence, Source
from workbench.domain.policy import Asks, Policy, SecondCheck
from workbench.domain.rating import Rating
from workbench.domain.review import Review, ReviewAct, Status, settle
from workbench.house import read_policy
from workbench.settings import HOME, SettingsError

CASES = tomllib.loads(Path(__file__).with_name("policy.toml").read_text(encoding="utf-8"))["case"]
HOUSE = read_policy(HOME / "seeds" / "policy.toml")


def citation(line: str) -> Citation:
    stance, tier, origin, locator = line.split()
    told = {"claim_id": 1, "person_id": 1, "key": line, "at": START}
    evidence = Evidence(source_id=1, stance=stance, words="x", locator="" if locator == "-" else locator, **told)
    return Citation(evidence=evidence, source=Source(name=f"{origin} paper", tier=tier, origin=origin, at=START))


def review(person: int, rating: Rating, **more: object) -> Review:
    told = {"claim_id": 1, "act": ReviewAct.RATE, "key": f"{person}", "at": START}
    return Review(id=person, person_id=person, rating=rating, **told, **more)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_what_a_rating_lacks_is_named(case):
    cited = [citation(line) for line in case.get("evidence", [])]
    told = {"reason": case.get("reason", ""), "none_found": case.get("none_found", False)}
    assert [lack.says for lack in HOUSE.lacks(Rating(case["rating"]), cited, **told)] == case["lacks"]


def test_a_rating_that_lacks_something_settles_nothing_until_the_rest_is_there():
    rated = [review(1, Rating.SOURCED)]
    waits = settle(rated, policy=HOUSE)
    assert (waits.status, waits.shown, waits.counted, waits.verdict) == (
        Status.IN_REVIEW,
        "sourced",
        "provisional",
        None,
    )
    assert waits.stands_in_the_way
    stands = settle(rated, policy=HOUSE, cited=[citation("supports secondary ledger p.4")])
    assert (stands.status, stands.counted, stands.provisional) == (Status.SETTLED, "sourced", [])


def test_a_provisional_rating_contests_nothing():
    rated = [review(1, Rating.SOURCED), review(2, Rating.VERIFIED)]
    stands = settle(rated, policy=HOUSE, cited=[citation("supports secondary ledger p.4")])
    assert stands.counted == "sourced" and [one.review.person_id for one in stands.provisional] == [2]


def test_a_trainees_rating_shows_and_settles_nothing():
    stands = settle([review(1, Rating.VERIFIED, settles=False)])
    assert (stands.shown, stands.counted) == ("verified", "provisional")
    assert settle([review(1, Rating.VERIFIED, settles=False), review(2, Rating.DISPUTED)]).counted == "disputed"


def test_a_second_check_is_wanted_where_the_policy_lists_the_kind():
    policy = Policy(second_check=SecondCheck(kinds=[Kind.MONEY], checkworthiness=0.9))
    money = Claim(kind=Kind.MONEY, start=0, end=2, text="£3", label="£3")
    one = [review(1, Rating.VERIFIED)]
    waits = settle(one, claim=money, policy=policy)
    assert (waits.status, waits.shown, waits.counted, waits.verdict) == (
        Status.NEEDS_SECOND,
        "verified",
        "second",
        None,
    )
    assert settle([*one, review(2, Rating.VERIFIED)], claim=money, policy=policy).counted == "verified"
    other = money.with_(kind=Kind.COUNT)
    assert settle(one, claim=other, policy=policy).counted == "verified"
    assert settle(one, claim=other.with_(checkworthiness=0.9), policy=policy).counted == "second"


def test_an_assigned_claim_is_in_review():
    assert settle([], assigned=True).status is Status.IN_REVIEW


def test_a_policy_that_asks_nothing_lets_every_rating_count():
    assert all(Policy().lacks(rating, []) == [] for rating in Rating)
    assert Policy(verified=Asks(primary=2)).lacks(Rating.VERIFIED, [])[0].says == "2 primary sources"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[verified]\nprimary = 1\n\n[sourced]\nevidence = 'one'\n", "line 5: sourced evidence"),
        ("[verified]\nprimary = 1\norigin = 2\n", "line 3: verified origin: is nothing that a policy asks"),
        ("[second_check]\nkinds = ['money',\n 'gossip']\n", "line 2: second_check kinds"),
        ("[verified\n", "at line 1"),
        ("verified.primary = 1\n# evidence\nsourced.evidence = 'one'\n", "line 3: sourced evidence"),
        ("[verified]\nprimary = 1\n['sourced']\n\"evidence\" = 'one'\n", "line 4: sourced evidence"),
        ("[verified]\nprimary = 1\n[sourced]\nprimary = 2\nevidence = -1\n", "line 5: sourced evidence"),
        ("verified = {primary = 1}\nsourced = {evidence = 'one'}\n", "line 2: sourced evidence"),
        ("verdict = 1\n", "line 1: verdict"),
    ],
)
def test_a_policy_that_cannot_be_read_is_refused_with_its_line(tmp_path, text, says):
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=says):
        read_policy(path)


def test_a_policy_that_is_not_there_says_what_to_set(tmp_path):
    with pytest.raises(SettingsError, match="WORKBENCH_POLICY"):
        read_policy(tmp_path / "none.toml")
