"""Many signed-in windows driven over the network by one process, each rating its way through a story.

Each holds its socket to Streamlit open as a page does, and speaks as the page does beside it: its acts with the card of
the claim that comes next, the card after it asked for ahead, and a question every second about what is new.
"""

import asyncio
import json
import time
import uuid
from dataclasses import dataclass, field

import httpx
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from workbench.ui.signed_in import COOKIE

RATINGS = ("verified", "disputed", "sourced")
LARGEST = 64 * 1024 * 1024
ASKS = 1.0


@dataclass
class Window:
    """One window: where it connects, who it is, and what it rates. `took` are seconds from sent to acknowledged."""

    port: int
    session: str
    person: int
    article: int
    claims: list[int]
    took: list[float] = field(default_factory=list)
    head: int = 0
    claim: int | None = None

    async def work(
        self, alone: asyncio.Lock, all_open: asyncio.Barrier, *, gap: float, every: float, count: int
    ) -> None:
        """Open the story, wait for the others, then give a rating every so many seconds, the first after `gap`."""
        here, cookie = f"127.0.0.1:{self.port}", {"Cookie": f"{COOKIE}={self.session}"}
        streamlit = websockets.connect(
            f"ws://{here}/_stcore/stream",
            additional_headers=cookie,
            origin=f"http://{here}",
            subprotocols=["streamlit"],
            max_size=LARGEST,
        )
        desk = httpx.AsyncClient(base_url=f"http://{here}", headers=cookie | {"Origin": f"http://{here}"}, timeout=60)
        async with streamlit as socket, desk:
            async with alone:
                await socket.send(self._opening())
                await self._drawn(socket)
            await all_open.wait()
            await asyncio.sleep(gap)
            await self._rate_all(desk, every, count)

    async def _rate_all(self, desk: httpx.AsyncClient, every: float, count: int) -> None:
        began = time.perf_counter()
        for number in range(count):
            while (left := began + number * every - time.perf_counter()) > 0:
                await asyncio.sleep(min(left, ASKS))
                if left > ASKS:
                    await self._tell(desk)
            self.took.append(await self._rate(desk, number))
            await self._look_ahead(desk, number)

    async def _rate(self, desk: httpx.AsyncClient, number: int) -> float:
        key = uuid.uuid4().hex
        claim, self.claim = self.claims[number], self.claims[(number + 1) % len(self.claims)]
        item = {"key": key, "claim": claim, "act": "rate", "rating": RATINGS[number % 3], "person": self.person}
        sent = time.perf_counter()
        heard = await self._tell(desk, items=[item], card=True)
        took = time.perf_counter() - sent
        assert heard["acks"] == [key]
        assert heard["card"]["claim"] == self.claim
        return took

    async def _look_ahead(self, desk: httpx.AsyncClient, number: int) -> None:
        claim = self.claims[(number + 2) % len(self.claims)]
        question = {"window": str(self.person), "article": self.article, "claim": claim, "items": [], "card": True}
        answer = await desk.post("/live", json=question)
        assert answer.raise_for_status().json()["card"]["claim"] == claim

    async def _tell(self, desk: httpx.AsyncClient, **more: object) -> dict[str, object]:
        place = {"window": str(self.person), "article": self.article, "claim": self.claim, "since": self.head}
        answer = await desk.post("/live", json=place | more)
        heard = answer.raise_for_status().json()
        self.head = heard["head"]
        return dict(heard)

    async def _drawn(self, socket: websockets.ClientConnection) -> None:
        """Wait until Streamlit has drawn the page, and learn from it how far the log has come."""
        while True:
            message = ForwardMsg()
            message.ParseFromString(await socket.recv())
            kind = message.WhichOneof("type")
            part = message.delta.new_element.bidi_component if kind == "delta" else None
            if part and part.id.endswith("-judge"):
                self.head = json.loads(json.loads(part.json)["told"])["head"]
            elif kind == "script_finished" and self.head:
                return

    def _opening(self) -> bytes:
        message = BackMsg()
        message.rerun_script.query_string = f"article={self.article}"
        message.rerun_script.context_info.url = f"http://127.0.0.1:{self.port}/review"
        message.rerun_script.page_name = "review"
        return message.SerializeToString()


def drive(windows: list[Window], *, every: float, count: int) -> None:
    """Let all windows open one after the other, then all work at once, each begun a little after the one before."""

    async def all_of_them() -> None:
        one_at_a_time, all_open = asyncio.Lock(), asyncio.Barrier(len(windows))
        between = every / len(windows)
        await asyncio.gather(
            *(
                window.work(one_at_a_time, all_open, gap=place * between, every=every, count=count)
                for place, window in enumerate(windows)
            )
        )

    asyncio.run(all_of_them())
