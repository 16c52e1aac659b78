import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotFoundError
from workbench.services import importing, sourcing, viewing


@pytest.fixture
def article(desk, mara):
    return importing.hand_in(desk, reading(), by=mara).article.pk


@pytest.fixture
def claim(desk, article):
    return viewing.story(desk, article).claims[0].claim.pk


def citations(desk, article):
    return viewing.story(desk, article).claims[0].citations


def test_evidence_hangs_on_its_claim_with_its_source(desk, mara, article, claim):
    sourcing.add_evidence(
        desk, claim, by=mara, source="Port log", stance="supports", words="31 vessels", locator="page 2", tier="primary"
    )
    (kept,) = citations(desk, article)
    assert (kept.source.name, kept.source.tier) == ("Port log", "primary")
    assert (kept.evidence.words, kept.evidence.locator, kept.evidence.stance) == ("31 vessels", "page 2", "supports")


def test_a_source_cited_twice_is_one_source(desk, mara, claim):
    for words in ("31 vessels", "30 vessels"):
        sourcing.add_evidence(desk, claim, by=mara, source="Port log", stance="supports", words=words)
    sourcing.add_evidence(desk, claim, by=mara, source="Port log", stance="context", words="x", origin="harbour master")
    assert [(s.name, s.origin) for s in sourcing.library(desk)] == [("Port log", None), ("Port log", "harbour master")]


def test_evidence_sent_twice_counts_once(desk, mara, article, claim):
    for _ in range(2):
        sourcing.add_evidence(desk, claim, by=mara, source="Log", stance="supports", words="31", key="tab:9")
    assert len(citations(desk, article)) == 1


def test_evidence_taken_back_stays_in_the_record(desk, mara, article, claim):
    kept = sourcing.add_evidence(desk, claim, by=mara, source="Log", stance="supports", words="31")
    sourcing.withdraw_evidence(desk, kept.pk, by=mara, reason="wrong year")
    assert citations(desk, article) == []
    assert [event.act for event in viewing.history(desk, claim)] == ["evidence.withdraw", "evidence.add"]
    with pytest.raises(NotFoundError, match="no evidence"):
        sourcing.withdraw_evidence(desk, kept.pk, by=mara, reason="again")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"source": " "}, "needs its source"),
        ({"words": ""}, "needs the exact words"),
        ({"stance": "proves"}, "is no stance"),
        ({"tier": "best"}, "is no tier"),
        ({"words": "x" * 20_001}, "20,001 characters long; 20,000 fit"),
    ],
)
def test_evidence_that_lacks_something_is_refused(desk, mara, article, claim, fields, says):
    given = {"source": "Log", "stance": "supports", "words": "31"} | fields
    with pytest.raises(InputError, match=says):
        sourcing.add_evidence(desk, claim, by=mara, **given)
    assert citations(desk, article) == []
