"""What a story itself teaches: its people by fullest name, its bodies and their acronyms, who holds which role."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from workbench.extraction import people
from workbench.extraction.lexicon import table, words
from workbench.extraction.nouns import singular
from workbench.extraction.passage import Entity, Passage

_ACRONYM = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'.-]*|of|the|for|and|on|in|de|du)(?:\s+(?:[A-Z][\w’'.-]*|of|the|for|and|on|in|de|"
    r"du))+)\s+\((?P<short>[A-Z][A-Za-z.&-]{1,9})\)"
)


SHORTEST_VARIANT = 5
"""Fewest letters of a surname that may be another spelling of one that the story gives in full."""
ALIKE = 0.8


@dataclass(slots=True, frozen=True)
class Mention:
    """A person named in the passage with this number: token range, words, and whether as a subject."""

    passage: int
    low: int
    high: int
    name: str
    subject: bool


@dataclass
class Register:
    """The names of one story. `roles` lists (person, role) as the identities teach them, in story order."""

    mentions: list[Mention] = field(default_factory=list)
    full_names: dict[str, int] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    roles: list[tuple[str, str]] = field(default_factory=list)
    nation: str | None = None
    genders: dict[str, str] = field(default_factory=dict)

    def person(self, name: str) -> str:
        """The fullest name that the story gives for this one; the name itself where none or several fit."""
        plain = without_titles(name)
        parts = plain.split()
        if not parts:
            return name
        fuller = [full for full in self.full_names if full != plain and _holds(full.split(), parts)]
        if not fuller and len(parts) == 1 and len(plain) >= SHORTEST_VARIANT:
            fuller = [full for full in self.full_names if _spelled_alike(full.split()[-1], plain)]
        best = [full for full in fuller if not any(self._better(other, full) for other in fuller)]
        return best[0] if len(best) == 1 else plain

    def _better(self, one: str, other: str) -> bool:
        """Whether the first is the same person's name as the second, and what the story calls them more often."""
        a, b = one.split(), other.split()
        same = one != other and (_runs_in(a, b) or _runs_in(b, a) or (a[0], a[-1]) == (b[0], b[-1]))
        return same and (self.full_names[one], len(one)) > (self.full_names[other], len(other))

    def is_person(self, name: str) -> bool:
        """Whether the story knows a person by this name or part of it."""
        plain = without_titles(name)
        return plain in self.full_names or self.person(name) != plain

    def holder(self, role: str) -> str | None:
        """The one person whose role ends in these words or holds them ("the mayor"); None where none or several do."""
        wanted = role.lower().split()
        found = list(
            dict.fromkeys(
                person for person, held in self.roles if _headed(wanted, held.lower().replace("-", " ").split())
            )
        )
        return found[0] if len(found) == 1 else None

    def body(self, description: str) -> str | None:
        """The one body that a description means ("the military organization"); None where none or several fit."""
        plain = description.lower()
        head = singular(plain.split()[-1]) if plain.split() else ""
        known = [*self.bodies, *self.acronyms]
        for wanted in (plain, head):
            names = table("bodies")["descriptions"].get(wanted, [])
            found = self._one_of([b for b in known if b in names])
            if found:
                return found
        ends = table("bodies")["classes"].get(_american(head), [])
        return self._one_of(
            [
                b
                for b in known
                if ends and (b.split()[-1] in ends or (len(b.split()) > 1 and b.split()[0] in ends) or (b in ends))
            ]
        )

    def short(self, name: str) -> str:
        """The acronym of a body where the story gives one, else the name."""
        return next((short for short, full in self.acronyms.items() if full == name), name)

    def _one_of(self, names: list[str]) -> str | None:
        found = list(dict.fromkeys(self.short(name) for name in names))
        return found[0] if len(found) == 1 else None

    def pronoun(self, word: str, passage: Passage, token: int) -> str | None:
        """The person that "he" or "she" means here: the nearest that fits, subjects first; None where two fit."""
        gender = "she" if word in ("she", "her", "herself") else "he"
        sentence = passage.sentence_of[token]
        before = [
            m for m in self.mentions if (m.passage, m.low) < (passage.number, token) and m.passage >= passage.number - 3
        ]
        fitting = [m for m in before if self.genders.get(self.person(m.name), gender) == gender]
        here = [
            m for m in fitting if m.passage == passage.number and passage.sentence_of[m.low] == sentence and m.subject
        ]
        if here:
            return self.person(here[-1].name)
        for group in _by_nearness(fitting):
            subjects = [m for m in group if m.subject]
            names = list(dict.fromkeys(self.person(m.name) for m in (subjects or group)))
            if names:
                return names[-1] if len(names) == 1 or subjects else None
        return None


def _by_nearness(mentions: list[Mention]) -> Iterable[list[Mention]]:
    places = sorted({m.passage for m in mentions}, reverse=True)
    return ([m for m in mentions if m.passage == place] for place in places)


