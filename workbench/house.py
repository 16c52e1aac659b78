"""The house policy, read from its file."""

import re
import tomllib
from pathlib import Path

from pydantic import ValidationError

from workbench.domain.policy import Policy
from workbench.settings import SettingsError


def read_policy(path: Path) -> Policy:
    """The policy in this TOML file. SettingsError names the line that can't be read, and what it should be."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The house policy {path.name} can't be read: {_why(error)}. Set WORKBENCH_POLICY."
        ) from None
    try:
        return Policy.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The house policy {path.name} can't be read: {str(error)[:200]}. Mend it.") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = [str(part) for part in first["loc"]]
        said = {"extra_forbidden": "is nothing that a policy asks"}.get(first["type"], str(first["msg"]).lower())
        name, line = " ".join(where[:2]), _line(text, where)
        raise SettingsError(f"The house policy {path.name}, line {line}: {name[:60]}: {said}. Mend it.") from None


def _line(text: str, where: list[str]) -> int:
    """The line on which this key stands, else that of its section, counted from 1."""
    section, found = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[([^\]]+)\]", line):
            section = header[1].strip(" \"'")
            found = number if section == where[0] else found
        key = re.match(r"\s*([\w.\"' -]+?)\s*=", line)
        named = [part.strip(" \"'") for part in key[1].split(".")] if key else []
        if named and _names([*([section] if section else []), *named], where):
            return number
    return found


def _names(key: list[str], where: list[str]) -> bool:
    """Whether a key with all that stands before it is the one meant, or a whole section written on its line."""
    return key[:2] == where[:2] or (len(key) == 1 and key[0] == where[0])


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or "it is no UTF-8 text").lower()
