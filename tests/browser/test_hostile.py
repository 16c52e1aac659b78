"""Hostile words in every field, on every page: shown as words, nothing run, nothing fetched, nothing broken."""

import re
from dataclasses import replace
from html import escape

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser import desk as at
from tests.browser.hostile import WORDS, Eye, Filled, contest, fill, hand_in
from tests.browser.serving import Server
from tests.browser.test_screens import faults
from tests.making import CHEAP, PASSWORD, PlainExtractor
from workbench.desk import open_desk
from workbench.services import accounts, correcting, reporting, signing
from workbench.services.rights import plain
from workbench.settings import read_settings
from workbench.ui.signed_in import COOKIE

FIELDS = {"Source": "source", "Where in it": "locator", "Goes back to": "origin", "Address": "javascript:"}


@pytest.fixture
def store(server: Server):
    desk = open_desk(read_settings(database_url=server.url_of_store))
    yield replace(desk, load_extractor=PlainExtractor, hasher=CHEAP)
    desk.store.close()


def come_to(server: Server, store, it: Filled) -> None:
    """Its person looks at its contested claim, so that others see their name there."""
    token = signing.sign_in(store, it.handle, PASSWORD)
    told = {"window": it.handle, "article": it.article, "claim": it.claims[0], "since": 0}
    httpx.post(f"{server.address}/live", json=told, cookies={COOKIE: token}).raise_for_status()


def test_every_page_shows_the_words_of_every_field_as_words(page: Page, server: Server, store) -> None:
    me = accounts.named(store, server.person)
    filled = [fill(store, kind, by=me) for kind in WORDS]
    for it in filled:
        come_to(server, store, it)
    eye = Eye(page, server)
    look_at_lists(page, server, eye, filled)
    for it in filled:
        look_at_story(page, server, eye, it)
        made = reporting.export(store, it.article, by=me, format="html")
        page.set_content(made.data.decode())
        eye.sees(
            *it.shown(*["title", "author", "label", "source", "exact", "locator", "reason", "person"], "why dismissed")
        )
    for it in filled:
        contest(store, it, by=me)
    eye.goes("for-you")
    eye.sees(*shown(filled, "person", "label", "title", "contest"))
    gone = Filled("markup")
    gone.article = hand_in(store, gone, by=me)
    correcting.withdraw(store, gone.article, by=me, reason=gone.said("why withdrawn", 500))
    eye.goes("audit")
    eye.sees(*filled[-1].shown("person", "contest", "label"), *gone.shown("title", "why withdrawn"))
    eye.goes(f"review?article={gone.article}")
    eye.sees(*gone.shown("title"))
    page.goto("about:blank")  # A page that is left open asks on, and is refused.
    page.context.clear_cookies()
    eye.goes(f"join?token={filled[0].link}")
    eye.sees(*filled[0].shown("invited"))
    eye.goes("sign-in")
    page.get_by_label("Handle").fill(filled[0].said("handle", 100))
    page.get_by_label("Password").fill("no such password")
    page.get_by_role("button", name="Sign in", exact=True).click()
    eye.sees(*filled[0].shown("handle"), "do not fit")
    assert "\n".join(eye.faults()) == ""


def shown(filled: list[Filled], *names: str) -> list[str]:
    return [words for it in filled for words in it.shown(*names)]


def look_at_lists(page: Page, server: Server, eye: Eye, filled: list[Filled]) -> None:
    """What shows every story, source, fault or person."""
    eye.goes("")
    eye.sees(*shown(filled, "title", "author", "publisher"))
    page.get_by_role("button", name="Check the fields of title <img").click()
    page.get_by_role("dialog").get_by_text("Came from").wait_for()
    eye.sees(*filled[0].shown("title", "author", "publisher", "file"))
    eye.goes("queue?view=all")
    eye.sees(*shown(filled, "title", "label", "added", "person", "view"))
    search = page.get_by_label("Search claims, stories, people")
    room = page.locator(".fd.queue")
    for it in filled:
        search.fill(it.said("label", 200))
        search.press("Enter")
        expect(room).to_have_attribute("data-asked", re.compile(re.escape(it.said("label", 10))))
        eye.sees()
    eye.goes("sources")
    eye.sees(*shown(filled, "source", "origin", "notes"))
    eye.goes("extractor")
    eye.sees(*shown(filled, "added", "why dismissed", "title"))
    eye.goes("people")
    eye.sees(*shown(filled, "person", "invited"))


def look_at_story(page: Page, server: Server, eye: Eye, it: Filled) -> None:
    """A story and three of its claims, a source of theirs and its kept page."""
    eye.goes(f"review?article={it.article}")
    at.ready(page)
    eye.sees(*it.shown("title", "author", "publisher", "story", "person", "added"))
    evidence = ("source", "origin", "exact", "locator", "why taken back")
    said = [("label", "about", "reason", "comment", "why put right", *evidence), ("why dismissed",)]
    for claim, names in zip(it.claims, [*said, ("speaker", "why disputed", "why spoken")], strict=False):
        page.locator(f"mark[data-claim-id='{claim}']").first.click()
        eye.sees(*it.shown(*names))
    eye.goes(f"kept?page={it.page}&evidence={it.evidence}")
    eye.sees(*it.shown("page title", "page", "page file", "person", "exact", "label"))
    eye.goes(f"sources?source={it.source}")
    eye.sees(*it.shown("source", "origin", "notes", "exact", "locator", "label", "title"))


