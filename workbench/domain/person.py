"""Who acts at the desk, and what each role may do."""

from enum import StrEnum

from sqlmodel import Field

from workbench.domain.values import Moment, Value


class Role(StrEnum):
    """The roles of the vocabulary, least rights first; admin stands beside the others."""

    READER = "reader"
    TRAINEE = "trainee"
    CHECKER = "checker"
    EDITOR = "editor"
    ADMIN = "admin"


class Right(StrEnum):
    """One thing a role may do."""

    READ = "read"
    RATE = "rate"
    COMMENT = "comment"
    SETTLE = "rate so that it counts"
    HAND_IN = "hand in stories"
    DISMISS = "dismiss"
    CORRECT = "correct"
    ADD_EVIDENCE = "add evidence"
    TAKE = "take assignments"
    ASSIGN = "assign others"
    SCHEDULE = "set when a story runs"
    SEE_CONTACTS = "see confidential contacts"
    WITHDRAW = "withdraw a story"
    EXPORT = "export reports"
    READ_AUDIT = "read the audit room"
    ERASE = "erase by order"
    MANAGE_PEOPLE = "manage people"


_READER = {Right.READ}
_TRAINEE = _READER | {Right.RATE, Right.COMMENT}
_CHECKER = _TRAINEE | {
    *(Right.SETTLE, Right.HAND_IN, Right.DISMISS, Right.CORRECT, Right.ADD_EVIDENCE, Right.TAKE),
}
_EDITOR = _CHECKER | {
    *(Right.ASSIGN, Right.SCHEDULE, Right.SEE_CONTACTS, Right.WITHDRAW, Right.EXPORT, Right.READ_AUDIT, Right.ERASE),
}
RIGHTS: dict[Role, set[Right]] = {
    Role.READER: _READER,
    Role.TRAINEE: _TRAINEE,
    Role.CHECKER: _CHECKER,
    Role.EDITOR: _EDITOR,
    Role.ADMIN: {Right.READ, Right.MANAGE_PEOPLE},
}


class Person(Value):
    """Someone who acts. `handle` is the short name they act under; `name` is shown and printed.

    An account is closed, never deleted: who is closed has no right any more, and their work stays. `preferences` are
    the person's own: "keys" is False where they switched the keys off.
    """

    handle: str = Field(min_length=1, max_length=100)
    name: str = Field(min_length=1, max_length=200)
    roles: list[Role] = Field(default_factory=lambda: [Role.EDITOR])
    since: Moment
    closed_at: Moment | None = None
    preferences: dict[str, bool] | None = None

    def may(self, right: Right) -> bool:
        """Whether one of the person's roles gives this right."""
        return self.closed_at is None and any(right in RIGHTS[Role(role)] for role in self.roles)
