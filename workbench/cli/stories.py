"""Commands that read stories: import, extract, explain."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.frame import Processes, Stories, app, leave, opened, read_all
from workbench.cli.printing import ImportFormat, complain, print_json, print_line
from workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.extraction.pipeline import Explanation


@app.command("import")
def import_stories(
    stories: Stories, format: Annotated[ImportFormat, typer.Option()] = ImportFormat.TABLE, processes: Processes = 1
) -> None:
    """Read stories, find their claims, and keep both. The same bytes or the same text twice are one article."""
    from workbench.services import importing

    refused = False
    with opened() as (desk, me):
        for done in importing.hand_in_all(desk, read_all(stories), by=me, processes=processes):
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
    leave(refused)


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
        for reading in read_all(stories):
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
    leave(refused)


@app.command()
def explain(stories: Stories) -> None:
    """Print for each claim the rule that found it, how each field was read and what it is worth, without a database."""
    from workbench.desk import load_extractor
    from workbench.settings import read_settings

    refused, extractor = False, load_extractor(read_settings())
    for reading in read_all(stories):
        if isinstance(reading, WorkbenchError):
            complain(reading)
            refused = True
            continue
        print_line(reading.title)
        for found in extractor.explain(reading.title, reading.text, reading.published):
            print_line("")
            for line in _explained(found):
                print_line(line)
    leave(refused)


def _explained(found: "Explanation") -> Iterator[str]:
    claim = found.claim
    yield f"{claim.number:>3}  {claim.kind}  {claim.label}"
    yield f"     “{claim.text}”"
    yield f"     found by: {found.rule}"
    for read in found.readings:
        origin = f", from “{read.words}”" if read.words else ""
        yield f"     {read.field}: {getattr(claim, read.field, None)}{origin} ({read.rule})"
    if claim.kind in ("quote", "attributed") and claim.speaker is None:
        yield "     speaker: unattributed"
    signals = ", ".join(f"{name} {weight:+.2f}" for name, weight in found.signals.items())
    yield f"     worth checking: {claim.checkworthiness:.2f}, from {signals}"
