"""The rules' vocabularies: TOML files that a person can read and add to, read once each."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """Everything that `name`.toml says."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words that stand under `key` in `name`.toml; `key` may be a path with dots."""
    found: Any = table(name)
    for part in key.split("."):
        found = found[part]
    return frozenset(found)


@cache
def meanings(name: str, key: str) -> dict[str, str]:
    """For each word listed under `key` in `name`.toml the entry that lists it ("km" → "kilometre")."""
    listed: dict[str, list[str]] = table(name)[key]
    return {word: entry for entry, spellings in listed.items() for word in (entry, *spellings)}
