"""What a reviewer is told whose judgement met another's that they had not seen, or a claim put right meanwhile."""

from typing import Any

from workbench.domain.person import Person
from workbench.domain.review import Review, Status
from workbench.services.reviewing import Crossed

SHORT = 80
"""Characters of a label in a sentence."""


def told(key: str, one: Crossed, people: dict[int, Person]) -> dict[str, Any]:
    """The act's key, its claim, and one sentence or two for its author."""
    return {"key": key, "claim": one.claim.id, "says": " ".join(_says(one, people))}


def _says(one: Crossed, people: dict[int, Person]) -> list[str]:
    label = one.claim.label if len(one.claim.label) <= SHORT else f"{one.claim.label[: SHORT - 1]}…"
    said = []
    if one.others:
        last = one.others[-1]
        person = people.get(last.person_id)
        name = person.name if person else "Somebody"
        same = (last.act, last.rating) == (one.review.act, one.review.rating)
        mine = "you did" if same else f"you {_did(one.review, 'it')}"
        said.append(f"{name} {_did(last, f'“{label}”')} just before {mine}.")
    if one.review.earlier_words:
        said.append(
            f"“{label}” was put right before what you judged arrived. It is kept as given on the earlier words."
        )
    elif one.stands.status is Status.CONTESTED:
        said.append("It is contested now.")
    return said


def _did(review: Review, what: str) -> str:
    return f"rated {what} {review.rating.value}" if review.rating else f"dismissed {what}"
