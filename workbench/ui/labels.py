"""Words of people in places that read Markdown: labels of controls, entries of the menu."""

import re

LONGEST = 40
MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+.!|~:$&=-])")


def one_line(name: str) -> str:
    """A name as a label: one line, not too long, every sign of Markdown taken as it stands."""
    line = " ".join(name.split())
    short = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    return MARKDOWN.sub(r"\\\1", short)
