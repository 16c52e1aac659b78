from textwrap import wrap

import pytest

from tests.documents.pdfs import LINE, assemble, column, pdf
from tests.documents.stories import STORY, reading, refusal
from workbench.documents import Limits

PROSE = (
    "The harbour board approved a new ferry line on Tuesday, and the first boat will sail in June. ",
    "The line costs 4.2 million euros, half of it paid by the region, said its chair, Ilse Brandt. ",
    "Unions asked for a second crew on every boat, which would add 310,000 euros a year to the bill.",
)
LEFT = wrap("".join(PROSE), 38)
RIGHT = wrap("".join(reversed(PROSE)), 38)
IMAGE = "q 500 0 0 600 50 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"


def text_of(*pages: list[tuple[float, float, str]]) -> str:
    return reading(pdf(pages), "x.pdf").text


def test_lines_become_paragraphs_again() -> None:
    lines = [*wrap(PROSE[0] + PROSE[1], 60), "", *wrap(PROSE[2], 60)]
    assert text_of(column(lines)) == f"{(PROSE[0] + PROSE[1]).strip()}\n\n{PROSE[2]}"


def test_an_indented_line_starts_a_paragraph() -> None:
    first, second = wrap("".join(PROSE), 60), wrap("".join(PROSE), 60)
    indented = [(90.0, 720.0 - LINE * len(first), second[0])]
    rest = column(second[1:], top=720 - LINE * (len(first) + 1))
    assert text_of(column(first) + indented + rest) == f"{''.join(PROSE)}\n\n{''.join(PROSE)}"


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = wrap("".join(PROSE), 60)
    assert text_of(column(lines[:2]), column(lines[2:])) == "".join(PROSE)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The Senate approved a new inter-", "national aid package on Thursday."], "a new international aid"),
        (["A 64-year-old won, and then a 70-", "year-old won as well on Thursday."], "a 70-year-old won"),
        (
            ["The well-known mayor met the well-", "known minister of the interior there."],
            "met the well-known minister",
        ),
        (["She met the leader of the non-", "European parties there on Thursday."], "the non-European parties"),
    ],
)
def test_words_cut_at_line_ends_are_joined(lines: list[str], text: str) -> None:
    assert text in text_of(column(lines))


def test_two_columns_are_read_one_after_the_other() -> None:
    assert text_of(column(LEFT) + column(RIGHT, 330)) == f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}"


def test_columns_that_the_file_draws_row_by_row_are_read_down() -> None:
    rows = [word for pair in zip(column(LEFT), column(RIGHT, 330), strict=True) for word in pair]
    assert text_of(rows) == f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}"


def test_a_line_across_both_columns_parts_them() -> None:
    wide = "Ferry line approved by the harbour board after nine years of talks with the region"
    page = column([wide]) + column(LEFT, top=690) + column(RIGHT, 330, top=690)
    assert text_of(page).split("\n\n")[-2:] == [" ".join(LEFT), " ".join(RIGHT)]
    assert text_of(page).startswith(wide)


def test_a_table_is_read_across() -> None:
    cells = [(72 + 150 * place, 700 - LINE * row, f"{row}.{place}") for row in range(5) for place in range(3)]
    assert (
        text_of(column(LEFT, top=600) + [(left, bottom, word) for left, bottom, word in cells]).count("0.0 0.1 0.2")
        == 1
    )


def test_running_heads_and_page_numbers_are_no_part_of_the_story() -> None:
    def numbered(number: int) -> list[tuple[float, float, str]]:
        words = [f"On day {number} the board met again and heard {number * 7} people speak about the ferry.", PROSE[0]]
        return [(72, 760, "HARBOUR POST"), *column(words), (280, 40, f"Page {number} of 4")]

    text = text_of(*(numbered(n) for n in range(1, 5)))
    assert "HARBOUR" not in text
    assert "Page" not in text
    assert [text.count(f"On day {n} ") for n in range(1, 5)] == [1, 1, 1, 1]


def test_lines_that_recur_in_the_story_itself_stay() -> None:
    lines = wrap("".join(PROSE), 60)
    assert text_of(column(lines), column(lines)).count("310,000 euros a year to the bill.") == 2


