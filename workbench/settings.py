"""Every setting, read from WORKBENCH_… variables; `workbench settings` lists them with where each came from."""

import getpass
import re
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from workbench.domain.errors import WorkbenchError

HOME = Path(__file__).resolve().parents[1]
"""The checkout: db/ and seeds/ lie here."""

PREFIX = "WORKBENCH_"
MOST_BYTES = 2_000_000_000
"""A story is held in memory and in one row of the store, which takes no more."""


class SettingsError(WorkbenchError):
    """A setting has a value that can't be used."""


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run under a user id that has no name
        return "desk"


class Settings(BaseSettings):
    """The settings of one workbench."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore")

    database_url: str = Field(
        default=f"sqlite:///{HOME / 'db' / 'workbench.sqlite'}",
        description="the store: a sqlite:/// or postgresql:// URL",
    )
    person: str = Field(
        default_factory=_login, min_length=1, max_length=100, description="the account that acts on the command line"
    )
    model: str = Field(default="", description="a spaCy model to use in place of the English one that came along")
    policy: Path = Field(
        default=HOME / "seeds" / "policy.toml", description="the house policy: what a rating asks for before it counts"
    )
    host: str = Field(
        default="127.0.0.1", description="the address that the desk listens on; beyond loopback only with names"
    )
    names: str = Field(
        default="",
        max_length=2_000,
        description="the names that the desk is reached by beside this machine's own, with commas between them",
    )
    address: str = Field(
        default="",
        max_length=500,
        pattern=r"^(https?://[^\s/]+/?)?$",
        description="the address that people open, where a proxy stands before the desk: https://desk.example",
    )
    oidc_issuer: str = Field(
        default="",
        max_length=500,
        pattern=r"^(https?://\S+)?$",
        description="single sign-on by OpenID Connect: the provider's issuer address; off where empty",
    )
    oidc_client_id: str = Field(default="", max_length=500, description="the desk's client id at the provider")
    oidc_client_secret: str = Field(default="", max_length=500, description="the secret that goes with it", repr=False)
    oidc_name: str = Field(default="single sign-on", max_length=60, description="how the button names the provider")
    port: int = Field(default=8501, ge=0, le=65535, description="the port that the desk listens on")
    max_bytes: int = Field(default=20_000_000, ge=1, le=MOST_BYTES, description="the largest file taken, in bytes")
    max_pages: int = Field(default=500, ge=1, description="the longest PDF taken, in pages")
    max_characters: int = Field(default=1_000_000, ge=1, description="the longest story taken, in characters")
    max_seconds: float = Field(
        default=60, gt=0, le=86_400, description="the longest a file or address may take to read, in seconds"
    )

    @property
    def host_names(self) -> list[str]:
        """The names of `names`, in lower case."""
        return [name.strip().lower() for name in self.names.split(",") if name.strip()]

    @property
    def own_address(self) -> str:
        """Where the desk of these settings is reached, for links that are printed."""
        if self.address:
            return self.address.rstrip("/")
        host = self.host_names[0] if self.host_names else f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @field_validator("person")
    @classmethod
    def _named(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("should be a name")
        return value.strip()


def read_settings(**given: Any) -> Settings:
    """The settings of the environment, `given` before it. SettingsError names the first that can't be used."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "?"
        said = str(first["msg"]).removeprefix("Value error, ")
        message = f"{PREFIX}{name.upper()} is {str(first['input'])[:60]!r}: {said[0].lower()}{said[1:]}."
        raise SettingsError(f"{message} Change it or leave it out.") from None


def origins(settings: Settings) -> list[tuple[str, str, str, str]]:
    """For each setting its variable, its value, where the value came from, and what it is; passwords are hidden."""
    rows = []
    for name, field in type(settings).model_fields.items():
        value = str(getattr(settings, name))
        if name == "database_url":
            value = _without_password(value)
        if name == "oidc_client_secret" and value:
            value = "…"
        origin = "environment" if name in settings.model_fields_set else "default"
        rows.append((PREFIX + name.upper(), value, origin, field.description or ""))
    return rows


def _without_password(url: str) -> str:
    url = re.sub(r"(?i)([?&][^=&]*password=)[^&]*", r"\1…", url)
    head, at, tail = url.rpartition("@")
    scheme, _, login = head.partition("://")
    return f"{scheme}://{login.partition(':')[0]}:…@{tail}" if at and ":" in login else url
