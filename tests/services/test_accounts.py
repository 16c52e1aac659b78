"""People get in, stay in for a while, and are out at once: by session, by link, by account."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Event, Lock

import pytest

from tests.making import CHEAP, PASSWORD, seat
from workbench.domain.account import Credential
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.event import sha256
from workbench.domain.person import Role
from workbench.services import accounts, auditing, inviting, passwords, signing, viewing
from workbench.store.reading import having


def acts(desk):
    return [event.act for event in viewing.log(desk, limit=1000)][::-1]


def test_the_first_person_keeps_their_row_and_becomes_editor_and_admin(desk, mara):
    first = inviting.first_link(desk, mara)
    again = inviting.first_link(desk, mara)
    with pytest.raises(NotFoundError, match="was replaced"):
        inviting.accept(desk, first.token, password=PASSWORD)
    person = inviting.accept(desk, again.token, password=PASSWORD, name="Mara L.")
    assert (person.id, person.name, person.roles) == (mara.id, "Mara L.", [Role.EDITOR, Role.ADMIN])
    assert inviting.first_link(desk, mara) is None
    with pytest.raises(NotFoundError):
        inviting.invited(desk, again.token)
    assert acts(desk) == ["person.add", "invitation.make", "invitation.make", "invitation.accept"]
    assert auditing.verify(desk) is None


def test_the_store_keeps_no_secret_in_clear(desk):
    mara = seat(desk)
    token = signing.sign_in(desk, "mara.lindqvist", PASSWORD)
    signed = signing.who(desk, token)
    assert signed.session.token_sha256 == sha256(token.encode())
    with desk.store.reading() as session:
        (kept,) = having(session, Credential, person_id=[mara.pk])
    assert kept.secret.startswith("$argon2id$")
    told = str(viewing.changes(desk, [event.number for event in viewing.log(desk)]))
    assert PASSWORD not in told and token not in told and "argon2" not in told


def test_nobody_is_told_whether_a_handle_is_there(desk):
    seat(desk)
    seat(desk, "tomas", "checker")
    accounts.close(desk, accounts.named(desk, "tomas").pk, by=None)
    said = set()
    for handle, password in (("nobody", PASSWORD), ("mara.lindqvist", "not the right one"), ("tomas", PASSWORD)):
        with pytest.raises(NotAllowedError) as refused:
            signing.sign_in(desk, handle, password)
        said.add(str(refused.value))
    assert said == {signing.WRONG}


def test_a_session_ends_by_itself_by_sign_out_and_with_the_account(desk):
    mara = seat(desk)
    tokens = [signing.sign_in(desk, handle, PASSWORD) for handle in ("mara.lindqvist", " Mara.Lindqvist ")]
    signing.sign_out(desk, tokens[0])
    assert [signing.who(desk, token) is not None for token in tokens] == [False, True]
    assert signing.who(desk, None) is signing.who(desk, "made up") is None
    tomas = seat(desk, "tomas", "checker")
    token = signing.sign_in(desk, "tomas", PASSWORD)
    accounts.close(desk, tomas.pk, by=mara)
    assert signing.who(desk, token) is None
    accounts.reopen(desk, tomas.pk, by=mara)
    assert signing.who(desk, token) is None, "a session that ended never comes back"
    desk.clock.at += signing.LASTS + timedelta(seconds=1)
    assert signing.who(desk, tokens[1]) is None
    assert signing.sessions(desk, mara) == []


def test_a_new_password_asks_for_the_old_one_and_ends_the_other_sessions(desk):
    mara = seat(desk)
    here, there = (signing.sign_in(desk, "mara.lindqvist", PASSWORD) for _ in range(2))
    with pytest.raises(NotAllowedError, match="not your current password"):
        signing.change_password(desk, "another one here", "a password of today", by=mara, token=here)
    with pytest.raises(InputError, match="needs at least 12 characters; this one has 11"):
        signing.change_password(desk, PASSWORD, "eleven sign", by=mara, token=here)
    signing.change_password(desk, PASSWORD, "a password of today", by=mara, token=here)
    assert signing.who(desk, here) and signing.who(desk, there) is None
    with pytest.raises(NotAllowedError):
        signing.sign_in(desk, "mara.lindqvist", PASSWORD)
    with desk.store.reading() as session:
        old, new = having(session, Credential, person_id=[mara.pk])
    assert old.secret == "" and old.ended_at and new.ended_at is None
    assert auditing.verify(desk) is None


class Meanwhile:
    """Verifies a password, and lets something happen while it does."""

    nobodys = CHEAP.nobodys

    def __init__(self, happens):
        self.happens = happens

    def hash(self, password):
        return CHEAP.hash(password)

    def verify(self, kept, password):
        fits = CHEAP.verify(kept, password)
        self.happens()
        return fits


def test_who_was_closed_or_given_another_password_while_it_was_verified_does_not_get_in(desk):
    mara, tomas = seat(desk), seat(desk, "tomas", "checker")
    link = inviting.link_for(desk, tomas.pk, by=mara)
    happened = (
        lambda: accounts.close(desk, tomas.pk, by=mara),
        lambda: inviting.accept(desk, link.token, password="a password of today"),
    )
    for happens in happened:
        with pytest.raises(NotAllowedError, match=r"do not fit"):
            signing.sign_in(replace(desk, hasher=Meanwhile(happens)), "tomas", PASSWORD)
        accounts.reopen(desk, tomas.pk, by=mara)
        assert signing.sessions(desk, tomas) == []
        link = inviting.link_for(desk, tomas.pk, by=mara)


def test_a_password_that_was_reset_meanwhile_is_not_changed_by_whoever_knew_the_old_one(desk):
    mara, tomas = seat(desk), seat(desk, "tomas", "checker")
    link = inviting.link_for(desk, tomas.pk, by=mara)
    reset = Meanwhile(lambda: inviting.accept(desk, link.token, password="a password of today"))
    with pytest.raises(NotAllowedError, match="not your current password"):
        signing.change_password(replace(desk, hasher=reset), PASSWORD, "the thief's password", by=tomas)
    assert signing.sign_in(desk, "tomas", "a password of today")


def test_a_link_that_is_no_use_costs_no_hashing(desk):
    class Never:
        def hash(self, password):
            pytest.fail("hashed for nobody")

    with pytest.raises(NotFoundError):
        inviting.accept(replace(desk, hasher=Never()), "made up", password=PASSWORD)


def test_few_passwords_are_hashed_at_once_however_many_knock(monkeypatch):
    hasher, lock, under_way = passwords.Argon2id(), Lock(), []

    class Counting:
        most = 0

        def hash(self, password):
            with lock:
                under_way.append(password)
                Counting.most = max(Counting.most, len(under_way))
            Event().wait(0.002)
            with lock:
                under_way.remove(password)
            return password

    hasher._hasher = Counting()
    with ThreadPoolExecutor(24) as crowd:
        list(crowd.map(hasher.hash, map(str, range(48))))
    assert 1 <= Counting.most <= passwords.AT_ONCE


def test_a_reset_link_keeps_roles_and_ends_all_sessions(desk):
    mara = seat(desk)
    tomas = seat(desk, "tomas", "checker", "reader")
    token = signing.sign_in(desk, "tomas", PASSWORD)
    link = inviting.link_for(desk, tomas.pk, by=mara)
    there = inviting.accept(desk, link.token, password="another password", handle="ignored")
    assert (there.id, there.handle, there.roles) == (tomas.id, "tomas", [Role.READER, Role.CHECKER])
    assert signing.who(desk, token) is None
    assert signing.sign_in(desk, "tomas", "another password")


@pytest.mark.parametrize("handle", ["", "-", "with blank", "a/b", "<b>", "x" * 41, "trailing.", "mara.lindqvist"])
def test_a_handle_that_will_not_do_is_refused_and_the_link_stays_good(desk, handle):
    seat(desk)
    link = inviting.invite(desk, ["checker"], by=None, name="Somebody")
    with pytest.raises(InputError, match=r"is no handle|is taken"):
        inviting.accept(desk, link.token, password=PASSWORD, handle=handle)
    assert inviting.accept(desk, link.token, password=PASSWORD, handle="Zoë-2").handle == "zoë-2"


def test_a_link_runs_out_and_can_be_withdrawn(desk):
    mara = seat(desk)
    old, withdrawn = (inviting.invite(desk, ["reader"], by=mara) for _ in range(2))
    inviting.withdraw_invitation(desk, withdrawn.invitation.pk, by=mara)
    assert [one.id for one in inviting.waiting(desk)] == [old.invitation.id]
    desk.clock.at += inviting.LASTS
    for link in (old, withdrawn):
        with pytest.raises(NotFoundError, match="lets nobody in"):
            inviting.accept(desk, link.token, password=PASSWORD, name="A", handle="a")


def test_the_last_admin_can_be_neither_closed_nor_lowered(desk):
    mara = seat(desk)
    for act in (
        lambda: accounts.close(desk, mara.pk, by=mara),
        lambda: accounts.set_roles(desk, mara.pk, ["editor"], by=None),
    ):
        with pytest.raises(NotAllowedError, match="is the last admin"):
            act()
    seat(desk, "tomas", "admin")
    assert accounts.set_roles(desk, mara.pk, ["editor"], by=mara).roles == [Role.EDITOR]
    assert accounts.close(desk, mara.pk, by=None).closed_at


def test_the_command_line_acts_by_an_account_that_is_there(desk):
    first = accounts.acting(desk, "mara.lindqvist")
    assert first.roles == [Role.EDITOR] and accounts.acting(desk, " mara.lindqvist ") == first
    with pytest.raises(NotAllowedError, match=r"no account 'tomas' here.*workbench people invite"):
        accounts.acting(desk, "tomas")
    seat(desk)
    tomas = seat(desk, "tomas", "checker")
    assert accounts.acting(desk, "tomas") == tomas
    accounts.close(desk, tomas.pk, by=None)
    with pytest.raises(NotAllowedError, match="was closed"):
        accounts.acting(desk, "tomas")


def test_the_keys_can_be_switched_off(desk):
    mara = seat(desk)
    assert accounts.prefer(desk, "keys", False, by=mara).preferences == {"keys": False}
    assert accounts.person(desk, mara.pk).preferences == {"keys": False}
    with pytest.raises(InputError, match="nothing to prefer"):
        accounts.prefer(desk, "colour", True, by=mara)
