"""A small PDF writer: pages of words placed by hand, so that the tests can make the very layouts they read."""

from collections.abc import Iterable, Sequence

Word = tuple[float, float, str]
"""Points from the left and from the bottom of the page, and what stands there."""

LINE = 14
SIZE = 11


def column(lines: Iterable[str], left: float = 72, top: float = 720) -> list[Word]:
    """Lines under one another; an empty one leaves the gap of a paragraph."""
    return [(left, top - LINE * place, line) for place, line in enumerate(lines) if line]


def pdf(pages: Sequence[Sequence[Word]], info: str = "", trailer: str = "", extra: str = "") -> bytes:
    """A PDF of these pages in Helvetica 11. `extra` is drawn on every page, `trailer` added to the trailer."""
    streams = [_content(words, extra) for words in pages]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("latin-1"),
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return assemble(objects, trailer)


def assemble(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """The numbered objects with their cross-reference table; the first is the catalog, the fourth the properties."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    closing = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return bytes(out) + closing.encode("latin-1")


def _content(words: Sequence[Word], extra: str) -> bytes:
    parts = [extra] if extra else []
    for left, bottom, word in words:
        escaped = word.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        parts.append(f"BT /F1 {SIZE} Tf {left:g} {bottom:g} Td ({escaped}) Tj ET")
    return "\n".join(parts).encode("cp1252")


def nested(depth: int, times: int) -> bytes:
    """A small PDF whose page draws a form that draws a form …, each of them so many times: `times ** depth` lines."""
    streams = [b"/X Do " * times] * depth + [b"BT /F1 11 Tf 72 700 Td (The board voted) Tj ET"]
    page, *forms = [b"<< %s /Length %d >>\nstream\n%s\nendstream" % (b"%s", len(stream), stream) for stream in streams]
    resources = [b"/XObject << /X %d 0 R >>" % (8 + place) for place in range(depth - 1)] + [b"/Font << /F1 3 0 R >>"]
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << %s >>"
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /XObject << /X 7 0 R >> >> >>",
            page.replace(b"%s", b""),
            *(form.replace(b"%s", kind % its) for form, its in zip(forms, resources, strict=True)),
        ]
    )
