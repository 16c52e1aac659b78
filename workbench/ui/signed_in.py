"""Whose browser it is that asks: a cookie's token, held against the store each time."""

import streamlit as st
from starlette.requests import HTTPConnection

from workbench.domain.person import Person
from workbench.services import signing
from workbench.services.signing import Signed
from workbench.services.wires import Desk
from workbench.ui.doors import SIGNED
from workbench.ui.wires import desk_of_process

COOKIE = "desk_session"


def token_of(connection: HTTPConnection) -> str | None:
    """The session's token that a request or socket came with."""
    return connection.cookies.get(COOKIE)


def session_of(desk: Desk, connection: HTTPConnection) -> Signed | None:
    """The session of a request or socket; None where nobody is signed in (any more)."""
    return signing.who(desk, token_of(connection))


def person_of(connection: HTTPConnection) -> Person | None:
    """Who a request or socket of this process's desk comes from, asked of the store anew: call it again before a write.

    It takes one query; call it in a thread (`run_in_threadpool`) where the loop must not wait.
    """
    signed = session_of(desk_of_process(), connection)
    return signed.person if signed else None


def let_in(connection: HTTPConnection) -> Person | None:
    """Who the doors have just let in with this request; costs nothing, and is no older than the request itself."""
    signed: Signed | None = getattr(connection.state, SIGNED, None)
    return signed.person if signed else None


def window_token() -> str | None:
    """The session's token of the window that Streamlit runs for."""
    token = st.context.cookies.get(COOKIE)
    return token if isinstance(token, str) else None


def person_of_window(desk: Desk) -> Person | None:
    """Who sits at the window that Streamlit runs for."""
    signed = signing.who(desk, window_token())
    return signed.person if signed else None
