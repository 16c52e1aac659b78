"""What the queue's room shows of a claim, a story and its people, as plain values for the browser."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.domain.person import Person, Right
from workbench.domain.queue import NEVER, Line
from workbench.domain.review import DONE
from workbench.domain.story import StoryLine
from workbench.ui.reader.words import byline

ELLIPSIS = "… "


@dataclass(frozen=True)
class Rows:
    """How the queue reads for one person at one moment."""

    people: dict[int, Person]
    me: Person
    now: datetime

    def claim(self, line: Line, title: str) -> dict[str, Any]:
        """One row: the claim in its sentence, why it matters, who has it, by when, and where it stands."""
        held = line.assigned_id is not None and line.until is not None and line.until > self.now
        done = line.status in DONE
        return {
            "id": line.claim_id,
            "article": line.article_id,
            "title": title,
            "label": line.label,
            "before": _cut(line.before),
            "words": line.words,
            "after": line.after,
            "worth": line.checkworthiness,
            "kind": line.kind.value,
            "risk": line.risk_reasons,
            "with": self._name(line.assigned_id) if held else "",
            "mine": held and line.assigned_id == self.me.id,
            "until": line.until.isoformat() if held and line.until else None,
            "due": line.due.isoformat() if line.due < NEVER else None,
            "late": line.due < self.now and not done,
            "done": done,
            "state": _state(line),
        }

    def story(self, line: StoryLine) -> dict[str, Any]:
        """One story: when it runs, and how many of its claims show what."""
        article = line.article
        return {
            "id": article.id,
            "title": article.title,
            "by": byline(article) if article.author or article.publisher else "",
            "at": article.handed_in_at.isoformat(),
            "runs": article.runs_at.isoformat() if article.runs_at else None,
            "late": article.runs_at is not None and article.runs_at < self.now,
            "counts": line.counts,
            "total": sum(line.counts.values()),
        }

    def rights(self) -> dict[str, Any]:
        """What the room offers this person; what it does not offer, the services refuse all the same."""
        return {
            "id": self.me.id,
            "takes": self.me.may(Right.TAKE),
            "assigns": self.me.may(Right.ASSIGN),
            "schedules": self.me.may(Right.SCHEDULE),
            "keys": (self.me.preferences or {}).get("keys", True),
        }

    def takers(self) -> list[list[Any]]:
        """The others who may be given something, by name."""
        found = [p for p in self.people.values() if p.may(Right.TAKE) and p.id != self.me.id]
        return [[p.id, p.name] for p in sorted(found, key=lambda p: p.name.casefold())]

    def _name(self, person_id: int | None) -> str:
        person = self.people.get(person_id or 0)
        return person.name if person else "somebody"


def _state(line: Line) -> list[str]:
    """What a claim's tag shows, and the word on it."""
    if line.reopened:
        return ["open", "reopened"]
    words = {"second": "second check"}
    return [line.counted if line.counted != "provisional" else line.shown, words.get(line.counted, line.counted)]


def _cut(before: str) -> str:
    """What stands before the claim, so short that the claim itself is seen on one line."""
    if len(before) <= 26:
        return before
    return ELLIPSIS + before[-20:].partition(" ")[2]
