"""All that a page says, its menus left out: evidence may stand in a table or a margin that no story reader keeps."""

from collections.abc import Iterator
from typing import Any

from workbench.documents.decoding import decode
from workbench.documents.draft import Draft
from workbench.documents.page import DECLARATION, METADATA
from workbench.documents.unreadable import NO_TEXT, UnreadableError

_UNSEEN = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "svg", "math", "canvas", "object", "embed", "iframe"),
        *("audio", "video", "nav", "select", "option", "datalist", "button", "input", "textarea", "dialog"),
    )
)
_IN_LINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_CELLS = frozenset(("td", "th"))


def read_whole_page(data: bytes, name: str, charset: str | None = None) -> Draft:
    """A draft of the visible words of a page: each block a paragraph, each row of a table a line."""
    from trafilatura.utils import load_html

    source = decode(data, charset, is_markup=True)
    tree = load_html(DECLARATION.sub("", source.replace("\0", ""))) if source else None
    if tree is None:
        raise UnreadableError(name, NO_TEXT)
    draft = Draft(text=_blocks(tree))
    for path in ("//meta[@property='og:title']/@content", "//title/text()", "//h1//text()"):
        draft.found("title", " ".join(str(part) for part in tree.xpath(path)[:20]), METADATA)
    return draft


def _blocks(tree: Any) -> str:
    blocks: list[str] = []
    words: list[str] = []
    for piece in _pieces(tree):
        if piece is not None:
            words.append(piece)
        elif line := " ".join("".join(words).split()):
            blocks.append(line.strip("| "))
            words = []
        else:
            words = []
    return "\n\n".join([*blocks, " ".join("".join(words).split())])


def _pieces(tree: Any) -> Iterator[str | None]:
    """The text in its order, None between blocks. Without recursion: a hostile page may be nested a thousand deep."""
    todo: list[tuple[Any, bool]] = [(tree, False)]
    while todo:
        element, left = todo.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if left:
            yield from _edge(tag, "")
            yield element.tail or ""
            continue
        if not tag or tag in _UNSEEN or element.get("hidden") is not None:
            yield element.tail or ""
            continue
        yield from _edge(tag, " | ")
        yield element.text or ""
        todo.append((element, True))
        todo += [(child, False) for child in reversed(element)]


def _edge(tag: str, between_cells: str) -> Iterator[str | None]:
    if tag in _CELLS:
        yield between_cells
    elif tag not in _IN_LINE:
        yield None
