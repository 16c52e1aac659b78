"""Word documents (.docx): paragraphs and tables in reading order, and the document's own properties."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from workbench.documents.draft import Draft, given_title, without_title
from workbench.documents.limits import Limits
from workbench.documents.unreadable import DAMAGED, UnreadableError, too_large, too_long
from workbench.documents.word_text import blocks_of

PROPERTIES = "document properties"
_MOST_UNPACKED = 5  # times max_bytes: an honest document packs its XML to a fifth at best, with its pictures far less
# What python-docx's empty template says of itself, and so every document that a program made from it.
_EMPTY_AUTHOR = "python-docx"
_EMPTY_CREATED = datetime(2013, 12, 23, 23, 15)
_TITLE_STYLES = ("Title", "Heading 1")


def read_word(data: bytes, name: str, limits: Limits) -> Draft:
    """A draft of a Word document; its day of creation is only a guess at the day of publication."""
    _check_size(data, name, limits)
    document = _opened(data, name)
    blocks = _bounded(blocks_of(document.element.body), name, limits)
    draft = Draft(text="\n\n".join(text for _, text in blocks))
    _take_properties(draft, document.core_properties)
    styles = {style.style_id: style.name for style in document.styles}
    for place, (style, text) in enumerate(blocks):
        if styles.get(style) in _TITLE_STYLES:
            draft.found("title", text, "heading", is_guess=place > 0)
    without_title(draft)
    return draft


def _check_size(data: bytes, name: str, limits: Limits) -> None:
    """Refuse before anything is unpacked; zipfile never unpacks more of a part than it declares."""
    most = limits.max_bytes * _MOST_UNPACKED
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableError(name, "is packed with a password. Save it without and hand it in again")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > most or len(parts) > 10_000:
        raise UnreadableError(name, f"unpacked {too_large(unpacked, most)}")


def _opened(data: bytes, name: str) -> Any:
    from docx import Document

    try:
        return Document(BytesIO(data))
    except MemoryError:
        raise
    except Exception as error:  # python-docx lets whatever its parts raise through: KeyError, XMLSyntaxError, …
        raise UnreadableError(name, DAMAGED) from error


def _bounded(blocks: Iterator[tuple[str, str]], name: str, limits: Limits) -> list[tuple[str, str]]:
    """The blocks that hold words; UnreadableError as soon as these are too many."""
    held: list[tuple[str, str]] = []
    total = 0
    for style, text in blocks:
        total += len(text)
        if total > limits.max_characters:
            raise UnreadableError(name, too_long(total, limits.max_characters))
        if text.strip():
            held.append((style, text))
    return held


def _take_properties(draft: Draft, properties: Any) -> None:
    draft.found("title", given_title(properties.title), PROPERTIES)
    if properties.author != _EMPTY_AUTHOR:
        draft.found("author", properties.author, PROPERTIES)
    created = properties.created
    if created and created.replace(tzinfo=None) != _EMPTY_CREATED:
        draft.found("published", created.date(), f"{PROPERTIES}, created", is_guess=True)
