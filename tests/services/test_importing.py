import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotAllowedError, WorkbenchError
from workbench.domain.person import Role
from workbench.services import correcting, importing, viewing


def test_a_story_is_kept_whole(desk, mara):
    story = reading(author="Ines Okafor", origins={"author": "page metadata"}, outside_id="wire-7")
    done = importing.hand_in(desk, story, by=mara)
    assert (done.is_new, done.claims, done.revision.number) == (True, 2, 1)
    kept = viewing.story(desk, done.article.pk)
    assert kept.article.reference == "wire-7"
    assert kept.article.author == "Ines Okafor" and kept.article.origins == {"author": "page metadata"}
    assert kept.revision.text == story.text
    assert [c.claim.text for c in kept.claims] == ["31 ships", "4 tugs"]
    assert all(kept.revision.text[c.claim.start : c.claim.end] == c.claim.text for c in kept.claims)
    assert kept.extraction.rules_version == "plain 1"
    assert viewing.original(desk, kept.original.pk).data == story.original.data


def test_an_act_is_one_event(desk, mara):
    importing.hand_in(desk, reading(), by=mara)
    acts = [event.act for event in viewing.log(desk)]
    assert acts == ["article.import", "person.add"]


def test_the_same_bytes_twice_are_one_article(desk, mara):
    first = importing.hand_in(desk, reading(), by=mara)
    again = importing.hand_in(desk, reading(), by=mara)
    assert (again.is_new, again.article.id, again.claims) == (False, first.article.id, 2)
    assert len(viewing.inbox(desk)) == 1
    assert desk.extractor.asked == ["Ships in"]


def test_the_same_text_with_other_fields_is_to_be_confirmed(desk, mara):
    first = importing.hand_in(desk, reading(author="Ines Okafor"), by=mara)
    again = importing.hand_in(desk, reading(title="Harbour full", author="Levi Brandt", guesses=["title"]), by=mara)
    assert again.article.id == first.article.id
    kept = viewing.story(desk, first.article.pk).article
    assert kept.author == "Ines Okafor"
    assert kept.to_confirm == {"author": "Levi Brandt"}
    assert viewing.log(desk)[0].act == "article.again"


def test_a_story_withdrawn_and_handed_in_again_is_a_new_article(desk, mara):
    first = importing.hand_in(desk, reading(), by=mara)
    correcting.withdraw(desk, first.article.pk, by=mara, reason="sent too early")
    again = importing.hand_in(desk, reading(), by=mara)
    assert again.is_new and again.article.id != first.article.id


def test_a_story_withdrawn_while_it_is_handed_in_again_is_a_new_article(desk, mara, monkeypatch):
    first, known = importing.hand_in(desk, reading(), by=mara), importing.known

    def withdrawn_meanwhile(desk, story):
        found = known(desk, story)
        correcting.withdraw(desk, first.article.pk, by=mara, reason="sent too early")
        return found

    monkeypatch.setattr(importing, "known", withdrawn_meanwhile)
    again = importing.hand_in(desk, reading(), by=mara)
    assert again.is_new and again.claims == 2


def test_a_reader_may_not_hand_in(desk, mara):
    with pytest.raises(NotAllowedError, match="hand in stories"):
        importing.hand_in(desk, reading(), by=mara.with_(roles=[Role.READER]))
    assert viewing.inbox(desk) == []


def test_many_stories_keep_their_order_and_what_was_refused(desk, mara):
    importing.hand_in(desk, reading("There were 5 boats.", "Two"), by=mara)
    handed = [
        reading("There were 9 boats.", "One"),
        reading("There were 5 boats.", "Two"),
        InputError("three.pdf is empty."),
        reading("There were 7 boats and 2 rafts.", "Four"),
        reading("There were 5 boats.", "Two"),
    ]
    done = list(importing.hand_in_all(desk, iter(handed), by=mara))
    titles = [str(d) if isinstance(d, WorkbenchError) else f"{d.article.title} {d.claims} {d.is_new}" for d in done]
    assert titles == ["One 1 True", "Two 1 False", "three.pdf is empty.", "Four 2 True", "Two 1 False"]
    assert desk.extractor.asked == ["Two", "One", "Four"]
