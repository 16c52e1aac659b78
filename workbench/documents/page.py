"""Web pages: trafilatura finds the story among the menus, and what the page says about itself."""

import re
from copy import deepcopy
from functools import cache
from typing import Any

from workbench.documents.decoding import decode
from workbench.documents.draft import Draft, without_title
from workbench.documents.unreadable import NO_TEXT, UnreadableError

METADATA = "page metadata"
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}>")
_DATES = (
    "//meta[@property='article:published_time' or @property='og:published_time' or @itemprop='datePublished'"
    " or @name='date' or @name='pubdate' or @name='publish-date' or @name='parsely-pub-date' or @name='sailthru.date'"
    " or @name='DC.date' or @name='DC.date.issued' or @name='dcterms.date' or @name='dcterms.created']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//time[@pubdate]/@datetime",
)
_RULE = re.compile(r"[|\-: ]*\|[|\-: ]*")
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


def read_page(data: bytes, name: str, charset: str | None = None, url: str | None = None) -> Draft:
    """A draft of the story in a page. Its day is a guess unless the page itself names it as the day of publication."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    source = decode(data, charset, is_markup=True)
    tree = load_html(DECLARATION.sub("", source.replace("\0", ""))) if source else None
    if tree is None:
        raise UnreadableError(name, NO_TEXT)
    named = _named_dates(tree)
    found: Any = bare_extraction(
        tree, url=url, include_comments=False, include_tables=True, with_metadata=True, config=_settings()
    )
    if found is None or not found.text:
        raise UnreadableError(name, "is a page without a story that could be found. Copy its text and paste it instead")
    draft = Draft(text=_paragraphs(found.text))
    draft.found("title", found.title, METADATA)
    draft.found("author", found.author, METADATA)
    draft.found("publisher", found.sitename, METADATA)
    _take_day(draft, found.date, named)
    if (found.url or "").startswith(("http://", "https://")):
        draft.found("url", found.url, METADATA)
    without_title(draft)
    return draft


def _take_day(draft: Draft, found: str | None, named: list[str]) -> None:
    from workbench.documents.days import day_of

    day = next((day for day in map(day_of, named) if day), None)
    draft.found("published", day, METADATA)
    draft.found("published", day_of(found), "text or address of the page", is_guess=True)


def _named_dates(tree: Any) -> list[str]:
    """What the page itself calls its day of publication, most explicit first."""
    dates = [str(value) for path in _DATES for value in tree.xpath(path)]
    linked = [script.text or "" for script in tree.xpath("//script[@type='application/ld+json']")]
    return dates + [value for script in linked for value in _LINKED_DATE.findall(script[:500_000])]


def _paragraphs(text: str) -> str:
    """Trafilatura ends each paragraph, item and row with one line end, and draws tables with strokes."""
    blocks: list[str] = []
    before = ""
    for line in text.split("\n"):
        if _RULE.fullmatch(line):
            continue
        mark = line[0] if line.startswith(("- ", "|")) else ""
        words = " | ".join(cell.strip() for cell in line.strip("| ").split("|")) if mark == "|" else line
        if mark and mark == before:
            blocks[-1] += f"\n{words}"
        else:
            blocks.append(words)
        before = mark
    return "\n\n".join(blocks)


@cache
def _settings() -> Any:
    """Trafilatura's own, but a news brief is short: under 250 characters it would run all its blocks together."""
    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "80")
    return settings
