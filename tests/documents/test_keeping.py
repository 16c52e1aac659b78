import pytest

from tests.documents.pdfs import column, pdf
from tests.documents.stories import STORY
from workbench.documents import Limits, UnreadableError, name_of, read_kept

QUICK = Limits(max_bytes=200_000, max_seconds=20)
PAGE = b"""<!doctype html><html><head><title>Port log</title><style>b{}</style></head><body>
<nav>Home About</nav><script>document.title = 'run'</script>
<h1>Traffic</h1><p>On Monday <b>31</b> ships
came.<!-- hidden --></p><div hidden>secret</div><noscript>no</noscript>
<table><tr><th>Ship</th><th>Tons</th></tr><tr><td>Ada</td><td>4,000</td></tr></table>
<aside>A note at the side</aside></body></html>"""


def test_a_page_is_kept_whole_with_its_tables_and_margins():
    read = read_kept(PAGE, "log", QUICK, media_type="text/html; charset=utf-8")
    assert (read.media_type, read.title) == ("text/html", "Port log")
    assert read.text.split("\n\n") == [
        "Traffic",
        "On Monday 31 ships came.",
        "Ship | Tons",
        "Ada | 4,000",
        "A note at the side",
    ]


def test_a_pdf_and_a_text_are_read():
    paper = read_kept(pdf([column(STORY)]), "minutes.pdf", QUICK)
    assert paper.media_type == "application/pdf" and STORY[1][:40] in " ".join(paper.text.split())
    note = read_kept("Tally\n\n31 ships\n".encode("utf-16"), "note.txt", QUICK)
    assert note.media_type == "text/plain" and "31 ships" in note.text


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "photo.html", "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "photo", "image/jpeg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "x.svg", "text/plain"),
        (b"PK\x03\x04" + bytes(40), "table.xlsx", "application/octet-stream"),
        (b"%PDF-1.7 and then nothing", "torn.pdf", "application/pdf"),
        (b"ID3" + bytes(40), "talk.mp3", "application/octet-stream"),
        (b"<!doctype html><html><body><script>1</script></body></html>", "empty.html", "text/html"),
        (b'{"text": "31 ships"}\n', "lines.jsonl", "text/plain"),
    ],
)
def test_what_holds_no_text_is_kept_by_its_own_look(data, name, media_type):
    assert read_kept(data, name, QUICK).media_type == media_type


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "is empty"), (b"x" * 200_001, "200,000 bytes|0.2 MB"), (b"\x7fELF" + bytes(60), "is a program")],
)
def test_what_can_not_be_kept_is_refused(data, says):
    with pytest.raises(UnreadableError, match=says):
        read_kept(data, "file", QUICK)


def test_a_page_nested_too_deep_takes_nothing_down():
    read = read_kept(b"<html><body>" + b"<div>" * 20_000 + b"31 ships", "deep.html", QUICK)
    assert read.media_type == "text/html"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/x/log%20book.html?q=1", "log book.html"),
        ("https://a.example/", "a.example"),
        ("https://a.example/a%00%e2%80%aeb", "a b"),
    ],
)
def test_a_page_is_named_by_its_address(url, name):
    assert name_of(url) == name
