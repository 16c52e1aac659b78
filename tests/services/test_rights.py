"""Every act against every role: allowed where the table says so, refused otherwise, and always to who was closed."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.making import reading, seat
from workbench.domain.errors import InputError, NotAllowedError, WorkbenchError
from workbench.domain.person import Person, Role
from workbench.domain.queue import Query
from workbench.services import (
    accounts,
    assigning,
    auditing,
    cataloguing,
    commenting,
    correcting,
    correcting_claims,
    erasing,
    importing,
    inviting,
    keeping_views,
    link_checking,
    measuring,
    reporting,
    reviewing,
    signing,
    snapshotting,
    sourcing,
    viewing,
)
from workbench.services.wires import Desk

TABLE = tomllib.loads((Path(__file__).parents[1] / "rights.toml").read_text(encoding="utf-8"))
OTHER = reading("Nine boats and 12 crates came in.", title="Boats")


@pytest.fixture
def store_url(sqlite_url: str) -> str:
    return sqlite_url


def acts(desk: Desk, me: Person, mara: Person) -> dict[str, Callable[[], object]]:
    """Each act of the table as this person would do it, on a story and an account of their own to work on."""
    article = importing.hand_in(desk, reading(), by=mara).article.pk
    claim = viewing.story(desk, article).claims[0].claim.pk
    cited = {"source": "Port log", "stance": "supports", "words": "31 ships"}
    second = viewing.story(desk, article).claims[1].claim.pk
    kept, spare = (sourcing.add_evidence(desk, claim, by=mara, **cited).pk for _ in range(2))
    source = cataloguing.search(desk, by=mara)[0].source.pk
    gone = importing.hand_in(desk, reading("7 tugs left.", title="Tugs"), by=mara).article.pk
    correcting.withdraw(desk, gone, by=mara, reason="a mistake")
    other = seat(desk, "other.one", "reader").pk
    new = {"inside": "text", "start": 4, "end": 11, "kind": "statement", "label": "harbour"}
    return {
        "rate": lambda: reviewing.rate(desk, claim, by=me, rating="verified"),
        "take back": lambda: reviewing.undo(desk, claim, by=me),
        "comment": lambda: commenting.comment(desk, claim, by=me, text="Look again"),
        "dismiss": lambda: reviewing.dismiss(desk, claim, by=me),
        "hand in": lambda: importing.hand_in(desk, OTHER, by=me),
        "put a story right": lambda: correcting.correct(desk, article, by=me, author="I. Okafor"),
        "correct a claim": lambda: correcting_claims.correct_claim(desk, claim, by=me, fields={"label": "ships"}),
        "add a claim": lambda: correcting_claims.add_claim(desk, article, by=me, **new),
        "add evidence": lambda: sourcing.add_evidence(desk, claim, by=me, **cited),
        "use evidence": lambda: sourcing.use_for(desk, kept, second, by=me),
        "put evidence right": lambda: sourcing.correct_evidence(desk, kept, by=me, words="30 ships"),
        "take evidence back": lambda: sourcing.withdraw_evidence(desk, spare, by=me, reason="wrong page"),
        "keep a page": lambda: snapshotting.keep_page(desk, "", by=me),
        "look at a link": lambda: link_checking.check(desk, source, by=me),
        "put a source right": lambda: cataloguing.edit(desk, source, by=me, notes="Counts twice"),
        "keep a view": lambda: keeping_views.save(desk, "Mine", Query(), by=me),
        "keep a file": lambda: snapshotting.keep_file(desk, b"31 ships", "log.txt", by=me),
        "read sources": lambda: cataloguing.search(desk, by=me),
        "write a contact": lambda: cataloguing.edit(desk, source, by=me, contact="port@port.example"),
        "take": lambda: assigning.take(desk, by=me, claim=claim),
        "hand back": lambda: assigning.hand_back(desk, by=me, claim=claim),
        "assign others": lambda: assigning.assign(desk, by=me, to=mara.pk, claim=claim),
        "say when it runs": lambda: assigning.schedule(desk, article, None, by=me),
        "export": lambda: reporting.export(desk, article, by=me, format="csv"),
        "read the audit room": lambda: auditing.log(desk, by=me),
        "check the chain": lambda: auditing.check(desk, by=me),
        "measure the extractor": lambda: measuring.measured(desk, by=me),
        "withdraw": lambda: correcting.withdraw(desk, article, by=me, reason="a mistake"),
        "erase": lambda: erasing.erase(desk, gone, by=me, reason="an order"),
        "invite": lambda: inviting.invite(desk, ["reader"], by=me),
        "make a link": lambda: inviting.link_for(desk, other, by=me),
        "change roles": lambda: accounts.set_roles(desk, other, ["trainee"], by=me),
        "close": lambda: accounts.close(desk, other, by=me),
        "reopen": lambda: accounts.reopen(desk, other, by=me),
        "sign others out": lambda: signing.sign_out_everywhere(desk, other, by=me),
        "sign oneself out everywhere": lambda: signing.sign_out_everywhere(desk, me.pk, by=me),
        "switch the keys": lambda: accounts.prefer(desk, "keys", False, by=me),
    }


def refused(act: Callable[[], object]) -> bool:
    """Whether there is no right to it; what is refused for lack of something else was allowed."""
    try:
        act()
    except NotAllowedError as error:
        assert "has no right to" in str(error), error
        return True
    except InputError as error:
        assert "no address" in str(error), error
    return False


@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_what_the_table_says_and_nothing_else(desk: Desk, mara: Person, role: Role) -> None:
    seat(desk)
    me = seat(desk, "the.one", role.value)
    doing = acts(desk, me, mara)
    assert set(doing) == set(TABLE["acts"])
    allowed = {name for name, act in doing.items() if not refused(act)}
    assert allowed == {name for name, roles in TABLE["acts"].items() if role in roles}
    assert auditing.verify(desk) is None


def test_who_was_closed_may_nothing(desk: Desk, mara: Person) -> None:
    seat(desk)
    everything = accounts.close(desk, seat(desk, "gone.one", *Role).pk, by=None)
    doing = acts(desk, everything, mara)
    own = {"sign oneself out everywhere", "switch the keys"}
    assert {name for name, act in doing.items() if not refused(act)} <= own


@pytest.mark.parametrize("role", ["trainee", "checker", "editor"])
def test_a_rating_settles_where_the_role_lets_it(desk: Desk, mara: Person, role: str) -> None:
    me = seat(desk, "the.one", role)
    article = importing.hand_in(desk, reading(), by=mara).article.pk
    claim = viewing.story(desk, article).claims[0].claim.pk
    reviewing.rate(desk, claim, by=me, rating="verified")
    standing = viewing.story(desk, article).claims[0].standing
    assert (standing.verdict is not None) == (role in TABLE["settles"]["rate"])


def test_an_unknown_role_is_refused_in_words(desk: Desk) -> None:
    with pytest.raises(WorkbenchError, match="'boss' is no role"):
        inviting.invite(desk, ["boss"], by=None)
