"""One story copied until a store is as full as one likes: for times alone, since no event tells of the copies."""

from sqlalchemy import Connection, Table, text

from workbench.store.engine import Store
from workbench.store.tables import ArticleRow, ClaimRow, ExtractionRow, QueueRow, RevisionRow

STORY, CLAIM = "story", "claim"
NUMBERED = {
    ArticleRow: {"id": STORY},
    RevisionRow: {"id": STORY, "article_id": STORY},
    ExtractionRow: {"id": STORY, "revision_id": STORY},
    ClaimRow: {"revision_id": STORY, "extraction_id": STORY, "id": CLAIM},
    QueueRow: {"article_id": STORY, "claim_id": CLAIM},
}
"""What the numbers of each table count, the story's first. The run of a single story bears its number too."""
ONCE = ("reference", "fingerprint")
"""What no two stories share."""


def copy_story(store: Store, claims: int) -> None:
    """Have the only story of a SQLite store again and again, as it was handed in, until there are this many claims."""
    with store.engine.begin() as connection:
        each = connection.scalar(text("SELECT count(*) FROM claim WHERE revision_id = 1"))
        while (stories := connection.scalar(text("SELECT count(*) FROM article"))) * each < claims:
            steps = {STORY: stories, CLAIM: stories * each}
            for row, numbers in NUMBERED.items():
                moved = {name: f"{name} + {steps[counts]}" for name, counts in numbers.items()}
                _copy(connection, row.__table__, moved, upto=-(-claims // each) - stories)


def _copy(connection: Connection, table: Table, moved: dict[str, str], upto: int) -> None:
    story = next(iter(moved))
    moved |= {name: f"substr({name}, 1, 8) || printf('%056d', {moved[story]})" for name in ONCE if name in table.c}
    columns = {f'"{name}"': moved.get(name, f'"{name}"') for name in [column.name for column in table.c]}
    names, values = ", ".join(columns), ", ".join(columns.values())
    connection.execute(
        text(f"INSERT INTO {table.name} ({names}) SELECT {values} FROM {table.name} WHERE {story} <= {upto}")
    )
