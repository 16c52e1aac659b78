"""What a report shows of where a claim stands: one sign, one line and one word for each state."""

from dataclasses import dataclass

from workbench.domain.review import Status
from workbench.domain.story import CheckedClaim


@dataclass(frozen=True)
class State:
    """How one state looks. `line` is the word for the stroke under the claim, so that a grey print tells as much."""

    key: str
    sign: str
    word: str
    line: str


VERIFIED = State("verified", "✓", "verified", "line")
SOURCED = State("sourced", "◆", "sourced", "double")
DISPUTED = State("disputed", "▲", "disputed", "wave")
CONTESTED = State("contested", "≠", "contested", "dashes")
SECOND = State("second", "½", "second check", "line")
PROVISIONAL = State("provisional", "◌", "provisional", "dots")
OPEN = State("open", "○", "open", "dots")
DISMISSED = State("dismissed", "×", "dismissed", "hairline")

STATES = (VERIFIED, SOURCED, DISPUTED, CONTESTED, SECOND, PROVISIONAL, OPEN, DISMISSED)
"""In the order in which they are counted."""

ALWAYS_COUNTED = (VERIFIED, SOURCED, DISPUTED, CONTESTED, OPEN)
"""Shown with their number even where it is 0."""

_BY_KEY = {state.key: state for state in STATES}


def state_of(checked: CheckedClaim) -> State:
    """The state to show. A claim in review without a rating is still open to a reader."""
    return _BY_KEY[checked.standing.counted]


def why_in_the_way(checked: CheckedClaim) -> tuple[str, str]:
    """Why a claim that stands in the way does so, to be read after a number: for one claim, for several."""
    if checked.reopened:
        return "reopened, no rating counts", "reopened, no rating counts"
    reasons = {
        Status.OPEN: ("claim nobody has rated", "claims nobody has rated"),
        Status.IN_REVIEW: ("in review, nothing settled yet", "in review, nothing settled yet"),
        Status.NEEDS_SECOND: ("needs a second check", "need a second check"),
        Status.CONTESTED: ("contested, reviewers disagree", "contested, reviewers disagree"),
    }
    disputed = "disputed and still in the text"
    return reasons.get(checked.standing.status, (disputed, disputed))
