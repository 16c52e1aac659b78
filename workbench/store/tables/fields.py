"""Columns that many tables have, each written the one way of the store."""

from typing import Any

from sqlalchemy import Text
from sqlmodel import Field

from workbench.store.columns import Json, Name, Utc

ROW = {"frozen": False}


def own_key() -> Any:
    """The row's number."""
    return Field(default=None, primary_key=True)


def to(target: str) -> Any:
    """A reference to another table, with an index."""
    return Field(default=None, foreign_key=target, index=True)


def moment() -> Any:
    """A moment that is always there."""
    return Field(default=None, sa_type=Utc, nullable=False)


def maybe_moment() -> Any:
    """A moment that may follow."""
    return Field(default=None, sa_type=Utc, nullable=True)


def named(nullable: bool = False) -> Any:
    """A member of an enumeration."""
    return Field(default=None, sa_type=Name, nullable=nullable)


def json_of(empty: type) -> Any:
    """A list or object, empty at first."""
    return Field(default_factory=empty, sa_type=Json, nullable=False)


def maybe_json() -> Any:
    """An object that may be missing."""
    return Field(default=None, sa_type=Json, nullable=True)


def long() -> Any:
    """Text of any length."""
    return Field(default="", sa_type=Text, nullable=False)
