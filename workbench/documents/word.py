"""Word documents (.docx): paragraphs and tables in reading order, and the document's own properties."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from workbench.documents.draft import Draft, without_title
from workbench.documents.limits import Limits
from workbench.documents.unreadable import DAMAGED, UnreadableError, too_large, too_long

PROPERTIES = "document properties"
_MOST_UNPACKED = 5  # times max_bytes: an honest document packs its XML to a fifth at best, with its pictures far less
_MOST_TABLES_DEEP = 10
# What python-docx's empty template says of itself, and so every document that a program made from it.
_EMPTY_AUTHOR = "python-docx"
_EMPTY_CREATED = datetime(2013, 12, 23, 23, 15)
_TITLE_STYLES = ("Title", "Heading 1")


def read_word(data: bytes, name: str, limits: Limits) -> Draft:
    """A draft of a Word document; its day of creation is only a guess at the day of publication."""
    _check_size(data, name, limits)
    document = _opened(data, name)
    blocks = list(_bounded(_blocks(document, 0), name, limits))
    draft = Draft(text="\n\n".join(text for _, text in blocks if text.strip()))
    _take_properties(draft, document.core_properties)
    heading = next((text for style, text in blocks if style in _TITLE_STYLES and text.strip()), None)
    draft.found("title", heading, "heading")
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


def _blocks(container: Any, depth: int) -> Iterator[tuple[str, str]]:
    """The style's name and the text of each paragraph; a table comes as one block, a line for each of its rows."""
    from docx.table import Table

    for item in container.iter_inner_content():
        if isinstance(item, Table):
            yield "", "\n".join(_rows(item, depth))
        else:
            style = item.style
            yield (style.name or "") if style is not None else "", item.text


def _rows(table: Any, depth: int) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        before = None
        for cell in row.cells:
            # A merged cell comes once for each column it spans.
            if cell._tc is not before:
                cells.append(_cell_text(cell, depth))
            before = cell._tc
        yield " | ".join(cell for cell in cells if cell)


def _cell_text(cell: Any, depth: int) -> str:
    if depth >= _MOST_TABLES_DEEP:
        return str(cell.text)
    return " ".join(" ".join(text.split()) for _, text in _blocks(cell, depth + 1) if text.strip())


def _bounded(blocks: Iterator[tuple[str, str]], name: str, limits: Limits) -> Iterator[tuple[str, str]]:
    total = 0
    try:
        for style, text in blocks:
            total += len(text)
            if total > limits.max_characters:
                raise UnreadableError(name, too_long(total, limits.max_characters))
            yield style, text
    except (KeyError, ValueError, AttributeError, IndexError, TypeError) as error:
        raise UnreadableError(name, DAMAGED) from error


def _take_properties(draft: Draft, properties: Any) -> None:
    draft.found("title", properties.title, PROPERTIES)
    if properties.author != _EMPTY_AUTHOR:
        draft.found("author", properties.author, PROPERTIES)
    created = properties.created
    if created and created.replace(tzinfo=None) != _EMPTY_CREATED:
        draft.found("published", created.date(), f"{PROPERTIES}, created", is_guess=True)
