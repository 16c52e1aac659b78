from datetime import date

import pytest

from workbench.documents import Limits
from workbench.domain.article import Reading
from workbench.services import handing

TEXT = "Harbour full\n\nThe harbour counted 31 ships on Monday."


def only(handed):
    (reading,) = handed
    assert isinstance(reading, Reading)
    return reading


def test_a_pasted_text_reads_its_own_first_lines():
    reading = only(handing.read_paste(Limits(), f"March 15, 2022\n\n{TEXT}"))
    assert (reading.title, reading.published) == ("Harbour full", date(2022, 3, 15))
    assert reading.text == "The harbour counted 31 ships on Monday."


def test_what_is_given_with_a_pasted_text_goes_before_what_it_says():
    reading = only(handing.read_paste(Limits(), f"March 15, 2022\n\n{TEXT}", " Ships\x00 in ", date(2022, 3, 16)))
    assert (reading.title, reading.published) == ("Ships in", date(2022, 3, 16))
    assert reading.origins["title"] == reading.origins["published"] == "by hand"
    assert reading.guesses == []


def test_a_file_is_called_as_its_name_reads():
    reading = only(handing.read_upload(Limits(), TEXT.encode(), "harbour\u202etxt.exe.txt"))
    assert reading.original.name == "harbourtxt.exe.txt"


@pytest.mark.parametrize(
    ("name", "says"),
    [("{0}/none.txt", "can't be read: no such file"), ("{0}", "is a folder"), ("{0}/empty.txt", "empty")],
)
def test_what_a_command_line_names_is_read_or_refused_in_a_sentence(tmp_path, name, says):
    (tmp_path / "empty.txt").write_bytes(b"")
    (error,) = handing.read_named(Limits(), name.format(tmp_path))
    assert says in str(error) and "\n" not in str(error)


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path):
    (tmp_path / "large.txt").write_text("words " * 1000)
    (error,) = handing.read_named(Limits(max_bytes=100), str(tmp_path / "large.txt"))
    assert "large.txt" in str(error) and "100" in str(error)


def test_an_address_inside_this_network_is_refused():
    (error,) = handing.read_address(Limits(), "http://127.0.0.1:8501/")
    assert "inside this network" in str(error)
