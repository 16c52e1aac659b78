"""The page: what it shows, that nothing in it runs or is fetched, and that marks keep the words."""

import pytest

from tests.reports.odd import LONG, MARKUP, RIGHT_TO_LEFT, odd_report
from tests.reports.pages import read
from tests.stories import PEOPLE, SNAPSHOT, TEXT, TITLE, checked, claim, rate, report, story, tram_story
from workbench.reports import write

TRAM = report(tram_story())
BARE = report(story(author=None, publisher=None, published=None, url=None, guesses=[]))


@pytest.fixture(scope="module")
def tram():
    return read(write(TRAM, "html"))


@pytest.fixture(scope="module")
def odd():
    return read(write(odd_report(), "html"))


def test_marks_hold_the_words_of_each_claim_to_the_letter(tram):
    assert tram.marked == {c.claim.number: c.claim.text for c in TRAM.story.claims}


def test_marks_tell_the_rating_of_each_claim(tram):
    assert tram.ratings == {c.claim.number: c.standing.shown for c in TRAM.story.claims}


def test_numbers_stand_behind_the_words_with_a_sign_where_the_claim_is_in_the_way(tram):
    assert tram.superscripts == ["1○", "3", "4", "5▲,\u20092", "6", "8", "7≠", "9○", "10○"]


def test_every_number_leads_to_its_claim_and_back(tram):
    ids = tram.attributes("id")
    targets = tram.attributes("href")
    assert len(ids) == len(set(ids))
    assert targets
    assert {target.removeprefix("#") for target in targets} <= set(ids)


def test_the_whole_audit_trail_is_on_the_page(tram):
    for said in (
        "May this run?Not yet5 of 10 claims stand in the way",
        "£4.2 million tram line",
        "GBP 4,200,000",
        "− refutes",
        "goes back to the treasurer",
        "paragraph 9",
        "… at a cost of £4.6 million",
        "The minutes say £4.6 million.",
        "Concurring",
        "15 March 2022, 12:09 UTC, Tomás Ferreira: disputed (taken back since): The calendar says Tuesday.",
        "en_core_web_sm 3.8.0, spaCy 3.8.7, rules 1",
        TRAM.story.original.name,
        TRAM.story.original.sha256,
        TRAM.story.revision.sha256,
        f"workbench audit verify --seal {TRAM.seal}",
    ):
        assert said in tram.text


def test_headings_go_down_one_step_at_a_time(tram):
    assert tram.headings[0] == 1
    assert tram.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(tram.headings, tram.headings[1:], strict=False))


def test_the_page_says_its_language_and_title(tram):
    assert ("html", {"lang": "en"}) in tram.tags
    assert f"Audit report: {TITLE}" in tram.text


@pytest.mark.parametrize("name", ["tram", "odd"])
def test_nothing_runs_and_nothing_is_fetched(name, request):
    page = request.getfixturevalue(name)
    tags = {tag for tag, _ in page.tags}
    assert page.balanced
    assert not tags & {"script", "img", "link", "iframe", "object", "form", "input"}
    assert not page.attributes("src")
    assert all(target.startswith("#") for target in page.attributes("href"))
    assert not [key for _, attributes in page.tags for key in attributes if key.startswith("on")]


def test_the_style_asks_for_nothing_from_elsewhere():
    style = write(odd_report(), "html").decode().split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_text_is_shown_as_it_is(odd):
    assert odd.marked[1] == MARKUP
    assert odd.marked[2] == RIGHT_TO_LEFT
    assert odd.marked[3] == MARKUP + RIGHT_TO_LEFT
    assert odd.marked[4] == "&"
    assert LONG in odd.text
    assert "javascript:alert(3)" in odd.text
    assert "{{ 7*7 }}" in odd.text


def test_a_story_without_claims_author_or_day_says_so():
    page = read(write(BARE, "html"))
    for said in ("Nothing checked", "No claims found in this story.", "No author named", "no day of publication"):
        assert said in page.text
    assert page.balanced


def test_an_untitled_story_and_an_example_say_so():
    page = read(write(report(story(title="", is_example=True)), "html"))
    assert "Untitled story" in page.text
    assert "An example to try the desk on." in page.text


def test_a_title_put_right_later_is_told_beside_the_one_that_was_checked():
    told = read(write(report(story(title=TITLE).model_copy(update={"article": story(title="Other").article})), "html"))
    assert "Title now" in told.text
    assert TITLE in told.text


def test_a_pasted_story_has_no_empty_place_where_others_name_their_file():
    bare = story(came_from="")
    pasted = bare.model_copy(update={"original": bare.original.model_copy(update={"name": ""})})
    assert read(write(report(pasted), "html")).text.count("pasted text") == 2


def test_a_ready_story_shows_no_sign_in_the_text():
    page = read(write(report(story(checked(claim("7 kilometres", within=TEXT), rate("verified")))), "html"))
    assert page.superscripts == ["1"]
    assert "Ready to run" in page.text


def test_each_state_is_told_by_a_line_a_sign_and_a_word(tram):
    for line in ("line ✓ verified", "double ◆ sourced", "wave ▲ disputed", "dashes ≠ contested", "dots ○ open"):
        assert line in tram.text


def test_the_person_who_made_it_stands_in_the_kicker():
    assert (
        "made 15 March 2022, 13:00 UTC by Tomás Ferreira"
        in read(write(report(tram_story(), made_by=PEOPLE[2]), "html")).text
    )


def test_a_kept_page_is_printed_with_its_whole_hash_and_a_dead_link_says_so():
    page = write(TRAM, "html").decode()
    assert f"SHA-256 {SNAPSHOT.sha256}" in page and "text/html, 4 bytes" in page
    assert "The link is dead since" in page and ">404<" in page
