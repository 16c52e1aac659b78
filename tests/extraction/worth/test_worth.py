"""A score is the logistic of its named signals' sum, to the last digit shown."""

from math import exp, fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.worth.test_signals import seen
from workbench.extraction.lexicon import table
from workbench.extraction.pipeline import Extractor
from workbench.extraction.worth import weights
from workbench.extraction.worth.signals import Shown, group_of

WEIGHTS = st.dictionaries(st.text(max_size=5), st.floats(-40, 40), max_size=6)
TITLE = "Flood kills 12 in Oker"
TEXT = (
    "A flood killed 12 people in Oker on Monday, the police said. It was the worst since 1970. “I feel so sad,” "
    "said Ina Holt, the mayor, “but we will stand together.” The dam was built for £3 million in 1931. What now?"
)


def logistic(total: float) -> float:
    return 1 / (1 + exp(-total))


@given(one=WEIGHTS, other=WEIGHTS)
def test_score_is_the_logistic_of_the_sum(one: dict[str, float], other: dict[str, float]) -> None:
    total = max(-30.0, min(30.0, fsum([*one.values(), *other.values()])))
    assert weights.score(one, other) == pytest.approx(logistic(total), abs=0.00005)
    assert 0 <= weights.score(one, other) <= 1


def test_every_sentence_and_claim_of_a_story_adds_up(extractor: Extractor) -> None:
    extracted = extractor.extract(TITLE, TEXT, None)
    sentences = extracted.extraction.sentences
    assert len(sentences) >= 5
    for sentence in sentences:
        assert sentence.checkworthiness == round(logistic(fsum(sentence.signals.values())), 4)
        assert next(iter(sentence.signals)) == "base"
    assert {claim.inside for claim in extracted.claims} == {"title", "text"}
    for claim in extracted.claims:
        shared = sentences[claim.sentence].signals if claim.sentence is not None else {}
        assert not set(shared) & set(claim.signals)
        total = fsum([*shared.values(), *claim.signals.values()])
        assert claim.checkworthiness == round(logistic(total), 4)
        assert ("base" in claim.signals) == (claim.sentence is None)


def test_what_carries_the_story_stands_before_colour(extractor: Extractor) -> None:
    sentences = extractor.extract(TITLE, TEXT, None).extraction.sentences
    scores = [sentence.checkworthiness for sentence in sentences]
    assert scores[0] == max(scores)
    assert scores[0] > 0.5
    assert scores[-1] == min(scores)
    assert scores[-1] < 0.1


def test_words_of_a_group_count_up_to_three() -> None:
    some: weights.Weights = {
        "base": -1.0,
        "sentence": {"a figure": 0.5, "a question": 0.0},
        "groups": {"colours": 0.2, "sounds": 0.0},
        "words": {"red": 0.7, "loud": -0.4},
    }
    shown = Shown(
        ["a figure", "a question", "unheard of"],
        {"colours": ["blue", "red", "green", "grey"], "sounds": ["soft", "loud"]},
    )
    assert weights.weigh(shown, some) == {"base": -1.0, "a figure": 0.5, "colours": 1.1, "sounds": -0.4}
    assert weights.weigh(Shown([], {"sounds": ["soft"]}), some) == {"base": -1.0}


def test_the_news_adds_to_a_word_what_it_adds_to_its_group() -> None:
    learned, news = table("worth_weights"), table("worth")["news"]["groups"]
    summed = weights.in_news()
    word, group = next((w, group) for w in learned["words"] if (group := group_of()[w]) in news)
    assert summed["words"][word] == pytest.approx(learned["words"][word] + news[group])
    assert summed["base"] == learned["base"]


def test_every_group_has_a_weight_and_no_weight_lacks_its_group() -> None:
    lexicon, learned = table("worth"), table("worth_weights")
    assert set(learned["groups"]) == set(lexicon["groups"])
    assert set(lexicon["news"]["groups"]) <= set(lexicon["groups"])
    assert set(learned["words"]) <= {word for spelled in lexicon["groups"].values() for word in spelled}


def test_a_word_never_speaks_against_its_group() -> None:
    lexicon, weights = table("worth"), table("worth_weights")
    for group, spelled in lexicon["groups"].items():
        assert all(weights["words"].get(word, 0.0) * weights["groups"][group] >= 0 for word in spelled)


@pytest.mark.parametrize(
    ("worthy", "idle"),
    [
        ("Crime in the city rose by 40 per cent last year.", "I think we all want a better city."),
        ("She voted against the tax bill in 2012.", "What do you say to that?"),
        ("The army killed 300 people in the town.", "We should hope for a great future."),
        ("Oil companies paid no federal taxes at all.", "Let me tell you something about that."),
    ],
)
def test_one_half_parts_what_is_worth_checking_from_what_is_not(extractor: Extractor, worthy: str, idle: str) -> None:
    scores = [weights.score(weights.sentence_signals(seen(extractor, text)[0])) for text in (worthy, idle)]
    assert scores[0] >= 0.5 > scores[1]
