"""Reading and cleaning: the bytes of a story in, its fields and its clean text out.

What this package offers is loaded when it is first asked for, and the readers of each format when a file needs them:
the child process that parses a file must start in no time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.documents.cleaning import clean
    from workbench.documents.fetching import Fetched, fetch
    from workbench.documents.limits import Limits
    from workbench.documents.reading import read, read_guarded
    from workbench.documents.unreadable import UnreadableError

__all__ = ["Fetched", "Limits", "UnreadableError", "clean", "fetch", "read", "read_guarded"]

_HOMES = {
    "Fetched": "fetching",
    "Limits": "limits",
    "UnreadableError": "unreadable",
    "clean": "cleaning",
    "fetch": "fetching",
    "read": "reading",
    "read_guarded": "reading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
