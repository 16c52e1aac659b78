"""A story while it is being read: the fields found so far and where each came from."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from workbench.documents.cleaning import one_line

UNTITLED = "Untitled"
# What word processors put in the title's place when nobody gave one.
_NO_TITLE = re.compile(
    r"(microsoft word|untitled|powerpoint|word document)\b.*|.*\.(docx?|indd|qxd|tex|dvi|pdf|rtf|odt)", re.IGNORECASE
)
_MOST = {"title": 1000, "author": 500, "publisher": 500, "url": 2000}


@dataclass
class Draft:
    """What a format's reader found: fields by name (text, `published` a date), origins, guesses, and the text."""

    text: str = ""
    fields: dict[str, str | date] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    guesses: list[str] = field(default_factory=list)

    def found(self, name: str, value: str | date | None, origin: str, *, is_guess: bool = False) -> None:
        """Take a field's value if it holds anything and none was found before; the first finder wins."""
        kept = one_line(value) if isinstance(value, str) else value
        if not kept or name in self.fields:
            return
        self.fields[name] = kept[: _MOST[name]] if isinstance(kept, str) else kept
        self.origins[name] = origin
        if is_guess:
            self.guesses.append(name)

    def take_address(self, url: str) -> None:
        """The address a story was fetched from, over what a page says of its own."""
        self.fields["url"] = url[: _MOST["url"]]
        self.origins["url"] = "address"


def given_title(title: str | None) -> str | None:
    """The title in a document's properties, or None where a program made it up."""
    plain = one_line(title)
    return None if plain and _NO_TITLE.fullmatch(plain) else plain


def named_by_file(draft: Draft, name: str) -> None:
    """Without a title, take the file's name without its ending, or "Untitled" where it has no ending; both a guess."""
    path = PurePath(name.replace("\\", "/"))
    if path.suffix:
        draft.found("title", path.stem.replace("_", " "), "file name", is_guess=True)
    draft.found("title", UNTITLED, "no title found", is_guess=True)


def without_title(draft: Draft) -> None:
    """Drop the first paragraph where it only repeats the title, which is a stretch of its own."""
    first, _, rest = draft.text.partition("\n\n")
    title = draft.fields.get("title")
    if rest and isinstance(title, str) and one_line(first.lower()) == title.lower():
        draft.text = rest
