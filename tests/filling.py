"""A queue of any size, written straight into its table: for looking at plans and times, never for what it says."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from workbench.domain.claim import Kind
from workbench.domain.queue import NEVER, Pile
from workbench.domain.review import Status
from workbench.domain.risk import rank
from workbench.services import standing
from workbench.services.wires import Desk
from workbench.store import finding, queue
from workbench.store.tables import ArticleRow, QueueRow

QUEUE: Table = QueueRow.__table__
NOW = datetime(2022, 3, 15, 12, tzinfo=UTC)
A_STORY = 50
WORDS = """harbour council budget minister hospital police court storm election bridge ferry union bank school river
prison drought airport museum vaccine railway parliament earthquake festival border treaty""".split()  # noqa: SIM905
RARE = "xylophone"
"""A word that a claim in ten thousand has."""


def fill(desk: Desk, claims: int, *, stretch: int = 10_000) -> None:
    """Put so many claims of stories on the desk, most of them open, a few in every other state."""
    draw = random.Random(1)
    with desk.store.engine.connect() as connection:
        _drop_indexes(connection)
        for start in range(0, claims, stretch):
            numbers = range(start, min(start + stretch, claims))
            stories = sorted({number // A_STORY for number in numbers} - {(start - 1) // A_STORY if start else -1})
            connection.execute(insert(ArticleRow), [_article(story) for story in stories])
            connection.execute(insert(QueueRow), list(_lines(draw, numbers)))
        _make_indexes(connection)
        connection.commit()
    with desk.store.writing() as writing:
        queue.note_made(writing.session, standing.RULES, standing.named(desk.policy))
    if not desk.store.is_sqlite:
        # A server tends its tables by itself soon after they were filled; SQLite is used, and so asked, without.
        with desk.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _drop_indexes(connection: Connection) -> None:
    """Rows in no order touch every page of every index; made at the end, each is written once."""
    for index in QUEUE.indexes:
        index.drop(connection)
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP INDEX queue_words"))
        return
    for trigger in ("added", "gone", "changed"):
        connection.execute(text(f"DROP TRIGGER queue_words_{trigger}"))


def _make_indexes(connection: Connection) -> None:
    for index in QUEUE.indexes:
        index.create(connection)
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO queue_words(queue_words) VALUES ('rebuild')"))
    finding.install(connection)


def _article(story: int) -> dict[str, Any]:
    return {
        "id": story + 1,
        "reference": f"story-{story}",
        "title": f"{WORDS[story % len(WORDS)]} story {story}".capitalize(),
        "came_from": "filling",
        "origins": {},
        "guesses": [],
        "to_confirm": {},
        "fingerprint": f"{story:064x}",
        "is_example": False,
        "handed_in_at": NOW - timedelta(minutes=story % 100_000),
        "runs_at": _runs(story),
    }


def _runs(story: int) -> datetime | None:
    return NOW + timedelta(hours=story % 96 - 24) if story % 40 == 0 else None


def _lines(draw: random.Random, numbers: range) -> Iterator[dict[str, Any]]:
    for number in numbers:
        story, kind = number // A_STORY, list(Kind)[number % len(Kind)]
        status, counted = _status(draw)
        risk, worth = draw.choice((0, 0, 0, 1, 2, 3, 6)), draw.random()
        amount = draw.randrange(1, 1_000_000) * 10 ** draw.randrange(4)
        label = f"{amount} {draw.choice(WORDS)} {draw.choice(WORDS)}" + (f" {RARE}" if number % 10_000 == 7 else "")
        leased = number % 2_000 == 3
        yield {
            "claim_id": number + 1,
            "article_id": story + 1,
            "pile": Pile.DONE if status in (Status.SETTLED, Status.DISMISSED) else Pile.TO_DO,
            "place": 10_000 + number % A_STORY * 80,
            "kind": kind,
            "label": label,
            "before": "The clerk said on Monday that ",
            "words": label,
            "after": f" would be needed by the {draw.choice(WORDS)} before the year is out.",
            "checkworthiness": worth,
            "risk": risk,
            "risk_reasons": ["legal"] if risk == 2 else [],
            "rank": rank(risk, worth),
            "people": [],
            "searched": f"{label} n{amount} the clerk said {draw.choice(WORDS)} {draw.choice(WORDS)}",
            "status": status,
            "counted": counted,
            "shown": counted if counted != "second" else "verified",
            "reopened": number % 5_000 == 11,
            "assigned_id": 1 + number % 3 if leased else None,
            "until": NOW + timedelta(hours=1) if leased else None,
            "due": _runs(story) or NEVER,
            "day": date(2022, 3, 1) + timedelta(days=story % 400),
            "last_at": NOW,
        }


def _status(draw: random.Random) -> tuple[Status, str]:
    drawn = draw.random()
    if drawn < 0.7:
        return Status.OPEN, "open"
    if drawn < 0.95:
        return Status.SETTLED, draw.choice(("verified", "disputed", "sourced"))
    return draw.choice(
        ((Status.NEEDS_SECOND, "second"), (Status.CONTESTED, "contested"), (Status.DISMISSED, "dismissed"))
    )
