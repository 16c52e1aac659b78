"""Many signed-in windows driven over the desk's own socket by one process, each rating its way through a story.

It speaks as the page does: the whole outbox as one value of the reader's component, until the key is acknowledged.
"""

import asyncio
import json
import time
import uuid
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from workbench.ui.signed_in import COOKIE

RATINGS = ("verified", "disputed", "sourced")
LARGEST = 64 * 1024 * 1024


@dataclass
class Window:
    """One window: where it connects, who it is, and what it rates. `took` are seconds from sent to acknowledged."""

    port: int
    session: str
    person: int
    article: int
    claims: list[int]
    took: list[float] = field(default_factory=list)
    reader: str = ""
    fragment: str = ""
    script: str = ""
    have: str = ""

    async def work(self, *, start: float, every: float, count: int) -> None:
        """Open the story after `start` seconds, then give a rating every so many seconds."""
        await asyncio.sleep(start)
        address = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        told = {"Cookie": f"{COOKIE}={self.session}"}
        origin = f"http://127.0.0.1:{self.port}"
        async with websockets.connect(
            address, additional_headers=told, origin=origin, subprotocols=["streamlit"], max_size=LARGEST
        ) as socket:
            await socket.send(self._opening())
            await self._hear(socket)
            began = time.perf_counter()
            for number in range(count):
                await asyncio.sleep(max(0.0, began + number * every - time.perf_counter()))
                self.took.append(await self._rate(socket, number))

    async def _rate(self, socket: websockets.ClientConnection, number: int) -> float:
        key = uuid.uuid4().hex
        claim, after = self.claims[number], self.claims[(number + 1) % len(self.claims)]
        item = {"key": key, "claim": claim, "act": "rate", "rating": RATINGS[number % 3], "person": self.person}
        outbox = {"id": f"{key}.1", "have": self.have, "claim": after, "items": [item]}
        sent = time.perf_counter()
        await socket.send(self._rerun(json.dumps({"outbox": outbox})))
        took = 0.0
        while True:
            raw = await socket.recv()
            if not took and key.encode() in raw and b"acks" in raw:
                took = time.perf_counter() - sent
            message = ForwardMsg()
            message.ParseFromString(raw)
            if message.WhichOneof("type") == "script_finished" and took:
                return took

    async def _hear(self, socket: websockets.ClientConnection) -> None:
        """Learn the names that Streamlit gave to page, fragment and reader."""
        while True:
            message = ForwardMsg()
            message.ParseFromString(await socket.recv())
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.script = message.new_session.page_script_hash
            elif kind == "delta":
                element = message.delta.new_element
                if element.WhichOneof("type") == "bidi_component" and element.bidi_component.id.endswith("-reader"):
                    self.reader, self.fragment = element.bidi_component.id, message.delta.fragment_id
                    self.have = json.loads(json.loads(element.bidi_component.json)["told"])["version"]
            elif kind == "script_finished" and self.reader:
                return

    def _message(self) -> BackMsg:
        message = BackMsg()
        message.rerun_script.query_string = f"article={self.article}"
        message.rerun_script.context_info.url = f"http://127.0.0.1:{self.port}/review"
        return message

    def _opening(self) -> bytes:
        message = self._message()
        message.rerun_script.page_name = "review"
        return message.SerializeToString()

    def _rerun(self, value: str) -> bytes:
        message = self._message()
        message.rerun_script.page_script_hash = self.script
        message.rerun_script.fragment_id = self.fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.json_value = self.reader, value
        return message.SerializeToString()


def drive(windows: list[Window], *, every: float, count: int) -> None:
    """Let all windows work at once, each begun a little after the one before."""

    async def all_of_them() -> None:
        gap = every / len(windows)
        await asyncio.gather(
            *(window.work(start=place * gap, every=every, count=count) for place, window in enumerate(windows))
        )

    asyncio.run(all_of_them())
