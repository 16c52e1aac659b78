from datetime import UTC, date, timedelta

import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.queue import Due, Order, Query, Shows, View
from workbench.services import assigning, importing, keeping_views, queueing, reviewing, seeding


@pytest.fixture
def stories(desk, mara):
    texts = {
        "Ships in": "The harbour counted 31 ships and 4 tugs on Monday.",
        "Fire at the depot": "We saw 9 engines, 2 ladders and 7 hoses.",
        "Later story": "There were 5 apples and 6 pears in Zürich.",
    }
    days = [date(2022, 3, 15), date(2022, 3, 16), None]
    made = [
        importing.hand_in(desk, reading(text, title, published=day), by=mara).article.pk
        for (title, text), day in zip(texts.items(), days, strict=True)
    ]
    now = desk.clock()
    assigning.schedule(desk, made[0], now + timedelta(hours=2), by=mara)
    assigning.schedule(desk, made[1], now - timedelta(hours=1), by=mara)
    return made


def labels(desk, by, **query):
    return [line.label for line in queueing.page(desk, Query(**query), by=by).lines]


def test_claims_are_asked_for_by_all_that_is_known_of_them(desk, mara, stories):
    first = queueing.page(desk, Query(), by=mara)
    assert (first.total, first.after, set(first.titles)) == (7, None, set(stories))
    assert labels(desk, mara, story=stories[1], order=Order.STORY) == ["9 engines", "2 ladders", "7 hoses"]
    assert labels(desk, mara, order=Order.STORY)[:3] == ["5 apples", "6 pears", "9 engines"]
    assert labels(desk, mara, order=Order.NEWEST)[:2] == ["6 pears", "5 apples"]
    assert labels(desk, mara, order=Order.DUE)[:4] == ["9 engines", "2 ladders", "7 hoses", "31 ships"]
    assert labels(desk, mara, due=Due.LATE) == ["9 engines", "2 ladders", "7 hoses"]
    assert labels(desk, mara, due=Due.NONE) == ["5 apples", "6 pears"]
    assert len(labels(desk, mara, view=View.TODAY)) == 5
    assert labels(desk, mara, due=Due.TOMORROW) == []
    assert labels(desk, mara, day=date(2022, 3, 15)) == ["31 ships", "4 tugs"]
    assert labels(desk, mara, kind="money") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ships", ["31 ships"]),
        ("SHI", ["31 ships"]),
        ("thirty", []),
        ("31", ["31 ships"]),
        ("depot engines", ["9 engines"]),
        ("zurich", ["5 apples", "6 pears"]),
        ('ships" OR "tugs', []),
        ("NOT ships", []),
        ("' | & ! : * ( ) \\", None),
        ("", None),
    ],
)
def test_words_typed_are_words_and_nothing_else(desk, mara, stories, typed, found):
    shown = labels(desk, mara, text=typed)
    # The sentence belongs to each of its claims, so words of the sentence find them all.
    expected = {"ships": {"31 ships", "4 tugs"}, "SHI": {"31 ships", "4 tugs"}, "31": {"31 ships", "4 tugs"}}
    expected |= {"depot engines": {"9 engines", "2 ladders", "7 hoses"}}
    assert set(shown) == expected.get(typed, set(found) if found is not None else set(labels(desk, mara)))


def test_a_status_is_what_the_row_says(desk, mara, tomas, stories):
    claims = {line.label: line.claim_id for line in queueing.page(desk, Query(), by=mara).lines}
    reviewing.rate(desk, claims["31 ships"], by=mara, rating="verified")
    reviewing.rate(desk, claims["4 tugs"], by=mara, rating="verified")
    reviewing.undo(desk, claims["4 tugs"], by=mara)
    reviewing.dismiss(desk, claims["9 engines"], by=mara, reason="a name")
    reviewing.rate(desk, claims["2 ladders"], by=mara, rating="verified")
    reviewing.rate(desk, claims["2 ladders"], by=tomas, rating="disputed", reason="three")
    assigning.take(desk, claim=claims["7 hoses"], by=tomas)
    expected = {
        Shows.SETTLED: ["31 ships"],
        Shows.REOPENED: ["4 tugs"],
        Shows.DISMISSED: ["9 engines"],
        Shows.CONTESTED: ["2 ladders"],
        Shows.IN_REVIEW: ["7 hoses"],
        Shows.OPEN: ["4 tugs", "5 apples", "6 pears"],
        Shows.SECOND: [],
        Shows.PROVISIONAL: [],
    }
    assert {status: labels(desk, mara, status=status) for status in Shows} == expected
    assert len(labels(desk, mara, view=View.ALL)) == 7
    assert labels(desk, tomas, view=View.MINE) == labels(desk, mara, person=str(tomas.id)) == ["7 hoses"]
    assert labels(desk, mara, view=View.MINE) == []
    assert labels(desk, mara, person="somebody") == ["7 hoses"]
    counts = queueing.counts(desk, by=tomas)
    assert counts == {"open": 5, "mine": 1, "unassigned": 4, "second": 0, "contested": 1, "today": 3}


