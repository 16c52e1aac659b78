"""Small stories and a plain extractor, for tests that are not about extraction."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from workbench.domain.account import Credential, CredentialKind, Invitation, Session
from workbench.domain.article import Original, Reading
from workbench.domain.assignment import Assignment
from workbench.domain.claim import Claim, Extracted, Extraction, Kind, Sentence
from workbench.domain.comment import Comment
from workbench.domain.correction import Correction
from workbench.domain.event import sha256
from workbench.domain.evidence import Evidence, LinkCheck, Snapshot, Source
from workbench.domain.person import Person
from workbench.domain.view import SavedView
from workbench.services import accounts, inviting
from workbench.services.passwords import Argon2id
from workbench.services.wires import Desk

PASSWORD = "twelve or more signs"
CHEAP = Argon2id(time_cost=1, memory_cost=8, parallelism=1)
"""Hashes that cost nothing: what they cost is argon2's to test."""

START = datetime(2022, 3, 15, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that moves one second each time it is read, so that nothing is slept."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


class PlainExtractor:
    """Every run of digits is a count: enough for tests of what happens to claims afterwards."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def extract(self, title: str, text: str, published: date | None) -> Extracted:
        self.asked.append(title)
        claims = [_claim(number, found, text) for number, found in enumerate(re.finditer(r"\d+ \w+", text), 1)]
        sentence = Sentence(start=0, end=len(text), checkworthiness=0.6, signals={"base": -1.1, "figures": 1.5})
        run = Extraction(
            model="none", model_version="0", spacy_version="0", rules_version="plain 1", sentences=[sentence]
        )
        return Extracted(extraction=run, claims=claims)

    def extract_many(self, stories: Iterable[tuple[str, str, date | None]], processes: int = 1) -> Iterator[Extracted]:
        for story in stories:
            yield self.extract(*story)


def _claim(number: int, found: "re.Match[str]", text: str) -> Claim:
    start, end = found.span()
    amount, _, unit = found[0].partition(" ")
    return Claim(
        number=number,
        kind=Kind.COUNT,
        start=start,
        end=end,
        text=found[0],
        before=text[max(0, start - 32) : start],
        after=text[end : end + 32],
        label=found[0],
        about=[unit],
        amount=amount,
        unit=unit,
        bound="exactly",
        sentence=0,
        checkworthiness=0.7,
        signals={"figure": 0.4},
    )


def reading(
    text: str = "The harbour counted 31 ships and 4 tugs on Monday.", title: str = "Ships in", **fields: object
) -> Reading:
    data = f"{title}\n\n{text}".encode()
    original = Original(name="story.txt", media_type="text/plain", sha256=sha256(data), size=len(data), data=data)
    return Reading(**{"title": title, "text": text, "original": original, "published": date(2022, 3, 15), **fields})


def keep_one_of_each(desk: Desk, claim: int, *, by: Person, words: str = "Ask the harbour master") -> None:
    """One row in each table that people's work around a claim goes to, `words` in every field that they fill."""
    page, now, until = words.encode(), desk.clock(), desk.clock() + timedelta(hours=1)
    mine = {"person_id": by.pk, "at": now}
    with desk.store.writing() as writing:
        writing.keep(Credential(kind=CredentialKind.PASSWORD, secret="$argon2id$", ended_at=until, **mine))
        writing.keep(Session(token_sha256=sha256(b"s"), how="password", until=until, ended_at=until, **mine))
        writing.keep(
            Invitation(token_sha256=sha256(b"i"), name="Ann", roles=["checker"], at=now, until=until, used_at=now)
        )
        writing.keep(Assignment(claim_id=claim, by_id=by.pk, note=words, until=until, ended_at=until, **mine))
        writing.keep(Assignment(article_id=1, by_id=by.pk, note=words, until=until, **mine))
        writing.keep(Comment(claim_id=claim, text=words, mentions=[by.pk], key="c", **mine))
        writing.keep(Correction(claim_id=claim, fields={"label": words}, reason=words, key="k", **mine))
        kept = writing.keep(
            Snapshot(
                url="https://port.example/log",
                name="log.html",
                title="Log",
                media_type="text/html",
                sha256=sha256(page),
                size=len(page),
                data=page,
                text="31 ships",
                **mine,
            )
        )
        source = writing.keep(Source(name="Port", notes="Counts twice", contact="desk@port.example", at=now))
        cited = {"claim_id": claim, "source_id": source.pk, "stance": "supports", "words": words, **mine}
        first = writing.keep(Evidence(key="e", snapshot_id=kept.pk, **cited))
        writing.keep(Evidence(key="f", same_as=first.pk, **cited))
        writing.keep(LinkCheck(url="https://port.example/log", alive=True, says="200 OK", **mine))
        writing.keep(SavedView(name="Mine", query={"with": "me"}, ended_at=until, **mine))
        writing.log("test.fill", f"claim:{claim}", at=now, by=by, after={"words": words})


def seat(desk: Desk, handle: str = "mara.lindqvist", *roles: str) -> Person:
    """Somebody who can sign in with PASSWORD: the first one as editor and admin, everybody else with these roles."""
    if not roles:
        link = inviting.first_link(desk, accounts.first(desk, handle))
        assert link is not None
        return inviting.accept(desk, link.token, password=PASSWORD)
    name = handle.replace(".", " ").title()
    link = inviting.invite(desk, list(roles), by=None, name=name)
    return inviting.accept(desk, link.token, password=PASSWORD, handle=handle)
