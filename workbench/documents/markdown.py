"""Markdown: the words without their marks, and a front matter's fields where it has one."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from workbench.documents.cleaning import clean
from workbench.documents.days import day_of
from workbench.documents.draft import Draft, without_title
from workbench.documents.limits import Limits
from workbench.documents.plain import take_date, take_title, text_of

FRONT_MATTER = "front matter"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(\w{1,40})[ \t]{0,9}:(.+)$", re.MULTILINE)
_FIELDS = {
    "title": "title",
    "author": "author",
    "publisher": "publisher",
    "url": "url",
    "date": "published",
    "published": "published",
}
# Below its own bound of twenty the parser drops what a quotation in a quotation … says.
_DEEPEST = 100
_TAG = re.compile(r"<[^<>]{0,1000}>")


def read_markdown(data: bytes, name: str, limits: Limits, charset: str | None = None) -> Draft:
    """A draft of a Markdown file; a first heading is its title, else it is read as plain text is."""
    source = text_of(data, name, limits, charset).removeprefix("\ufeff").replace("\r\n", "\n")
    draft = Draft()
    source = _take_front_matter(draft, source)
    heading, text = _rendered(source)
    draft.text = clean(text)
    take_date(draft)
    is_first = bool(heading) and draft.text.startswith(clean(heading or ""))
    draft.found("title", heading, "heading", is_guess=not is_first)
    without_title(draft)
    take_title(draft)
    take_date(draft)
    return draft


def _take_front_matter(draft: Draft, source: str) -> str:
    """The source without its front matter, whose plain "key: value" lines become fields."""
    found = _FRONT_MATTER.match(source)
    if not found:
        return source
    for key, value in _ENTRY.findall(found[1]):
        field = _FIELDS.get(key.lower())
        plain = value.strip().strip("\"'")
        if field == "published":
            draft.found(field, day_of(plain), FRONT_MATTER)
        elif field and (field != "url" or plain.lower().startswith(("http://", "https://"))):
            draft.found(field, plain, FRONT_MATTER)
    return source[found.end() :]


def _rendered(source: str) -> tuple[str | None, str]:
    """The first heading of the first level, and the words of all blocks."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(source)
    blocks = list(_blocks(tokens))
    heading = next((text for tag, text in blocks if tag == "h1"), None)
    return heading, "".join(text + ("\n" if tag in ("li", "tr") else "\n\n") for tag, text in blocks)


def _blocks(tokens: Sequence[Any]) -> Iterator[tuple[str, str]]:
    tag = "p"
    row: list[str] = []
    lists = 0
    for token in tokens:
        match token.type:
            case "heading_open":
                tag = token.tag
            case "bullet_list_open" | "ordered_list_open":
                lists += 1
            case "bullet_list_close" | "ordered_list_close":
                lists -= 1
                if not lists:
                    yield "p", ""
            case "th_open" | "td_open":
                tag = "td"
            case "inline" if tag == "td":
                row.append(_words(token.children))
            case "tr_close":
                yield "tr", " | ".join(row)
                row, tag = [], "p"
            case "table_close":
                yield "p", ""
            case "inline":
                yield ("li" if lists else tag), _words(token.children)
                tag = "p"
            case "fence" | "code_block":
                yield "p", token.content
            case "html_block":
                yield "p", _TAG.sub(" ", token.content)


def _words(children: Sequence[Any] | None) -> str:
    """The words of inline tokens; line ends within a paragraph are only the writer's wrapping."""
    words = {"softbreak": " ", "hardbreak": "\n", "html_inline": ""}
    return "".join(words.get(child.type, child.content) for child in children or ())
