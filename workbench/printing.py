"""How the command line speaks: results on standard output, all else on standard error."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import Any


class ListFormat(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class ImportFormat(StrEnum):
    """How what was imported is printed."""

    TABLE = "table"
    JSONL = "jsonl"


class Said:
    """What the person asked to hear."""

    quiet = False


def say(text: str) -> None:
    """Tell the person something beside the result."""
    if not Said.quiet:
        print(text, file=sys.stderr)


def complain(error: Exception) -> None:
    """Tell the person what was refused; this is said even when quiet."""
    print(str(error), file=sys.stderr)


def print_json(line: dict[str, Any]) -> None:
    """One object a line."""
    import json

    print(json.dumps(line, ensure_ascii=False))


def print_rows(
    rows: Iterator[dict[str, Any]], format: ListFormat, columns: tuple[str, ...], short: tuple[str, ...]
) -> None:
    """Rows as a table of the short columns, or as CSV or JSON lines of all of them."""
    if format is ListFormat.JSONL:
        for row in rows:
            print_json(row)
    elif format is ListFormat.CSV:
        import csv

        writer = csv.DictWriter(sys.stdout, columns)
        writer.writeheader()
        writer.writerows(rows)
    else:
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*short, box=None, header_style="bold")
        for row in rows:
            table.add_row(*(Text("" if row[name] is None else str(row[name])) for name in short))
        Console().print(table)