def test_pages_follow_each_other_in_every_order(desk, mara, monkeypatch, stories):
    monkeypatch.setattr(queueing, "PAGE", 2)
    for order in Order:
        seen, after = [], ""
        while after is not None:
            page = queueing.page(desk, Query(order=order, after=after, view=View.ALL), by=mara)
            seen += [line.claim_id for line in page.lines]
            after = page.after
        assert len(seen) == len(set(seen)) == 7
    assert queueing.page(desk, Query(after="nonsense"), by=mara).lines


def test_stories_come_soonest_first_and_the_untimed_after(desk, mara, stories):
    found = [(line.article.pk, line.counts) for line in queueing.stories(desk)]
    assert found == [(stories[1], {"open": 3}), (stories[0], {"open": 2}), (stories[2], {"open": 2})]


def test_examples_are_the_queue_until_there_is_a_story_of_ones_own(desk, mara):
    seeding.seed(desk, by=mara)
    examples = queueing.count(desk, Query(), by=mara)
    assert examples > 0
    importing.hand_in(desk, reading(), by=mara)
    assert queueing.count(desk, Query(), by=mara) == 2


def test_views_are_kept_renamed_and_thrown_away(desk, mara, tomas):
    query = Query(kind="money", text="aid", order=Order.DUE)
    kept = keeping_views.save(desk, "Money  first", query, by=mara)
    assert kept.name == "Money first" and Query.read(kept.query) == query
    assert keeping_views.saved(desk, by=tomas) == []
    again = keeping_views.save(desk, "Money first", Query(), by=mara)
    assert [view.pk for view in keeping_views.saved(desk, by=mara)] == [again.pk]
    assert keeping_views.rename(desk, again.pk, "All", by=mara).name == "All"
    with pytest.raises(NotFoundError):
        keeping_views.throw_away(desk, again.pk, by=tomas)
    keeping_views.throw_away(desk, again.pk, by=mara)
    assert keeping_views.saved(desk, by=mara) == []
    with pytest.raises(InputError, match="needs a name"):
        keeping_views.save(desk, "  ", query, by=mara)


def test_an_address_that_says_nonsense_asks_for_what_is_left_of_it():
    asked = {
        "view": "mine",
        "kind": "gold",
        "story": "x",
        "person": "1; DROP",
        "day": "32",
        "q": "a" * 300,
        "due": "late",
    }
    assert Query.read(asked) == Query(view=View.MINE, due=Due.LATE)
    assert Query.read({"story": "9" * 30}) == Query()


def test_days_begin_where_the_reader_is(desk, mara, stories):
    from zoneinfo import ZoneInfo

    # 11:00 in UTC, when the first story runs, is the next day in Kiritimati already.
    count = queueing.count(desk, Query(view=View.TODAY), by=mara, zone=ZoneInfo("Pacific/Kiritimati"))
    assert count == 3
    assert queueing.count(desk, Query(view=View.TODAY), by=mara, zone=UTC) == 5


def test_the_way_on_leads_to_another_story_and_past_what_is_done_judged_or_with_somebody(desk, mara, tomas, stories):
    def on(leaving, **asked):
        line = queueing.onward(desk, Query(order=Order.STORY, **asked), by=mara, leaving=leaving)
        return line and (line.article_id, line.label)

    claims = {line.label: line.claim_id for line in queueing.page(desk, Query(), by=mara).lines}
    assert on(stories[0]) == (stories[2], "5 apples")
    assert on(stories[2]) == (stories[1], "9 engines")
    assigning.take(desk, claim=claims["5 apples"], by=tomas)
    assert on(stories[0]) == (stories[2], "6 pears")
    assert on(stories[0], story=stories[1]) == (stories[1], "9 engines")
    reviewing.rate(desk, claims["6 pears"], by=mara, rating="verified")
    reviewing.rate(desk, claims["6 pears"], by=tomas, rating="disputed")
    assert on(stories[0]) == (stories[1], "9 engines")
    assert on(stories[1], view=View.CONTESTED) is None
    assigning.take(desk, article=stories[1], by=mara)
    assert on(stories[0], view=View.MINE) == (stories[1], "9 engines")
    # Its own story's claims are no way on: the whole queue is.
    assert on(stories[1], story=stories[1], view=View.ALL)[0] == stories[0]


@pytest.mark.parametrize("asked", [{"story": "9" * 19}, {"story": "-1"}, {"after": f"{'9' * 30}_1"}], ids=str)
def test_numbers_that_no_database_keeps_ask_for_nothing(desk, mara, stories, asked):
    assert queueing.page(desk, Query.read(asked), by=mara).total == 7
