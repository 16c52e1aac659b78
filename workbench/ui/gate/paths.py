"""Where a page may send a browser: to this desk's own pages alone."""

from urllib.parse import quote, urlsplit

HOME = "/"
SIGN_IN = "/sign-in"


def own_path(asked: str | None) -> str:
    """The path and query that were asked for, where they are this desk's own; the inbox for anything else."""
    asked = asked or HOME
    if any(ord(c) < 33 or c == "\\" or ord(c) == 127 for c in asked) or not asked.startswith("/") or len(asked) > 2_000:
        return HOME
    try:
        parts = urlsplit(asked)
    except ValueError:
        return HOME
    if parts.scheme or parts.netloc or asked.startswith("//") or parts.path == SIGN_IN:
        return HOME
    return asked


def to_sign_in(asked: str) -> str:
    """The address of the sign-in that leads on to this path."""
    path = own_path(asked)
    return SIGN_IN if path == HOME else f"{SIGN_IN}?next={quote(path, safe='')}"
