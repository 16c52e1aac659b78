"""What the judging block asks for, says and lets one put right, by keys and by mouse."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import desk as at
from tests.browser.story import TEXT, TITLE
from workbench.desk import open_desk
from workbench.services import accounts, auditing, correcting_claims, sourcing, viewing
from workbench.settings import read_settings

AID = "$13.6 billion in aid"


@pytest.fixture
def store(server):
    desk = open_desk(read_settings(database_url=server.url_of_store))
    yield desk
    desk.store.close()


@pytest.fixture
def article(page, server, store):
    at.hand_in_by_paste(page, server, TITLE, f"March 15, 2022\n\n{TEXT}")
    return viewing.inbox(store)[0].article.pk


def checked(store, article, label):
    return next(one for one in at.kept(store, article) if label in (one.claim.label, one.claim.text))


def choose(page, store, article, label):
    page.locator(f"mark[data-claim-id='{checked(store, article, label).claim.pk}']").first.click()
    judge = page.get_by_role("group", name="Judge the claim")
    expect(judge.get_by_role("heading").first).to_have_text(checked(store, article, label).claim.label)
    return judge


def test_what_is_missing_stands_beside_the_button_and_a_rating_counts_once_it_is_there(page, store, article):
    judge = choose(page, store, article, AID)
    expect(judge).to_contain_text("Needs evidence with its place in the source")
    page.keyboard.press("s")
    at.all_saved(page)
    mark = page.locator(f"mark[data-claim-id='{checked(store, article, AID).claim.pk}']").first
    expect(mark).to_have_attribute("data-provisional", "true")
    expect(page.get_by_text("1 provisional")).to_be_visible()
    assert checked(store, article, AID).standing.counted == "provisional"
    choose(page, store, article, AID)
    page.keyboard.press("e")
    form = page.get_by_role("form", name="New evidence")
    form.get_by_label("Source").fill("Congressional record")
    form.get_by_label("Exact words").fill("$13.6 billion")
    form.get_by_label("Where in it").fill("page 4")
    form.get_by_role("button", name="Keep evidence").click()
    at.all_saved(page)
    expect(mark).not_to_have_attribute("data-provisional", "true")
    expect(judge).to_contain_text("✓ Ready.")
    assert checked(store, article, AID).standing.counted == "sourced"


def test_a_reason_and_the_note_that_none_was_found_go_with_the_key(page, store, article):
    judge = choose(page, store, article, AID)
    page.keyboard.press("w")
    page.keyboard.type("No such sum in any bill")
    page.keyboard.press("Escape")
    judge.get_by_label("Evidence was looked for").check()
    expect(judge).not_to_contain_text("your reason")
    # The tick box has the focus; it is no text field, so the keys go on.
    page.keyboard.press("d")
    at.all_saved(page)
    stands = checked(store, article, AID)
    assert (stands.standing.counted, stands.reviews[0].none_found) == ("disputed", True)


def test_a_story_that_comes_anew_leaves_a_reader_who_is_about_to_write_alone(page, server, store, article):
    judge = choose(page, store, article, AID)
    other = at.kept(store, article)[0].claim.pk
    page.keyboard.press("w")
    correcting_claims.correct_claim(
        store, other, by=accounts.named(store, server.person), fields={"label": "Put right meanwhile"}
    )
    page.locator("mark[title*='Put right meanwhile']").first.wait_for()
    page.keyboard.type("vds")
    expect(judge.get_by_label("Reason")).to_have_value("vds")


def test_a_comment_by_key_stands_in_the_history(page, store, article):
    choose(page, store, article, AID)
    page.keyboard.press("c")
    page.keyboard.type("@mara")
    page.get_by_role("group", name="People to call").get_by_role("button", name="Mara Lindqvist").click()
    page.keyboard.type("the bill is out: <b>page 4</b>")
    page.keyboard.press("Control+Enter")
    at.all_saved(page)
    expect(page.get_by_text("@mara.lindqvist the bill is out: <b>page 4</b>").first).to_be_visible()
    assert auditing.verify(store) is None


def test_a_label_is_put_right_and_the_story_reads_so(page, store, article):
    judge = choose(page, store, article, AID)
    judge.get_by_role("button", name="Correct the fields").click()
    form = page.get_by_role("form", name="Correct the claim")
    form.get_by_label("Label").fill("$13.6 billion for Ukraine")
    form.get_by_label("Amount").fill("13,600,000,001")
    form.get_by_role("button", name="Keep the correction").click()
    at.all_saved(page)
    expect(judge.get_by_role("heading").first).to_have_text("$13.6 billion for Ukraine")
    expect(judge).to_contain_text("13,600,000,001")
    assert checked(store, article, "$13.6 billion for Ukraine").claim.amount == "13600000001"


def test_what_is_typed_into_a_form_waits_while_the_reader_walks_on(page, store, article):
    judge = choose(page, store, article, AID)
    expect(page).to_have_title(re.compile("^Leaders gather in Brussels"))
    judge.get_by_role("button", name="Correct the fields").click()
    right = page.get_by_role("form", name="Correct the claim")
    right.get_by_label("Label").fill("$13.6 billion for Ukraine")
    page.keyboard.press("Escape")
    expect(right).to_be_hidden()
    page.keyboard.press("e")
    form = page.get_by_role("form", name="New evidence")
    form.get_by_label("Source").fill("Congress")
    page.keyboard.press("Escape")
    expect(form).to_be_visible()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("k")
    judge.get_by_role("button", name="Correct the fields").click()
    expect(right.get_by_label("Label")).to_have_value("$13.6 billion for Ukraine")
    right.get_by_role("button", name="Cancel").click()
    page.keyboard.press("e")
    expect(form.get_by_label("Source")).to_have_value("Congress")
    assert [len(one.citations) for one in at.kept(store, article)] == [0] * len(at.kept(store, article))


def test_words_selected_in_the_story_become_a_claim_that_was_missed(page, store, article):
    before = len(at.kept(store, article))
    page.evaluate(
        """() => {
          const walk = document.createTreeWalker(document.querySelector(".story"), NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const at = node.data.indexOf("Prices in the region");
            if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + 20);
          }
        }"""
    )
    page.get_by_role("button", name="Add a claim").click()
    form = page.get_by_role("form", name="Add a claim")
    form.get_by_label("Label").fill("Prices are rising")
    form.get_by_role("button", name="Add the claim").click()
    at.all_saved(page)
    expect(page.locator("mark", has_text="Prices in the region")).to_be_visible()
    added = checked(store, article, "Prices are rising").claim
    assert (added.text, added.kind, len(at.kept(store, article))) == ("Prices in the region", "statement", before + 1)


def cite(store, server, claim, words):
    by = accounts.named(store, server.person)
    sourcing.add_evidence(
        store, claim, by=by, source="The log", tier="primary", stance="supports", words=words, locator="p. 1"
    )


def test_the_next_card_is_whole_before_the_desk_answers_and_told_of_what_was_added_since(page, server, store, article):
    first, second, third = (one.claim.pk for one in at.kept(store, article)[:3])
    cite(store, server, second, "Thirty came, says the log.")
    page.locator(f"mark[data-claim-id='{first}']").first.click()
    card = page.locator(".fd.card")
    expect(card).to_have_attribute("data-claim", str(first))
    page.wait_for_function("id => __factDesk.cards.get(id)?.evidence.length", arg=second)
    page.route("**/live", lambda route: None)
    page.keyboard.press("v")
    expect(card).to_have_attribute("data-claim", str(second))
    expect(card).to_contain_text("Thirty came, says the log.")
    page.unroute_all(behavior="ignoreErrors")
    page.reload()
    at.ready(page)
    page.locator(f"mark[data-claim-id='{second}']").first.click()
    page.wait_for_function("id => __factDesk.cards.has(id)", arg=third)
    cite(store, server, third, "Said afterwards.")
    page.keyboard.press("j")
    expect(card).to_have_attribute("data-claim", str(third))
    expect(card).to_contain_text("Said afterwards.")
