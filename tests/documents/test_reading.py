import hashlib
import subprocess
import sys
from textwrap import wrap

import pytest

from tests.documents.pdfs import column, pdf
from tests.documents.stories import LIMITS, STORY, page, reading, word
from workbench.documents import read, read_guarded

FILES = {
    "story.txt": "\n\n".join(STORY).encode(),
    "story.md": "\n\n".join(STORY).encode(),
    "story.html": page(*STORY),
    "story.docx": word(*STORY),
    "story.pdf": pdf([column([*wrap(STORY[0], 50), "", *wrap(STORY[1], 50)])]),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_the_same_paragraphs(name: str) -> None:
    assert reading(FILES[name], name).text == "\n\n".join(STORY)


@pytest.mark.parametrize("name", FILES)
def test_a_guarded_reading_is_the_same(name: str) -> None:
    assert list(read_guarded(FILES[name], name, LIMITS)) == list(read(FILES[name], name, LIMITS))


@pytest.mark.parametrize("name", FILES)
def test_the_original_is_kept_to_the_byte(name: str) -> None:
    original = reading(FILES[name], name).original
    assert (original.data, original.size, original.name) == (FILES[name], len(FILES[name]), name)
    assert original.sha256 == hashlib.sha256(FILES[name]).hexdigest()


def test_the_address_of_a_fetched_page_is_kept() -> None:
    fetched = reading(page(*STORY), "", media_type="text/html; charset=utf-8", url="https://news.example/ferry")
    assert (fetched.url, fetched.origins["url"]) == ("https://news.example/ferry", "address")


def test_importing_the_craft_loads_no_reader() -> None:
    heavy = "{'trafilatura', 'lxml', 'pypdfium2', 'docx', 'httpx', 'httpcore', 'charset_normalizer', 'markdown_it'}"
    code = f"import sys; from workbench.documents import read, fetch, clean; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
