"""Headlines are read as prose: by the words of the text below them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extraction.text.headlines import casing, is_headline

TEXT = (
    "The jobless rate rose in Ohio last month, the Labour Department said. Economists had expected it, and Marta Kemp "
    "of the Labour Department said the bill would help. Kemp will speak to NATO on Monday, as Will Oster did."
)


@pytest.mark.parametrize(
    ("headline", "prose"),
    [
        ("Jobless Rate Rises in Ohio, Highest Since 2009", "Jobless rate rises in Ohio, highest since 2009"),
        ("Kemp Says Labour Department Bill Will Help", "Kemp says Labour Department bill will help"),
        ("NATO Hears Marta Kemp Boldly Warning Voters", "NATO Hears Marta Kemp boldly warning voters"),
        ("JOBLESS RATE RISES, KEMP TELLS NATO", "Jobless rate rises, Kemp tells NATO"),
        ("Zadrow Wins the Ohio Vote", "Zadrow wins the Ohio vote"),
        ("Ohio Elects Bo Zadrow Again", "Ohio Elects Bo Zadrow again"),
    ],
)
def test_words_are_written_as_the_text_writes_them(headline, prose):
    assert is_headline(headline)
    assert casing(TEXT).as_prose(headline) == prose


@pytest.mark.parametrize("title", ["Jobless rate rises in Ohio", "Ohio", "The Jobless Rate Rises.", "", "12 345"])
def test_what_is_written_as_prose_is_no_headline_of_capitals(title):
    assert not is_headline(title)


@given(st.text(), st.text())
def test_a_headline_keeps_its_length_and_its_letters(headline, text):
    prose = casing(text).as_prose(headline)
    assert len(prose) == len(headline)
    assert prose.casefold() == headline.casefold()


def test_a_claim_of_a_headline_has_the_words_of_the_headline(extractor):
    found = extractor.extract("Jobless Rate at 7.8%, Lowest Since 2009", TEXT, None).claims
    said = {(claim.kind.value, claim.text): claim.label for claim in found if claim.inside == "title"}
    assert said[("rank", "Lowest Since 2009")] == "Lowest Since 2009: jobless rate at 7.8%"
    assert ("percent", "7.8%") in said
