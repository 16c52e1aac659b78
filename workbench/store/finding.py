"""Full-text search over the queue: FTS5 on SQLite, a GIN index of lexemes on PostgreSQL.

What is indexed and what is asked are words that `domain/searching.py` folded, so both databases find the same.
"""

from sqlalchemy import Connection, text
from sqlmodel import Session

from workbench.domain.searching import Term, is_beginning

MOST = 10_000
"""Most claims that one search looks at; where more fit, the newest on SQLite, any on PostgreSQL."""

_SQLITE = (
    # detail=none: no phrase is ever asked for, so no places of words are kept.
    "CREATE VIRTUAL TABLE IF NOT EXISTS queue_words USING fts5("
    "searched, content='queue', content_rowid='claim_id', detail=none, columnsize=0, prefix='2 3', "
    "tokenize='unicode61 remove_diacritics 0')",
    "DROP TRIGGER IF EXISTS queue_words_added",
    "CREATE TRIGGER queue_words_added AFTER INSERT ON queue BEGIN "
    "INSERT INTO queue_words(rowid, searched) VALUES (NEW.claim_id, NEW.searched); END",
    "DROP TRIGGER IF EXISTS queue_words_gone",
    "CREATE TRIGGER queue_words_gone AFTER DELETE ON queue BEGIN "
    "INSERT INTO queue_words(queue_words, rowid, searched) VALUES ('delete', OLD.claim_id, OLD.searched); END",
    "DROP TRIGGER IF EXISTS queue_words_changed",
    "CREATE TRIGGER queue_words_changed AFTER UPDATE OF searched ON queue WHEN OLD.searched <> NEW.searched BEGIN "
    "INSERT INTO queue_words(queue_words, rowid, searched) VALUES ('delete', OLD.claim_id, OLD.searched); "
    "INSERT INTO queue_words(rowid, searched) VALUES (NEW.claim_id, NEW.searched); END",
)
_LEXEMES = "array_to_tsvector(string_to_array(searched, ' '))"
_POSTGRESQL = (f"CREATE INDEX IF NOT EXISTS queue_words ON queue USING gin ({_LEXEMES})",)


def install(connection: Connection) -> None:
    """Put the index and what keeps it in step in place; safe to repeat."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)


def is_ours(name: str | None) -> bool:
    """Whether a table or index is part of the search and not of the tables that migrations know."""
    return str(name).startswith("queue_words")


def hits(session: Session, terms: list[Term]) -> list[int] | None:
    """The claims that have every one of these terms, at most MOST; None where nothing is looked for."""
    if not terms:
        return None
    if session.get_bind().dialect.name == "sqlite":
        query = "SELECT rowid FROM queue_words WHERE queue_words MATCH :terms ORDER BY rowid DESC LIMIT :most"
        asked = " AND ".join(f"({' OR '.join(_fts(way) for way in term.ways)})" for term in terms)
    else:
        by_index(session)
        # Any MOST of them: in order of their age, all would have to be looked at.
        query = f"SELECT claim_id FROM queue WHERE {_LEXEMES} @@ CAST(:terms AS tsquery) LIMIT :most"  # noqa: S608
        asked = " & ".join(f"({' | '.join(_tsquery(way) for way in term.ways)})" for term in terms)
    return list(session.execute(text(query), {"terms": asked, "most": MOST}).scalars())


def by_index(session: Session) -> None:
    """Have this session read the queue by its indexes alone.

    A planner that thinks a word or a state common would read the whole table for it; a wrong guess costs seconds.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET LOCAL enable_seqscan = off"))


def forget(session: Session) -> None:
    """Drop what the index still holds of words that are gone. Takes seconds where it holds a million claims."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO queue_words(queue_words) VALUES ('optimize')"))


def _fts(way: list[str]) -> str:
    """Words hold only letters and digits; the quotes keep AND, OR, NOT and NEAR from being read as such."""
    quoted = (f'"{word}"{"*" * is_beginning(word)}' for word in way)
    return f"({' AND '.join(quoted)})"


def _tsquery(way: list[str]) -> str:
    quoted = (f"'{word}'{':*' * is_beginning(word)}" for word in way)
    return f"({' & '.join(quoted)})"
