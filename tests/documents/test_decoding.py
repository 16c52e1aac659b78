import pytest

from tests.documents.stories import page, reading
from workbench.documents.decoding import decode

ENGLISH = "The ferry costs €4.2 million – “half of it” is paid by Göteborg’s region."
POLISH = "Wałęsa powiedział w środę, że zażółć gęślą jaźń kosztuje 13,6 miliarda złotych, a sąd się zgodził. " * 4
RUSSIAN = "Совет одобрил новую паромную линию во вторник, и первое судно выйдет в море в июне этого года. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert reading(ENGLISH.encode(encoding), "ferry.txt").text == ENGLISH


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_decides(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "cp1250"),
        ("Wałęsa powiedział prawdę w Gdańsku, a sąd ją potwierdził. ", "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_other_single_byte_encodings_are_found_by_their_words(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_square_metres_are_western() -> None:
    assert decode("The hall has 4,200 m² and 31,000 m³ – “huge”.".encode("cp1252")) == (
        "The hall has 4,200 m² and 31,000 m³ – “huge”."
    )


def test_what_the_server_says_goes_before_what_the_page_says() -> None:
    said = page("Wałęsa spoke in Gdańsk for 40 minutes on Tuesday, and then left.").decode().encode("cp1250")
    assert "Wałęsa" in reading(said, "", media_type="text/html; charset=windows-1250").text


def test_a_page_says_its_own_encoding() -> None:
    said = page("Wałęsa spoke in Gdańsk for 40 minutes.").replace(b"utf-8", b"iso-8859-2")
    assert "Wałęsa spoke in Gdańsk" in reading(said.decode().encode("iso-8859-2"), "speech.html").text


def test_latin_1_is_read_as_windows_1252_as_browsers_do() -> None:
    assert decode(b"\x934.2\x94 \x80", "iso-8859-1") == "“4.2” €"


@pytest.mark.parametrize("label", ["zlib", "rot13", "unicode_escape", "utf-7", "idna", "no-such-thing", "x" * 40])
def test_no_codec_but_those_of_texts_is_ever_run(label: str) -> None:
    assert decode(b"+ADw- \\u0041 plain", label) == "+ADw- \\u0041 plain"


def test_one_torn_character_far_into_a_long_text_does_not_change_its_encoding() -> None:
    text = "naïve café " * 9000
    assert decode(text.encode() + b"\xc3 end") == text + "\ufffd end"


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 400])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decode(data) is None
