"""Identities: a person with the role, title, affiliation or description that the story gives next to the name."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction import descriptions, titles
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.descriptions import Shape
from workbench.extraction.passage import Entity, Passage
from workbench.extraction.register import Register


def find(passage: Passage, register: Register) -> Iterator[Candidate]:
    """A candidate for each person and role of the passage, whether or not the story said so before."""
    for person in sorted((e for e in passage.entities if e.type == "PERSON"), key=lambda e: e.low):
        for rule, start, end, role in _shapes(passage, person, register):
            text = _clean(role)
            if not text:
                continue
            name = register.person(passage.slice(person.low, person.high))
            yield Candidate(
                Kind.IDENTITY,
                passage,
                start,
                end,
                rule,
                person=name,
                role=text,
                readings=[
                    Reading("person", passage.slice(person.low, person.high), "the fullest name in the story"),
                    Reading("role", role, rule),
                ],
            )


def _shapes(passage: Passage, person: Entity, register: Register) -> Iterator[Shape]:
    seen = [titles.title_before(passage, person, register), titles.apposition_before(passage, person, register)]
    seen += [
        look(passage, person)
        for look in (
            titles.of_a_body,
            titles.shared_title,
            descriptions.apposition_behind,
            descriptions.known_for,
            descriptions.from_a_place,
            descriptions.copula,
            descriptions.leading,
            descriptions.led_by,
        )
    ]
    yield from (shape for shape in seen if shape)


def _clean(role: str) -> str:
    """The role without what leads or trails it."""
    text = re.sub(r"\s+", " ", role).strip(" ,;:-–—\"“”'’")
    text = re.sub(r"^(?:the|a|an|also|now|then)\s+", "", text, flags=re.IGNORECASE)
    return text if any(c.isalpha() for c in text) else ""
