"""Which body of the story a description means: "the company", "the agency", "the military organization"."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache

from workbench.extraction.grammar.nations import country_of
from workbench.extraction.grammar.nouns import singular
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import Entity, Passage

NEAR = 2
"""Most passages back where a description may look for the last body named."""
_SUBJECTS = ("nsubj", "nsubjpass")
_SPELLINGS = {
    "organisation": "organization",
    "firm": "company",
    "business": "company",
    "newspaper": "publication",
    "paper": "publication",
}


@dataclass
class Bodies:
    """The bodies that a story names: where each stands and acts, its acronym, and what the story calls it besides."""

    acronyms: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    taught: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    acting: list[tuple[tuple[int, int], str]] = field(default_factory=list)

    def short(self, name: str) -> str:
        """The acronym of a body where the story gives one, else the name."""
        return next((short for short, full in self.acronyms.items() if full == name), name)

    def longer(self, name: str) -> str | None:
        """The one body whose name ends in this one ("the Foreign Ministry" → "Guatemalan Foreign Ministry")."""
        found = [body for body in self.places if name[:1].isupper() and body.endswith(f" {name}")]
        leads = [body.removesuffix(f" {name}") for body in found]
        if len(found) == 1 and (" " not in leads[0] or country_of(leads[0])):
            return found[0]
        return self.acronyms.get(name)

    def note(self, passage: Passage, entity: Entity) -> None:
        """Remember a body named here, and the noun in apposition to it ("X, a shipping company")."""
        name = re.sub(r"^(?:the|The)\s+|['’]s?$", "", passage.slice(entity.low, entity.high)).strip('"“”')
        if name:
            self.places[name].append((passage.number, entity.low))
            if any(passage.deps[t] in _SUBJECTS for t in range(entity.low, entity.high)):
                self.acting.append(((passage.number, entity.low), name))
            for noun in _nouns_beside(passage, entity):
                self.taught[noun].append(name)

    def meant(self, description: str, before: tuple[int, int] | None = None) -> str | None:
        """The one body that a description means; None where none or several fit.

        `before` is the passage and token of the description: of several the only one named shortly before is meant.
        """
        plain = description.lower()
        head = singular(plain.split()[-1]) if plain.split() else ""
        known = [*self.places, *self.acronyms]
        for found in (
            *(self._listed(wanted, known) for wanted in (plain, head)),
            self.taught.get(head, []),
            [body for body in known if head in _called(body)],
            _in_class(known, head),
        ):
            if found and (one := self._one_of(found, before)):
                return one
        if before is None or description != plain or not _is_general(plain, head):
            return None
        near = [body for body in self.places if self.is_near(body, before) and self.fits(body, head)]
        if not near and (main := self._main()) is not None and self.fits(main, head):
            return main
        return near[0] if len(near) == 1 else self._last_acting(near, before)

    def _main(self) -> str | None:
        """The body that the title, or the first paragraph, names and the story names most."""
        most = max(map(len, self.places.values()), default=0)
        named = [body for body, places in self.places.items() if places[:1] and places[0][0] == 0]
        main = [body for body in named if len(self.places[body]) == most]
        return main[0] if len(main) == 1 and (len(named) == 1 or most > 1) else None

    def _last_acting(self, names: list[str], before: tuple[int, int]) -> str | None:
        """Which of these a sentence shortly before was about last; None where none was."""
        near = [(place, name) for place, name in self.acting if (before[0] - 1, 0) <= place < before and name in names]
        return max(near)[1] if near else None

    def fits(self, name: str, noun: str) -> bool:
        """Whether the story names a body so, and it can be called by this common noun ("company", "group")."""
        public = _is_public(name) and not (
            noun in words("bodies", "media") and name.rsplit(maxsplit=1)[-1].lower() in outlets()
        )
        return name in self.places and not (public and _names_no_public(noun))

    def _listed(self, wanted: str, known: list[str]) -> list[str]:
        names = table("bodies")["descriptions"].get(wanted, [])
        return [body for body in known if body in names]

    def _one_of(self, names: list[str], before: tuple[int, int] | None) -> str | None:
        # "Bank of Kiel" and "Bank of Kiel Corporation" are one.
        found = [name for name in names if not any(other.startswith(f"{name} ") for other in names)]
        found = list(dict.fromkeys(self.short(name) for name in found))
        if len(found) > 1 and before:
            found = [name for name in found if self.is_near(name, before)]
        return found[0] if len(found) == 1 else None

    def is_near(self, name: str, before: tuple[int, int]) -> bool:
        """Whether the story names the body shortly before this passage and token."""
        spelled = (name, self.acronyms.get(name, name))
        places = [place for each in spelled for place in self.places.get(each, [])]
        return any((before[0] - NEAR, 0) <= place < before for place in places)


def _nouns_beside(passage: Passage, entity: Entity) -> list[str]:
    """The noun of "X, a shipping company, …" and of "the firm, X, …"."""
    found = []
    after = entity.high + 1
    if after + 1 < len(passage) and passage.words[entity.high] == "," and passage.lower[after] in ("a", "an", "the"):
        end = after + 1
        while end < len(passage) and passage.tags[end] in ("NN", "JJ", "NNP", "HYPH", "VBN", "JJS", "POS", "NNPS"):
            end += 1
        if passage.lower[end - 1] in _nouns_of_bodies():
            found.append(passage.lower[end - 1])
    noun = entity.low - (2 if passage.lower[entity.low - 1] == "," else 3)
    closed = passage.words[entity.high : entity.high + 1] == [","]
    if noun > 0 and closed and passage.words[noun + 1] == "," and passage.lower[noun] in _nouns_of_bodies():
        found.append(passage.lower[noun])
    return found


def _is_general(plain: str, head: str) -> bool:
    """Whether the description tells no body from another: "the company", "the social media company"."""
    general = head in words("bodies", "companies") or head in words("bodies", "societies")
    return general and words("bodies", "telling").isdisjoint(plain.split())


@cache
def _nouns_of_bodies() -> frozenset[str]:
    """The common nouns that bodies are called by."""
    return words("bodies", "companies") | words("bodies", "public") | frozenset(table("bodies")["classes"])


@lru_cache(maxsize=4096)
def _called(body: str) -> tuple[str, ...]:
    """The nouns by which the name itself calls the body: its last one, and its first one before "of" or "for"."""
    parts = body.lower().split()
    if len(parts) < 2:
        return ()
    return (singular(parts[-1]), parts[0]) if parts[1] in ("of", "for") else (singular(parts[-1]),)


def _in_class(bodies: list[str], head: str) -> list[str]:
    """The bodies whose name says that they are of the class that this noun stands for."""
    ends = table("bodies")["classes"].get(_SPELLINGS.get(head, head), [])
    parted = [(body, body.split()) for body in bodies] if ends else []
    return [body for body, parts in parted if {parts[0], parts[-1], body}.intersection(ends)]


def _names_no_public(noun: str) -> bool:
    return noun in words("bodies", "companies") or noun in words("bodies", "media")


@cache
def outlets() -> frozenset[str]:
    """Last words of the names of broadcasters, news services and newspapers, in small letters."""
    papers = (table("bodies")["classes"][kind] for kind in ("newspaper", "publication"))
    return words("bodies", "outlets") | {name.lower() for names in papers for name in names}


def _is_public(body: str) -> bool:
    """Whether the name says that this is no company: a court, a ministry, a party."""
    return any(part.strip(".").lower() in words("bodies", "public") for part in body.split())
