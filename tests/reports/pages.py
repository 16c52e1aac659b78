"""Reading a report page back as a browser would, for tests that ask what it shows."""

from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "input"}


@dataclass
class Page:
    """What a page holds: its tags in order, the words in each claim's marks, all its text, its headings' levels."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    marked: dict[int, str] = field(default_factory=lambda: defaultdict(str))
    ratings: dict[int, str] = field(default_factory=dict)
    superscripts: list[str] = field(default_factory=list)
    text: str = ""
    headings: list[int] = field(default_factory=list)
    balanced: bool = True

    def attributes(self, name: str) -> list[str]:
        """The values of every attribute of this name."""
        return [value or "" for _, attributes in self.tags for key, value in attributes.items() if key == name]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.page.tags.append((tag, dict(attrs)))
        if tag == "sup":
            self.page.superscripts.append("")
        if tag in ("h1", "h2", "h3", "h4"):
            self.page.headings.append(int(tag[1]))
        if "data-claim" in dict(attrs):
            self.page.ratings[int(dict(attrs)["data-claim"])] = dict(attrs)["data-rating"]
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        opened, _ = self.open.pop()
        self.page.balanced = self.page.balanced and opened == tag

    def handle_data(self, data):
        names = [tag for tag, _ in self.open]
        if "style" in names:
            return
        self.page.text += data
        if "sup" in names:
            self.page.superscripts[-1] += data
        for tag, attributes in self.open:
            if tag == "mark" and "data-claim" in attributes:
                self.page.marked[int(attributes["data-claim"])] += data


def read(page: bytes) -> Page:
    """Parse a page's bytes."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    reader.page.balanced = reader.page.balanced and not reader.open
    return reader.page
