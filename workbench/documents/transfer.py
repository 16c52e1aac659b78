"""One request to one checked address, with a bound on its bytes and on its time from end to end."""

import ssl
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpcore
import httpx

from workbench.documents.fetching import Stop
from workbench.documents.limits import Limits
from workbench.documents.unreadable import UnreadableError, too_large

_AGENT = b"fact-claim-workbench"
_PIECE = 65_536
Clock = Callable[[], float]


@dataclass(frozen=True)
class Answer:
    """A response: its status, where it sends on to, its media type, and its unpacked body (empty unless 200)."""

    status: int
    location: str
    media_type: str
    data: bytes


def get(stop: Stop, limits: Limits, deadline: float, clock: Clock, *, with_body: bool = True) -> Answer:
    """GET the address from the very machine that was checked; UnreadableError where that fails or passes a limit.

    Without its body the connection is closed at once after the headers.
    """
    url = str(stop.url)
    backend = _PinnedBackend(stop, deadline, clock)
    try:
        with (
            httpcore.ConnectionPool(ssl_context=tls(), network_backend=backend, retries=0) as pool,
            pool.stream("GET", _target(stop), headers=_headers(stop)) as response,
        ):
            headers = {key.lower(): value.decode("latin-1") for key, value in response.headers}
            pieces = _unpacked(response.iter_stream(), headers.get(b"content-encoding", ""), url)
            data = _bounded(pieces, limits, url) if response.status == 200 and with_body else b""
            return Answer(response.status, headers.get(b"location", ""), headers.get(b"content-type", ""), data)
    except httpcore.TimeoutException as error:
        raise UnreadableError(url, _slow(limits)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError, zlib.error) as error:
        raise UnreadableError(url, _problem(error)) from error


@cache
def tls() -> ssl.SSLContext:
    """Certificates are verified, and the host's name with them; settings in the environment are not heeded."""
    return httpx.create_ssl_context(trust_env=False)


def _problem(error: Exception) -> str:
    if "certificate" in str(error).lower():
        return "can't prove that it is who it says it is (its certificate does not hold). Open it in a browser and look"
    return "did not answer as a web page does. Look at the address, or try again later"


def _slow(limits: Limits) -> str:
    return (
        f"took longer than {limits.max_seconds:g} seconds to answer. Try again later, or save the page and hand it in"
    )


def _target(stop: Stop) -> httpcore.URL:
    # The parts of the very URL that was checked: a second parser could read another host out of it.
    return httpcore.URL(scheme=stop.url.raw_scheme, host=stop.url.raw_host, port=stop.port, target=stop.url.raw_path)


def _headers(stop: Stop) -> list[tuple[bytes, bytes]]:
    return [
        (b"Host", stop.url.netloc),
        (b"User-Agent", _AGENT),
        (b"Accept", b"text/html, application/pdf, text/plain, */*;q=0.5"),
        (b"Accept-Encoding", b"gzip"),
        (b"Connection", b"close"),
    ]


def _bounded(pieces: Iterable[bytes], limits: Limits, url: str) -> bytes:
    held, total = [], 0
    for piece in pieces:
        total += len(piece)
        if total > limits.max_bytes:
            raise UnreadableError(url, too_large(total, limits.max_bytes))
        held.append(piece)
    return b"".join(held)


def _unpacked(pieces: Iterable[bytes], encoding: str, url: str) -> Iterator[bytes]:
    """The body as it was before the server packed it, never more than a piece in memory at a time."""
    match encoding.strip().lower():
        case "" | "identity":
            yield from pieces
        case "gzip" | "x-gzip":
            unpacker = zlib.decompressobj(wbits=31)
            for piece in pieces:
                packed = piece
                while packed:
                    yield unpacker.decompress(packed, _PIECE)
                    packed = unpacker.unconsumed_tail
            if not unpacker.eof:
                raise zlib.error("cut short")
        case _:
            raise UnreadableError(url, "is packed in a way that was not asked for. Save the page and hand it in")


class _PinnedBackend(httpcore.NetworkBackend):
    """Connects to the checked address alone, whatever host it is asked for, and stops at the deadline."""

    def __init__(self, stop: Stop, deadline: float, clock: Clock):
        self._stop = stop
        self._left = lambda: deadline - clock()

    def connect_tcp(self, *_name: Any, **_options: Any) -> httpcore.NetworkStream:
        stream = httpcore.SyncBackend().connect_tcp(self._stop.address, self._stop.port, _remaining(self._left))
        return _TimedStream(stream, self._left)

    def connect_unix_socket(self, *_args: Any, **_options: Any) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("only the network is spoken to")


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline, so that a trickle of bytes can't hold it open."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[], float]):
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, _remaining(self._left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, _remaining(self._left))

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, *name: Any, **options: Any) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(*name, **{**options, "timeout": _remaining(self._left)})
        return _TimedStream(secured, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _remaining(left: Callable[[], float]) -> float:
    seconds = left()
    if seconds <= 0:
        raise httpcore.ReadTimeout("the time for this page is over")
    return seconds
