"""People at the gate in a real browser: the first link, deep links, ended sessions, roles, single sign-on."""

import re

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Page, expect

from tests.browser import desk as at
from tests.browser.conftest import WAIT
from tests.browser.serving import Server
from tests.browser.story import many_claims
from tests.browser.test_screens import faults
from tests.making import PASSWORD
from workbench.desk import open_desk
from workbench.services import accounts, linking, viewing
from workbench.settings import read_settings


@pytest.fixture
def store(server):
    desk = open_desk(read_settings(database_url=server.url_of_store))
    yield desk
    desk.store.close()


@pytest.fixture
def stranger(browser):
    """A page of somebody who is not signed in, with no desk started for it."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(WAIT)
    yield page
    page.close()


def story(server: Server, tmp_path) -> int:
    path = tmp_path / "harbours.txt"
    path.write_text(f"Harbours\n\n{many_claims(6)}", encoding="utf-8")
    server.command("import", str(path))
    return 1


def sign_in(page: Page, handle: str, password: str = PASSWORD) -> None:
    page.get_by_label("Handle").fill(handle)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/account")
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_from_the_printed_link_to_a_deep_link_and_out_again(stranger, tmp_path):
    server, page = Server(tmp_path).start(), stranger
    try:
        article = story(server, tmp_path)
        seen = {}
        page.goto(server.first_link)
        seen["join"] = faults(page)
        page.get_by_label("Password").fill("too short")
        page.get_by_role("button", name="Keep it and sign in").click()
        expect(page.get_by_label("Password")).to_be_focused()  # the browser itself says how long it must be
        page.get_by_label("Name").fill("Mara <b>Lindqvist</b> :red[x]")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Keep it and sign in").click()
        expect(page.get_by_role("link", name="Mara <b>Lindqvist</b> :red[x]")).to_be_visible()
        page.goto(f"{server.address}/account")
        page.get_by_role("button", name="Sign out", exact=True).wait_for()
        seen["account"] = faults(page)
        page.goto(f"{server.address}/people")
        page.get_by_role("button", name="Make the link").click()
        expect(page.get_by_text(re.compile(r"/join\?token="))).to_be_visible()
        seen["people"] = faults(page)
        sign_out(page, server)
        page.goto(f"{server.address}/review?article={article}&claim=3")
        sign_in(page, "mara.lindqvist", "not the password")
        expect(page.get_by_role("alert")).to_contain_text("Handle and password do not fit")
        seen["sign-in"] = faults(page)
        page.emulate_media(color_scheme="dark")
        seen["sign-in dark"] = faults(page)
        sign_in(page, "mara.lindqvist")
        at.ready(page)
        assert f"article={article}&claim=3" in page.url
        assert {name: found for name, found in seen.items() if found} == {}
    finally:
        server.stop()


def test_what_was_done_in_an_ended_session_waits_for_the_same_person(page, server, store, tmp_path):
    article = story(server, tmp_path)
    server.seat("tomas", "checker")
    at.open_story(page, server, article)
    server.kill()
    at.type_keys(page, "vd", 20)
    server.command("people", "sign-out", "mara.lindqvist")
    server.start()
    ended = page.locator(".fd-ended")
    expect(ended).to_contain_text("You are signed out here. 2 acts not saved yet", timeout=WAIT)
    page.get_by_role("link", name="Sign in again").click()
    sign_in(page, "tomas")
    expect(page.get_by_text("2 of somebody else's wait in this tab").first).to_be_visible()
    at.type_keys(page, "jjs", 20)
    page.wait_for_function("() => JSON.parse(sessionStorage.getItem('fact-desk-outbox')).length === 2")
    page.on("dialog", lambda dialog: dialog.accept())
    sign_out(page, server)
    page.goto(f"{server.address}/review?article={article}")
    sign_in(page, "mara.lindqvist")
    at.all_saved(page)
    people = {person.pk: person.handle for person in accounts.everyone(store).values()}
    done = [(people[r.person_id], r.rating) for c in at.kept(store, article) for r in c.reviews]
    assert sorted(done) == [("mara.lindqvist", "disputed"), ("mara.lindqvist", "verified"), ("tomas", "sourced")]


def test_a_reader_reads_and_is_offered_nothing_else(page, server, store, tmp_path):
    article = story(server, tmp_path)
    server.admit(page.context, server.seat("ines", "reader"))
    page.goto(f"{server.address}/review?article={article}")
    expect(page.get_by_text("You read here.")).to_be_visible()
    page.get_by_role("heading", name="History").wait_for()
    offered = page.get_by_role("button").all_inner_texts()
    assert not {"Verified", "Dismiss", "Add evidence", "Comment", "Undo last"} & set(offered)
    at.type_keys(page, "vdsxce", 20)
    assert at.unsaved(page) == [] and faults(page) == []
    expect(page.get_by_role("link", name="Audit")).to_have_count(0)
    page.goto(f"{server.address}/audit")
    expect(page.get_by_role("heading", name="Not open to you")).to_be_visible()
    assert all(not claim.reviews for claim in at.kept(store, article))


@pytest.fixture
def provider():
    """A real OpenID provider on loopback."""
    mara = User(sub="m-1", claims={"name": "Mara Lindqvist", "email": "mara@paper.example"})
    ines = User(sub="i-2", claims={"name": "Ines Okafor", "preferred_username": "ines"})
    with run_server_in_thread(user_claims=[mara, ines]) as running:
        yield f"http://localhost:{running.server_port}"


def through_provider(page: Page, provider: str, subject: str) -> None:
    page.wait_for_url(f"{provider}/**")
    page.get_by_role("button", name=subject, exact=True).first.click()


def test_single_sign_on_by_a_real_provider(stranger, tmp_path, provider):
    server, page = Server(tmp_path), stranger
    client = {"ISSUER": provider, "CLIENT_ID": "desk", "CLIENT_SECRET": "a secret of the desk", "NAME": "Paper ID"}
    server.settings = {f"WORKBENCH_OIDC_{name}": value for name, value in client.items()}
    server.start().take_the_first_seat()
    desk = open_desk(read_settings(database_url=server.url_of_store))
    page.route(lambda url: not url.startswith((server.address, provider)), lambda route: route.abort())
    try:
        # Somebody the desk does not know is refused in words.
        page.goto(server.address)
        page.get_by_role("link", name="Sign in with Paper ID").click()
        through_provider(page, provider, "i-2")
        expect(page.get_by_text("Nobody here has this outside account")).to_be_visible()
        # Who refuses at the provider is told so.
        page.goto(f"{server.address}/sign-in")
        page.get_by_role("link", name="Sign in with Paper ID").click()
        page.get_by_role("button", name="Deny").click()
        expect(page.get_by_text("The outside sign-in was not finished")).to_be_visible()
        # Mara links hers on the account page, and is in by it from then on.
        page.goto(f"{server.address}/account")
        sign_in(page, "mara.lindqvist")
        page.get_by_role("link", name="Link an account").click()
        through_provider(page, provider, "m-1")
        assert faults(page) == []
        page.get_by_role("button", name="Link it").click()
        expect(page.get_by_text(f"Linked: an account at {provider}")).to_be_visible()
        sign_out(page, server)
        page.goto(f"{server.address}/people")
        page.get_by_role("link", name="Sign in with Paper ID").click()
        through_provider(page, provider, "m-1")
        expect(page.get_by_role("heading", name="People", exact=True)).to_be_visible()
        assert not [one for one in page.context.cookies(server.address) if one["name"].startswith("_streamlit_user")]
        sign_out(page, server)
        # Ines takes a seat by an invitation with hers, and no password.
        link = server.command("people", "invite", "--role", "checker").strip()
        page.goto(f"{server.address}/join?{link.partition('?')[2]}")
        page.get_by_role("link", name="Use Paper ID in place of a password").click()
        through_provider(page, provider, "i-2")
        assert faults(page) == []
        expect(page.get_by_label("Name")).to_have_value("Ines Okafor")
        page.get_by_role("button", name="Join").click()
        expect(page.get_by_role("link", name="Ines Okafor")).to_be_visible()
        ines = accounts.named(desk, "ines")
        assert [one.secret for one in linking.linked(desk, ines)] == [f"{provider} i-2"]
        acts = [event.act for event in viewing.log(desk)]
        assert acts.count("identity.link") == 1 and acts.count("session.begin") == 4
    finally:
        desk.store.close()
        server.stop()
