import pytest

from tests.making import keep_one_of_each, reading
from workbench.domain.errors import InputError, NotAllowedError
from workbench.domain.person import Role
from workbench.services import auditing, correcting, erasing, examining, importing, reviewing, sourcing, viewing
from workbench.store import frozen
from workbench.store.tables import ROWS

SECRET = "Harriet Vole counted 31 ships"


@pytest.fixture
def judged(desk, mara):
    """A story about Harriet Vole, judged with her name in every field that people fill."""
    story = reading(SECRET, f"{SECRET} at last", author="Harriet Vole", url="https://vole.example/harriet")
    article = importing.hand_in(desk, story, by=mara).article.pk
    importing.hand_in(desk, reading("Other boats: 7 rafts", "Other"), by=mara)
    claim = viewing.story(desk, article).claims[0].claim.pk
    reviewing.rate(desk, claim, by=mara, rating="verified", reason="Vole said so")
    sourcing.add_evidence(desk, claim, by=mara, source="Port", stance="supports", words=SECRET, locator="Vole, p. 2")
    keep_one_of_each(desk, claim, by=mara, words="Vole again")
    return article


def everything(desk) -> str:
    """Every value of every row, as one text."""
    with desk.store.engine.connect() as connection:
        names = [*(row.__tablename__ for row in ROWS.values()), "event", "change"]
        rows = [row for name in names for row in connection.exec_driver_sql(f"SELECT * FROM {name}")]
    return " ".join(bytes(v).decode() if isinstance(v, bytes | memoryview) else str(v) for row in rows for v in row)


def remembered(desk) -> str:
    """What this process keeps of the store to be quick."""
    return f"{frozen._kept.get(desk.store.engine)} {examining._memory(desk)._kept}"


def test_an_erased_story_leaves_no_word_and_the_chain_holds(desk, mara, judged):
    seal = auditing.seal(desk)
    assert "Vole" in everything(desk)
    for checked in viewing.story(desk, judged).claims:
        for one in checked.citations:
            examining.examine(desk, checked.claim, one)
    assert "Vole" in remembered(desk)
    correcting.withdraw(desk, judged, by=mara, reason="court order 7/22")
    erasing.erase(desk, judged, by=mara, reason="court order 7/22")
    assert "Vole" not in everything(desk) and "31 ships" not in everything(desk)
    assert "Vole" not in remembered(desk)
    assert auditing.verify(desk, seal) is None
    assert [line.article.title for line in viewing.inbox(desk)] == ["Other"]
    gone = viewing.story(desk, judged)
    assert gone.article.erased_at is not None and gone.claims == []
    assert viewing.log(desk)[0].act == "article.erase"


def test_only_a_withdrawn_story_is_erased_and_only_once(desk, mara, judged):
    with pytest.raises(InputError, match="still on the desk"):
        erasing.erase(desk, judged, by=mara, reason="order")
    correcting.withdraw(desk, judged, by=mara, reason="order")
    with pytest.raises(NotAllowedError):
        erasing.erase(desk, judged, by=mara.with_(roles=[Role.CHECKER]), reason="order")
    with pytest.raises(InputError, match="needs a reason"):
        erasing.erase(desk, judged, by=mara, reason="")
    erasing.erase(desk, judged, by=mara, reason="order")
    with pytest.raises(InputError, match="erased before"):
        erasing.erase(desk, judged, by=mara, reason="order")
    assert auditing.verify(desk) is None


def test_tampering_before_an_erasure_elsewhere_is_still_found(desk, mara, judged, unguard):
    correcting.withdraw(desk, judged, by=mara, reason="order")
    erasing.erase(desk, judged, by=mara, reason="order")
    unguard()
    with desk.store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE revision SET text = 'Other boats: 8 rafts' WHERE title = 'Other'")
    broken = auditing.verify(desk)
    assert broken is not None and broken.row == "revision:2"
