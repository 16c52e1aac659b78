"""What a story itself teaches: its people by fullest name, its bodies and their acronyms, who holds which role."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache, cached_property, lru_cache

from workbench.domain.claim import Stretch
from workbench.extraction.grammar.nations import adjective_of, country_of
from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import read_role, without_countries
from workbench.extraction.lexicon import words
from workbench.extraction.people import acronyms, appearances, headings, issuers, names, namesakes, runs
from workbench.extraction.people.bodies import NEAR, Bodies
from workbench.extraction.people.holders import Holders
from workbench.extraction.people.issuers import Issued
from workbench.extraction.people.mentions import Mentions
from workbench.extraction.text.passage import Passage

Heard = tuple[tuple[int, int], str]
"""Where somebody spoke, by passage and token, and who it was."""
_POSSESSIVE = re.compile(r"['’]s?$")
_BRACKETS = re.compile(r"[\[\]]")
_LINK = re.compile(r" (?:of|in|at|from|for|with|to|by|on) ")
SHORTEST_VARIANT = 5
"""Fewest letters of a surname that may be another spelling of one that the story gives in full."""
MOST_MISSPELLED = 1
"""Most letters of the longer of two spellings that the other lacks."""
LONG = 6
"""Most letters of a surname that only counts as another's spelling where the first two letters are the same."""


