"""Identities: a person with the role, title, affiliation or description that the story gives next to the name."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.lexicon import words
from workbench.extraction.people import (
    appositions,
    belonging,
    capacities,
    descriptions,
    letters,
    offices,
    openings,
    origins,
    predicates,
    pronouns,
    rows,
    seats,
    titles,
)
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.people.register import Register
from workbench.extraction.people.two_roles import parted, told
from workbench.extraction.text.passage import Entity, Passage

_LEADING = re.compile(
    r"^(?:(?:both|either|neither)\s+)?(?:the|a|an|another|also|as|now|then|all|both)\s+", re.IGNORECASE
)
# "Bo Li, R-Utah, to Director Ann Lee": the words go on with the sentence, and say what nobody is.
_NO_ROLE = re.compile(r"(?:to|where|when|while|which|that|because|after|before|since|until|if)\s|known$", re.IGNORECASE)
_CLOSED_INSIDE = re.compile(r",([\"”])$")
_TRAILING = re.compile(r"\s+(?:of|for|at|in|to|and|later)$")


def find(passage: Passage, register: Register) -> Iterator[Candidate]:
    """A candidate for each person and role of the passage, whether or not the story said so before."""
    for person in sorted((e for e in passage.entities if e.type == "PERSON"), key=lambda e: e.low):
        if not passage.words[person.low][0].isalpha():
            continue
        if passage.lower[person.high : person.high + 1] and passage.lower[person.high] in words("bodies", "places"):
            continue
        words_for = passage.slice(person.low, person.high)
        read = Reading("person", words_for, "the fullest name in the story")
        shapes = seats.joined(passage, person, _shapes(passage, person, register))
        for shape in _fullest(list(shapes)):
            yield from _written(passage, shape, register.person(words_for), read)
    for name, shape in pronouns.told(passage, register):
        yield from _written(passage, shape, name, Reading("person", "", "whom the pronoun means"))


def _written(passage: Passage, shape: Shape, name: str, read: Reading) -> Iterator[Candidate]:
    """A candidate for each role that the shape names."""
    for rule, start, end, role in parted(passage, shape):
        # Nobody is their own son: where "his" seems to mean the person, it means somebody whom we do not know.
        if text := _clean(role).removesuffix(f" of {name}"):
            readings = [read, Reading("role", role, rule)]
            yield Candidate(Kind.IDENTITY, passage, start, end, rule, person=name, role=text, readings=readings)


def _shapes(passage: Passage, person: Entity, register: Register) -> Iterator[Shape]:
    seen = [
        look(passage, person, register)
        for look in (titles.title_before, appositions.apposition_before, rows.shared_title, predicates.named_as)
    ]
    seen += [
        look(passage, person)
        for look in (
            titles.office_before,
            openings.opening,
            openings.several,
            belonging.of_nation,
            belonging.of_country,
            belonging.of_a_party,
            belonging.of_a_body,
            appositions.parsed_apposition,
            descriptions.apposition_behind,
            rows.shared_behind,
            descriptions.known_for,
            origins.from_a_place,
            predicates.appointed_as,
            appositions.opening,
            offices.leading,
            offices.led_by,
            predicates.made_by,
            offices.heading,
            capacities.acting_for,
            capacities.in_role,
            capacities.before_that,
            letters.behind_name,
        )
    ]
    seen += predicates.copulas(passage, person)
    yield from (shape for shape in seen if shape and not _is_of_somebody(shape, register))


def _is_of_somebody(shape: Shape, register: Register) -> bool:
    """Whether "of" leads to the surname of somebody, as in "the defeat by X of Y": nobody is from there."""
    rule, _, _, role = shape
    name = role.removeprefix("of ")
    return rule == origins.RULE and name != role and register.person(name) != name


def _fullest(shapes: list[Shape]) -> Iterator[Shape]:
    """The shapes but for those whose words another one holds that ends alike: "grandson" in "the queen's grandson"."""
    for rule, start, end, role in shapes:
        wanted = told(role)
        if not any(end == last and wanted < told(other) for _, _, last, other in shapes):
            yield rule, start, end, role


def _clean(role: str) -> str:
    """The role without what leads or trails it."""
    text = " ".join(role.split()).strip(" ,;:-–—'’[]")
    text = text.removesuffix(")") if "(" not in text else text
    if text.count('"') == 1 or text.count("“") != text.count("”"):
        text = text.strip('"“”')
    text = _CLOSED_INSIDE.sub(r"\1", _TRAILING.sub("", _LEADING.sub("", text)))
    return text if any(c.isalpha() for c in text) and not _NO_ROLE.match(text) else ""
