"""Builders of stories, reviews and reports with every field filled, for any test that needs one.

`claim` finds its span by its words, so that a case names what it marks and never counts characters.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from workbench.domain.article import Article, Original, Revision
from workbench.domain.claim import Claim, Extraction, Stretch
from workbench.domain.event import Seal, sha256
from workbench.domain.evidence import Citation, Evidence, LinkState, Snapshot, Source
from workbench.domain.person import Person, Role
from workbench.domain.policy import Policy
from workbench.domain.rating import Rating
from workbench.domain.reopening import was_settled
from workbench.domain.report import Report
from workbench.domain.review import Review, ReviewAct, settle
from workbench.domain.story import CheckedClaim, Story

NOON = datetime(2022, 3, 15, 12, 0, tzinfo=UTC)

TITLE = "Council backs £4.2 million tram plan"
TEXT = (
    "The council voted 31 to 12 on Monday to spend £4.2 million on a new tram line, Mayor Ada Lunn said.\n\n"
    "“This is the biggest change to our streets since 1962,” Lunn told reporters. "
    "The line will be 7 kilometres long and about 40 per cent of it will run in tunnels."
)

PEOPLE = {
    1: Person(id=1, handle="mara", name="Mara Lindqvist", roles=[Role.EDITOR], since=NOON),
    2: Person(id=2, handle="tomas", name="Tomás Ferreira", roles=[Role.CHECKER], since=NOON),
}

SNAPSHOT = Snapshot(
    id=4,
    url="https://treasury.example/tram",
    name="tram.html",
    title="What the tram costs",
    media_type="text/html",
    sha256=sha256(b"page"),
    size=4,
    person_id=1,
    at=NOON,
)


def after(minutes: int) -> datetime:
    """A moment so many minutes past noon of the stories' day."""
    return NOON + timedelta(minutes=minutes)


def claim(words: str, kind: str = "statement", within: str = TEXT, nth: int = 1, **fields: Any) -> Claim:
    """A claim over the nth place where the words stand in the stretch; ValueError where they do not."""
    start = -1
    for _ in range(nth):
        start = within.index(words, start + 1)
    end = start + len(words)
    fields.setdefault("label", words)
    return Claim(
        kind=kind,
        start=start,
        end=end,
        text=words,
        before=within[max(0, start - 32) : start],
        after=within[end : end + 32],
        **fields,
    )


def rate(rating: str, by: int = 1, at: int = 10, **fields: Any) -> Review:
    """A rating of one person, `at` minutes past noon."""
    return _review(ReviewAct.RATE, by, at, rating=Rating(rating), **fields)


def dismiss(by: int = 1, at: int = 10, **fields: Any) -> Review:
    """A dismissal."""
    return _review(ReviewAct.DISMISS, by, at, **fields)


def undo(review_id: int, by: int = 1, at: int = 20, **fields: Any) -> Review:
    """The taking back of an earlier review."""
    return _review(ReviewAct.UNDO, by, at, takes_back=review_id, **fields)


def _review(act: ReviewAct, by: int, at: int, **fields: Any) -> Review:
    return Review(claim_id=1, person_id=by, act=act, key=f"{act}-{by}-{at}", at=after(at), **fields)


def cite(words: str, stance: str = "supports", name: str = "Council minutes", at: int = 5, **fields: Any) -> Citation:
    """An evidence with its source; `tier`, `origin` and `url` go to the source, the rest to the evidence."""
    about = {key: fields.pop(key) for key in ("tier", "origin", "url") if key in fields}
    source = Source(id=1, name=name, at=after(at), **about)
    known = {"claim_id": 1, "source_id": 1, "person_id": 1, "key": f"evidence-{at}", **fields}
    known = {key: value for key, value in known.items() if key in Evidence.model_fields}
    return Citation(evidence=Evidence(id=1, stance=stance, words=words, at=after(at), **known), source=source)


def checked(found: Claim, *reviews: Review, citations: Sequence[Citation] = ()) -> CheckedClaim:
    """A claim with its reviews, numbered as the store would, and where they leave it."""
    known = [review if review.id else review.with_(id=place) for place, review in enumerate(reviews, 1)]
    told = {"claim": found, "cited": list(citations)}
    stands = settle(known)
    reopened = stands.counted == "open" and was_settled(known, policy=Policy(), **told)
    return CheckedClaim(claim=found, reviews=known, citations=told["cited"], standing=stands, reopened=reopened)


