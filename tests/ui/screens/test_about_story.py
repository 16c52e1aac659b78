"""The dialog over a story: its fields, where each came from, and its withdrawal."""

from streamlit.testing.v1 import AppTest

from tests.making import reading
from tests.ui.screens.conftest import press, words
from workbench.services import correcting, importing, viewing
from workbench.ui.wires import Wires


def opened(article: int) -> AppTest:
    """The dialog alone: the harness reruns whole scripts, and a dialog lives only as long as nothing else runs."""

    def script(article: int) -> None:
        from workbench.ui.screens import about_story

        about_story.show(article)

    return AppTest.from_function(script, args=(article,), default_timeout=30).run()


def test_it_tells_where_each_field_came_from_and_keeps_what_is_put_right(wires: Wires) -> None:
    guessed = reading(origins={"title": "first line", "published": "file date"}, guesses=["published"])
    article = importing.hand_in(wires.desk, guessed, by=wires.person).article.pk
    at = opened(article)
    assert "from first line" in words(at)
    assert "a guess, from file date: look again" in words(at)
    assert "not found in what was handed in" in words(at)
    at.text_input[1].set_value("Ines Okafor")
    press(at, "Keep these fields")
    kept = viewing.story(wires.desk, article).article
    assert (kept.author, kept.guesses) == ("Ines Okafor", [])
    assert kept.origins["title"] == "first line"


def test_what_a_service_refuses_is_said_in_its_words(wires: Wires, ships: int) -> None:
    at = opened(ships)
    at.text_input[0].set_value("")
    press(at, "Keep these fields")
    assert "A story needs a title. Write one." in words(at)


def test_a_field_that_came_again_can_be_taken_or_left(wires: Wires, ships: int) -> None:
    importing.hand_in(wires.desk, reading(author="I. Okafor", publisher="The Ledger"), by=wires.person)
    at = opened(ships)
    assert "Author: the same text came again with “I. Okafor”" in words(at)
    at.button(key="take author").click().run()
    at.button(key="leave publisher").click().run()
    kept = viewing.story(wires.desk, ships).article
    assert (kept.author, kept.publisher, kept.to_confirm) == ("I. Okafor", None, {})


def test_a_withdrawal_needs_its_reason(wires: Wires, ships: int) -> None:
    at = press(opened(ships), "Withdraw it")
    assert "A withdrawal needs its reason." in words(at)
    at.text_input(key="withdraw why").set_value("Sent by mistake")
    press(at, "Withdraw it")
    assert viewing.story(wires.desk, ships).article.withdrawn_at is not None


def test_a_story_that_was_withdrawn_meanwhile_is_said_to_be_gone(wires: Wires, ships: int) -> None:
    at = opened(ships)
    correcting.withdraw(wires.desk, ships, by=wires.person, reason="Elsewhere")
    at.text_input[1].set_value("Ines Okafor")
    press(at, "Keep these fields")
    assert "It may have been withdrawn" in words(at)
