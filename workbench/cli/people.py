"""Commands on accounts. They work without one: whoever holds this machine holds the store, and the log says console."""

from datetime import datetime
from typing import Annotated

import typer

from workbench.cli.frame import app, opened_by_console
from workbench.cli.printing import print_line, say

people = typer.Typer(no_args_is_help=True, help="Accounts and roles; works without an account.")
app.add_typer(people, name="people")

Handle = Annotated[str, typer.Argument(metavar="HANDLE", help="the short name that somebody acts under")]
Roles = Annotated[list[str], typer.Option("--role", help="reader, trainee, checker, editor or admin; several times")]


@people.command("list")
def list_people() -> None:
    """List everybody: handle, name, roles, and whether they can sign in."""
    from workbench.services import accounts, inviting

    with opened_by_console() as (desk, _):
        able = accounts.able_to_sign_in(desk)
        for person in accounts.everyone(desk).values():
            state = "closed" if person.closed_at else "can sign in" if person.id in able else "has no password yet"
            print_line(f"{person.handle}  {person.name}  {', '.join(person.roles)}  {state}")
        for link in inviting.waiting(desk):
            if link.person_id is None:
                print_line(f"(invitation {link.pk})  {link.name}  {', '.join(link.roles)}  until {_day(link.until)}")


@people.command()
def invite(role: Roles, name: Annotated[str, typer.Option(help="who it is for; they may put it right")] = "") -> None:
    """Print a link that lets one new person in, once, within a week."""
    from workbench.services import inviting

    with opened_by_console() as (desk, settings):
        link = inviting.invite(desk, role, by=None, name=name)
    print_line(f"{settings.own_address}/join?token={link.token}")
    say(f"Good until {_day(link.invitation.until)}, for one person.")


@people.command()
def uninvite(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="as `workbench people list` shows it", min=1)],
) -> None:
    """Make the link of an invitation worthless that was not used yet."""
    from workbench.services import inviting

    with opened_by_console() as (desk, _):
        inviting.withdraw_invitation(desk, number, by=None)
    say(f"Invitation {number} lets nobody in any more.")


@people.command("link")
def link_for(handle: Handle) -> None:
    """Print a link by which somebody who is there chooses a password (anew), once, within a week."""
    from workbench.services import accounts, inviting

    with opened_by_console() as (desk, settings):
        link = inviting.link_for(desk, accounts.named(desk, handle).pk, by=None)
    print_line(f"{settings.own_address}/join?token={link.token}")
    say(f"Good until {_day(link.invitation.until)}, for {link.invitation.name}.")


@people.command("roles")
def set_roles(handle: Handle, role: Roles) -> None:
    """Give somebody these roles and no others."""
    from workbench.services import accounts

    with opened_by_console() as (desk, _):
        person = accounts.set_roles(desk, accounts.named(desk, handle).pk, role, by=None)
    say(f"{person.name} is {', '.join(person.roles)} now.")


@people.command()
def close(handle: Handle) -> None:
    """Close an account at once; its work stays."""
    from workbench.services import accounts

    with opened_by_console() as (desk, _):
        person = accounts.close(desk, accounts.named(desk, handle).pk, by=None)
    say(f"The account of {person.name} is closed.")


@people.command()
def reopen(handle: Handle) -> None:
    """Open a closed account again."""
    from workbench.services import accounts

    with opened_by_console() as (desk, _):
        person = accounts.reopen(desk, accounts.named(desk, handle).pk, by=None)
    say(f"The account of {person.name} is open.")


@people.command("sign-out")
def sign_out(handle: Handle) -> None:
    """End all sessions of somebody."""
    from workbench.services import accounts, signing

    with opened_by_console() as (desk, _):
        ended = signing.sign_out_everywhere(desk, accounts.named(desk, handle).pk, by=None)
    say(f"{ended} sessions ended.")


def _day(moment: datetime) -> str:
    return f"{moment:%d %B %Y, %H:%M} UTC"
