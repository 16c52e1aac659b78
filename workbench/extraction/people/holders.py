"""Who holds which role in a story, and whom the story means by one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.extraction.grammar.nations import states_in
from workbench.extraction.grammar.roles import (
    Role,
    as_role,
    fits_role,
    in_full,
    is_second_to,
    nouns_for,
    read_role,
    shares_field,
    without_countries,
)
from workbench.extraction.lexicon import words

Held = tuple[str, Role]
"""A person and what the story says they are."""


@dataclass
class Holders:
    """The roles that a story's identities teach, in story order, and the countries and states in each person's."""

    held: list[Held] = field(default_factory=list)
    countries: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    states: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, person: str, role: str) -> None:
        """Take over that the story calls this person so; what tells it by a verb ("teaches maths") calls nobody."""
        called = read_role(role)
        if called.words and called.words[0] in words("roles", "leads"):
            return
        for word in {*called.words}:
            self._places[word].append(len(self.held))
        self.held.append((person, called))
        self.countries[person] |= without_countries(in_full(role).lower().split())[1]
        self.states[person] |= states_in(in_full(role))

    def called(self, role: str, home: str | None) -> list[str]:
        """Everybody whom the roles known so far let the story call so; `home` is the country of who has no other."""
        plain, countries = without_countries(read_role(role).words)
        if not plain:
            return []
        wanted, homes = as_role(plain), {home} if home else set()
        nouns = nouns_for(wanted.before[-1]) if wanted.before else frozenset()
        fitting = [(who, called) for who, called in self._with({*nouns, plain[0]}) if fits_role(wanted, called)]
        states = states_in(role)
        fitting = [(who, called) for who, called in fitting if self._may_be_of(who, countries, homes, states)]
        if known := [(who, called) for who, called in fitting if states and states <= self.states[who]]:
            fitting = known
        first = [who for who, called in fitting if not is_second_to(wanted, called)]
        if found := list(dict.fromkeys(first or [who for who, _ in fitting])):
            return found
        beside = [who for who, called in self._with(wanted.before[:-1]) if shares_field(wanted, called)]
        return list(dict.fromkeys(who for who in beside if self._may_be_of(who, countries, homes, states)))

    def _may_be_of(self, who: str, countries: set[str], homes: set[str], states: set[str]) -> bool:
        """Whether nothing that is known of them stands against these countries and states."""
        own = self.states[who]
        return countries <= (self.countries[who] or homes) and (states <= own or not own)

    def _with(self, wanted: Iterable[str]) -> list[Held]:
        """The roles that hold one of these words, in order."""
        places = {place for word in wanted if word in self._places for place in self._places[word]}
        return [self.held[place] for place in sorted(places)]
