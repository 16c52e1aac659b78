"""One file on its way to its reader."""

import re
from dataclasses import dataclass

from workbench.documents.sniffing import Format

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True)
class StoryFile:
    """The bytes of a file, its name, its real format, and what a server said of it and of where it came from.

    `whole` asks for all that a page says in place of the story in it.
    """

    data: bytes
    name: str
    kind: Format
    media_type: str | None = None
    url: str | None = None
    whole: bool = False

    @property
    def charset(self) -> str | None:
        """The encoding that the server named, if it named one."""
        found = _CHARSET.search(self.media_type or "")
        return found[1] if found else None
