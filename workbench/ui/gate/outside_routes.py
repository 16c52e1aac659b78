"""The gate's routes of single sign-on: to the provider, back from it, and what comes of it."""

import json
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from workbench.domain.errors import InputError, NotFoundError, WorkbenchError
from workbench.services import inviting, linking, signing
from workbench.services.wires import Desk
from workbench.ui.gate import forms, outside
from workbench.ui.gate.outside import LOST, WAY_COOKIE, Identity
from workbench.ui.gate.paths import own_path
from workbench.ui.gate.showing import admit, show
from workbench.ui.signed_in import session_of

SECONDS = 600


@dataclass(frozen=True)
class OutsideGate:
    """What the routes work with; `name` is how the provider is called."""

    desk: Desk
    name: str

    def routes(self) -> list[Route]:
        """Every address of single sign-on."""
        return [
            Route("/sign-in/outside", self.begin),
            Route("/sign-in/back", self.back),
            Route("/sign-in/seat", self.seat, methods=["POST"]),
            Route("/sign-in/link", self.link, methods=["POST"]),
        ]

    async def begin(self, request: Request) -> Response:
        """Send the browser to the provider, and keep for ten minutes what it wanted."""
        asked = request.query_params
        way = {
            "next": own_path(asked.get("next")),
            "token": asked.get("token", "")[:200],
            "link": asked.get("link", "")[:1],
        }
        response = RedirectResponse(outside.login_address(), status_code=303)
        forms.set_cookie(request, response, WAY_COOKIE, json.dumps(way).encode().hex(), seconds=SECONDS)
        return response

    async def back(self, request: Request) -> Response:
        """What the provider said: a session, a form to take a seat, or a question whether to link."""
        who, way = outside.identity(request), _way(request)
        if who is None:
            return self._refuse(request, InputError(LOST))
        if way.get("link"):
            return show(request, "link", account=who.shown, issuer=who.issuer, provider=self.name)
        if way.get("token"):
            return await self._seat_page(request, who, way["token"])
        try:
            token = await run_in_threadpool(signing.sign_in_outside, self.desk, who.issuer, who.subject)
        except WorkbenchError as refused:
            return self._refuse(request, refused)
        return _done(request, admit(request, token, own_path(way.get("next"))))

    async def _seat_page(
        self, request: Request, who: Identity, token: str, *, wrong: WorkbenchError | None = None, **kept: str
    ) -> Response:
        try:
            invitation, person = await run_in_threadpool(inviting.invited, self.desk, token)
        except NotFoundError as gone:
            return self._refuse(request, gone)
        said = {
            "account": who.shown,
            "there": person is not None,
            "roles": " and ".join(invitation.roles),
            "name": kept.get("name") or (person.name if person else invitation.name or who.name),
            "handle": person.handle if person else kept.get("handle") or who.called.partition("@")[0],
        }
        return show(request, "seat", wrong=wrong, **said)

    async def seat(self, request: Request) -> Response:
        """Take a seat by an invitation with the outside account in place of a password."""
        who, token = outside.identity(request), _way(request).get("token", "")
        sent: dict[str, str] = {}
        if who is None:
            return self._refuse(request, InputError(LOST))
        try:
            sent = await forms.fields(request)
            given = {name: sent.get(name, "") for name in ("name", "handle")}
            session = await run_in_threadpool(self._take, who, token, given)
        except WorkbenchError as refused:
            kept = {name: sent.get(name, "")[:200] for name in ("name", "handle")}
            return await self._seat_page(request, who, token, wrong=refused, **kept)
        return _done(request, admit(request, session, "/"))

    def _take(self, who: Identity, token: str, given: dict[str, str]) -> str:
        inviting.accept_outside(self.desk, token, issuer=who.issuer, subject=who.subject, **given)
        return signing.sign_in_outside(self.desk, who.issuer, who.subject)

    async def link(self, request: Request) -> Response:
        """Link the outside account to that of who is signed in here."""
        who, signed = outside.identity(request), await run_in_threadpool(session_of, self.desk, request)
        try:
            await forms.fields(request)
            if who is None or signed is None:
                raise InputError(LOST)
            await run_in_threadpool(linking.link, self.desk, who.issuer, who.subject, by=signed.person)
        except WorkbenchError as refused:
            return self._refuse(request, refused, href="/account", link="To your account")
        return _done(request, RedirectResponse("/account", status_code=303))

    def _refuse(
        self, request: Request, wrong: WorkbenchError, href: str = "/sign-in", link: str = "To the sign-in"
    ) -> Response:
        said: dict[str, Any] = {"heading": "Not signed in", "says": str(wrong), "href": href, "link": link}
        return _done(request, show(request, "told", status=403, **said))


def _way(request: Request) -> dict[str, str]:
    """What the browser wanted when it left; empty where that was too long ago."""
    try:
        kept = json.loads(bytes.fromhex(request.cookies.get(WAY_COOKIE, "")) or b"{}")
    except ValueError:
        return {}
    return {name: str(value) for name, value in kept.items()} if isinstance(kept, dict) else {}


def _done(request: Request, response: Response) -> Response:
    outside.forget(request, response)
    response.delete_cookie(WAY_COOKIE, path="/")
    return response
