"""A proxy that hands everything on late, as a far network would."""

import socket
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

BIT = 65_536


@contextmanager
def delayed(port: int, seconds: float) -> Iterator[int]:
    """A port on loopback that leads to `port`, so many seconds late in each direction."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                here, _ = listening.accept()
            except OSError:
                return
            there = socket.create_connection(("127.0.0.1", port))
            for one, other in ((here, there), (there, here)):
                _carry(one, other, seconds)

    threading.Thread(target=serve, daemon=True).start()
    yield listening.getsockname()[1]
    listening.close()


def _carry(source: socket.socket, target: socket.socket, seconds: float) -> None:
    waiting: deque[tuple[float, bytes]] = deque()
    told = threading.Semaphore(0)

    def read() -> None:
        while True:
            try:
                data = source.recv(BIT)
            except OSError:
                data = b""
            waiting.append((time.monotonic() + seconds, data))
            told.release()
            if not data:
                return

    def write() -> None:
        while True:
            told.acquire()
            due, data = waiting.popleft()
            time.sleep(max(0.0, due - time.monotonic()))
            try:
                if not data:
                    target.shutdown(socket.SHUT_WR)
                    return
                target.sendall(data)
            except OSError:
                return

    for work in (read, write):
        threading.Thread(target=work, daemon=True).start()
