"""Who may do what: asked by every act before it does anything."""

from workbench.domain.errors import InputError, NotAllowedError
from workbench.domain.person import Person, Right


def need(by: Person, right: Right) -> None:
    """Refuse the act where the person has no right to it."""
    if not by.may(right):
        raise NotAllowedError(f"{by.name} has no right to {right}. An admin can give it.")


def need_over(by: Person | None, right: Right) -> None:
    """The same for acts that the machine's own console may do without an account: None is the console."""
    if by is not None:
        need(by, right)


def need_reason(reason: str, for_what: str) -> str:
    """The reason without blanks around it; InputError where nothing is left of it."""
    said = plain(reason).strip()
    if not said:
        raise InputError(f"{for_what} needs a reason. Say in a few words why.")
    return said


def plain(typed: str) -> str:
    """What a person typed, without characters that no database keeps (NUL and other controls, halves of pairs)."""
    return "".join(c for c in typed if c in "\n\t" or (c >= " " and c != "\x7f" and not "\ud800" <= c <= "\udfff"))
