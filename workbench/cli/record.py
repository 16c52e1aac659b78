"""Commands on the record: who acted, and whether it holds."""

from typing import Annotated

import typer

from workbench.cli.frame import app, opened
from workbench.cli.printing import print_line
from workbench.domain.errors import WorkbenchError

audit = typer.Typer(no_args_is_help=True, help="The tamper-evident log.")
people = typer.Typer(no_args_is_help=True, help="Who acts at the desk.")
app.add_typer(audit, name="audit")
app.add_typer(people, name="people")


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
