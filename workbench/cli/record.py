"""Commands on the record: whether it holds, and what it says of the extractor."""

from typing import Annotated

import typer

from workbench.cli.frame import app, opened
from workbench.cli.printing import ListFormat, print_rows
from workbench.domain.errors import WorkbenchError

audit = typer.Typer(no_args_is_help=True, help="The tamper-evident log.")
app.add_typer(audit, name="audit")


@audit.command()
def verify(seal: Annotated[str | None, typer.Option(help="NUMBER:SHA256, as printed on a report")] = None) -> None:
    """Check the chain, what every event changed, and every row it wrote; 1 where it does not hold."""
    from workbench.services import auditing

    try:
        given = None if seal is None else auditing.read_seal(seal)
    except WorkbenchError as error:
        raise typer.BadParameter(str(error), param_hint="'--seal'") from None
    with opened() as (desk, me):
        broken = auditing.check(desk, given, by=me)
        newest = auditing.seal(desk)
    if broken:
        print(f"The record does not hold: {broken.problem}. Nothing later is proven.")
        raise typer.Exit(1)
    print(f"The record holds. Its newest event is {newest}." if newest else "The record is empty.")


@audit.command()
def extractor(format: Annotated[ListFormat, typer.Option()] = ListFormat.TABLE) -> None:
    """Measure the extractor by kind: precision and recall over stories of which every claim is settled or dismissed."""
    from workbench.services import measuring

    with opened() as (desk, me):
        print_rows(measuring.rows(desk, by=me), format, measuring.COLUMNS, measuring.SHORT)
