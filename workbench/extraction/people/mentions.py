"""Whom a story names where, and whom "he" or "she" means: the nearest that fits, whoever a sentence is about first."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.extraction.people.bodies import NEAR
from workbench.extraction.text.passage import Passage

FARTHEST = 6
"""Most passages back where a pronoun may find whom it means."""
SUBJECTS = ("nsubj", "nsubjpass")
FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
ENOUGH = 2
"""Fewest pronouns that show somebody's gender, and how many times more they must be than those for the other."""
Vote = tuple[str, str]
"""A name, and the pronoun that was read as its."""


@dataclass(slots=True, frozen=True)
class Mention:
    """A person meant in the passage with this number: token range, fullest name, and whether as a subject.

    `main` where it is the subject of a whole sentence, or of a verb of speech: that is whom the next "he" means.
    """

    passage: int
    low: int
    high: int
    name: str
    subject: bool
    main: bool = False


@dataclass
class Mentions:
    """The people meant in a story, in order. `genders` holds "he" or "she" for the names that show it.

    `shown` are the names that something shows to be a person's: a first name, a role, or that they speak.
    """

    by_passage: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    genders: dict[str, str] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Keep the mention, behind those that stand before it."""
        self.by_passage[mention.passage].append(mention)

    def within(self, first: int, last: int) -> list[Mention]:
        """The people meant from the passage with the one number up to that with the other, in order."""
        return [mention for number in range(first, last + 1) for mention in self.by_passage.get(number, ())]

    def learn(self, votes: Counter[Vote]) -> None:
        """Take over the gender of those whom the story's pronouns agree upon, where nothing else shows it."""
        for name in {name for name, _ in votes}:
            he, she = votes[name, "he"], votes[name, "she"]
            if max(he, she) >= ENOUGH and ENOUGH * min(he, she) <= max(he, she):
                self.genders.setdefault(name, "he" if he > she else "she")

    def near(self, passage: Passage) -> set[str]:
        """Who is meant in this passage or shortly before it."""
        return {m.name for m in self.within(passage.number - NEAR, passage.number)}

    def last(self, names: list[str], passage: Passage) -> str | None:
        """Which of these acted last before this passage or in it; None where none did, or two together."""
        acted = [m for m in self.within(0, passage.number) if m.subject and m.name in names]
        last = {m.name for m in acted if m.passage == acted[-1].passage}
        return last.pop() if len(last) == 1 else None

    def meant(self, word: str, passage: Passage, token: int) -> str | None:
        """The person that "he" or "she" means at this token; None where two fit and nothing chooses.

        Any other word may mean either: it gives the last person that a sentence is about.
        """
        around = self.within(passage.number - FARTHEST, passage.number)
        acted_on = self._acted_on(passage, token)
        before = [m for m in around if (m.passage, m.low) < (passage.number, token) and m.name not in acted_on]
        fitting = [m for m in before if self._can_be(word, m.name)]
        return self._nearest([m for m in fitting if m.name in self.shown], passage, token) or self._nearest(
            fitting, passage, token
        )

    def _acted_on(self, passage: Passage, token: int) -> set[str]:
        """Whom the verb of this subject acts on, who is then somebody else: "he called Lee a friend"."""
        if passage.deps[token] not in SUBJECTS:
            return set()
        named = [m for m in self.by_passage.get(passage.number, ()) if m.low > token]
        verb = passage.heads[token]
        return {m.name for m in named if passage.heads[m.high - 1] == verb and passage.deps[m.high - 1] == "dobj"}

    def _can_be(self, word: str, name: str) -> bool:
        gender = "she" if word in FEMALE else "he" if word in MALE else None
        return gender is None or self.genders.get(name, gender) == gender

    def _nearest(self, fitting: list[Mention], passage: Passage, token: int) -> str | None:
        sentence = passage.sentence_of[token]
        here = [
            m for m in fitting if m.passage == passage.number and passage.sentence_of[m.low] == sentence and m.subject
        ]
        if here:
            speaks = passage.deps[token] == "nsubj" and any(m.main for m in here)
            return [m for m in here if m.main or not speaks][-1].name
        for group in _by_nearness(fitting):
            named = _leading(group)
            if named or group[0].passage >= passage.number - NEAR:
                return named
        return None


def _by_nearness(mentions: list[Mention]) -> Iterator[list[Mention]]:
    places = sorted({m.passage for m in mentions}, reverse=True)
    return ([m for m in mentions if m.passage == place] for place in places)


def _leading(group: list[Mention]) -> str | None:
    """Of the people of one passage the last that a sentence is about, else the last subject, else the only one."""
    for chosen in ([m for m in group if m.main], [m for m in group if m.subject]):
        if chosen:
            return chosen[-1].name
    names = {m.name for m in group}
    return names.pop() if len(names) == 1 else None
