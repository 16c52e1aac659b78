"""PDF files: words with their places from PDFium, put back into lines, columns and paragraphs."""

import re
from datetime import date
from typing import Any

from workbench.documents.draft import Draft, given_title, without_title
from workbench.documents.limits import Limits
from workbench.documents.pdf_columns import in_reading_order
from workbench.documents.pdf_lines import Line, lines_of
from workbench.documents.pdf_paragraphs import heading_of, paragraphs_of, without_running_heads
from workbench.documents.unreadable import DAMAGED, LOCKED, NO_TEXT, SCANNED, UnreadableError, too_long, too_many_pages

PROPERTIES = "document properties"
_LETTERS_ON_A_WRITTEN_PAGE = 20
_DAY = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")


def read_pdf(data: bytes, name: str, limits: Limits) -> Draft:
    """A draft of a PDF: running heads stripped, columns in order; its day of creation is only a guess."""
    document = _opened(data, name)
    try:
        if len(document) > limits.max_pages:
            raise UnreadableError(name, too_many_pages(len(document), limits.max_pages))
        pages = _pages(document, name, limits)
        _check_written(document, pages, name)
        properties = document.get_metadata_dict()
    finally:
        document.close()
    pages = [in_reading_order(page) for page in without_running_heads(pages)]
    draft = Draft(text=paragraphs_of(pages))
    _take_fields(draft, properties, pages)
    without_title(draft)
    return draft


def _opened(data: bytes, name: str) -> Any:
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        document = PdfDocument(data)
        len(document)
    except PdfiumError as error:
        is_locked = getattr(error, "err_code", None) in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
        raise UnreadableError(name, LOCKED if is_locked else DAMAGED) from error
    return document


def _pages(document: Any, name: str, limits: Limits) -> list[list[Line]]:
    from pypdfium2 import PdfiumError

    pages: list[list[Line]] = []
    total = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except PdfiumError as error:
            problem = f"is damaged on page {number + 1}. Save or download it anew and hand it in again"
            raise UnreadableError(name, problem) from error
        total += text.count_chars()
        if total > limits.max_characters * 2:
            raise UnreadableError(name, too_long(total, limits.max_characters))
        pages.append(lines_of(text))
        text.close()
        page.close()
    return pages


def _check_written(document: Any, pages: list[list[Line]], name: str) -> None:
    """Tell a scan from a file that holds nothing: a scan is pictures, with hardly a letter on a page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    letters = sum(char.isalnum() for page in pages for line in page for char in line.text)
    if letters >= _LETTERS_ON_A_WRITTEN_PAGE * len(pages):
        return
    pictures = (item for number in range(len(document)) for item in document[number].get_objects([FPDF_PAGEOBJ_IMAGE]))
    if next(pictures, None) is not None:
        raise UnreadableError(name, SCANNED)
    if not letters:
        raise UnreadableError(name, NO_TEXT)


def _take_fields(draft: Draft, properties: dict[str, str], pages: list[list[Line]]) -> None:
    draft.found("title", given_title(properties.get("Title")), PROPERTIES)
    draft.found("title", heading_of(pages), "heading", is_guess=True)
    draft.found("author", properties.get("Author"), PROPERTIES)
    draft.found("published", _day(properties.get("CreationDate", "")), f"{PROPERTIES}, created", is_guess=True)


def _day(written: str) -> date | None:
    found = _DAY.match(written)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
