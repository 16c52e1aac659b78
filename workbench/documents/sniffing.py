"""What a file really is: its first bytes are believed before its name."""

import json
import re
import zipfile
from enum import StrEnum
from io import BytesIO

from workbench.documents.unreadable import DAMAGED, EMPTY, LOCKED, READABLE, UnreadableError


class Format(StrEnum):
    """The formats that can be read; the value is the media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"
    JSONL = "application/jsonl"


_BY_ENDING = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".jsonl.gz": Format.JSONL,
}
_BY_MEDIA_TYPE = {kind.value: kind for kind in Format} | {
    "application/xhtml+xml": Format.HTML,
    "application/x-ndjson": Format.JSONL,
}
_OTHERS = (
    (
        rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*|BM.{4}\0\0\0\0|....ftyp(heic|avif|mif1)",
        "is a picture",
    ),
    (rb"\{\\rtf", "is a Rich Text file"),
    (rb"\x1f\x8b", "is a packed archive"),
    (rb"7z\xbc\xaf|Rar!|BZh|\xfd7zXZ", "is a packed archive"),
    (rb"ID3|OggS|fLaC|RIFF....WAVE|\xff[\xfb\xf3\xf2]|....ftyp|\x1aE\xdf\xa3", "is a recording of sound or film"),
    (rb"MZ.{58}|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", "is a program"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE_TOP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*+<(?:!doctype\s+html|html[\s>])",
    re.I | re.S,
)
_TAG = re.compile(rb"<\0?[a-z!]", re.IGNORECASE)
_PACKED_NAMES = {"word/document.xml": Format.DOCX}
_OTHER_PACKED = {
    "xl/workbook.xml": "is a spreadsheet",
    "ppt/presentation.xml": "is a set of slides",
    "content.xml": "is an OpenDocument file",
    "META-INF/container.xml": "is an e-book",
}


def sniff(data: bytes, name: str, media_type: str | None = None) -> Format:
    """The format to read these bytes as; UnreadableError where they are none, or not what the name says.

    Unmistakable content wins: a PDF named .txt is read as the PDF it is. A name that promises a format which the
    bytes do not hold is refused, since what is inside then was not meant. Without either, it is plain text.
    """
    promised = _promised(name, media_type)
    if not data.strip():
        raise UnreadableError(name, EMPTY)
    seen = _seen(data, name, promised)
    if seen or promised not in (Format.PDF, Format.DOCX, Format.HTML):
        return seen or promised or Format.TEXT
    if promised is Format.HTML:
        if _TAG.search(data[:65_536]):
            return Format.HTML
        raise UnreadableError(name, "is named as a web page and holds none. If it is plain text, name it .txt")
    kind = "a PDF" if promised is Format.PDF else "a Word document (.docx)"
    raise UnreadableError(
        name, f"is named as {kind} and is none, or its start is missing. Save it anew and hand it in again"
    )


def _promised(name: str, media_type: str | None) -> Format | None:
    lower = name.lower()
    for ending, kind in _BY_ENDING.items():
        if lower.endswith(ending):
            return kind
    return _BY_MEDIA_TYPE.get((media_type or "").partition(";")[0].strip().lower())


def _seen(data: bytes, name: str, promised: Format | None) -> Format | None:
    if data.startswith(b"%PDF-") or (promised is Format.PDF and b"%PDF-" in data[:1024]):
        return Format.PDF
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, name)
    if data.startswith(_OLE):
        raise UnreadableError(name, _ole_problem(data))
    if data.startswith(b"\x1f\x8b") and (promised is Format.JSONL or name.lower().endswith(".gz")):
        return Format.JSONL
    for pattern, problem in _OTHERS:
        if re.match(pattern, data, re.DOTALL):
            raise UnreadableError(name, f"{problem}. {READABLE}")
    if promised is not Format.MARKDOWN and _PAGE_TOP.match(data[:8192]):
        return Format.HTML
    return Format.JSONL if promised in (None, Format.TEXT) and _is_story_line(data) else None


def _packed(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception as error:  # zipfile lets through what struct, zlib and the codecs raise
        raise UnreadableError(name, DAMAGED) from error
    for inside, kind in _PACKED_NAMES.items():
        if inside in names:
            return kind
    problem = next((told for inside, told in _OTHER_PACKED.items() if inside in names), "is a packed archive")
    raise UnreadableError(name, f"{problem}. {READABLE}")


def _ole_problem(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return LOCKED
    return "is in an old Office format. Save it as .docx and hand that in"


def _is_story_line(data: bytes) -> bool:
    """Whether the first line is a JSON object with a text: standard input has no name that could say so."""
    line = data.lstrip()[:2_000_000].split(b"\n", 1)[0]
    if not line.startswith(b"{"):
        return False
    try:
        story = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(story, dict) and isinstance(story.get("text"), str)