def _holds(full: list[str], parts: list[str]) -> bool:
    """Whether `parts` are the last, the first or an inner run of a longer name."""
    low = [word.casefold().rstrip(".") for word in full]
    wanted = [word.casefold().rstrip(".") for word in parts]
    if len(wanted) == 1:
        return wanted[0] in (low[-1], low[0]) or (len(low) > 2 and wanted[0] in low)
    return wanted[0] == low[0] and wanted[-1] == low[-1]


def _spelled_alike(one: str, other: str) -> bool:
    """Whether two surnames are one in two spellings, as names from other scripts have them ("Saree", "Sarea")."""
    return one[:2] == other[:2] and SequenceMatcher(None, one.lower(), other.lower()).ratio() >= ALIKE


def _runs_in(part: list[str], whole: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _headed(wanted: list[str], held: list[str]) -> bool:
    """Whether the role's noun, with what stands before it, ends in these words: "mayor" for "deputy mayor of Lyon"."""
    stop = next(
        (at for at, word in enumerate(held) if word in ("of", "for", "at", "in", "from", "to", "with")), len(held)
    )
    return held[:stop][-len(wanted) :] == wanted or (held[: len(wanted)] == wanted and len(wanted) > stop)


def _american(word: str) -> str:
    return word.replace("isation", "ization")


def without_titles(name: str) -> str:
    """The name without "Mr", "Dr" and the like before it, and without a possessive ending."""
    parts = re.sub(r"['’]s?$", "", name.strip()).split()
    titles = words("roles", "courtesy") | words("roles", "abbreviated")
    while len(parts) > 1 and parts[0].lower() in titles:
        parts = parts[1:]
    return " ".join(parts)


def read(passages: list[Passage], quoted: list[list[tuple[int, int]]]) -> Register:
    """The register of these passages, title first; `quoted` holds the insides of each one's quotation marks.

    It also corrects the passages' entities: a surname alone is a person too.
    """
    register = Register()
    for passage in passages:
        for found in _ACRONYM.finditer(passage.text):
            name = _spelled(found["name"], found["short"])
            if name:
                register.acronyms[found["short"]] = name
                register.bodies.append(name)
    people.by_form(passages)
    full = Counter(
        without_titles(passage.slice(e.low, e.high))
        for passage in passages
        for e in passage.entities
        if e.type == "PERSON" and people.is_name(passage, e)
    )
    register.full_names = {
        name: count for name, count in full.items() if len(name.split()) > 1 and name not in register.acronyms.values()
    }
    for passage in passages:
        people.by_surname(passage, {name.split()[-1] for name in register.full_names}, set(register.acronyms))
        _note(passage, register, quoted[passage.number])
    register.nation = _nation(passages)
    return register


def _spelled(name: str, short: str) -> str | None:
    """The tail of `name` whose initials spell the acronym, leaving out small words; None where they don't."""
    parts = name.split()
    letters = [c for c in short if c.isupper()]
    for start in range(len(parts)):
        capitals = [p[0] for p in parts[start:] if p[0].isupper()]
        if capitals == letters and parts[start][0].isupper():
            return " ".join(parts[start:])
    return None


def _note(passage: Passage, register: Register, quoted: list[tuple[int, int]]) -> None:
    for entity in sorted(passage.entities, key=lambda e: e.low):
        text = passage.slice(entity.low, entity.high)
        if entity.type == "PERSON":
            inside = any(low <= passage.starts[entity.low] < high for low, high in quoted)
            subject = any(passage.deps[t] in ("nsubj", "nsubjpass") for t in range(entity.low, entity.high))
            if not inside:
                register.mentions.append(Mention(passage.number, entity.low, entity.high, text, subject))
            _guess_gender(passage, entity, text, register)
        elif entity.type == "ORG":
            name = re.sub(r"^(?:the|The)\s+|['’]s$", "", text)
            if name and name not in register.bodies:
                register.bodies.append(name)


def _guess_gender(passage: Passage, entity: Entity, text: str, register: Register) -> None:
    name = register.person(text)
    lists = table("roles")["gender"]
    beside = set(passage.lower[max(0, entity.low - 4) : entity.low]) | set(passage.lower[entity.high : entity.high + 4])
    first = name.split()[0].lower() if name.split() else ""
    for gender in ("she", "he"):
        if beside & set(lists[gender]) or first in words("first_names", gender):
            register.genders.setdefault(name, gender)


def _nation(passages: list[Passage]) -> str | None:
    """The one country that the story's title or lead names as an adjective ("Iranian"); None where it names several."""
    for passage in passages[:2]:
        found = {
            passage.slice(e.low, e.high)
            for e in passage.entities
            if e.type == "NORP" and e.high - e.low <= 2 and passage.tags[e.high - 1] == "JJ"
        }
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None
