"""What the gate's forms carry: fields of bounded length, and a secret that shows that the form was ours."""

import secrets
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response

from workbench.domain.errors import InputError
from workbench.domain.event import sha256
from workbench.ui.signed_in import COOKIE

FORM_COOKIE = "desk_form"
FORM_FIELD = "form"
LONGEST = 64 * 1024


async def fields(request: Request) -> dict[str, str]:
    """The fields that were sent. InputError where they are too long, or the form was not one of ours."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST:
            raise InputError("That is too long for this form. Shorten it.")
    try:
        sent = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50))
    except ValueError:
        raise InputError("That is nothing that this form sends. Open it once more.") from None
    given, token = sent.get(FORM_FIELD, "").encode(), request.cookies.get(COOKIE)
    ours = [request.cookies.get(FORM_COOKIE), session_secret(token) if token else None]
    if not any(secret and secrets.compare_digest(given, secret.encode()) for secret in ours):
        raise InputError("This form has been open too long, or cookies are off. Send it again.")
    return sent


def session_secret(token: str) -> str:
    """The secret for forms on the pages of one session, from which its token can't be told."""
    return sha256(f"form of {token}".encode())


def form_secret(request: Request) -> str:
    """The secret that a form shown to this browser must bring back."""
    return request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(32)


def is_https(request: Request) -> bool:
    """Whether the browser came by https, by what the server or the proxy before it says."""
    return request.url.scheme == "https"


def set_cookie(request: Request, response: Response, name: str, value: str, *, seconds: int | None = None) -> None:
    """A cookie that no script can read and no other site's form sends."""
    response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="lax", secure=is_https(request), path="/")
