"""Which line ends are the writer's and which are only the edge of a page.

Mail and teletype wrap prose at 60 to 80 columns; a list, a table or a heading ends its lines on purpose.
A sentence cut by a line end can't be read as one, and a list run together reads as nonsense: they must be told apart.
"""

from itertools import pairwise

_NARROWEST, _WIDEST = 45, 120
_BULLETS = ("-", "*", "•", "–", "—", "·", "◦", "‣", "▪", "|", ">", "#")
_SHARE_OF_FULL_LINES = 0.6


def unwrap(text: str) -> str:
    """Join the lines of hard-wrapped paragraphs; leave headings, lists and tables their lines.

    Lines wider than any wrapping are paragraphs of their own. Unwrapping twice changes nothing: what is joined or
    parted holds no single line end any more, and what is left alone is judged alike again.
    """
    return "\n\n".join(part for block in text.split("\n\n") for part in _parts(block.split("\n")))


def _parts(lines: list[str]) -> list[str]:
    parts: list[str] = []
    short: list[str] = []
    for line in lines:
        if len(line) <= _WIDEST:
            short.append(line)
            continue
        parts += _short_parts(short)
        parts.append(line)
        short = []
    return parts + _short_parts(short)


def _short_parts(lines: list[str]) -> list[str]:
    if not lines:
        return []
    width = max(map(len, lines))
    full = [_is_full(line, following, width) for line, following in pairwise(lines)]
    if not _is_wrapped(lines, full, width):
        return ["\n".join(lines)]
    paragraphs = [lines[0]]
    for line, joins in zip(lines[1:], full, strict=True):
        if joins:
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
    return paragraphs


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room left on this one."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _is_wrapped(lines: list[str], full: list[bool], width: int) -> bool:
    if not full or width < _NARROWEST or any(line.startswith(_BULLETS) or " | " in line for line in lines):
        return False
    runs_on = any(
        is_full and line[-1] not in '.!?:;…"”’' and not following[0].isupper() and not following[0].isdigit()
        for (line, following), is_full in zip(pairwise(lines), full, strict=True)
    )
    return runs_on and sum(full) >= _SHARE_OF_FULL_LINES * len(full)
