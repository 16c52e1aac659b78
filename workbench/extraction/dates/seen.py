"""Words that look like a date, as the checks look at them."""

import re
from typing import NamedTuple

from workbench.extraction.text.passage import Passage


class Seen(NamedTuple):
    """Words that look like a date: where they stand, and the characters before them."""

    passage: Passage
    found: re.Match[str]
    token: int
    before: str

    @property
    def written(self) -> str:
        """The words as the story writes them."""
        return self.passage.text[slice(*self.found.span())]

    @property
    def after(self) -> str:
        """The characters behind the words."""
        return self.passage.text[self.found.end() : self.found.end() + 24]
