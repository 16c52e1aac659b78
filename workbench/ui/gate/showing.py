"""What the gate's answers have in common: a page with its form's secret, and the cookie that lets somebody in."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from workbench.domain.errors import NotAllowedError, NotFoundError, WorkbenchError
from workbench.services import signing
from workbench.ui.gate import forms, looks
from workbench.ui.gate.limiting import TooManyError
from workbench.ui.signed_in import COOKIE

NEVER = {"Cache-Control": "no-store"}
STATUS = {TooManyError: 429, NotAllowedError: 403, NotFoundError: 404}


def show(
    request: Request, page: str, /, *, wrong: WorkbenchError | None = None, status: int = 200, **said: Any
) -> Response:
    """A page, with the secret that its form must bring back, and the sentence about what was wrong."""
    secret = forms.form_secret(request)
    body = looks.page(page, form=secret, wrong=str(wrong or ""), **said)
    status = STATUS.get(type(wrong), 400) if wrong else status
    response = HTMLResponse(body, status_code=status, headers=NEVER)
    forms.set_cookie(request, response, forms.FORM_COOKIE, secret)
    return response


def admit(request: Request, token: str, way: str) -> Response:
    """Send the browser on with its session's cookie."""
    response = RedirectResponse(way, status_code=303, headers=NEVER)
    seconds = int(signing.LASTS.total_seconds())
    forms.set_cookie(request, response, COOKIE, token, seconds=seconds)
    return response