@dataclass
class Register:
    """The names of one story, in `roles` who holds which, as the identities teach them.

    `voices` are the bodies, documents and groups that have spoken so far; `issued` the statements and letters with who
    issued them, `written` whose the last report or study was; `unnamed` the roles of people without a name, each with
    the passages and tokens where one speaks.
    """

    mentions: Mentions = field(default_factory=Mentions)
    full_names: dict[str, int] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    bodies: Bodies = field(default_factory=Bodies)
    roles: Holders = field(default_factory=Holders)
    unnamed: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    nation: str | None = None
    _fullest: dict[str, str] = field(default_factory=dict)
    _holders: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    voices: list[Heard] = field(default_factory=list)
    issued: list[Issued] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)

    def person(self, name: str) -> str:
        """The fullest name that the story gives for this one; the name itself where none or several fit.

        Answers are remembered: ask only once `full_names` are all there.
        """
        if name not in self._fullest:
            self._fullest[name] = self._fullest_of(name)
        return self._fullest[name]

    def _fullest_of(self, name: str) -> str:
        plain = without_titles(name)
        parts = plain.split()
        if not parts:
            return name
        if plain in self.apart:
            return plain
        wanted = _folded(plain)
        fuller = [
            full for full in self._names_with.get(wanted[0], ()) if full != plain and _holds(_folded(full), wanted)
        ]
        # A heading in capitals gives nobody their fullest name.
        fuller = [full for full in fuller if plain.isupper() or not full.isupper()]
        if not fuller and len(parts) == 1 and len(plain) >= SHORTEST_VARIANT:
            fuller = [full for full in self.full_names if _spelled_alike(full.split()[-1], plain)]
        if not fuller and len(parts) == 2 and parts[0].lower() in words("roles", "roles"):
            # "Dean Berg" may be a dean whom the story names in full elsewhere.
            return called if (called := self.person(parts[1])) != parts[1] else plain
        best = [full for full in fuller if not any(self._better(other, full) for other in fuller)]
        return best[0] if len(best) == 1 else plain

    @cached_property
    def _names_with(self) -> dict[str, list[str]]:
        """The names in full that hold a word, as it is compared."""
        found: dict[str, list[str]] = defaultdict(list)
        for full in self.full_names:
            for word in {*_folded(full)}:
                found[word].append(full)
        return found

    def _better(self, one: str, other: str) -> bool:
        """Whether the first is the same person's name as the second, and what the story calls them more often."""
        a, b = one.split(), other.split()
        same = one != other and (_runs_in(a, b) or _runs_in(b, a) or (a[0], a[-1]) == (b[0], b[-1]))
        return same and (self.full_names[one], len(one)) > (self.full_names[other], len(other))

    def is_person(self, name: str) -> bool:
        """Whether the story knows a person by this name or part of it."""
        plain = without_titles(name)
        return plain in self.full_names or self.person(name) != plain

    def holder(self, role: str, passage: Passage | None = None) -> str | None:
        """The one person with this role ("the mayor"); of several, all named before `passage`, whoever acted last."""
        asked = (role, len(self.roles.held))
        if asked not in self._holders:
            self._holders[asked] = self.roles.called(role, country_of(self.nation or ""))
        found = self._holders[asked]
        if len(found) > 1 and passage is not None:
            near = self.mentions.near(passage)
            found = [person for person in found if person in near] or found
            if not without_countries(read_role(role).words)[1]:
                return self.mentions.last(found, passage)
        return found[0] if len(found) == 1 else None

    def spoke_since(self, person: str, passage: Passage, head: int) -> bool:
        """Whether somebody without a name whom the noun `head` may mean spoke since the person was last named."""
        noun, here = passage.lower[head], (passage.number, head)
        near = [at for at, name in self.voices if _is_described_as(name, noun)]
        near = [at for at in [*near, *self.unnamed.get(noun, ())] if (passage.number - NEAR, 0) <= at < here]
        named = [(m.passage, m.low) for m in self.mentions.within(0, passage.number) if m.name == person]
        return bool(near) and max(near) > max((at for at in named if at < here), default=(0, 0))

    def body(self, description: str, before: tuple[int, int] | None = None) -> str | None:
        """The one body that a description means ("the military organization"); None where none or several fit."""
        return self.bodies.meant(description, before)

    def short(self, name: str) -> str:
        """The acronym of a body where the story gives one, else the name."""
        return self.bodies.short(name)

    def pronoun(self, word: str, passage: Passage, token: int) -> str | None:
        """The person that "he" or "she" means here; None where two fit and nothing chooses."""
        return self.mentions.meant(word, passage, token)

    def heard(self, passage: Passage, token: int, speaker: str | None) -> None:
        """Remember that a body, a document or several spoke at this token of the text; one person is left out."""
        if speaker and passage.inside is Stretch.TEXT and (";" in speaker or not self.is_person(speaker)):
            self.voices.append(((passage.number, token), speaker))

    def spoke(self, passage: Passage, token: int, *, several: bool = False) -> str | None:
        """The body or document that "it" means here: the last that spoke shortly before; None where none did.

        `several` asks for whom "they" means: sources, officials, the police, two people together.
        """
        near = [(at, name) for at, name in self.voices if (passage.number - NEAR, 0) <= at < (passage.number, token)]
        fitting = [(at, name) for at, name in near if _is_several(name)] if several else _single(near)
        return max(fitting)[1] if fitting else None

    def document(self, noun: str, passage: Passage) -> str | None:
        """The one of this kind that spoke before by a longer name, shortly before if any did: "study in X".

        For "the source" it is whoever spoke last without a name, whatever they were called.
        """
        single = _single(self.voices)
        if noun in words("speech", "speakers.hiding"):
            near = [(at, name) for at, name in single if passage.number - NEAR <= at[0] <= passage.number]
            return max([(at, name) for at, name in near if _is_hidden(name)], default=((0, 0), None))[1]
        fuller = [(at[0], name) for at, name in single if _is_described_as(name, noun) and at[0] <= passage.number]
        called = {name for number, name in fuller if passage.number - NEAR <= number} or {name for _, name in fuller}
        return called.pop() if len(called) == 1 else None


def _is_described_as(name: str, noun: str) -> bool:
    """Whether a speaker without a name is called so with more words: "Danish official in Oslo", for "official"."""
    return name.lower() != noun and _is_called(_LINK.split(name.lower())[0].split(), noun)


def _is_hidden(name: str) -> bool:
    """Whether it is one person who is described and not named: "ally of the mayor", "someone close to the yard"."""
    spelled = _LINK.split(name.lower())[0].split()
    return spelled[-1] in words("roles", "roles") or not words("speech", "speakers.hidden").isdisjoint(spelled)


def _is_called(spelled: list[str], noun: str) -> bool:
    """Whether this is the noun of a description, and no part of another: not the "army" of "army official"."""
    after = spelled[spelled.index(noun) + 1 :] if noun in spelled else [noun]
    return not any(word == noun or word in words("roles", "roles") for word in after)


def _single(voices: list[Heard]) -> list[Heard]:
    """The voices that are no two people together."""
    return [(at, name) for at, name in voices if ";" not in name]


