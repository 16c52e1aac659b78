"""Triggers that keep the log append-only and the frozen tables frozen, whoever holds the connection.

They are put back after every migration, since Alembic's batch mode drops them without a word.
An erasure by order may empty a row, never alter it.
"""

from sqlalchemy import Connection

from workbench.domain.event import GENESIS

FROZEN = {
    "revision": ("text", ("article_id", "original_id", "number", "sha256", "at")),
    "original": ("data", ("sha256", "size", "media_type")),
    "claim": ("text", ("revision_id", "extraction_id", "number", "inside", "kind", "start", "end")),
    "review": (
        "reason",
        ("claim_id", "person_id", "act", "rating", "takes_back", "key", "at", "none_found", "settles", "earlier_words"),
    ),
    "comment": ("text", ("claim_id", "person_id", "mentions", "key", "at")),
    "correction": ("fields", ("claim_id", "person_id", "key", "at")),
    "snapshot": ("data", ("sha256", "size", "media_type", "person_id", "at")),
    "extraction": ("sentences", ("revision_id", "model", "model_version", "spacy_version", "rules_version", "at")),
}
"""Tables whose rows never change: the column that an erasure empties, and those that even it must leave alone."""

_JSON = {"sentences": "'[]'", "fields": "'{}'"}
EMPTY = {True: {"data": "x''", **_JSON}, False: {"data": "''::bytea", **_JSON}}
"""How an emptied column reads, by whether the database is SQLite; '' where nothing is said."""

KEPT = (
    *("article", "evidence", "source", "person", "credential", "session", "invitation", "assignment", "link_check"),
    "saved_view",
)
"""Tables whose rows may change but never go."""

NOT_NEXT = (
    "NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM event) OR "
    f"NEW.previous <> COALESCE((SELECT sha256 FROM event ORDER BY number DESC LIMIT 1), '{GENESIS}')"
)


def install(connection: Connection) -> None:
    """Put every guard in place, replacing what stands there."""
    statements = _sqlite() if connection.dialect.name == "sqlite" else _postgresql()
    for statement in statements:
        connection.exec_driver_sql(statement)


def remove(connection: Connection) -> None:
    """Take every guard away (for tests that tamper, and for migrations that rebuild a table)."""
    sqlite = connection.dialect.name == "sqlite"
    for table, _, name, _, _ in _guards(sqlite):
        for trigger in (name, f"{table}_not_replaced" if sqlite else f"{table}_not_emptied"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}" + ("" if sqlite else f" ON {table}"))


def _guards(sqlite: bool) -> list[tuple[str, str, str, str, str]]:
    """Each guard: table, operation, trigger name, condition, what it says."""
    other = "IS NOT" if sqlite else "IS DISTINCT FROM"
    found = [
        ("event", "INSERT", "event_follows", NOT_NEXT, "an event must follow the newest one"),
        ("event", "UPDATE", "event_is_final", "TRUE", "an event is never changed"),
        ("event", "DELETE", "event_stays", "TRUE", "an event is never deleted"),
        ("change", "UPDATE", "change_only_erased", _not_erased(), "a change can only be erased"),
        ("change", "DELETE", "change_stays", "TRUE", "a change is never deleted"),
    ]
    for table, (emptied, left_alone) in FROZEN.items():
        altered = [f'NEW."{column}" {other} OLD."{column}"' for column in ("id", *left_alone)]
        empty = EMPTY[sqlite].get(emptied, "''")
        condition = " OR ".join([f"NEW.{emptied} <> {empty}", *altered])
        found.append((table, "UPDATE", f"{table}_is_frozen", condition, f"a row of {table} is never changed"))
        found.append((table, "DELETE", f"{table}_stays", "TRUE", f"a row of {table} is never deleted"))
    found += [(table, "DELETE", f"{table}_stays", "TRUE", f"a row of {table} is never deleted") for table in KEPT]
    return found


def _not_erased() -> str:
    return "NEW.body IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.number <> OLD.number"


def _sqlite() -> list[str]:
    statements = []
    for table, operation, name, condition, says in _guards(sqlite=True):
        statements += [
            f"DROP TRIGGER IF EXISTS {name}",
            f"CREATE TRIGGER {name} BEFORE {operation} ON {table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{says}'); END",
        ]
    # INSERT OR REPLACE deletes without firing a DELETE trigger, so a taken key is refused beforehand.
    for table in ("change", *FROZEN, *KEPT):
        key, name = ("number" if table == "change" else "id"), f"{table}_not_replaced"
        statements += [
            f"DROP TRIGGER IF EXISTS {name}",
            f"CREATE TRIGGER {name} BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
            f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never replaced'); END",
        ]
    return statements


def _postgresql() -> list[str]:
    statements = []
    for table, operation, name, condition, says in _guards(sqlite=False):
        leave = "OLD" if operation == "DELETE" else "NEW"
        statements += [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {condition} THEN RAISE EXCEPTION '{says}'; END IF; RETURN {leave}; END $$",
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} BEFORE {operation} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
        if operation == "DELETE":
            statements += [
                f"DROP TRIGGER IF EXISTS {table}_not_emptied ON {table}",
                f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
            ]
    return statements
