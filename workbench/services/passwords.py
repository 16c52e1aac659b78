"""Passwords: what one must be, and how it is kept."""

import secrets
import unicodedata
from datetime import datetime
from functools import cached_property
from threading import BoundedSemaphore
from typing import Protocol

from workbench.domain.account import Credential, CredentialKind
from workbench.domain.errors import InputError
from workbench.domain.person import Person
from workbench.store import people
from workbench.store.writing import Writing

LEAST = 12
MOST = 1_000
AT_ONCE = 4
"""Passwords that are hashed at once. Each takes its 64 MiB, and anybody may knock: the others wait their turn."""


class Hasher(Protocol):
    """Keeps passwords as hashes."""

    @property
    def nobodys(self) -> str:
        """A hash that no password fits, to verify against where there is none, so that the answer takes as long."""
        ...

    def hash(self, password: str) -> str:
        """A salted hash that says how it was made."""
        ...

    def verify(self, kept: str, password: str) -> bool:
        """Whether the password is the one that was hashed; takes as long for a wrong one as for the right one."""
        ...


class Argon2id:
    """Argon2id by argon2-cffi. The costs are its defaults, the low-memory ones of RFC 9106; memory in KiB."""

    def __init__(self, time_cost: int = 3, memory_cost: int = 65_536, parallelism: int = 4) -> None:
        from argon2 import PasswordHasher

        self._hasher = PasswordHasher(time_cost=time_cost, memory_cost=memory_cost, parallelism=parallelism)
        self._turns = BoundedSemaphore(AT_ONCE)

    @cached_property
    def nobodys(self) -> str:
        """A hash of something that nobody knows."""
        return self._hasher.hash(secrets.token_hex(32))

    def hash(self, password: str) -> str:
        """A hash in argon2's own notation, its salt and costs included."""
        with self._turns:
            return self._hasher.hash(password)

    def verify(self, kept: str, password: str) -> bool:
        """Whether the password is the one that was hashed."""
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            with self._turns:
                return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False


def one_form(password: str) -> str:
    """The password as it is hashed: in one Unicode form, since keyboards differ."""
    return unicodedata.normalize("NFC", password)


def checked(password: str) -> str:
    """The password in one form. InputError where it is too short or too long."""
    given = one_form(password)
    if len(given) < LEAST:
        raise InputError(f"A password needs at least {LEAST} characters; this one has {len(given)}. Take a longer one.")
    if len(given) > MOST:
        raise InputError(f"A password has at most {MOST:,} characters. Take a shorter one.")
    return given


def keep_password(writing: Writing, person: Person, hashed: str, *, at: datetime) -> None:
    """Within another act: give the person this password's hash, and empty the one before."""
    for old in people.credentials(writing.session, person.pk):
        if old.kind is CredentialKind.PASSWORD:
            writing.change(Credential, old.pk, ended_at=at, secret="")
    writing.keep(Credential(person_id=person.pk, kind=CredentialKind.PASSWORD, secret=hashed, at=at))
