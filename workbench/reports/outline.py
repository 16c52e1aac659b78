"""What every printed report says, in the order in which it says it; the formats only set it."""

from collections import Counter
from dataclasses import dataclass, field

from workbench.domain.claim import Stretch
from workbench.domain.person import Person
from workbench.domain.report import Report
from workbench.domain.review import Review, ReviewAct, Status
from workbench.domain.story import CheckedClaim, Story
from workbench.reports.states import ALWAYS_COUNTED, STATES, State, state_of, why_in_the_way
from workbench.reports.wording import counted


@dataclass(frozen=True)
class Judgement:
    """One review in words: who, when, what they did with the claim, why, and what became of it since."""

    person: str
    review: Review
    did: str
    since: str = ""


@dataclass(frozen=True)
class Entry:
    """One claim of the report. `counting` are the judgements that hold, `history` is every one where some do not."""

    checked: CheckedClaim
    state: State
    word: str
    how: str
    in_the_way: bool
    counting: list[Judgement]
    history: list[Judgement]


@dataclass(frozen=True)
class Obstacle:
    """One line of what stands in the way: the claims it is about and why."""

    state: State
    words: str
    entries: list[Entry]


@dataclass(frozen=True)
class Outline:
    """The whole report in words. `entries` stand in story order, `listed` with those in the way first."""

    report: Report
    answer: str
    because: str
    obstacles: list[Obstacle]
    counts: list[tuple[State, int]]
    entries: list[Entry]
    listed: list[Entry] = field(default_factory=list)
    people: list[tuple[Person, str]] = field(default_factory=list)

    def within(self, stretch: Stretch) -> list[Entry]:
        """The entries of one stretch of the story."""
        return [entry for entry in self.entries if entry.checked.claim.inside is stretch]


def outline(report: Report) -> Outline:
    """Put a report in words."""
    entries = [_entry(checked, report.story) for checked in report.story.claims]
    listed = sorted(entries, key=lambda entry: not entry.in_the_way)
    answer, because = _may_it_run(entries)
    tally = Counter(entry.state for entry in entries)
    counts = [(state, tally[state]) for state in STATES if tally[state] or state in ALWAYS_COUNTED]
    return Outline(report, answer, because, _obstacles(listed), counts, entries, listed, _people(report))


def _may_it_run(entries: list[Entry]) -> tuple[str, str]:
    blocking = sum(entry.in_the_way for entry in entries)
    if not entries:
        return "Nothing checked", "No claims found in this story"
    if blocking:
        stand = "stands" if blocking == 1 else "stand"
        return "Not yet", f"{blocking:,} of {counted(len(entries), 'claim')} {stand} in the way"
    dismissed = sum(entry.checked.standing.status is Status.DISMISSED for entry in entries)
    rest = f", {dismissed:,} dismissed" if dismissed else ""
    return "Ready to run", f"{len(entries) - dismissed:,} settled{rest}, none stands in the way"


def _obstacles(listed: list[Entry]) -> list[Obstacle]:
    rows: dict[tuple[str, str], list[Entry]] = {}
    for entry in listed:
        if entry.in_the_way:
            rows.setdefault(why_in_the_way(entry.checked), []).append(entry)
    return [
        Obstacle(found[0].state, counted(len(found), one, several), found) for (one, several), found in rows.items()
    ]


def _entry(checked: CheckedClaim, story: Story) -> Entry:
    standing = checked.standing
    every = [_judgement(review, checked, story) for review in checked.reviews]
    holding = [judgement for judgement in every if judgement.review in standing.counting]
    state = state_of(checked)
    return Entry(
        checked=checked,
        state=state,
        word="reopened" if checked.reopened else state.word,
        how=_how(checked),
        in_the_way=standing.stands_in_the_way,
        counting=holding,
        history=every if len(every) > len(holding) else [],
    )


def _how(checked: CheckedClaim) -> str:
    standing = checked.standing
    if checked.reopened:
        return "No rating counts any more."
    if standing.verdict:
        return standing.verdict.how.value.capitalize()
    if standing.counted == "provisional":
        return "Rated, and settles nothing until the rest is there."
    return {
        Status.OPEN: "Nobody has rated it.",
        Status.IN_REVIEW: "In review, nothing settled yet.",
        Status.NEEDS_SECOND: "Waits for a second person.",
        Status.CONTESTED: "Reviewers disagree.",
        Status.DISMISSED: "Not a claim after all.",
    }.get(standing.status, "")


def _judgement(review: Review, checked: CheckedClaim, story: Story) -> Judgement:
    undone = {r.takes_back for r in checked.reviews if r.act is ReviewAct.UNDO}
    lacks = [lack.says for one in checked.standing.provisional if one.review == review for lack in one.lacks]
    since = f"provisional, lacks {' and '.join(lacks)}" if lacks else ""
    if review.act is not ReviewAct.UNDO and not lacks and review not in checked.standing.counting:
        since = "taken back since" if review.id in undone else "replaced since"
    return Judgement(name_of(review.person_id, story), review, _did(review, checked), since)


def _did(review: Review, checked: CheckedClaim) -> str:
    if review.act is ReviewAct.DISMISS:
        return "dismissed"
    if review.act is ReviewAct.RATE and review.rating:
        return review.rating.value
    earlier = next((r for r in checked.reviews if r.id == review.takes_back), None)
    what = earlier.rating.value if earlier and earlier.rating else "dismissed"
    return f"took back “{what}”"


def name_of(person_id: int | None, story: Story) -> str:
    """The person's name, or their number where the story does not know them."""
    person = story.people.get(person_id) if person_id is not None else None
    return person.name if person else "unknown" if person_id is None else f"person {person_id}"


def _people(report: Report) -> list[tuple[Person, str]]:
    story, maker = report.story, report.made_by
    acts: dict[int | None, Counter[str]] = {maker.id: Counter(report=1)}
    acts.setdefault(story.article.handed_in_by, Counter())["hand in"] += 1
    for checked in story.claims:
        for review in checked.reviews:
            acts.setdefault(review.person_id, Counter())[review.act.value] += 1
        for citation in checked.citations:
            acts.setdefault(citation.evidence.person_id, Counter())["evidence"] += 1
    known: dict[int | None, Person] = {maker.id: maker}
    known.update((key, person) for key, person in story.people.items())
    return [(known[key], _acts(acts[key])) for key in sorted(acts, key=lambda key: key or 0) if key in known]


def _acts(done: Counter[str]) -> str:
    nouns = {
        "rate": ("rating", "ratings"),
        "dismiss": ("dismissal", "dismissals"),
        "undo": ("taken back", "taken back"),
        "evidence": ("piece of evidence", "pieces of evidence"),
    }
    said = ["handed it in"] if done["hand in"] else []
    said += [counted(done[act], *words) for act, words in nouns.items() if done[act]]
    return ", ".join([*said, "made this report"] if done["report"] else said)
