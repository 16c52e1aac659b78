"""Roles as people name them."""

from collections.abc import Iterable

from workbench.domain.errors import InputError
from workbench.domain.person import Role


def read_roles(names: Iterable[str]) -> list[Role]:
    """The roles with these names, each once, least rights first. InputError for an unknown one, or for none."""
    given = {name.strip().lower() for name in names if name.strip()}
    unknown = sorted(given - set(Role))
    if unknown or not given:
        said = f"{unknown[0][:40]!r} is no role." if unknown else "Somebody needs at least one role."
        raise InputError(f"{said} Give some of {', '.join(Role)}.")
    return [role for role in Role if role in given]
