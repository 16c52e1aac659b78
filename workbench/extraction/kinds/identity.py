"""Identities: a person with the role, title, affiliation or description that the story gives next to the name."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.lexicon import words
from workbench.extraction.people import appositions, descriptions, offices, titles
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.people.register import Register
from workbench.extraction.text.passage import Entity, Passage

_APPOSITIONS = ("an apposition behind the name", "a description joined to the name")
_TWO = re.compile(r"(.+?)\s+and\s+(?:an?\s+|the\s+)?(.+)$", re.DOTALL)


def find(passage: Passage, register: Register) -> Iterator[Candidate]:
    """A candidate for each person and role of the passage, whether or not the story said so before."""
    for person in sorted((e for e in passage.entities if e.type == "PERSON"), key=lambda e: e.low):
        if passage.lower[person.high : person.high + 1] and passage.lower[person.high] in words("bodies", "places"):
            continue
        for rule, start, end, role in _single(_shapes(passage, person, register)):
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
    seen = [titles.title_before(passage, person, register), appositions.apposition_before(passage, person, register)]
    seen += [
        look(passage, person)
        for look in (
            titles.office_before,
            titles.of_nation,
            titles.of_country,
            titles.of_a_body,
            titles.shared_title,
            appositions.parsed_apposition,
            descriptions.apposition_behind,
            descriptions.shared_behind,
            descriptions.known_for,
            descriptions.from_a_place,
            descriptions.copula,
            appositions.opening,
            offices.leading,
            offices.led_by,
            offices.made_by,
            offices.heading,
        )
    ]
    yield from (shape for shape in seen if shape)


def _single(shapes: Iterator[Shape]) -> Iterator[Shape]:
    """Each shape, in two where it names two roles: "the deputy director and a former teacher"."""
    for rule, start, end, role in shapes:
        two = _TWO.match(role) if rule in _APPOSITIONS else None
        if two is None or not all(_names_role(two[part]) for part in (1, 2)):
            yield rule, start, end, role
            continue
        behind = rule == _APPOSITIONS[0]
        yield rule, start, end - len(role) + len(two[1]) if behind else end, two[1]
        yield rule, start, end, two[2]


def _names_role(role: str) -> bool:
    """Whether the noun before the first preposition says what a person is."""
    noun = re.split(r"\s+(?:of|for|at|in|from|to|with|on)\s+", role)[0].split()
    last = noun[-1].lower() if noun else ""
    return last in words("roles", "roles") or last.endswith(tuple(words("roles", "endings")))


def _clean(role: str) -> str:
    """The role without what leads or trails it."""
    text = re.sub(r"\s+", " ", role).strip(" ,;:-–—\"“”'’")
    text = re.sub(r"^(?:the|a|an|also|now|then)\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+(?:of|for|at|in|to|and)$", "", text)
    return text if any(c.isalpha() for c in text) else ""