@pytest.mark.parametrize("kind", [k if k == "markup" else pytest.param(k, marks=pytest.mark.soak) for k in WORDS])
def test_what_is_typed_into_the_forms_is_kept_and_shown_as_words(page: Page, server: Server, kind: str) -> None:
    it, eye = Filled(kind), Eye(page, server)
    text = f"March 15, 2022\n\nThe port counted 31 ships. {it.said('story')}"
    at.hand_in_by_paste(page, server, plain(it.said("title", 900)), text)
    type_on_the_desk(page, it)
    eye.sees(*it.shown("title", "story", "label", "source", "origin", "exact", "locator", "reason", "comment", "why"))
    eye.goes("kept?page=1&evidence=1")
    eye.sees(*it.shown("page title", "exact", "label"))
    assert faults(page) == []
    type_in_other_rooms(page, eye, it)
    assert "\n".join(eye.faults()) == ""


def type_on_the_desk(page: Page, it: Filled) -> None:
    """Everything that can be typed around a claim."""
    judge = page.get_by_role("group", name="Judge the claim")
    page.locator("mark", has_text="31 ships").first.click()
    page.keyboard.press("w")
    page.get_by_label("Reason").first.fill(it.said("reason"))
    page.keyboard.press("Escape")
    page.keyboard.press("v")
    page.locator("mark", has_text="31 ships").first.click()
    page.keyboard.press("c")
    judge.get_by_label("Comment", exact=True).fill(it.said("comment"))
    judge.get_by_role("button", name="Send comment").click()
    judge.get_by_role("button", name="Correct the fields").click()
    form = page.get_by_role("form", name="Correct the claim")
    form.get_by_label("Label").fill(it.said("label", 500))
    form.get_by_label("Unit").fill(it.said("unit", 500))
    form.get_by_label("Why").fill(it.said("why", 500))
    form.get_by_role("button", name="Keep the correction").click()
    page.keyboard.press("e")
    form = page.get_by_role("form", name="New evidence")
    for label, name in (
        ("Source", "source"),
        ("Where in it", "locator"),
        ("Goes back to", "origin"),
        ("Address", "javascript:"),
    ):
        form.get_by_label(label, exact=True).fill(it.said(name, 490))
    form.get_by_label("Exact words").fill(it.said("exact"))
    data = f"<title>{it.said('page title', 300)}</title><p>{escape(it.said('exact'))}</p>".encode()
    file = {"name": f"{it.said('file', 200)}.html", "mimeType": "text/html", "buffer": data}
    form.get_by_label("Or keep a file").set_input_files(file)
    form.get_by_role("button", name="Keep evidence").click()
    expect(page.get_by_role("region", name="Evidence").get_by_role("link", name="kept")).to_be_visible()
    at.all_saved(page)
    expect(page.get_by_text("Not kept:")).to_have_count(0)


def type_in_other_rooms(page: Page, eye: Eye, it: Filled) -> None:
    """A view's name, a source's notes and contact, a guest's name, a file's name, a story's fields and its end."""
    eye.goes("queue?view=all&kind=count")
    page.get_by_role("button", name="Save this view").click()
    page.get_by_label("Name of the view").fill(it.said("view", 100))
    page.get_by_role("button", name="Keep the view").click()
    eye.sees(*it.shown("view"))
    eye.goes("sources?source=1")
    for label, name in (("How far to trust it", "notes"), ("Contact, confidential", "contact")):
        page.get_by_label(label).fill(it.said(name, 2_000))
    page.get_by_role("button", name="Keep these fields").click()
    eye.sees(*it.shown("notes", "contact"))
    assert faults(page) == []
    page.get_by_label("Search").fill(it.said("sought", 300))
    page.get_by_label("Search").press("Enter")
    eye.sees("No source fits these words.")
    eye.goes("people")
    page.get_by_label("Name").fill(it.said("guest", 200))
    page.get_by_role("button", name="Make the link").click()
    eye.sees("good once", *it.shown("guest"))
    eye.goes("")
    file = {"name": f"{it.said('file', 200)}.txt", "mimeType": "text/plain", "buffer": b"\x00\x01\x02"}
    page.locator("input[type=file]").set_input_files(file)
    eye.sees("Not read.", *it.shown("file"))
    page.get_by_role("button", name="Check the fields of title").last.click()
    dialog = page.get_by_role("dialog")
    for label, name in (("Author", "author"), ("Publisher", "publisher"), ("Address", "address")):
        dialog.get_by_label(label).fill(it.said(name, 400))
    dialog.get_by_role("button", name="Keep these fields").click()
    eye.sees(*it.shown("author", "publisher"))
    page.get_by_role("button", name="Check the fields of title").last.click()
    dialog.get_by_role("button", name="Withdraw the story").click()
    page.get_by_label("Why").fill(it.said("withdrawn", 500))
    page.get_by_role("button", name="Withdraw it").click()
    page.get_by_role("dialog", name="About this story").wait_for(state="hidden")
    eye.goes("audit")
    eye.sees(*it.shown("withdrawn"))
