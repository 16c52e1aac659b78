"""Commands on what the store holds: seed, claims, report, withdraw, erase, migrate."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.frame import Article, Reason, app, opened, opened_by_console
from workbench.cli.printing import ListFormat, print_rows, say
from workbench.domain.errors import WorkbenchError
from workbench.reports import FORMATS


@app.command()
def seed() -> None:
    """Fill an empty workbench from seeds/; safe to repeat."""
    from workbench.services import accounts, seeding

    with opened_by_console() as (desk, settings):
        # `make run` seeds at every start, whoever starts it: an account is needed only where there is something to add.
        done = seeding.seed(desk, by=accounts.acting(desk, settings.person)) if seeding.missing(desk) else 0
    say(f"{done} example stories added." if done else "None added: the examples were here before, or own stories are.")


@app.command()
def claims(
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="one story; all where left out")] = None,
    format: Annotated[ListFormat, typer.Option()] = ListFormat.TABLE,
) -> None:
    """List what the store holds, with status and verdict."""
    from workbench.services import listing

    with opened() as (desk, _):
        rows = listing.claims(desk, article)
        print_rows(rows, format, listing.COLUMNS, listing.SHORT)


def _report_format(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"{name[:40]!r} is not one of {', '.join(FORMATS)}")
    return name


@app.command()
def report(
    article: Article,
    format: Annotated[str, typer.Option(callback=_report_format, help=" | ".join(FORMATS))] = "html",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="the file to write")] = None,
) -> None:
    """Write a story's audit report."""
    from workbench.services import reporting, viewing

    with opened() as (desk, me):
        made = reporting.export(desk, viewing.find(desk, article).pk, by=me, format=format)
    if output is None:
        sys.stdout.buffer.write(made.data)
        return
    try:
        output.write_bytes(made.data)
    except OSError as error:
        raise WorkbenchError(f"{output} can't be written: {(error.strerror or 'unknown error').lower()}.") from None
    say(f"Wrote {output}.")


@app.command()
def withdraw(article: Article, reason: Reason) -> None:
    """Take a story off the desk; it stays in the record."""
    from workbench.services import correcting, viewing

    with opened() as (desk, me):
        gone = correcting.withdraw(desk, viewing.find(desk, article).pk, by=me, reason=reason)
    say(f"Withdrew “{gone.title}”.")


@app.command()
def erase(article: Article, reason: Reason) -> None:
    """Empty a withdrawn story by order; the record that it was here stays."""
    from workbench.services import erasing, viewing

    with opened() as (desk, me):
        event = erasing.erase(desk, viewing.find(desk, article).pk, by=me, reason=reason)
    say(f"Erased. Event {event.number} says so.")


@app.command()
def migrate() -> None:
    """Bring the store up to date (serve and import do it themselves)."""
    from workbench.desk import open_desk
    from workbench.settings import read_settings
    from workbench.store.engine import Store
    from workbench.store.migrating import migrate as bring

    settings = read_settings()
    store = Store(settings.database_url)
    before, after = bring(store)
    store.close()
    open_desk(settings).store.close()
    say(f"The store was brought from {before or 'nothing'} to {after}." if before != after else "It is up to date.")