def test_a_table_within_a_column_is_read_across() -> None:
    cells = [(72.0 + 60 * place, 500.0 - LINE * row, f"{row}{place}9") for row in range(3) for place in range(3)]
    text = text_of(column(LEFT) + cells + column(RIGHT, 330) + column(RIGHT, 330, top=560))
    assert "009 019 029" in text
    assert text.partition("029")[2].count(RIGHT[0]) == 2


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    text = text_of(column([*LEFT, *LEFT[:4]]) + column([*LEFT[4:], *LEFT], 330))
    assert text.replace("\n\n", " ") == " ".join(LEFT * 3)
    assert f"{LEFT[3]} {LEFT[4]}" in text


def test_the_heading_of_a_single_page_stays() -> None:
    assert "Ferry line approved" in text_of([(72, 740, "Ferry line approved"), *column(LEFT)])


def test_large_letters_on_top_are_a_guess_at_the_title() -> None:
    large = "BT /F1 20 Tf 72 750 Td (Ferry line approved) Tj ET"
    found = reading(pdf([column(wrap("".join(PROSE), 60))], extra=large), "ferry.pdf")
    assert (found.title, found.origins["title"], found.guesses) == ("Ferry line approved", "heading", ["title"])
    assert found.text == "".join(PROSE)


def test_properties_give_the_fields_and_the_day_is_a_guess() -> None:
    info = "/Title (Ferry line) /Author (Ilse Brandt) /CreationDate (D:20220315233000-05'00')"
    found = reading(pdf([column(STORY)], info), "x.pdf")
    assert (found.title, found.author, str(found.published)) == ("Ferry line", "Ilse Brandt", "2022-03-15")
    assert found.guesses == ["published"]
    assert found.origins["published"] == "document properties, created"


@pytest.mark.parametrize("title", ["Microsoft Word - ferry.docx", "untitled", "ferry_v3.indd"])
def test_a_title_that_a_program_made_up_is_not_taken(title: str) -> None:
    assert reading(pdf([column(STORY)], f"/Title ({title})"), "ferry.pdf").origins["title"] == "file name"


def test_a_scan_says_so() -> None:
    told = "minutes-scan.pdf holds pictures of pages, no text. Run it through text recognition and hand it in again"
    assert refusal(pdf([[(500, 20, "1")]] * 2, extra=IMAGE), "minutes-scan.pdf") == told


def test_a_picture_beside_words_is_no_scan() -> None:
    assert PROSE[0].strip() in reading(pdf([column(wrap("".join(PROSE), 60))], extra=IMAGE), "x.pdf").text


def test_blank_pages_hold_no_text() -> None:
    assert refusal(pdf([[], []]), "x.pdf").startswith("x.pdf holds no text")


def test_a_locked_file_says_so() -> None:
    lock = f"<{'5a' * 32}>"
    data = pdf(
        [column(STORY)],
        trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {lock} /U {lock} /P -4 >> /ID [<00> <00>]",
    )
    assert refusal(data, "budget.pdf") == "budget.pdf is locked with a password. Save it without and hand it in again"


def test_too_many_pages() -> None:
    told = "x.pdf has 4 pages, and 3 is the most. Cut it in parts and hand these in"
    assert refusal(pdf([column(STORY)] * 4), "x.pdf", Limits(max_pages=3)) == told


def test_too_many_characters() -> None:
    assert "characters, and 50 is the most" in refusal(pdf([column(STORY)]), "x.pdf", Limits(max_characters=50))


def test_a_file_cut_short_is_refused_or_read_as_far_as_it_is_whole() -> None:
    whole = pdf([column(STORY)] * 3)
    assert (
        refusal(whole[:300], "x.pdf") == "x.pdf is damaged or cut short. Save or download it anew and hand it in again"
    )


def test_pages_that_go_round_in_circles_end() -> None:
    loop = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
        b"<< >>",
        b"<< >>",
    ]
    assert refusal(assemble(loop), "x.pdf").startswith("x.pdf ")
