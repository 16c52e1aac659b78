import pytest

from workbench.domain.claim import Claim
from workbench.domain.measured import Judged, Share, tally


@pytest.mark.parametrize(
    # The second to fourth are worked examples: Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    ("count", "of", "low", "high"),
    [(0, 0, None, None), (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (5, 5, 0.5655, 1)],
)
def test_a_share_carries_wilsons_interval(count, of, low, high):
    share = Share(count=count, of=of)
    if low is None:
        assert share.interval is None and share.value is None
    else:
        assert share.interval == pytest.approx((low, high), abs=5e-5)


def claim(kind="count", text="31 ships", **fields):
    return Claim(kind=kind, start=4, end=4 + len(text), text=text, label=text, **fields)


def test_claims_count_as_found_as_no_claim_as_missed_and_as_put_right():
    judged = [
        Judged(kind="count", added=False, dismissed=False, count=7),
        Judged(kind="count", added=False, dismissed=True, count=1),
        Judged(kind="count", added=True, dismissed=False, count=2),
        Judged(kind="date", added=True, dismissed=True, count=3),
        Judged(kind="money", added=False, dismissed=False, count=2),
    ]
    ships = claim(amount="31", unit="ship")
    corrected = [
        (ships, ships.with_(label="Ships in the harbour", about=["ship"])),
        (ships, ships.with_(amount="30", unit="boat", kind="measure")),
        (ships, ships.with_(end=7, text="31 ")),
    ]
    every, money, count = tally(judged, corrected)
    assert (every.kind, money.kind, count.kind) == (None, "money", "count")
    assert (count.found, count.no_claim, count.missed, count.wrong) == (8, 1, 2, 2)
    assert count.put_right == {"kind": 1, "value": 1, "speaker": 0, "stretch": 1}
    assert (count.precision, count.recall) == (Share(count=7, of=8), Share(count=7, of=9))
    assert (every.precision, every.recall, every.as_found) == (
        Share(count=9, of=10),
        Share(count=9, of=11),
        Share(count=7, of=9),
    )
