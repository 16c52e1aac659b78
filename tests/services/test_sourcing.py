import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Role
from workbench.services import cataloguing, importing, sourcing, viewing


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
    assert [(s.name, s.origin) for s in (one.source for one in cataloguing.search(desk, by=mara))] == [
        ("Port log", None),
        ("Port log", "harbour master"),
    ]


def test_evidence_sent_twice_counts_once(desk, mara, article, claim):
    for _ in range(2):
        sourcing.add_evidence(desk, claim, by=mara, source="Log", stance="supports", words="31", key="tab:9")
    assert len(citations(desk, article)) == 1


def test_evidence_taken_back_stays_in_the_record(desk, mara, article, claim):
    kept = sourcing.add_evidence(desk, claim, by=mara, source="Log", stance="supports", words="31")
    sourcing.withdraw_evidence(desk, kept.pk, by=mara, reason="wrong year")
    assert citations(desk, article) == []
    assert [event.act for event in viewing.history(desk, claim)] == ["evidence.withdraw", "evidence.add"]
    sourcing.withdraw_evidence(desk, kept.pk, by=mara, reason="again")
    assert len(viewing.history(desk, claim)) == 2, "what is taken back already is done"
    with pytest.raises(NotFoundError, match=r"There is no evidence 99\. Look at the claim again"):
        sourcing.withdraw_evidence(desk, 99, by=mara, reason="mistyped")
    with pytest.raises(NotFoundError, match=f"Evidence {kept.pk} was taken back"):
        sourcing.correct_evidence(desk, kept.pk, by=mara, words="32")


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


@pytest.fixture
def claims(desk, article):
    return [checked.claim.pk for checked in viewing.story(desk, article).claims]


def passages(desk, article):
    """Of each claim the words and the place of its evidence."""
    return [
        [(one.evidence.words, one.evidence.locator) for one in checked.citations]
        for checked in viewing.story(desk, article).claims
    ]


def test_one_passage_serves_several_claims(desk, mara, article, claims):
    given = {"source": "Log", "stance": "supports", "words": "31 ships, 4 tugs", "locator": "p. 2"}
    first = sourcing.add_evidence(desk, claims[0], by=mara, **given)
    for _ in range(2):
        second = sourcing.use_for(desk, first.pk, claims[1], by=mara, stance="context", key="tab:2")
    assert passages(desk, article) == [[("31 ships, 4 tugs", "p. 2")]] * 2
    assert (second.same_as, second.stance, second.source_id) == (first.pk, "context", first.source_id)
    with pytest.raises(InputError, match="already"):
        sourcing.use_for(desk, second.pk, claims[0], by=mara)
    assert viewing.history(desk, claims[1])[0].act == "evidence.add"


def test_a_passage_is_taken_back_here_or_everywhere(desk, mara, article, claims):
    first = sourcing.add_evidence(desk, claims[0], by=mara, source="Log", stance="supports", words="31 ships, 4 tugs")
    second = sourcing.use_for(desk, first.pk, claims[1], by=mara)
    sourcing.withdraw_evidence(desk, first.pk, by=mara, reason="speaks of tugs")
    assert passages(desk, article) == [[], [("31 ships, 4 tugs", "")]]
    third = sourcing.use_for(desk, second.pk, claims[0], by=mara)
    assert third.same_as == first.pk
    sourcing.withdraw_evidence(desk, third.pk, by=mara, reason="forged", everywhere=True)
    assert passages(desk, article) == [[], []]
    assert [viewing.history(desk, claim)[0].act for claim in claims] == ["evidence.withdraw"] * 2


