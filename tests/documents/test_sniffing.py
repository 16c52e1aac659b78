import tomllib
import zipfile
from io import BytesIO
from pathlib import Path
from time import monotonic

import pytest

from tests.documents.pdfs import column, pdf
from tests.documents.stories import LIMITS, STORY, page, reading, refusal, word
from workbench.documents import Limits, UnreadableError, read
from workbench.documents.sniffing import Format, sniff

CASES = tomllib.loads(Path(__file__).with_name("refusals.toml").read_text())["case"]
LINE = b'{"text": "The board voted 5 to 4."}'


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_file_that_cannot_be_read_gets_one_sentence(case: dict[str, str]) -> None:
    data = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()
    assert refusal(data, case["name"]) == case["says"]


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (pdf([column(STORY)]), "story.txt", Format.PDF),
        (word(*STORY), "story.pdf", Format.DOCX),
        (page(*STORY), "story.txt", Format.HTML),
        (page(*STORY), "", Format.HTML),
        (b"Plain words", "story.xyz", Format.TEXT),
        (b"# Words", "README.MD", Format.MARKDOWN),
        (LINE, "-", Format.JSONL),
        (LINE, "stories.JSONL", Format.JSONL),
        (b'{"title": "no text in it"}', "-", Format.TEXT),
        (b"<p>Half a page</p>", "part.html", Format.HTML),
    ],
)
def test_content_is_believed_before_the_name(data: bytes, name: str, kind: Format) -> None:
    assert sniff(data, name) is kind


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("xl/workbook.xml", "is a spreadsheet"),
        ("ppt/presentation.xml", "is a set of slides"),
        ("content.xml", "is an OpenDocument file"),
        ("photo.png", "is a packed archive"),
    ],
)
def test_other_packed_files_are_named(inside: str, told: str) -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(inside, "x")
    assert (
        refusal(held.getvalue(), "file.docx")
        == f"file.docx {told}. Hand it in as .txt, .md, .html, .docx, .pdf or .jsonl"
    )


def test_a_locked_word_document_is_told_from_an_old_one() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    locked = ole + "EncryptedPackage".encode("utf-16-le")
    assert (
        refusal(locked, "budget.docx") == "budget.docx is locked with a password. Save it without and hand it in again"
    )
    assert "old Office format" in refusal(ole + "WordDocument".encode("utf-16-le"), "budget.doc")


def test_a_file_over_the_limit_is_refused_by_its_size() -> None:
    assert refusal(b"x" * 1001, "big.txt", Limits(max_bytes=1000)) == (
        "big.txt has 1,001 bytes, and 1,000 bytes is the most. Cut it in parts and hand these in"
    )


@pytest.mark.parametrize("name", ["long.txt", "long.md", "long.html", "long.docx"])
def test_a_text_over_the_limit_is_refused_by_its_length(name: str) -> None:
    long = "word after word " * 20
    data = {"html": page(long), "docx": word(long)}.get(name[5:], long.encode())
    assert "characters, and 200 is the most. Cut it in parts" in refusal(data, name, Limits(max_characters=200))


def test_comments_before_a_page_are_passed_over_in_time() -> None:
    assert sniff(b"<!-- a --><!-- b -->\n<!doctype html><p>x", "") is Format.HTML
    begun = monotonic()
    assert sniff(b"<!---->" * 1000 + b"x", "") is Format.TEXT
    assert monotonic() - begun < 1


def test_a_long_name_is_shown_with_its_middle_left_out() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(b"", "a" * 5000 + ".txt", LIMITS)
    assert len(str(caught.value)) < 250


def test_a_name_longer_than_can_be_kept_loses_its_start() -> None:
    assert reading(b"Some words.", "a" * 5000 + ".txt").original.name.endswith("aaa.txt")
