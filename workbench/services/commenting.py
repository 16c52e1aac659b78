"""What people say to each other about a claim."""

import re
from uuid import uuid4

from workbench.domain.comment import Comment
from workbench.domain.errors import InputError
from workbench.domain.person import Person, Right
from workbench.services.reviewing import claim_on_desk
from workbench.services.rights import need, plain
from workbench.services.wires import Desk
from workbench.store import people
from workbench.store.reading import having

LONGEST = 20_000
CALL = re.compile(r"(?<![\w.])@([\w.-]*\w)")
"""`@handle`, not inside a word or a mail address."""


def comment(desk: Desk, claim_id: int, *, by: Person, text: str, key: str | None = None) -> Comment:
    """Say something about a claim. `@handle` calls that person, who finds it among what concerns them.

    Sent twice with one key it counts once. Raises InputError where nothing is said or too much, NotFoundError where
    the claim is not on the desk (any more).
    """
    need(by, Right.COMMENT)
    said = plain(text).strip()
    if not said:
        raise InputError("The comment is empty. Write what you want to say.")
    if len(said) > LONGEST:
        raise InputError(f"The comment is {len(said):,} characters long; {LONGEST:,} fit. Shorten it.")
    with desk.store.writing() as writing:
        if key and (earlier := having(writing.session, Comment, key=[key])):
            return earlier[0]
        claim = claim_on_desk(writing, claim_id)
        called = _called(said, people.everyone(writing.session))
        now = desk.clock()
        kept = writing.keep(
            Comment(claim_id=claim_id, person_id=by.pk, text=said, mentions=called, key=key or uuid4().hex, at=now)
        )
        after = {"comment": kept.id, "label": claim.label, "reason": said, "mentions": called}
        writing.log("comment.add", f"claim:{claim_id}", at=now, by=by, after=after)
        return kept


def _called(text: str, everyone: dict[int, Person]) -> list[int]:
    handles = {handle.casefold() for handle in CALL.findall(text)}
    return [key for key, person in everyone.items() if person.handle.casefold() in handles]
