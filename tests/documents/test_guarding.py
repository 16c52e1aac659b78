import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.pdfs import column, nested, pdf
from tests.documents.stories import STORY, page, word
from workbench.documents import Limits, UnreadableError, read, read_guarded
from workbench.domain.article import Reading

QUICK = Limits(max_seconds=1)
SMALL = Limits(max_bytes=20_000, max_pages=5, max_characters=5_000)
WHOLE = {
    "a.txt": "\n\n".join(STORY).encode(),
    "a.html": page(*STORY),
    "a.docx": word(*STORY),
    "a.pdf": pdf([column(STORY)]),
}


@pytest.fixture
def nothing_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Temporary files would lie in this folder; neither they nor a child may be left, and a child there was."""
    started: list[subprocess.Popen[bytes]] = []

    class Recorded(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *args: Any, **options: Any) -> None:
            started.append(self)
            super().__init__(*args, **options)

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(subprocess, "Popen", Recorded)
    yield
    assert list(tmp_path.iterdir()) == []
    assert [child.returncode is not None for child in started] == [True]


@pytest.mark.usefixtures("nothing_left")
def test_a_file_that_takes_too_long_is_ended() -> None:
    begun = monotonic()
    with pytest.raises(UnreadableError, match=r"slow.pdf took longer than 1 seconds to read. Save it as plain text"):
        read_guarded(nested(depth=9, times=10), "slow.pdf", QUICK)
    assert monotonic() - begun < 4


@pytest.mark.usefixtures("nothing_left")
def test_what_is_refused_in_the_child_is_refused_alike() -> None:
    with pytest.raises(UnreadableError, match=r"x.pdf is damaged or cut short. Save or download it anew"):
        read_guarded(b"%PDF-1.7 torn", "x.pdf", Limits())


@pytest.mark.usefixtures("nothing_left")
def test_a_file_that_wants_too_much_memory_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.documents.guarding.CHILD", "tests.documents.greedy")
    with pytest.raises(UnreadableError, match=r"x.pdf needs more memory to read than a story may take"):
        read_guarded(WHOLE["a.pdf"], "x.pdf", Limits())


@pytest.mark.usefixtures("nothing_left")
def test_a_child_that_dies_is_a_file_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.documents.guarding.CHILD", "tests.documents.dying")
    with pytest.raises(UnreadableError, match=r"x.pdf needs more memory"):
        read_guarded(WHOLE["a.pdf"], "x.pdf", Limits())


@given(
    data=st.binary(max_size=400),
    name=st.sampled_from(["", "a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.jsonl", "a.jsonl.gz"]),
)
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    hold(data, name)


@given(st.sampled_from(sorted(WHOLE)), st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_damage_to_a_file_is_read_or_refused(name: str, draw: st.DataObject) -> None:
    data = bytearray(WHOLE[name])
    for _ in range(draw.draw(st.integers(1, 8))):
        place = draw.draw(st.integers(0, len(data) - 1))
        data[place] = draw.draw(st.integers(0, 255))
    hold(bytes(data[: draw.draw(st.integers(1, len(data)))]), name)


def hold(data: bytes, name: str) -> None:
    """The law of the door: a reading within the limits, or one sentence, and never anything else."""
    try:
        found = list(read(data, name, SMALL))
    except UnreadableError as error:
        found = [error]
    for item in found:
        if isinstance(item, Reading):
            assert 0 < len(item.text) <= SMALL.max_characters
            assert item.title
        else:
            assert 0 < len(str(item)) < 400
            assert "\n" not in str(item)
