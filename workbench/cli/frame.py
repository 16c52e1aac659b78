"""What every command shares: the application they hang on, their arguments, and the desk opened for one act."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.domain.article import Reading
    from workbench.domain.person import Person
    from workbench.services.wires import Desk
    from workbench.settings import Settings

app = typer.Typer(
    name="workbench",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Find every checkable claim in a story, judge it on evidence, and export a sealed audit report. "
    "--version and --quiet go with every command.",
)

Stories = Annotated[
    list[str], typer.Argument(metavar="STORY", help="files, addresses, or - for standard input", show_default=False)
]
Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="its id, number, or the start of its SHA-256")]
Reason = Annotated[str, typer.Option(help="why; kept in the log")]
Processes = Annotated[int, typer.Option(min=1, max=64, help="how many processes look for claims")]


@contextmanager
def opened() -> "Iterator[tuple[Desk, Person]]":
    """The desk that the settings name, and the account that acts, which must at least be let read."""
    from workbench.desk import open_desk
    from workbench.domain.person import Right
    from workbench.services import accounts
    from workbench.services.rights import need
    from workbench.settings import read_settings

    settings = read_settings()
    desk = open_desk(settings)
    try:
        me = accounts.acting(desk, settings.person)
        need(me, Right.READ)
        yield desk, me
    finally:
        desk.store.close()


@contextmanager
def opened_by_console() -> "Iterator[tuple[Desk, Settings]]":
    """The desk that the settings name, for acts that whoever holds this machine may do without an account."""
    from workbench.desk import open_desk
    from workbench.settings import read_settings

    settings = read_settings()
    desk = open_desk(settings)
    try:
        yield desk, settings
    finally:
        desk.store.close()


def read_all(stories: list[str]) -> "Iterator[Reading | WorkbenchError]":
    """The stories that the command line names, in their order; what can't be read as the error that says why."""
    from workbench.desk import limits
    from workbench.services import handing
    from workbench.settings import read_settings

    bounds = limits(read_settings())
    for name in stories:
        yield from handing.read_named(bounds, name)


def leave(refused: bool) -> None:
    """End with 1 where some input was refused."""
    if refused:
        raise typer.Exit(1)
