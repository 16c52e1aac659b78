"""The whole line: hand in, walk, rate by keys, attach evidence, export the report, read the ratings back from it."""

import csv
import json
import re
from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError, expect

from tests.browser import desk as at
from tests.browser.story import TEXT, TITLE
from workbench.desk import open_desk
from workbench.services import viewing
from workbench.settings import read_settings


@pytest.fixture
def store(server):
    desk = open_desk(read_settings(database_url=server.url_of_store))
    yield desk
    desk.store.close()


@pytest.fixture
def policy():
    """Every rating counts at once, so that the line is about the line."""
    return ""


@pytest.fixture
def foreign(page, server):
    """The addresses of other hosts that the page asked for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if not _own(request.url, server) else None)
    return asked


def _own(url, server):
    return url.startswith((server.address, f"ws://127.0.0.1:{server.port}", "data:", "blob:"))


def attach_evidence(page, source, words, locator):
    page.keyboard.press("e")
    form = page.get_by_role("form", name="New evidence")
    form.get_by_label("Source").fill(source)
    form.get_by_label("Stance").select_option("supports")
    form.get_by_label("Tier").select_option("primary")
    form.get_by_label("Exact words").fill(words)
    form.get_by_label("Where in it").fill(locator)
    form.get_by_role("button", name="Keep evidence").click()
    expect(form).to_be_hidden()


def report_of(page, server, format):
    page.goto(f"{server.address}/audit")
    box, wanted = page.get_by_role("combobox", name=re.compile("Format")), format.upper()
    # A page that is still being drawn for the first time draws the choice anew and shuts it.
    for _ in range(5):
        box.click()
        with suppress(TimeoutError):
            page.get_by_role("option", name=wanted).click(timeout=4_000)
            break
    else:
        pytest.fail(f"{wanted} could not be chosen")
    page.get_by_role("button", name="Make the report").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the report").click()
    return download.value.path().read_bytes()


def test_a_story_from_paste_to_report(page, server, store, foreign):
    at.hand_in_by_paste(page, server, TITLE, TEXT)
    (line,) = viewing.inbox(store)
    article = line.article.pk
    claims = at.kept(store, article)
    labels = [claim.claim.label for claim in claims]
    assert "30 NATO leaders will meet in Brussels" in labels
    for what in ("$13.6 billion aid", "$1.5 trillion spending bill"):
        assert any(label.startswith(what) and "NATO" not in label for label in labels)

    # Walk them all: j goes to the next, and the judging block names what is judged.
    heading = page.get_by_role("group", name="Judge the claim").get_by_role("heading")
    page.keyboard.press("k")
    for _ in claims:
        page.keyboard.press("k")
    for label in labels:
        expect(heading).to_have_text(label)
        page.keyboard.press("j")

    for _ in claims:
        page.keyboard.press("k")
    keys = "".join("vds"[number % 3] for number in range(len(claims)))
    attach_evidence(page, "Record of the house", "The act gives 13.6 billion dollars", "page 4")
    at.type_keys(page, keys, 30)
    at.all_saved(page)
    wanted = [at.KEYS[key] for key in keys]
    assert [claim.standing.shown for claim in at.kept(store, article)] == wanted
    expect(page.locator("mark[data-rating=open]")).to_have_count(0)

    table = list(csv.DictReader(report_of(page, server, "csv").decode("utf-8-sig").splitlines()))
    assert [row["rating"] for row in table] == wanted
    record = json.loads(report_of(page, server, "json"))
    assert [claim["label"] for claim in record["claims"]] == labels
    html = report_of(page, server, "html").decode()
    page.set_content(html)
    told = page.locator("article[data-rating]").evaluate_all(
        "all => all.map(a => [Number(a.id.slice(1)), a.dataset.rating])"
    )
    assert [rating for _, rating in sorted(told)] == wanted
    assert "Record of the house" in html and "page 4" in html
    server.command("audit", "verify", "--seal", re.search(r"\d+:[0-9a-f]{64}", html)[0])
    assert foreign == []


def test_undo_and_dismiss(page, server, store):
    at.hand_in_by_paste(page, server, TITLE, TEXT)
    article = viewing.inbox(store)[0].article.pk
    at.type_keys(page, "vdxu", 20)
    at.all_saved(page)
    shown = [claim.standing.shown for claim in at.kept(store, article)]
    assert shown[:3] == ["verified", "disputed", "open"]
    page.reload()
    at.ready(page)
    page.keyboard.press("u")
    at.all_saved(page)
    assert at.kept(store, article)[1].standing.shown == "open"


def test_marks_joined_are_the_claims_text(page, server, store):
    at.hand_in_by_paste(page, server, TITLE, TEXT)
    article = viewing.inbox(store)[0].article.pk
    for claim in at.kept(store, article):
        marks = page.locator(f"mark[data-claim-id='{claim.claim.pk}']")
        joined = "".join(marks.evaluate_all("all => all.map(mark => mark.textContent)"))
        assert joined == claim.claim.text


def test_a_click_opens_the_card_of_that_claim(page, server, store):
    at.hand_in_by_paste(page, server, TITLE, TEXT)
    article = viewing.inbox(store)[0].article.pk
    claim = next(c.claim for c in at.kept(store, article) if c.claim.amount == "13600000000")
    page.locator(f"mark[data-claim-id='{claim.pk}']").first.click()
    card = page.get_by_role("group", name="Judge the claim")
    expect(card.get_by_role("heading")).to_have_text(claim.label)
    expect(card).to_contain_text("13,600,000,000")
    assert f"claim={claim.pk}" in page.url


def test_a_first_start_explains_itself_and_opens_the_example(page, server):
    server.command("seed")
    page.goto(server.address)
    expect(page.get_by_role("heading", name="Check every claim before the story runs")).to_be_visible()
    page.get_by_role("button", name="Open the example story").click()
    at.ready(page)


def test_files_that_cannot_be_read_are_refused_in_words(page, server, tmp_path, store):
    empty, good = tmp_path / "empty.txt", tmp_path / "good.txt"
    empty.write_text("")
    good.write_text(f"{TITLE}\n\n{TEXT}", encoding="utf-8")
    page.goto(server.address)
    page.locator("input[type=file]").set_input_files([str(empty), str(good)])
    expect(page.get_by_text("Not read.")).to_be_visible()
    expect(page.get_by_text("✓ Handed in.")).to_be_visible()
    assert len(viewing.inbox(store)) == 1


def test_a_withdrawn_story_says_so_at_its_address(page, server, store):
    at.hand_in_by_paste(page, server, TITLE, TEXT)
    article = viewing.inbox(store)[0].article.pk
    server.command("withdraw", str(article), "--reason", "handed in by mistake")
    page.goto(f"{server.address}/review?article={article}")
    expect(page.get_by_text("withdrawn").first).to_be_visible()
    expect(page.locator("mark")).to_have_count(0)
