"""What one story may cost to read."""

from dataclasses import dataclass

# An archive of stories is one file, and each of its lines is a story that the limits hold for.
_STORIES_IN_AN_ARCHIVE = 20
_ARCHIVE_NAMES = (".jsonl", ".jsonl.gz")


@dataclass(frozen=True)
class Limits:
    """The limits for one story: its bytes, its pages, the characters of its text, and seconds to read or fetch it."""

    max_bytes: int = 20_000_000
    max_pages: int = 500
    max_characters: int = 1_000_000
    max_seconds: float = 60

    def max_file_bytes(self, name: str) -> int:
        """How many bytes the file of this name may have; of .jsonl, twenty times a story's, packed or not."""
        is_archive = name.lower().endswith(_ARCHIVE_NAMES)
        return self.max_bytes * (_STORIES_IN_AN_ARCHIVE if is_archive else 1)
