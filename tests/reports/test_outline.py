"""Whether a story may run, what stands in the way, and what became of each review."""

from tests.stories import PEOPLE, TEXT, checked, claim, dismiss, rate, report, story, tram_story, undo
from workbench.domain.policy import Asks, Policy
from workbench.domain.review import Standing, Status, settle
from workbench.reports.outline import outline


def said(*claims):
    return outline(report(story(*claims)))


def any_claim(*reviews):
    return checked(claim("7 kilometres", "measure"), *reviews)


def with_status(status):
    return any_claim().model_copy(update={"standing": Standing(status=status)})


def test_a_story_with_all_settled_is_ready_to_run():
    found = said(any_claim(rate("verified")), any_claim(rate("sourced")), any_claim(dismiss()))
    assert (found.answer, found.because) == ("Ready to run", "2 settled, 1 dismissed, none stands in the way")
    assert found.obstacles == []


def test_a_story_without_claims_says_that_nothing_was_checked():
    assert (said().answer, said().because) == ("Nothing checked", "No claims found in this story")


def test_one_claim_in_the_way_is_told_in_the_singular():
    found = said(any_claim(), any_claim(rate("verified")))
    assert (found.answer, found.because) == ("Not yet", "1 of 2 claims stands in the way")
    assert [obstacle.words for obstacle in found.obstacles] == ["1 claim nobody has rated"]


def test_each_reason_is_one_line_with_its_claims():
    found = outline(report(tram_story()))
    assert [(o.words, [e.checked.claim.number for e in o.entries]) for o in found.obstacles] == [
        ("2 claims nobody has rated", [1, 10]),
        ("1 disputed and still in the text", [5]),
        ("1 contested, reviewers disagree", [7]),
        ("1 reopened, no rating counts", [9]),
    ]


def test_what_stands_in_the_way_is_listed_first():
    numbers = [entry.checked.claim.number for entry in outline(report(tram_story())).listed]
    assert numbers == [1, 5, 7, 9, 10, 2, 3, 4, 6, 8]


def test_states_that_come_later_have_their_words_already():
    found = said(with_status(Status.NEEDS_SECOND), with_status(Status.NEEDS_SECOND), with_status(Status.IN_REVIEW))
    assert [o.words for o in found.obstacles] == ["2 need a second check", "1 in review, nothing settled yet"]
    assert [(state.word, number) for state, number in found.counts if number] == [("second check", 2), ("open", 1)]


def test_history_tells_what_became_of_each_review():
    taken_back = said(any_claim(rate("disputed", by=2), undo(1, by=2), rate("verified", by=2, at=30))).entries[0]
    assert [(j.person, j.did, j.since) for j in taken_back.history] == [
        ("Tomás Ferreira", "disputed", "taken back since"),
        ("Tomás Ferreira", "took back “disputed”", ""),
        ("Tomás Ferreira", "verified", ""),
    ]
    replaced = said(any_claim(rate("disputed"), rate("verified", at=12))).entries[0]
    assert [(j.did, j.since) for j in replaced.history] == [("disputed", "replaced since"), ("verified", "")]


def test_reviews_that_all_hold_need_no_history():
    entry = said(any_claim(rate("verified", by=1), rate("verified", by=2, at=12))).entries[0]
    assert (entry.how, [j.person for j in entry.counting], entry.history) == (
        "Concurring",
        ["Mara Lindqvist", "Tomás Ferreira"],
        [],
    )


def test_a_claim_undone_to_open_is_reopened_and_one_undismissed_is_not():
    assert said(any_claim(rate("verified"), undo(1))).entries[0].word == "reopened"
    assert said(any_claim(dismiss(), undo(1))).entries[0].word == "open"


def test_people_are_those_who_did_something():
    people = [(person.name, acts) for person, acts in outline(report(tram_story(), made_by=PEOPLE[2])).people]
    assert people == [
        ("Mara Lindqvist", "handed it in, 5 ratings, 1 dismissal, 1 taken back, 3 pieces of evidence"),
        ("Tomás Ferreira", "5 ratings, 1 taken back, made this report"),
    ]
    assert [person.name for person, _ in said().people] == ["Mara Lindqvist"]


def test_a_person_the_story_does_not_know_is_told_by_number():
    entry = said(checked(claim("7 kilometres", within=TEXT), rate("verified", by=77))).entries[0]
    assert entry.counting[0].person == "person 77"


def test_a_provisional_rating_says_what_it_lacks_and_was_not_replaced():
    claimed = any_claim(rate("sourced"))
    standing = settle(claimed.reviews, policy=Policy(sourced=Asks(evidence=1)))
    entry = said(claimed.model_copy(update={"standing": standing})).entries[0]
    assert (entry.word, entry.how) == ("provisional", "Rated, and settles nothing until the rest is there.")
    assert [(j.did, j.since) for j in entry.history] == [("sourced", "provisional, lacks evidence")]
