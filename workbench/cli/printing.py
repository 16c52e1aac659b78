"""How the command line speaks: results on standard output, all else on standard error."""

import os
import re
import sys
from collections.abc import Iterator
from enum import StrEnum
from io import TextIOWrapper
from typing import Any

import typer

from workbench.domain.errors import WorkbenchError

# What would move the cursor, colour the terminal, break the line or turn the order of the text around.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_MAY_FOLD = ("label", "value", "what it is")
_WIDE = 2000


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
        print(_plain(text), file=sys.stderr)


def complain(error: BaseException | str) -> None:
    """Tell the person what was refused, on one line; this is said even when quiet."""
    print(" ".join(_plain(str(error)).split()), file=sys.stderr)


def print_line(text: str) -> None:
    """One line of the result, whatever stands in it."""
    print(_plain(text), flush=True)


def _plain(text: str) -> str:
    return _CONTROLS.sub(" ", text)


def print_json(line: dict[str, Any]) -> None:
    """One object a line."""
    import json

    # A line stands for something that was done: whoever reads the pipe sees it then, not with the next thousand.
    print(json.dumps(line, ensure_ascii=False), flush=True)


def print_rows(
    rows: Iterator[dict[str, Any]], format: ListFormat, columns: tuple[str, ...], short: tuple[str, ...]
) -> None:
    """Rows as a table of the short columns, or as CSV or JSON lines of all of them."""
    if format is ListFormat.JSONL:
        for row in rows:
            print_json(row)
    elif format is ListFormat.CSV:
        _print_csv(rows, columns)
    else:
        _print_table(rows, short)


def _print_csv(rows: Iterator[dict[str, Any]], columns: tuple[str, ...]) -> None:
    import csv

    from workbench.reports.csv_table import safe

    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(["" if row[name] is None else safe(str(row[name])) for name in columns])


def _print_table(rows: Iterator[dict[str, Any]], columns: tuple[str, ...]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold")
    for name in columns:
        table.add_column(name, no_wrap=name not in _MAY_FOLD, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if row[name] is None else _plain(str(row[name]))) for name in columns))
    # Only a terminal has an edge to fit; what a pipe gets is never cut.
    Console(width=None if sys.stdout.isatty() else _WIDE).print(table)


def heeded(arguments: list[str]) -> tuple[set[str], list[str]]:
    """Get ready to print; which of --version and --quiet were given, and the arguments without them.

    What follows "--" is no flag. Output is UTF-8 whatever this machine's language settings are: a program may read it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    end = arguments.index("--") if "--" in arguments else len(arguments)
    given = {"--version", "--quiet"} & set(arguments[:end])
    Said.quiet = "--quiet" in given
    return given, [word for word in arguments[:end] if word not in given] + arguments[end:]


def ending(error: BaseException) -> int:
    """The exit code of a command that ended so, after at most one sentence about it.

    In Python's development mode an error that nobody foresaw is raised again, with its traceback.
    """
    match error:
        case typer.Exit():
            return error.exit_code
        case typer.TyperException():
            return _misused(error)
        case BrokenPipeError():
            # The reader of a pipe has seen enough; nothing is wrong, and the last flush must not fail either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        case KeyboardInterrupt():
            return 130
    if not isinstance(error, WorkbenchError):
        error = _unforeseen(error)
    complain(error)
    return 1


def _misused(error: typer.TyperException) -> int:
    said = error.format_message().removesuffix(".").replace("Value error, ", "")
    context = getattr(error, "ctx", None)
    # Where a group was called without a command, its help was printed already and nothing is left to say.
    if said:
        complain(f"{said}. See `{context.command_path if context else 'workbench'} --help`.")
    return error.exit_code


def _unforeseen(error: BaseException) -> WorkbenchError:
    if sys.flags.dev_mode:
        raise error
    said = str(error).strip().partition("\n")[0][:300]
    return WorkbenchError(
        f"The workbench broke off at something it does not know: {type(error).__name__}: {said}. "
        "No act was left half done. PYTHONDEVMODE=1 shows where it happened."
    )