def _is_several(name: str) -> bool:
    """Whether a speaker is more than one: "officials", "Democrats", "residents of the town", "Ann Lee; Bo Berg"."""
    if ";" in name:
        return True
    noun = _LINK.split(name)[0].split()[-1]
    one = singular(noun)
    called = (
        (noun.islower() and one not in words("speech", "evidence"))
        or one.lower() in words("roles", "roles")
        or country_of(one) is not None
    )
    return noun in words("bodies", "several") or (called and one != noun)


@lru_cache(maxsize=4096)
def _folded(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared. Remembered: each name of a story is compared with all others."""
    return tuple(word.casefold().rstrip(".") for word in name.split())


def _holds(full: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether `wanted` are the last, the first or an inner run of a longer name."""
    if len(wanted) == 1:
        return wanted[0] in (full[-1], full[0]) or (len(full) > 2 and wanted[0] in full)
    return wanted[0] == full[0] and wanted[-1] == full[-1]


def _spelled_alike(one: str, other: str) -> bool:
    """Whether two surnames are one in two spellings, as names from other scripts have them ("Saree", "Sarea").

    Longer ones may differ from the second letter on ("Buchmann", "Bauchmann").
    """
    same = one[:2] == other[:2] or (one[:1] == other[:1] and min(len(one), len(other)) > LONG)
    matched = sum(block.size for block in SequenceMatcher(None, one.lower(), other.lower()).get_matching_blocks())
    return same and max(len(one), len(other)) - matched <= MOST_MISSPELLED


def _runs_in(part: list[str], whole: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


@cache
def _titles() -> frozenset[str]:
    return words("roles", "courtesy") | words("roles", "abbreviated") | words("names", "mocking")


def without_titles(name: str) -> str:
    """The name without "Mr", "Dr" or a rival's nickname before it, a possessive ending, and an editor's brackets."""
    parts = _POSSESSIVE.sub("", _BRACKETS.sub("", name).strip()).split()
    while len(parts) > 1 and parts[0].lower() in _titles():
        parts = parts[1:]
    return " ".join(parts)


def read(passages: list[Passage], quoted: list[list[tuple[int, int]]]) -> Register:
    """The register of these passages, title first; `quoted` holds the insides of each one's quotation marks.

    It also corrects the passages' entities: a surname alone is a person too.
    """
    register = Register()
    for passage in passages:
        for short, name in acronyms.in_brackets(passage):
            register.bodies.acronyms[short] = name
            register.bodies.places[name].append((passage.number, 0))
    runs.by_form(passages)
    headings.cut_names(passages)
    headings.cut_questions(passages)
    full = Counter(
        without_titles(names.name(passage, e))
        for passage in passages
        for e in passage.entities
        if e.type == "PERSON" and names.is_name(passage, e)
    )
    register.full_names = {
        name: count
        for name, count in full.items()
        if len(name.split()) > 1 and name not in register.bodies.acronyms.values() and not _holds_body(name)
    }
    register.apart = namesakes.apart(passages, register.full_names)
    surnames, initials = {name.split()[-1] for name in register.full_names}, set(register.bodies.acronyms)
    for passage in passages:
        names.by_surname(passage, surnames, initials)
        appearances.by_name(passage, quoted[passage.number], register.person, register.mentions)
        for entity in sorted(passage.entities, key=lambda e: e.low):
            if entity.type == "ORG":
                register.bodies.note(passage, entity)
    for short, name in acronyms.by_initials(passages, register.bodies.places).items():
        register.bodies.acronyms.setdefault(short, name)
    for passage in passages:
        for role, token, speaks in appearances.unnamed(passage):
            register.unnamed.setdefault(role, []).extend([(passage.number, token)] if speaks else [])
    register.nation = _nation(passages)
    register.issued = issuers.issued(passages)
    return register


def _holds_body(name: str) -> bool:
    """Whether a body or a headline's colon stands in what is taken for somebody: "White House Keth", "Keth U:"."""
    return name.endswith(":") or any(word.lower() in words("bodies", "public") for word in name.split()[:-1])


def _nation(passages: list[Passage]) -> str | None:
    """The one country that the title or else the lead names, as an adjective ("Iranian"); None for several."""
    for passage in passages[:2]:
        named = [passage.slice(e.low, e.high) for e in passage.entities if e.type in ("GPE", "NORP")]
        found = {country for name in named if (country := country_of(name))}
        if len(found) == 1:
            return adjective_of(found.pop())
        if found:
            return None
    return None
