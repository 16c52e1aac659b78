"""Reading and cleaning: the bytes of a story in, its fields and its clean text out.

What this package offers is loaded when it is first asked for, and the readers of each format when a file needs them:
the child process that parses a file must start in no time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.documents.cleaning import clean
    from workbench.documents.fetching import Fetched, fetch
    from workbench.documents.keeping import PICTURES, Readable, name_of, read_kept
    from workbench.documents.limits import Limits
    from workbench.documents.reading import read, read_guarded
    from workbench.documents.unreadable import UnreadableError
    from workbench.documents.web import Look, Web

__all__ = [
    "PICTURES",
    "Fetched",
    "Limits",
    "Look",
    "Readable",
    "UnreadableError",
    "Web",
    "clean",
    "fetch",
    "name_of",
    "read",
    "read_guarded",
    "read_kept",
]

_HOMES = {
    "Fetched": "fetching",
    "Limits": "limits",
    "Look": "web",
    "PICTURES": "keeping",
    "Readable": "keeping",
    "UnreadableError": "unreadable",
    "Web": "web",
    "clean": "cleaning",
    "fetch": "fetching",
    "name_of": "keeping",
    "read": "reading",
    "read_guarded": "reading",
    "read_kept": "keeping",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