def test_a_passage_is_put_right_here_or_everywhere(desk, mara, article, claims):
    first = sourcing.add_evidence(desk, claims[0], by=mara, source="Log", stance="supports", words="31 ship, 4 tugs")
    second = sourcing.use_for(desk, first.pk, claims[1], by=mara, stance="context")
    for _ in range(2):
        right = sourcing.correct_evidence(
            desk, second.pk, by=mara, words="31 ships, 4 tugs", stance="refutes", everywhere=True, key="tab:3"
        )
    assert passages(desk, article) == [[("31 ships, 4 tugs", "")]] * 2
    stances = [checked.citations[0].evidence.stance for checked in viewing.story(desk, article).claims]
    assert stances == ["supports", "refutes"]
    alone = sourcing.correct_evidence(desk, right.pk, by=mara, locator="page 4")
    assert alone.same_as is None and passages(desk, article)[0] == [("31 ships, 4 tugs", "")]
    event = viewing.history(desk, claims[1])[0]
    body = viewing.changes(desk, [event.number])[event.number]
    assert (event.act, body["before"]["locator"], body["after"]["locator"]) == ("evidence.correct", "", "page 4")
    with pytest.raises(InputError, match="exact words"):
        sourcing.correct_evidence(desk, alone.pk, by=mara, words=" ")
    assert sourcing.correct_evidence(desk, alone.pk, by=mara, locator="page 4 ") == alone


def cut_off(monkeypatch, name):
    """Has the desk stop in the middle of an act for several claims: the second of its parts fails."""
    real, done = getattr(sourcing, name), []

    def part(*given, **more):
        done.append(1)
        if len(done) == 2:
            raise OSError("the store is busy")
        return real(*given, **more)

    monkeypatch.setattr(sourcing, name, part)


def test_putting_right_everywhere_that_was_cut_off_is_taken_up_where_it_ended(desk, mara, article, claims, monkeypatch):
    first = sourcing.add_evidence(desk, claims[0], by=mara, source="Log", stance="supports", words="31 ship, 4 tugs")
    sourcing.use_for(desk, first.pk, claims[1], by=mara)
    cut_off(monkeypatch, "_correct")
    right = {"words": "31 ships, 4 tugs", "everywhere": True, "key": "tab:3"}
    with pytest.raises(OSError, match="busy"):
        sourcing.correct_evidence(desk, first.pk, by=mara, **right)
    sourcing.correct_evidence(desk, first.pk, by=mara, **right)
    assert passages(desk, article) == [[("31 ships, 4 tugs", "")]] * 2
    one, other = (checked.citations[0].evidence for checked in viewing.story(desk, article).claims)
    assert other.same_as == one.pk


def test_taking_back_everywhere_that_was_cut_off_is_taken_up_where_it_ended(desk, mara, article, claims, monkeypatch):
    first = sourcing.add_evidence(desk, claims[0], by=mara, source="Log", stance="supports", words="31 ships, 4 tugs")
    sourcing.use_for(desk, first.pk, claims[1], by=mara)
    cut_off(monkeypatch, "_withdraw")
    with pytest.raises(OSError, match="busy"):
        sourcing.withdraw_evidence(desk, first.pk, by=mara, reason="forged", everywhere=True)
    sourcing.withdraw_evidence(desk, first.pk, by=mara, reason="forged", everywhere=True)
    assert passages(desk, article) == [[], []]


def test_a_fellow_that_somebody_took_back_meanwhile_holds_up_none_of_the_others(
    desk, mara, article, claims, monkeypatch
):
    first = sourcing.add_evidence(desk, claims[0], by=mara, source="Log", stance="supports", words="31 ship, 4 tugs")
    second = sourcing.use_for(desk, first.pk, claims[1], by=mara)
    real = sourcing._correct

    def corrected(*given, **more):
        if not more.get("same_as"):
            sourcing.withdraw_evidence(desk, second.pk, by=mara, reason="not of tugs")
        return real(*given, **more)

    monkeypatch.setattr(sourcing, "_correct", corrected)
    sourcing.correct_evidence(desk, first.pk, by=mara, words="31 ships, 4 tugs", everywhere=True)
    assert passages(desk, article) == [[("31 ships, 4 tugs", "")], []]


def test_evidence_needs_its_right(desk, mara, claims):
    first = sourcing.add_evidence(desk, claims[0], by=mara, source="Log", stance="supports", words="31")
    trainee = mara.with_(roles=[Role.TRAINEE])
    for act in (
        lambda: sourcing.add_evidence(desk, claims[0], by=trainee, source="Log", stance="supports", words="31"),
        lambda: sourcing.use_for(desk, first.pk, claims[1], by=trainee),
        lambda: sourcing.correct_evidence(desk, first.pk, by=trainee, words="32"),
        lambda: sourcing.withdraw_evidence(desk, first.pk, by=trainee, reason="no"),
    ):
        with pytest.raises(NotAllowedError, match="add evidence"):
            act()
