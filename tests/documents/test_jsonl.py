import gzip
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.documents.stories import LIMITS
from workbench.documents import Limits, UnreadableError, read, read_guarded
from workbench.domain.article import Reading

CASES = tomllib.loads(Path(__file__).with_name("jsonl.toml").read_text())["case"]
ABSENT = {"outside_id": None, "title": "Untitled", "published": None, "url": None, "author": None, "publisher": None}
GOOD = b'{"id": "g", "text": "The board voted 5 to 4."}'


def outcome(data: bytes, limits: Limits = LIMITS, name: str = "a.jsonl") -> list[str]:
    """The id of each story and the sentence of each refused line, in order."""
    return [
        str(item) if isinstance(item, UnreadableError) else str(item.outside_id) for item in read(data, name, limits)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_line(case: dict[str, Any]) -> None:
    (found,) = read(case["line"].replace("\n", "\\n").encode(), "a.jsonl", LIMITS)
    if "says" in case:
        assert str(found) == case["says"]
        return
    assert isinstance(found, Reading)
    assert found.model_dump(include=set(ABSENT)) == ABSENT | case["fields"]
    assert found.text == case.get("text", "The board voted.")


def test_a_bad_line_is_named_and_the_rest_goes_on() -> None:
    data = b"\n".join([GOOD, b"", b"{not json", b'{"text": "\xff"}', GOOD])
    assert outcome(data) == [
        "g",
        "a.jsonl, line 3, is no JSON object (at character 2). Write one whole object a line",
        "a.jsonl, line 4, is not in UTF-8 from byte 11 on. Write it in UTF-8",
        "g",
    ]


def test_the_original_is_the_line_without_its_end() -> None:
    (found,) = read(b"\xef\xbb\xbf" + GOOD + b"\r\n", "a.jsonl", LIMITS)
    assert isinstance(found, Reading)
    assert (found.original.data, found.original.media_type) == (b"\xef\xbb\xbf" + GOOD, "application/json")


@pytest.mark.parametrize(
    "line", [b"[" * 100_000, b'{"text": ' + b"[" * 100_000, b'{"id": ' + b"9" * 9_000 + b', "text": "x"}']
)
def test_what_nests_or_counts_too_deep_is_refused(line: bytes) -> None:
    first, second = outcome(line + b"\n" + GOOD)
    assert first.startswith("a.jsonl, line 1, ")
    assert second == "g"


def test_a_line_over_the_limit_is_refused_and_the_next_is_read() -> None:
    long = json.dumps({"text": "word " * 400}).encode()
    assert outcome(long + b"\n" + GOOD, Limits(max_bytes=1000)) == [
        "a.jsonl, line 1, has more than 1,000 bytes, the most for a story. Cut it in parts",
        "g",
    ]
    assert "characters, and 900 is the most" in outcome(long, Limits(max_characters=900))[0]


def test_a_packed_archive_is_read_and_may_have_several_members() -> None:
    data = gzip.compress(GOOD + b"\n" + GOOD[:10]) + gzip.compress(GOOD[10:] + b"\n")
    assert outcome(data, name="a.jsonl.gz") == ["g", "g"]


def test_a_packed_archive_that_was_cut_short_gives_what_it_holds() -> None:
    lines = b"\n".join(b'{"id": %d, "text": "The board voted %d times."}' % (n, n * n) for n in range(9000))
    packed = gzip.compress(lines)
    *stories, last = outcome(packed[: len(packed) // 2], name="a.jsonl.gz")
    assert stories == [str(n) for n in range(len(stories))]
    assert len(stories) > 1000
    assert last.endswith("is damaged or cut short. Save or download it anew and hand it in again")


def test_a_bomb_is_stopped() -> None:
    bomb = gzip.compress(bytes(10_000_000))
    *_, last = outcome(bomb, Limits(max_bytes=100_000), "a.jsonl.gz")
    assert last == "a.jsonl.gz, after line 0, unpacks to more than 2,000,000 bytes. Cut it in parts"


@pytest.mark.parametrize("how", [read, read_guarded])
def test_an_archive_streams(how: Any) -> None:
    stories = how(b"\n".join([GOOD] * 20_000), "a.jsonl", LIMITS)
    assert isinstance(stories, Iterator)
    assert isinstance(next(stories), Reading)


def test_an_archive_may_be_larger_than_a_story() -> None:
    assert outcome(b"\n".join([GOOD] * 30), Limits(max_bytes=100)) == ["g"] * 30
    with pytest.raises(UnreadableError, match=r"a.jsonl has 2,349 bytes, and 2,000 bytes is the most"):
        read(b"\n".join([GOOD] * 50), "a.jsonl", Limits(max_bytes=100))
