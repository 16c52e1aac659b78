"""What a pronoun or a description stands for: the story's topic and names, not the last thing named."""

import re
from collections import Counter, defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from workbench.domain.claim import Stretch
from workbench.extraction.grammar.nouns import singular
from workbench.extraction.labels import indexes, taught, topics
from workbench.extraction.labels.introductions import Introductions
from workbench.extraction.labels.taught import same_as
from workbench.extraction.labels.topics import NO_NAME, PLACES, Topic
from workbench.extraction.lexicon import table, words
from workbench.extraction.people.register import Register
from workbench.extraction.text.passage import NOUNS, Entity, Passage

LONGEST_BODY = 4
"""Words of the longest name of a body that a label writes in full where the story has letters for it."""
_TRIMMINGS = re.compile(r"^(?:the|a|an)\s+|['’]s?$", re.IGNORECASE)
_OWNERS = re.compile(r"^.*(?:['’]s?|\.) (?=\S+ )")
_DOTTED = re.compile(r"\b(U|E)\.(S|K|N|U)\.")
_CUT = ("ORG", "FAC", "EVENT", "PRODUCT", "LAW")
"""Types of names that no title stands before."""


@dataclass
class Scene:
    """The story around a figure: its register, its passages, title first, and its quotations.

    `voices` holds for each passage's number the quotations in it: half-open characters and the speaker's name.
    `nouns` remembers how labels write a noun: by its passage's number, its token, and the tokens that they say already;
    `stems` by which of its words a label names a topic.
    """

    register: Register
    passages: list[Passage]
    voices: dict[int, list[tuple[int, int, str]]]
    nouns: dict[tuple[int, int, frozenset[int]], str] = field(default_factory=dict)
    stems: dict[str, Set[str]] = field(default_factory=dict)
    _shorts: dict[str, str] = field(default_factory=dict)
    _names: dict[tuple[int, int], str] = field(default_factory=dict)

    def speaker(self, passage: Passage, token: int) -> str:
        """Who says "I" or "we" here: the speaker of the quotation around it; empty outside one."""
        start, said = passage.starts[token], self.voices.get(passage.number, [])
        return next((name for low, high, name in said if low <= start < high), "")

    def quotation(self, passage: Passage, token: int) -> tuple[int, int] | None:
        """The characters of the quotation that the token stands in; None outside one."""
        start, said = passage.starts[token], self.voices.get(passage.number, [])
        return next(((low, high) for low, high, _ in said if low <= start < high), None)

    def name(self, passage: Passage, token: int) -> str:
        """The name that this token belongs to, in full or by its acronym; empty where it belongs to none."""
        entity = passage.entity_at[token]
        if entity is None or entity.type in NO_NAME:
            unseen = self._unseen_person(passage, token) if entity is None else ""
            return unseen or self._model(passage, token) or self._spelled_out(passage.words[token])
        place = (passage.number, entity.low)
        if place not in self._names:
            text = _TRIMMINGS.sub("", passage.slice(_name_start(passage, entity), _name_end(passage, entity)))
            is_person = entity.type == "PERSON" or (text in self._titled and entity.type not in PLACES)
            self._names[place] = self._person(text) if is_person else self._made.get(text) or self.body_name(text)
        return self._names[place]

    def _person(self, name: str) -> str:
        """The person in full; of several with this surname the only one whom the title names so."""
        full = self.register.person(name)
        if full != name or " " in name or self.title is None:
            return full
        titled = [known for known in self.register.full_names if known in self.title.text and name in known.split()]
        return titled[0] if len(titled) == 1 else full

    def _unseen_person(self, passage: Passage, token: int) -> str:
        """Somebody whose surname the model takes for a common noun: "Jobs resigned"."""
        word = passage.words[token]
        if passage.tags[token] not in NOUNS or word not in self._surnames:
            return ""
        begins = passage.sentences[passage.sentence_of[token]][0] == token
        return "" if begins and word.lower() in self.uncapitalised else self.register.person(word)

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The words by which the one person of the title may be called, whatever the model takes them for."""
        title = self.title.text if self.title is not None else ""
        named = [full for full in self.register.full_names if full in title]
        return frozenset(named[0].split() if len(named) == 1 else ())

    def _model(self, passage: Passage, token: int) -> str:
        """The model with its maker, unless a word before it says which of them: "the second A220"."""
        name = self._made.get(passage.words[token], "")
        return name if name and passage.child(token, "amod") is None else ""

    @cached_property
    def _made(self) -> dict[str, str]:
        """The models that the story names with their maker once: "A220" is the "Lund A220"."""
        return taught.makers(self.passages)

    @cached_property
    def two_parties(self) -> list[str]:
        """The two parties of a country where the story speaks of both: "Democrats" and "Republicans"."""
        used = set(chain.from_iterable(passage.words for passage in self.passages))
        spoken_of = (pair for pair in table("labels")["two_parties"] if all(party in used for party in pair))
        return next(spoken_of, [])

    @cached_property
    def introductions(self) -> Introductions:
        """The names by which the story introduces what it says only the noun of later."""
        return Introductions(self.passages)

    @cached_property
    def indexes(self) -> dict[str, str]:
        """The indexes of markets in full by their first words: "Dow" is the "Dow Jones Industrial Average"."""
        return indexes.full_names(self.passages)

    @property
    def model(self) -> str:
        """The one model with its maker that the headline names: "Lund A220"; empty where it names none or two."""
        title = self.title.words if self.title is not None else []
        named = {name for model, name in self._made.items() if model in title}
        return named.pop() if len(named) == 1 else ""

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset(name.split()[-1] for name in self.register.full_names)

    def body_name(self, name: str) -> str:
        """A body's name in full, or in letters where all the world knows them or the name is long."""
        if numbered := self._spelled_out(name):
            return numbered
        letters = self.register.short(name)
        full = self.register.bodies.acronyms.get(letters) or self._initials.get(letters, name)
        known = letters in words("labels", "letters") or len(full.split()) > LONGEST_BODY
        return letters if known else full.rstrip("'’")

    def _spelled_out(self, word: str) -> str:
        """What letters in capitals stand for that the story explains, and the number behind them: "KR9"."""
        letters = word.rstrip("0123456789")
        full = self.register.bodies.acronyms.get(letters, "") if letters.isupper() else ""
        return f"{full} {word.removeprefix(letters)}" if full and letters != word else ""

    @cached_property
    def _initials(self) -> dict[str, str]:
        """The one body whose name each name in capitals is the initials of, though no brackets say so."""
        found: dict[str, set[str]] = defaultdict(set)
        for named in self.register.bodies.places:
            # "the United Nations' Grain Trade Treaty" is the GTT.
            name = _OWNERS.sub("", _TRIMMINGS.sub("", named))
            if " " in name:
                found["".join(word[0] for word in name.split() if word[0].isupper())].add(name)
        return {letters: names.pop() for letters, names in found.items() if len(names) == 1}

    def in_full(self, short: str, name: str) -> str:
        """The name, remembered as what the story also says shorter: "Norlund poll" is "poll"."""
        if short != name and short in name:
            self._shorts[name] = short
        return name

    def shortened(self, text: str) -> str:
        """The text with the names that were written out as short as the story has them; empty where it holds none."""
        said = text
        for name, short in self._shorts.items():
            said = said.replace(name, short)
        return said if said != text else ""

    @cached_property
    def title(self) -> Passage | None:
        """The title, where the story has one."""
        return next((p for p in self.passages[:1] if p.inside is Stretch.TITLE), None)

    @cached_property
    def topics(self) -> list[Topic]:
        """What the title names and the text goes on about, the most used first; empty for a story without a title."""
        found = topics.read(self.passages, self.title, self.name) if self.title is not None else []
        most = {topic.text: topic.uses for topic in found}
        named = []
        for topic in found:
            name = self._made.get(topic.text) or ("" if topic.type else self.called(topic.text)) or topic.text
            # The model before its maker, whom it names too.
            uses = max(topic.uses, *(most.get(word, 0) + 1 for word in name.split() if word != topic.text), 0)
            named.append(topic._replace(text=name, uses=uses))
        return sorted(named, key=lambda topic: -topic.uses)

    def called(self, thing: str) -> str:
        """The one name that the story joins to this thing or to another noun for it: "airliner" is the "Keth 5"."""
        names = {self._taught[noun] for noun in same_as(thing.rsplit(maxsplit=1)[-1]) if noun in self._taught}
        return names.pop() if len(names) == 1 else ""

    @cached_property
    def _taught(self) -> dict[str, str]:
        """The names of the things that the story joins to a noun of their own."""
        return taught.read(self.passages, self.name)

    @cached_property
    def uncapitalised(self) -> frozenset[str]:
        """The words that the story writes without a capital somewhere."""
        return frozenset(filter(str.islower, chain.from_iterable(passage.words for passage in self.passages)))

    @cached_property
    def uses(self) -> dict[str, int]:
        """How often the text uses each word, by its stem in the singular."""
        text = (passage.words for passage in self.passages if passage.inside is not Stretch.TITLE)
        said = (undotted(word).lower() for word in chain.from_iterable(text) if word != "us")
        return Counter(singular(word)[: topics.STEM] for word in said)

    @property
    def happening(self) -> str:
        """What the headline says happened: "crane collapse"; empty where it says no such thing, or two."""
        found = [topic.text for topic in self.topics if topic.text.rpartition(" ")[2] in words("labels", "events")]
        return found[0] if len(found) == 1 else ""

    @property
    def main_body(self) -> str:
        """The body that the title names and the story uses most; empty where the title names none."""
        return next((topic.text for topic in self.topics if topic.type == "ORG"), "")


