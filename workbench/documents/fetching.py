"""Fetching a page: over http and https, from public addresses alone, within the limits."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from workbench.documents.addresses import (
    Resolve,
    is_loopback,
    is_odd_number,
    is_open_port,
    is_public,
    resolve_by_system,
)
from workbench.documents.limits import Limits
from workbench.documents.unreadable import ForbiddenAddressError, UnreadableError

if TYPE_CHECKING:
    import httpx

    from workbench.documents.transfer import Answer

MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
INSIDE = "points inside this network. Only public pages can be fetched"


@dataclass(frozen=True)
class Fetched:
    """What an address gave: the bytes, the server's media type with its charset, and the address after redirects."""

    data: bytes
    media_type: str
    url: str

    @property
    def name(self) -> str:
        """A file name for it: the last part of the path, or the host."""
        import httpx

        url = httpx.URL(self.url)
        return unquote(url.path.rstrip("/").rpartition("/")[2]) or url.host


@dataclass(frozen=True)
class Stop:
    """One address of one hop, checked: where the connection must go, whatever the name resolves to later."""

    url: "httpx.URL"
    address: str
    port: int


def fetch(
    url: str,
    limits: Limits,
    *,
    resolve: Resolve = resolve_by_system,
    allow_loopback: bool = False,
    clock: Callable[[], float] = time.monotonic,
) -> Fetched:
    """The page at an address; UnreadableError in one sentence where it can't or may not be fetched.

    Each hop's host is resolved once by `resolve`, every one of its addresses must be public, and the connection goes
    to the address that was checked; TLS is verified against the name. Proxies named in the environment are not
    used. `limits.max_bytes` holds for the unpacked page, `limits.max_seconds` from the first look-up to the last byte
    (a look-up that hangs ends only when the system's own resolver gives up).
    `allow_loopback` lets tests serve a page on this machine.
    """
    stop, answer = arrive(url, limits, resolve=resolve, allow_loopback=allow_loopback, clock=clock)
    if answer.status != 200:
        raise UnreadableError(
            str(stop.url), f"answered with {answer.status}, not with a page. Open it in a browser and look"
        )
    return Fetched(answer.data, answer.media_type, str(stop.url))


def arrive(
    url: str,
    limits: Limits,
    *,
    resolve: Resolve = resolve_by_system,
    allow_loopback: bool = False,
    clock: Callable[[], float] = time.monotonic,
    with_body: bool = True,
) -> "tuple[Stop, Answer]":
    """Where an address leads, its redirects followed as `fetch` does, and what answers there, whatever it answers."""
    from workbench.documents.transfer import get

    deadline = clock() + limits.max_seconds
    target = url
    for _ in range(MOST_REDIRECTS + 1):
        stop = check(target, resolve, allow_loopback=allow_loopback)
        answer = get(stop, limits, deadline, clock, with_body=with_body)
        if answer.status not in _REDIRECTS or not answer.location:
            return stop, answer
        target = _next(stop.url, answer.location)
    raise UnreadableError(url, f"sends on more than {MOST_REDIRECTS} times. Give the address where it ends")


def check(url: str, resolve: Resolve, *, allow_loopback: bool = False) -> Stop:
    """Where to connect for this address; UnreadableError where it may not be fetched."""
    parsed = _parsed(url)
    port = parsed.port or (443 if parsed.scheme == "https" else 80)
    if not is_open_port(port):
        raise ForbiddenAddressError(url, f"names port {port}, where no pages are served. Leave the port out")
    if is_odd_number(parsed.host):
        raise ForbiddenAddressError(url, "spells its host as a number. Give the name of the site")
    try:
        addresses = list(resolve(parsed.raw_host.decode("ascii"), port))
    except (OSError, UnicodeError) as error:
        raise UnreadableError(url, "has a host that can't be found. Look at its spelling") from error
    if not addresses:
        raise UnreadableError(url, "has a host that can't be found. Look at its spelling")
    if not all(is_public(text) or (allow_loopback and is_loopback(text)) for text in addresses):
        raise ForbiddenAddressError(url, INSIDE)
    return Stop(parsed, addresses[0], port)


def _parsed(url: str) -> "httpx.URL":
    import httpx

    try:
        parsed = httpx.URL(url.strip())
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise ForbiddenAddressError(url, "is no web address. Give one that begins with https://") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ForbiddenAddressError(url, "is no web address. Give one that begins with https:// or http://")
    if parsed.userinfo:
        raise ForbiddenAddressError(
            str(parsed.copy_with(userinfo=b"")), "was given with a name or password in it. Give it without"
        )
    return parsed.copy_with(fragment=None)


def _next(url: "httpx.URL", location: str) -> str:
    import httpx

    try:
        return str(url.join(location))
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise UnreadableError(str(url), "sends on to what is no web address. Open it in a browser and look") from error
