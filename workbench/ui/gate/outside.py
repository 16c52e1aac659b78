"""Single sign-on: Streamlit's own OpenID Connect routes (those of `st.login`), used before there is a Streamlit page.

`st.login` runs in a page, and no page opens without signing in. So the gate sends the browser to the address that
`st.login` would send it to, and reads and clears the signed cookie that Streamlit's callback sets.
"""

import json
import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import HTTPConnection
from starlette.responses import Response
from streamlit.auth_util import get_cookie_with_chunks, get_secrets_auth_section
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from workbench.settings import Settings

WAY_COOKIE = "desk_way"
"""What a browser wanted that went to the provider; it is cleared once the browser is back."""

LOST = "The outside sign-in was not finished. Begin again."

ROUTES = (
    *("/auth/login", "/oauth2callback"),
    *("/sign-in/outside", "/sign-in/back", "/sign-in/seat", "/sign-in/link"),
)
"""What must answer strangers where single sign-on is set up: Streamlit's two routes, and the gate's own."""


@dataclass(frozen=True)
class Identity:
    """Who an outside provider says somebody is. Only issuer and subject are relied on."""

    issuer: str
    subject: str
    name: str = ""
    called: str = ""

    @property
    def shown(self) -> str:
        """The account as its owner would know it."""
        return self.called or self.name or self.subject


def app_secrets(settings: Settings, address: str) -> dict[str, Any] | None:
    """What Streamlit's routes need, of the settings; None where they say nothing of a provider."""
    if not settings.oidc_issuer:
        return None
    metadata = f"{settings.oidc_issuer.rstrip('/')}/.well-known/openid-configuration"
    return {
        "auth": {
            "redirect_uri": f"{address}/oauth2callback",
            "cookie_secret": secrets.token_urlsafe(32),
            "client_id": settings.oidc_client_id,
            "client_secret": settings.oidc_client_secret,
            "server_metadata_url": metadata,
        }
    }


def is_set_up(given: dict[str, Any] | None) -> bool:
    """Whether a provider is named, by the settings or by Streamlit's own secrets file."""
    return bool(given) or bool(get_secrets_auth_section())


def login_address() -> str:
    """Where `st.login()` would send the browser."""
    return generate_login_redirect_url("default")


def came_back(connection: HTTPConnection) -> bool:
    """Whether the browser comes from the provider and the gate has not looked at it yet."""
    return USER_COOKIE_NAME in connection.cookies


def identity(connection: HTTPConnection) -> Identity | None:
    """Who the provider says it is; None where nothing came back, or nothing that Streamlit signed."""

    def signed(name: str) -> bytes | None:
        value = connection.cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1")) if value else None

    try:
        claims = json.loads(get_cookie_with_chunks(signed, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        return None
    if not claims.get("iss") or not claims.get("sub"):
        return None
    called = claims.get("preferred_username") or claims.get("email") or ""
    return Identity(str(claims["iss"]), str(claims["sub"]), str(claims.get("name") or "")[:200], str(called)[:200])


def forget(connection: HTTPConnection, response: Response) -> None:
    """Clear what Streamlit kept: a sign-out here must not be undone by a cookie of a month."""
    for name in connection.cookies:
        if name.startswith((USER_COOKIE_NAME, TOKENS_COOKIE_NAME)):
            response.delete_cookie(name, path="/")


def start_address(**way: str) -> str:
    """The gate's address that begins an outside sign-in: `next`, or `token` of an invitation, or `link`."""
    given = {name: value for name, value in way.items() if value}
    return "/sign-in/outside" + (f"?{urlencode(given)}" if given else "")
