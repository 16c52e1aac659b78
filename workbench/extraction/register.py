"""What a story itself teaches: its people by fullest name, its bodies and their acronyms, who holds which role."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.extraction.lexicon import table, words
from workbench.extraction.nouns import singular
from workbench.extraction.passage import Entity, Passage

_ACRONYM = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'.-]*|of|the|for|and|on|in|de|du)(?:\s+(?:[A-Z][\w’'.-]*|of|the|for|and|on|in|de|"
    r"du))+)\s+\((?P<short>[A-Z][A-Za-z.&-]{1,9})\)"
)
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_NOT_NAMES = frozenset(
    {
        "covid-19",
        "coronavirus",
        "twitter",
        "facebook",
        "brexit",
        "internet",
        "covid",
        "bill",
        "senate",
        "house",
        "congress",
    }
)
_MISTAKEN = frozenset({"ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"})
"""What the model takes a lone surname for."""


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
    full_names: list[str] = field(default_factory=list)
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
        longest = [full for full in fuller if not any(f != full and _holds(f.split(), full.split()) for f in fuller)]
        return longest[0] if len(longest) == 1 else plain

    def is_person(self, name: str) -> bool:
        """Whether the story knows a person by this name or part of it."""
        parts = without_titles(name).split()
        return bool(parts) and any(_holds(full.split(), parts) for full in self.full_names)

    def holder(self, role: str) -> str | None:
        """The one person whose role ends in these words or holds them ("the mayor"); None where none or several do."""
        wanted = role.lower().split()
        found = list(
            dict.fromkeys(
                person for person, held in self.roles if _within(wanted, held.lower().replace("-", " ").split())
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
    return any(low[at : at + len(wanted)] == wanted for at in range(len(low) - len(wanted) + 1)) or (
        wanted[0] == low[0] and wanted[-1] == low[-1]
    )


def _within(wanted: list[str], held: list[str]) -> bool:
    return any(held[at : at + len(wanted)] == wanted for at in range(len(held) - len(wanted) + 1))


def _american(word: str) -> str:
    return word.replace("isation", "ization")


def without_titles(name: str) -> str:
    """The name without "Mr", "Dr" and the like before it, and without a possessive ending."""
    parts = re.sub(r"['’]s?$", "", name.strip()).split()
    titles = words("roles", "courtesy") | words("roles", "abbreviated")
    while len(parts) > 1 and parts[0].lower() in titles:
        parts = parts[1:]
    return " ".join(parts)


def read(passages: list[Passage]) -> Register:
    """The register of these passages, title first. It also corrects their entities: a surname alone is a person too."""
    register = Register()
    for passage in passages:
        for found in _ACRONYM.finditer(passage.text):
            name = _spelled(found["name"], found["short"])
            if name:
                register.acronyms[found["short"]] = name
                register.bodies.append(name)
    alone = _lone_names(passages)
    for passage in passages:
        passage.entities = list(_by_first_name(passage, alone))
    full = Counter(
        without_titles(passage.slice(e.low, e.high))
        for passage in passages
        for e in passage.entities
        if e.type == "PERSON" and _is_name(passage, e)
    )
    register.full_names = [name for name in full if len(name.split()) > 1 and name not in register.acronyms.values()]
    for passage in passages:
        passage.entities = list(_corrected(passage, register))
        passage.__dict__.pop("entity_of", None)
        _note(passage, register)
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


def _is_name(passage: Passage, entity: Entity) -> bool:
    text = passage.slice(entity.low, entity.high)
    first = passage.words[entity.low]
    return (
        first[0].isupper()
        and not any(c.isdigit() for c in text)
        and text.lower() not in _NOT_NAMES
        and entity.high - entity.low <= 6
    )


def _lone_names(passages: list[Passage]) -> set[str]:
    """The single words that the model takes for a name somewhere, and that no body is called by."""
    classes = {word for spelled in table("bodies")["classes"].values() for word in spelled}
    return {
        passage.words[e.low]
        for passage in passages
        for e in passage.entities
        if e.high - e.low == 1 and e.type in (*_MISTAKEN, "PERSON")
    } - classes


def _by_first_name(passage: Passage, alone: set[str]) -> Iterable[Entity]:
    """The entities, where some that the model takes for bodies or places are people.

    Two or three names in a row are a person where the first is a common first name, or where the story calls the
    same thing by the last one alone (`alone`): that is how stories name people, and no body is shortened so.
    """
    first_names = words("first_names", "he") | words("first_names", "she")
    taken: set[int] = set()
    for entity in passage.entities:
        length = entity.high - entity.low
        person = 2 <= length <= 3 and entity.type in _MISTAKEN
        lone = passage.words[entity.high - 1] in alone and entity.type not in ("GPE", "LOC")
        person = person and (passage.lower[entity.low] in first_names or lone)
        person = person and all(passage.tags[t] == "NNP" for t in range(entity.low, entity.high))
        taken.update(range(entity.low, entity.high))
        yield Entity(entity.low, entity.high, "PERSON") if person else entity
    for token in range(len(passage) - 1):
        pair = (token, token + 1)
        if (
            taken.isdisjoint(pair)
            and passage.lower[token] in first_names
            and all(passage.tags[t] == "NNP" for t in pair)
        ):
            taken.update(pair)
            yield Entity(token, token + 2, "PERSON")


def _corrected(passage: Passage, register: Register) -> Iterable[Entity]:
    """The entities, with those that the story's own full names put right, and titles and possessives cut off people."""
    surnames = {name.split()[-1] for name in register.full_names}
    taken: set[int] = set()
    for entity in passage.entities:
        text = passage.slice(entity.low, entity.high)
        if entity.type == "PERSON" and not _is_name(passage, entity):
            continue
        surname = text in surnames and entity.type in _MISTAKEN and text not in register.acronyms
        kept = _trimmed(passage, entity) if entity.type == "PERSON" else entity
        kept = Entity(kept.low, kept.high, "PERSON") if surname else kept
        taken.update(range(kept.low, kept.high))
        yield kept
    for token, word in enumerate(passage.words):
        if token not in taken and word in surnames and passage.tags[token] in _NAME_TAGS:
            yield Entity(token, token + 1, "PERSON")


def _trimmed(passage: Passage, entity: Entity) -> Entity:
    low, high = entity.low, entity.high
    while high - low > 1 and passage.words[high - 1] in ("'s", "’s", "'", "’"):
        high -= 1
    titles = words("roles", "roles") | words("roles", "courtesy") | words("roles", "abbreviated")
    while high - low > 1 and passage.lower[low] in titles:
        low += 1
    return Entity(low, high, "PERSON")


def _note(passage: Passage, register: Register) -> None:
    for entity in sorted(passage.entities, key=lambda e: e.low):
        text = passage.slice(entity.low, entity.high)
        if entity.type == "PERSON":
            subject = any(passage.deps[t] in ("nsubj", "nsubjpass") for t in range(entity.low, entity.high))
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
            if e.type == "NORP" and e.high - e.low == 1 and passage.tags[e.low] == "JJ"
        }
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None
