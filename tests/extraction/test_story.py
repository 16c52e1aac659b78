"""A whole story: names carried over, descriptions resolved, labels, context, scores, and why each claim was made."""

import json
from datetime import date
from math import exp

import pytest

from workbench.domain.claim import Claim, Kind, Stretch
from workbench.extraction.interchange import as_object
from workbench.extraction.pipeline import Extractor

TITLE = "Chancellor Greta Holm to meet 12 ministers in Riga"
PUBLISHED = date(2023, 5, 9)
TEXT = "\n\n".join(
    [
        "Chancellor Greta Holm will fly to Riga next week for talks with the ministers of the North Sea Fisheries "
        "Union (NSFU), her spokesman Peter Lund said on Tuesday.",
        "“We want the nets back in the water by June 3,” Lund told reporters. “That is all.”",
        "Holm said that the union's 12 ministers had agreed on cod. The union quarrels about herring quotas.",
        "Parliament passed a bill providing $2.4 billion in urgent and seasonal aid to coastal towns as part of a "
        "$300 million harbour repair plan, the largest since 1973.",
    ]
)


@pytest.fixture(scope="module")
def claims(extractor: Extractor) -> list[Claim]:
    return extractor.extract(TITLE, TEXT, PUBLISHED).claims


def texts(claims: list[Claim], kind: Kind) -> list[str]:
    return [claim.text for claim in claims if claim.kind is kind and claim.inside is Stretch.TEXT]


def test_people_stand_with_their_roles(claims: list[Claim]) -> None:
    people = {(c.person, c.role) for c in claims if c.kind is Kind.IDENTITY}
    assert people == {("Greta Holm", "Chancellor"), ("Peter Lund", "spokesman of Greta Holm")}


def test_quotations_carry_the_full_name_of_a_surname(claims: list[Claim]) -> None:
    said = [(c.text, c.speaker, c.cue) for c in claims if c.kind is Kind.QUOTE]
    assert said == [
        ("We want the nets back in the water by June 3,", "Peter Lund", "told"),
        ("That is all.", "Peter Lund", "told"),
    ]


def test_reported_speech_stands_without_speaker_and_cue(claims: list[Claim]) -> None:
    reported = {(c.text[:30], c.speaker, c.cue) for c in claims if c.kind is Kind.ATTRIBUTED}
    assert reported == {
        ("Chancellor Greta Holm will fly", "Peter Lund", "said"),
        ("the union's 12 ministers had a", "Greta Holm", "said"),
    }


def test_dates_are_read_against_the_day_of_publication(claims: list[Claim]) -> None:
    dates = [(c.text, c.date) for c in claims if c.kind is Kind.DATE]
    assert dates == [
        ("next week", "2023-W20"),
        ("on Tuesday", "2023-05-09"),
        ("by June 3", "2023-06-03"),
        ("since 1973", "1973"),
    ]


def test_without_a_day_of_publication_nothing_is_guessed(extractor: Extractor) -> None:
    dates = [(c.text, c.date) for c in extractor.extract(TITLE, TEXT, None).claims if c.kind is Kind.DATE]
    assert dates == [("next week", None), ("on Tuesday", None), ("by June 3", None), ("since 1973", "1973")]


def test_labels_name_what_the_figure_is_of(claims: list[Claim]) -> None:
    labels = {c.text: c.label for c in claims if c.kind in (Kind.MONEY, Kind.COUNT) and c.inside is Stretch.TEXT}
    plan = "$300 million harbour repair plan"
    assert labels == {
        "12 ministers": "12 North Sea Fisheries Union ministers agreed on cod",
        "$2.4 billion in urgent and seasonal aid": "$2.4 billion aid (coastal towns, bill)",
        plan: "$300 million repair plan: Parliament passed bill providing (Greta Holm, Riga)",
    }


def test_the_title_is_read_too(claims: list[Claim]) -> None:
    count = next(c for c in claims if c.inside is Stretch.TITLE and c.kind is Kind.COUNT)
    assert (count.text, count.amount, count.sentence) == ("12 ministers", "12", None)
    assert "in the headline" in count.signals
    assert claims[0].inside is Stretch.TITLE


def test_a_score_is_the_sum_of_its_signals(extractor: Extractor) -> None:
    extracted = extractor.extract(TITLE, TEXT, PUBLISHED)
    for claim in extracted.claims:
        base = extracted.extraction.sentences[claim.sentence].signals if claim.sentence is not None else {}
        total = sum(base.values()) + sum(claim.signals.values())
        assert claim.checkworthiness == pytest.approx(1 / (1 + exp(-total)), abs=0.0001)
    assert extracted.extraction.sentences[0].signals["opens the story"] > 0


def test_every_claim_knows_its_rule(extractor: Extractor) -> None:
    explanations = extractor.explain(TITLE, TEXT, PUBLISHED)
    assert [e.claim for e in explanations] == extractor.extract(TITLE, TEXT, PUBLISHED).claims
    assert all(e.rule for e in explanations)
    money = next(e for e in explanations if e.claim.kind is Kind.MONEY)
    assert money.rule == "a currency sign before the number"
    assert ("unit", "$", "a currency sign before the number") in money.readings
    for one in explanations:
        assert one.claim.checkworthiness == pytest.approx(1 / (1 + exp(-sum(one.signals.values()))), abs=0.0001)


def test_a_speaker_of_the_sentence_before_is_explained_without_words(extractor: Extractor) -> None:
    text = "“The pier was closed on Monday,” Ada Berg said.\n\n“It will not open again before the winter is over.”"
    quote = extractor.explain("", text, PUBLISHED)[-1]
    assert (quote.claim.speaker, quote.readings[0].field, quote.readings[0].words) == ("Ada Berg", "speaker", "")


def test_the_object_is_what_interchange_says(extractor: Extractor) -> None:
    extracted = extractor.extract(TITLE, TEXT, PUBLISHED)
    story = json.loads(json.dumps(as_object("s1", TITLE, PUBLISHED, TEXT, extracted)))
    assert list(story) == ["schema", "id", "title", "published", "text", "sentences", "claims"]
    assert (story["schema"], story["published"]) == ("workbench.extract/1", "2023-05-09")
    assert set(story["sentences"][0]) == {"start", "end", "checkworthiness", "signals"}
    fields = ["in", "kind", "start", "end", "text", "label", "about", "amount", "amount_high", "unit", "bound", "date"]
    fields += ["speaker", "cue", "person", "role", "sentence", "checkworthiness", "signals"]
    assert all(list(claim) == fields for claim in story["claims"])
    money = next(claim for claim in story["claims"] if claim["kind"] == "money")
    assert money["amount"] == "2400000000"
    assert money["speaker"] is None
    assert TEXT[money["start"] : money["end"]] == money["text"]
    assert as_object("s1", "", None, "", extractor.extract("", "", None))["published"] is None
