"""Every question that the queue's room asks, and the plans by which a database answers them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import event

from tests.filling import RARE
from workbench.domain.queue import Due, Order, Query, Shows, View
from workbench.services.wires import Desk

QUESTIONS = {
    **{f"view {view.value}": Query(view=view) for view in View},
    **{f"order {order.value}": Query(order=order) for order in Order},
    **{f"status {status.value}": Query(status=status) for status in Shows},
    **{f"due {due.value}": Query(due=due) for due in Due},
    "kind": Query(kind="money"),
    "kind and status": Query(kind="quote", status=Shows.CONTESTED),
    "story": Query(story=7, view=View.ALL, order=Order.STORY),
    "person": Query(person="2"),
    "nobody": Query(person="nobody"),
    "somebody": Query(person="somebody"),
    "day": Query(day=date(2022, 3, 5)),
    "a common word": Query(text="harbour"),
    "a rare word": Query(text=RARE, view=View.ALL),
    "no such word": Query(text="zzyzx"),
    "a figure": Query(text="13.6 million"),
    "words and a kind": Query(text="clerk harbour", kind="money"),
    "a beginning": Query(text="ha"),
    "signs alone": Query(text="' | & *"),
}


@contextmanager
def explained(desk: Desk, tables: tuple[str, ...] = ("queue",)) -> Iterator[list[tuple[str, str]]]:
    """Collects each query of these tables that is asked inside, with its plan."""
    found: list[tuple[str, str]] = []
    sqlite = desk.store.is_sqlite

    def before(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.lstrip().upper().startswith("SELECT") and any(table in statement for table in tables):
            with connection.connection.cursor() if not sqlite else _closing(connection) as other:
                other.execute(f"{'EXPLAIN QUERY PLAN' if sqlite else 'EXPLAIN'} {statement}", parameters)
                rows = other.fetchall()
            found.append((statement, "\n".join(str(row[3] if sqlite else row[0]) for row in rows)))

    event.listen(desk.store.engine, "before_cursor_execute", before)
    try:
        yield found
    finally:
        event.remove(desk.store.engine, "before_cursor_execute", before)


@contextmanager
def _closing(connection: Any) -> Iterator[Any]:
    cursor = connection.connection.cursor()
    try:
        yield cursor
    finally:
        cursor.close()


def is_scan(plan: str, tables: tuple[str, ...] = ("queue",)) -> bool:
    """Whether a plan reads one of these tables whole, or the whole of an index of it without a condition."""
    starts = tuple(f"{how} {table}" for how in ("SCAN", "Seq Scan on", "->  Seq Scan on") for table in tables)
    return any(line.strip().startswith(starts) for line in plan.splitlines() if "VIRTUAL TABLE" not in line)
