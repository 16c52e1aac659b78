"""Story files made in the test, and short ways to read them."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document

from workbench.documents import Limits, UnreadableError, read
from workbench.domain.article import Reading

LIMITS = Limits()
STORY = (
    "The harbour board approved a new ferry line on Tuesday, and the first boat will sail in June.",
    "The line costs 4.2 million euros, half of it paid by the region, said its chair, Ilse Brandt.",
)


def reading(data: bytes, name: str, **more: Any) -> Reading:
    """The only reading of a file."""
    (only,) = read(data, name, more.pop("limits", LIMITS), **more)
    assert isinstance(only, Reading)
    return only


def refusal(data: bytes, name: str, limits: Limits = LIMITS) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(UnreadableError) as caught:
        list(read(data, name, limits))
    return str(caught.value)


def word(*paragraphs: str, heading: str | None = None, **properties: Any) -> bytes:
    """A Word document with these paragraphs, a first heading, and core properties."""
    document = Document()
    for key, value in properties.items():
        setattr(document.core_properties, key, value)
    if heading:
        document.add_heading(heading, level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def page(*paragraphs: str, head: str = "", heading: str = "Ferry line approved") -> bytes:
    """A web page with a menu, an article of these paragraphs, and a foot."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{heading}</h1>{body}</article><footer>All rights reserved</footer></body></html>"
    ).encode()
