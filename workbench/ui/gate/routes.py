"""The gate's routes: signing in and out, and accepting an invitation. Plain HTML, no script."""

from dataclasses import dataclass, field
from typing import Any

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from workbench.domain.errors import InputError, NotAllowedError, NotFoundError, WorkbenchError
from workbench.services import accounts, inviting, passwords, signing
from workbench.services.wires import Desk
from workbench.ui.gate import forms, looks
from workbench.ui.gate.limiting import Tries
from workbench.ui.gate.outside import LOST, WAY_COOKIE, start_address
from workbench.ui.gate.paths import own_path
from workbench.ui.gate.showing import NEVER, admit, show
from workbench.ui.signed_in import COOKIE, session_of, token_of

HOUR = "public, max-age=3600"


@dataclass(frozen=True)
class Gate:
    """What the routes work with. `outside` is the name of the outside sign-in, empty where there is none.

    Passwords are verified in few threads of their own: whoever knocks must not keep those busy that others work with.
    """

    desk: Desk
    tries: Tries
    outside: str = ""
    knocking: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(passwords.AT_ONCE), repr=False)

    def routes(self) -> list[Route]:
        """Every address of the gate."""
        return [
            Route("/sign-in", self.sign_in, methods=["GET", "POST"]),
            Route("/join", self.join, methods=["GET", "POST"]),
            Route("/sign-out", self.sign_out, methods=["POST"]),
            Route("/sign-in/state", self.state),
            Route("/sign-in/look/{name}", look),
        ]

    async def sign_in(self, request: Request) -> Response:
        """The form, and what it sends."""
        if request.method == "POST":
            return await self._signed_in(request)
        way = own_path(request.query_params.get("next"))
        if await run_in_threadpool(session_of, self.desk, request):
            return RedirectResponse(way, status_code=303)
        # Who refused at the provider, or went back, comes here with nothing but this cookie.
        lost = WAY_COOKIE in request.cookies
        response = self._sign_in_page(request, next=way, note=LOST if lost else "")
        if lost:
            response.delete_cookie(WAY_COOKIE, path="/")
        return response

    async def _signed_in(self, request: Request) -> Response:
        sent: dict[str, str] = {}
        try:
            sent = await forms.fields(request)
            address = request.client.host if request.client else ""
            token = await run_sync(self._try, sent, address, limiter=self.knocking)
        except WorkbenchError as refused:
            kept = {"next": own_path(sent.get("next")), "handle": sent.get("handle", "")[:100]}
            return self._sign_in_page(request, wrong=refused, **kept)
        return await self._admitted(request, token, own_path(sent.get("next")))

    def _try(self, sent: dict[str, str], address: str) -> str:
        handle = signing.spelled(sent.get("handle", ""))
        self.tries.begin(handle, address)
        try:
            token = signing.sign_in(self.desk, handle, sent.get("password", "")[: passwords.MOST])
        except NotAllowedError:
            self.tries.failed(address)
            raise
        self.tries.succeeded(handle)
        return token

    def _sign_in_page(self, request: Request, *, wrong: WorkbenchError | None = None, **said: Any) -> Response:
        shown = {"handle": "", "note": "", "next": "/"} | said
        way = {"outside": self.outside, "outside_href": start_address(next=shown["next"])}
        return show(request, "sign_in", wrong=wrong, **shown, **way)

    async def join(self, request: Request) -> Response:
        """An invitation's form, and what it sends."""
        if request.method == "POST":
            return await self._joined(request)
        return await self._join_page(request, request.query_params.get("token", ""))

    async def _joined(self, request: Request) -> Response:
        sent: dict[str, str] = {}
        try:
            sent = await forms.fields(request)
            token = await run_sync(self._accept, sent, limiter=self.knocking)
        except WorkbenchError as refused:
            return await self._join_page(request, sent.get("token", ""), wrong=refused, sent=sent)
        return await self._admitted(request, token, "/")

    def _accept(self, sent: dict[str, str]) -> str:
        password = sent.get("password", "")
        given = {name: sent.get(name, "") for name in ("name", "handle")}
        person = inviting.accept(self.desk, sent.get("token", ""), password=password, **given)
        return signing.sign_in(self.desk, person.handle, password)

    async def _join_page(
        self, request: Request, token: str, *, wrong: WorkbenchError | None = None, sent: dict[str, str] | None = None
    ) -> Response:
        try:
            invitation, person = await run_in_threadpool(inviting.invited, self.desk, token[:200])
        except NotFoundError as gone:
            said = {"heading": "This link is no use", "says": str(gone), "href": "/sign-in", "link": "To the sign-in"}
            return show(request, "told", status=404, **said)
        able = await run_in_threadpool(accounts.able_to_sign_in, self.desk)
        kept = sent or {}
        return show(
            request,
            "join",
            wrong=wrong,
            token=token,
            there=person is not None,
            asks_name=person is None or person.id not in able,
            roles=_roles(invitation.roles),
            name=kept.get("name") or (person.name if person else invitation.name),
            handle=person.handle if person else kept.get("handle", ""),
            least=passwords.LEAST,
            outside=self.outside,
            outside_href=start_address(token=token),
        )

    async def _admitted(self, request: Request, token: str, way: str) -> Response:
        """The browser has one session: that of whoever sat there before ends, in its other windows too."""
        await run_in_threadpool(signing.sign_out, self.desk, token_of(request) or "")
        return admit(request, token, way)

    async def sign_out(self, request: Request) -> Response:
        """End this browser's session, or all of its person's, wherever the form stood."""
        try:
            sent = await forms.fields(request)
        except InputError as refused:
            said = {"heading": "Not signed out", "says": str(refused), "href": "/", "link": "Back to the desk"}
            return show(request, "told", status=400, **said)
        await run_in_threadpool(self._end, token_of(request) or "", "everywhere" in sent)
        response = RedirectResponse("/sign-in", status_code=303)
        response.delete_cookie(COOKIE, path="/")
        return response

    def _end(self, token: str, everywhere: bool) -> None:
        signed = signing.who(self.desk, token)
        if signed and everywhere:
            signing.sign_out_everywhere(self.desk, signed.person.pk, by=signed.person)
        elif signed:
            signing.sign_out(self.desk, token)

    async def state(self, request: Request) -> Response:
        """Whether somebody is signed in, for pages that lost their connection: their id, or 401."""
        signed = await run_in_threadpool(session_of, self.desk, request)
        person = signed.person.id if signed else None
        return JSONResponse({"person": person}, status_code=200 if signed else 401, headers=NEVER)


def _roles(roles: list[Any]) -> str:
    return " and ".join(str(role) for role in roles)


def look(request: Request) -> Response:
    """The style and the font of the gate."""
    found = looks.asset(request.path_params["name"])
    if found is None:
        return Response(status_code=404)
    return Response(found[0], media_type=found[1], headers={"Cache-Control": HOUR})