def story(*claims: CheckedClaim, title: str = TITLE, text: str = TEXT, **article: Any) -> Story:
    """A story around these claims, which are numbered from 1 in the order given."""
    data = text.encode()
    numbered = [
        c.model_copy(update={"claim": c.claim.with_(id=100 + number, number=number)})
        for number, c in enumerate(claims, 1)
    ]
    return Story(
        article=Article(**_ARTICLE | {"title": title, "fingerprint": sha256(data)} | article),
        revision=Revision(id=7, title=title, text=text, sha256=sha256(data), at=NOON),
        original=Original(
            id=3, name="tram.txt", media_type="text/plain", sha256=sha256(data), size=len(data), data=data
        ),
        extraction=Extraction(
            id=9,
            model="en_core_web_sm",
            model_version="3.8.0",
            spacy_version="3.8.7",
            rules_version="1",
            at=NOON,
        ),
        claims=numbered,
        people=PEOPLE,
    )


_ARTICLE: dict[str, Any] = {
    "id": 5,
    "reference": "tram-1",
    "author": "Ines Okafor",
    "publisher": "The Morning Ledger",
    "published": date(2022, 3, 15),
    "url": "https://ledger.example/tram",
    "came_from": "upload",
    "origins": {"title": "first line", "published": "file date"},
    "guesses": ["published"],
    "to_confirm": {"author": "I. Okafor"},
    "handed_in_at": NOON,
    "handed_in_by": 1,
}


def report(of: Story, made_by: Person = PEOPLE[1]) -> Report:
    """A report of a story, made an hour past noon and sealed with a made-up event."""
    return Report(
        story=of,
        made_at=after(60),
        made_by=made_by,
        seal=Seal(number=4211, sha256=sha256(b"seal")),
        snapshots={4: SNAPSHOT},
        links={"https://treasury.example/tram": LinkState(alive=False, says="404", since=after(40))},
    )


def tram_story() -> Story:
    """A story with claims of every state there is now, nested, in the title, with evidence and taken-back reviews."""
    paid = {"amount": "4200000", "unit": "GBP", "bound": "exactly", "about": ["tram"]}
    said = "The council voted 31 to 12 on Monday to spend £4.2 million on a new tram line"
    quoted = "This is the biggest change to our streets since 1962,"
    return story(
        checked(
            claim(
                "£4.2 million tram plan", "money", TITLE, inside=Stretch.TITLE, label="£4.2 million tram plan", **paid
            )
        ),
        checked(
            claim(said, "attributed", label="council vote on the tram", speaker="Ada Lunn", cue="said"),
            rate("sourced", by=2, at=12),
            citations=[cite("Lunn spoke after the vote.", "context", "City reporter’s notes", locator="page 2")],
        ),
        checked(
            claim("31 to 12", "count", label="31 votes for", amount="31", unit="vote", bound="exactly"),
            rate("verified", by=1, at=10),
            rate("verified", by=2, at=14),
            citations=[
                cite("For: 31. Against: 12.", tier="primary", locator="item 4", url="https://council.example/minutes"),
            ],
        ),
        checked(
            claim("Monday", "date", label="Monday", date="2022-03-14"),
            rate("disputed", by=2, at=9, reason="The calendar says Tuesday."),
            undo(1, by=2, at=11),
            rate("verified", by=2, at=13, reason="It was the Monday session after all."),
        ),
        checked(
            claim("£4.2 million on a new tram line", "money", label="£4.2 million tram line", **paid),
            rate("disputed", by=1, at=16, reason="The minutes say £4.6 million."),
            citations=[
                cite(
                    "… at a cost of £4.6 million",
                    "refutes",
                    tier="secondary",
                    origin="the treasurer",
                    locator="paragraph 9",
                    url="https://treasury.example/tram",
                    snapshot_id=4,
                )
            ],
        ),
        checked(
            claim("Mayor Ada Lunn", "identity", label="Ada Lunn, Mayor", person="Ada Lunn", role="Mayor"),
            rate("verified", by=1, at=17),
        ),
        checked(
            claim(quoted, "quote", label="Lunn on the streets", speaker="Ada Lunn", cue="told"),
            rate("sourced", by=1, at=18),
            rate("verified", by=2, at=19, reason="Heard it on the recording."),
        ),
        checked(
            claim("the biggest change to our streets since 1962", "rank", label="biggest change since 1962"),
            dismiss(by=1, at=21, reason="Rhetoric."),
        ),
        checked(
            claim("7 kilometres", "measure", label="7 km of track", amount="7", unit="kilometre", bound="exactly"),
            rate("verified", by=1, at=22),
            undo(1, by=1, at=23, reason="Looked at the wrong map."),
        ),
        checked(claim("about 40 per cent", "percent", label="40 % in tunnels", amount="40", unit="%", bound="about")),
    )
