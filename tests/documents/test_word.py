import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.documents.stories import STORY, reading, refusal, saved, word
from workbench.documents import Limits

DAMAGED = "x.docx is damaged or cut short. Save or download it anew and hand it in again"


def test_properties_give_the_fields_and_the_day_is_a_guess() -> None:
    made = word(*STORY, title="Ferry line", author="Ilse Brandt", created=datetime(2022, 3, 15, 9, 0))
    found = reading(made, "x.docx")
    assert (found.title, found.author, str(found.published)) == ("Ferry line", "Ilse Brandt", "2022-03-15")
    assert found.origins == {
        "title": "document properties",
        "author": "document properties",
        "published": "document properties, created",
    }
    assert found.guesses == ["published"]


def test_what_an_empty_template_says_of_itself_is_not_taken() -> None:
    found = reading(word(*STORY), "ferry.docx")
    assert (found.title, found.author, found.published, found.guesses) == ("ferry", None, None, ["title"])


def test_a_heading_is_the_title_and_leaves_the_text() -> None:
    found = reading(word(*STORY, heading="Ferry line approved"), "x.docx")
    assert (found.title, found.origins["title"], found.text) == ("Ferry line approved", "heading", "\n\n".join(STORY))


def test_tables_are_read_where_they_stand() -> None:
    document = Document()
    document.add_paragraph(STORY[0])
    table = document.add_table(2, 3)
    for place, words in enumerate(["Year", "Riders", "Boats", "2021", "431", ""]):
        table.cell(place // 3, place % 3).text = words
    table.cell(1, 1).merge(table.cell(1, 2))
    inner = table.cell(0, 0).add_table(1, 1)
    inner.cell(0, 0).text = "of sailing"
    document.add_paragraph(STORY[1])
    assert reading(saved(document), "x.docx").text == (
        f"{STORY[0]}\n\nYear of sailing | Riders | Boats\n2021 | 431\n\n{STORY[1]}"
    )


def test_a_later_heading_is_only_a_guess_at_the_title() -> None:
    document = Document()
    document.add_paragraph(STORY[0])
    document.add_heading("Background", level=1)
    document.add_paragraph(STORY[1])
    found = reading(saved(document), "ferry.docx")
    assert (found.title, found.guesses) == ("Background", ["title"])
    assert found.text == f"{STORY[0]}\n\nBackground\n\n{STORY[1]}"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (
            "<w:r><w:t>The </w:t></w:r><w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:r><w:t>line</w:t></w:r>",
            "The new line",
        ),
        ("<w:r><w:t>The</w:t></w:r><w:del><w:r><w:delText> old</w:delText></w:r></w:del>", "The"),
        ("<w:sdt><w:sdtContent><w:r><w:t>4.2 million</w:t></w:r></w:sdtContent></w:sdt>", "4.2 million"),
        ("<w:hyperlink><w:r><w:t>Linked</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>words</w:t></w:r>", "Linked words"),
        ("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t></w:r>", "One\ntwo-three"),
        (
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></w:pict><w:t>Beside</w:t></w:r>",
            "Beside\n\nBoxed",
        ),
    ],
)
def test_words_in_changes_controls_links_and_boxes_are_read(inside: str, text: str) -> None:
    plain = word("HERE")
    xml = unpacked(plain, "word/document.xml").decode().replace("<w:r><w:t>HERE</w:t></w:r>", inside)
    assert reading(repacked(plain, "word/document.xml", xml.encode()), "x.docx").text == text


def test_a_title_that_a_program_made_up_is_not_taken() -> None:
    assert reading(word(*STORY, title="Microsoft Word - ferry.doc"), "ferry.docx").origins["title"] == "file name"


def test_a_document_cut_short_or_torn_is_refused() -> None:
    whole = word(*STORY)
    assert refusal(whole[:-200], "x.docx") == DAMAGED
    assert refusal(repacked(whole, "word/document.xml", b"<w:document"), "x.docx") == DAMAGED
    assert refusal(repacked(whole, "_rels/.rels", b""), "x.docx") == DAMAGED


def test_a_document_without_words_is_refused() -> None:
    assert refusal(word(), "x.docx").startswith("x.docx holds no text")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = repacked(word(*STORY), "word/media/image1.png", bytes(20_000_000))
    assert len(bomb) < 100_000
    assert refusal(bomb, "x.docx", Limits(max_bytes=1_000_000)) == (
        "x.docx unpacked has 20.8 MB, and 5.0 MB is the most. Cut it in parts and hand these in"
    )


def test_entities_that_multiply_are_refused() -> None:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    assert refusal(declaring(f'<!ENTITY e0 "ha">{names}', "&e9;"), "x.docx") == DAMAGED


def test_entities_that_name_files_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    hostile = declaring(f'<!ENTITY f SYSTEM "{secret.as_uri()}">', "Vote &f; done")
    assert "secret" not in reading(hostile, "x.docx").text


def declaring(entities: str, words: str) -> bytes:
    """A document whose XML declares these entities and uses them in its only paragraph."""
    plain = word("HERE")
    xml = unpacked(plain, "word/document.xml").decode()
    hostile = xml.replace("<w:document", f"<!DOCTYPE w [{entities}]><w:document", 1).replace("HERE", words)
    return repacked(plain, "word/document.xml", hostile.encode())


def test_deep_nesting_is_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 5000
    xml = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{deep}'
    assert refusal(repacked(word("x"), "word/document.xml", xml.encode()), "x.docx") == DAMAGED


def unpacked(document: bytes, part: str) -> bytes:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return archive.read(part)


def repacked(document: bytes, part: str, content: bytes) -> bytes:
    """The document with one of its parts put in anew."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(document)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return held.getvalue()