def _name_start(passage: Passage, entity: Entity) -> int:
    """The first token of a name whose beginning the model has cut off: "National" of "Hurricane Center", or a body."""
    low = entity.low
    before = passage.entity_at[low - 1] if low else None
    if before and _is_first_half(passage, before, entity):
        return before.low
    while low and entity.type in _CUT and passage.tags[low - 1] == "NNP" and passage.entity_of[low - 1] == "":
        if passage.deps[low - 1] != "compound" or not low <= passage.heads[low - 1] < entity.high:
            break
        low -= 1
    return low


def _name_end(passage: Passage, entity: Entity) -> int:
    """Behind the last token of a name, and behind its number that the model leaves out: "Flight 447", "Keth 100"."""
    end = entity.high
    while passage.lower[end - 1] == "of" and passage.tags[end : end + 1] == ["NNP"]:
        # "Bay of" Biscay.
        end += 1
    if end == len(passage) or passage.tags[end] != "CD" or not entity.low <= passage.heads[end] < end:
        return end
    is_year = len(passage.words[end]) == 4
    return end + 1 if passage.words[end].isdigit() and not is_year and entity.type not in ("PERSON", "GPE") else end


def _is_first_half(passage: Passage, one: Entity, other: Entity) -> bool:
    """Whether the model has cut one name in two: "Chrysler" and "LLC"."""
    touch = one.high == other.low and one.type == "ORG" and other.type in ("ORG", "PRODUCT")
    return touch and other.low <= passage.heads[one.high - 1] < other.high and passage.deps[one.high - 1] == "compound"


def undotted(text: str) -> str:
    """The text with names of places in letters without stops, by which "U.S." and "US" count as the same."""
    return _DOTTED.sub(r"\1\2", text) if "." in text else text
