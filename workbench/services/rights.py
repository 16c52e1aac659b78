"""Who may do what: asked by every act before it does anything."""

import re
import unicodedata

from workbench.domain.errors import InputError, NotAllowedError
from workbench.domain.person import Person, Right

UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u115f\u1160\u180e\u200b\u202d\u202e\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ud800-\udfff]+"
)


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
    """What a person typed as the eye reads it; empty where the eye sees nothing.

    Characters that no database keeps (NUL and other controls, halves of pairs), that show as nothing, or that turn the
    order of what follows around are left out.
    """
    kept = UNSEEN.sub("", typed)
    return kept if any(unicodedata.category(c)[0] in "LNPS" for c in kept) else ""
