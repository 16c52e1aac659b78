"""The command line: ask, call one service, print. Results go to standard output, all else to standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.main import get_command

from workbench.domain.errors import WorkbenchError
from workbench.printing import (
    ImportFormat,
    ListFormat,
    complain,
    ending,
    heeded,
    print_json,
    print_line,
    print_rows,
    say,
)
from workbench.reports import FORMATS

if TYPE_CHECKING:
    from workbench.domain.article import Reading
    from workbench.domain.person import Person
    from workbench.services.wires import Desk

app = typer.Typer(
    name="workbench",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Find every checkable claim in a story, judge it on evidence, and export a sealed audit report. "
    "--version and --quiet go with every command.",
)
audit = typer.Typer(no_args_is_help=True, help="The tamper-evident log.")
people = typer.Typer(no_args_is_help=True, help="Who acts at the desk.")
app.add_typer(audit, name="audit")
app.add_typer(people, name="people")

Stories = Annotated[
    list[str], typer.Argument(metavar="STORY", help="files, addresses, or - for standard input", show_default=False)
]
Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="its id, number, or the start of its SHA-256")]
Reason = Annotated[str, typer.Option(help="why; kept in the log")]
Processes = Annotated[int, typer.Option(min=1, max=64, help="how many processes look for claims")]


@contextmanager
def opened() -> "Iterator[tuple[Desk, Person]]":
    """The desk that the settings name, and the person who acts."""
    from workbench.desk import open_desk
    from workbench.services import accounts
    from workbench.settings import read_settings

    settings = read_settings()
    desk = open_desk(settings)
    try:
        yield desk, accounts.person_at_start(desk, settings.person)
    finally:
        desk.store.close()


def _read_all(stories: list[str]) -> "Iterator[Reading | WorkbenchError]":
    from workbench.desk import limits
    from workbench.services import handing
    from workbench.settings import read_settings

    bounds = limits(read_settings())
    for name in stories:
        yield from handing.read_named(bounds, name)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="the address to listen on (loopback only)")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="the port to listen on; 0 for any free one")
    ] = None,
) -> None:
    """Open the desk in the browser."""
    from workbench.settings import read_settings
    from workbench.ui.app import serve as serve_desk

    serve_desk(read_settings(host=host, port=port))


@app.command()
def seed() -> None:
    """Fill an empty workbench from seeds/; safe to repeat."""
    from workbench.services import seeding

    with opened() as (desk, me):
        done = seeding.seed(desk, by=me)
    say(f"{done} example stories added." if done else "None added: the examples were here before, or own stories are.")


@app.command("import")
def import_stories(
    stories: Stories, format: Annotated[ImportFormat, typer.Option()] = ImportFormat.TABLE, processes: Processes = 1
) -> None:
    """Read stories, find their claims, and keep both. The same bytes or the same text twice are one article."""
    from workbench.services import importing

    refused = False
    with opened() as (desk, me):
        for done in importing.hand_in_all(desk, _read_all(stories), by=me, processes=processes):
            if isinstance(done, WorkbenchError):
                complain(done)
                refused = True
                continue
            article = done.article
            if format is ImportFormat.JSONL:
                line = {"id": article.reference, "title": article.title}
                print_json(line | {"revision": done.revision.number, "claims": done.claims})
            else:
                there = "" if done.is_new else "  (there already)"
                print_line(f"{article.reference}  {done.claims:>4} claims  {article.title}{there}")
    _leave(refused)


@app.command()
def extract(
    stories: Stories,
    format: Annotated[ImportFormat, typer.Option()] = ImportFormat.JSONL,
    processes: Processes = 1,
) -> None:
    """Read stories and print the claims in them, without a database."""
    from collections import deque

    from workbench.desk import load_extractor
    from workbench.extraction.interchange import as_object
    from workbench.settings import read_settings

    refused, waiting = False, deque[Any]()

    def readable() -> Iterator[tuple[str, str, Any]]:
        nonlocal refused
        for reading in _read_all(stories):
            if isinstance(reading, WorkbenchError):
                complain(reading)
                refused = True
            else:
                waiting.append(reading)
                yield reading.title, reading.text, reading.published

    for found in load_extractor(read_settings()).extract_many(readable(), processes):
        reading = waiting.popleft()
        if format is ImportFormat.JSONL:
            name = reading.outside_id or reading.original.sha256[:16]
            print_json(as_object(name, reading.title, reading.published, reading.text, found))
        else:
            print_line(reading.title)
            for claim in found.claims:
                print_line(f"  {claim.checkworthiness:.2f}  {claim.kind:<10}  {claim.label}")
    _leave(refused)


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


@audit.command()
def verify(seal: Annotated[str | None, typer.Option(help="NUMBER:SHA256, as printed on a report")] = None) -> None:
    """Check the chain, what every event changed, and every row it wrote; 1 where it does not hold."""
    from workbench.services import auditing

    try:
        given = None if seal is None else auditing.read_seal(seal)
    except WorkbenchError as error:
        raise typer.BadParameter(str(error), param_hint="'--seal'") from None
    with opened() as (desk, _):
        broken = auditing.verify(desk, given)
        newest = auditing.seal(desk)
    if broken:
        print(f"The record does not hold: {broken.problem}. Nothing later is proven.")
        raise typer.Exit(1)
    print(f"The record holds. Its newest event is {newest}." if newest else "The record is empty.")


@people.command("list")
def list_people() -> None:
    """List everybody who has acted here."""
    from workbench.services import accounts

    with opened() as (desk, _):
        for person in accounts.everyone(desk).values():
            print_line(f"{person.handle}  {person.name}  {', '.join(person.roles)}")


@app.command()
def migrate() -> None:
    """Bring the store up to date (serve and import do it themselves)."""
    from workbench.settings import read_settings
    from workbench.store.engine import Store
    from workbench.store.migrating import migrate as bring

    store = Store(read_settings().database_url)
    before, after = bring(store)
    store.close()
    say(f"The store was brought from {before or 'nothing'} to {after}." if before != after else "It is up to date.")


@app.command()
def settings(format: Annotated[ListFormat, typer.Option()] = ListFormat.TABLE) -> None:
    """List every setting, its value and where it came from."""
    from workbench.settings import origins, read_settings

    columns = ("setting", "value", "from", "what it is")
    rows = [dict(zip(columns, row, strict=True)) for row in origins(read_settings())]
    print_rows(iter(rows), format, columns, columns)


def _leave(refused: bool) -> None:
    if refused:
        raise typer.Exit(1)


def main() -> NoReturn:
    """Run the command line: 0 done, 1 some input was refused or the record does not hold, 2 wrong usage."""
    flags, arguments = heeded(sys.argv[1:])
    if "--version" in flags:
        print(version("fact-claim-workbench"))
        sys.exit(0)
    command = get_command(app)
    try:
        # Not app(): Typer would print its own boxes, and end with 1 where the reader of a pipe has seen enough.
        with command.make_context("workbench", arguments) as context:
            command.invoke(context)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        sys.exit(ending(error))
    sys.exit(0)


if __name__ == "__main__":
    main()
