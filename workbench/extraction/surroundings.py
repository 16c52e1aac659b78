"""What a pronoun or a description stands for: the story's topic and names, not the last thing named."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from workbench.domain.claim import Stretch
from workbench.extraction.lexicon import words
from workbench.extraction.passage import NOUNS, Passage
from workbench.extraction.register import Register

FARTHEST = 4
"""Most sentences that a pronoun reaches back."""
STEM = 5
"""Letters by which two forms of a word count as one."""
_NO_NAME = frozenset({"CARDINAL", "DATE", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "TIME"})
_PERSONAL = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
_PLURAL = {"they": True, "their": True, "them": True, "it": False, "its": False}


@dataclass
class Scene:
    """The story around a figure: its register, its passages, title first, and its quotations.

    `voices` holds for each passage's number the quotations in it: half-open characters and the speaker's name.
    """

    register: Register
    passages: list[Passage]
    voices: dict[int, list[tuple[int, int, str]]]
    _known: dict[str, str] = field(default_factory=dict)

    def speaker(self, passage: Passage, token: int) -> str:
        """Who says "I" or "we" here: the speaker of the quotation around it; empty outside one."""
        start, said = passage.starts[token], self.voices.get(passage.number, [])
        return next((name for low, high, name in said if low <= start < high), "")

    def name(self, passage: Passage, token: int) -> str:
        """The name that this token belongs to, in full or by its acronym; empty where it belongs to none."""
        entity = next((e for e in passage.entities if e.low <= token < e.high and e.type not in _NO_NAME), None)
        if entity is None:
            return ""
        text = re.sub(r"^(?:the|a|an)\s+|['’]s?$", "", passage.slice(entity.low, entity.high), flags=re.IGNORECASE)
        return self.register.person(text) if entity.type == "PERSON" else self.register.short(text)

    @cached_property
    def title(self) -> Passage | None:
        """The title, where the story has one."""
        return next((p for p in self.passages[:1] if p.inside is Stretch.TITLE), None)

    @cached_property
    def topic(self) -> list[int]:
        """The tokens of the title's nouns, the most used in the story first; its names count double."""
        title = self.title
        if title is None:
            return []
        used = Counter(word[:STEM] for passage in self.passages[1:] for word in passage.lower)

        def weight(token: int) -> int:
            own = [token, *(t for t in title.children[token] if title.deps[t] == "compound")]
            return max(used[title.lower[t][:STEM]] for t in own) * (2 if title.entity_of[token] else 1)

        heads = (t for t in range(len(title)) if title.tags[t] in NOUNS and title.deps[t] != "compound")
        nouns = [t for t in heads if title.entity_of[t] not in _NO_NAME]
        return sorted(nouns, key=lambda token: -weight(token))

    def described(self, passage: Passage, token: int, text: str) -> str:
        """The one person or body that a description means ("the mayor"); empty where it means none or several."""
        if passage.tags[token] != "NN":
            return ""
        if text not in self._known:
            self._known[text] = self.register.holder(text) or self.register.body(text) or ""
        if self._known[text]:
            return self._known[text]
        article = passage.child(token, "det")
        definite = article is not None and passage.lower[article] == "the"
        return self.main_body if definite and text.lower() in words("labels", "companies") else ""

    @cached_property
    def uncapitalised(self) -> frozenset[str]:
        """The words that the story writes without a capital somewhere."""
        return frozenset(word for passage in self.passages for word in passage.words if word.islower())

    @cached_property
    def main_body(self) -> str:
        """The body that the title names and the story uses most; empty where the title names none."""
        title = self.title
        found = (self.name(title, t) for t in self.topic if title.entity_of[t] == "ORG") if title else iter(())
        return next(found, "")

    def meant(self, passage: Passage, token: int) -> tuple[Passage, int] | str:
        """What a pronoun stands for: the token that names it, or a name, or an empty string.

        The subject that stands before it in its sentence comes first, then the subjects of the sentences before:
        a story goes on about its topic, and the person named last is often somebody else.
        """
        word = passage.lower[token]
        for where, subject in self._subjects_before(passage, token):
            inside = where is passage and subject in passage.ancestors(token)
            if not inside and self._fits(word, where, subject):
                return where, subject
        if word in _PERSONAL:
            return self.register.pronoun(_PERSONAL[word], passage, token) or ""
        return ""

    def _subjects_before(self, passage: Passage, token: int) -> Iterator[tuple[Passage, int]]:
        place = passage.sentence_of[token]
        low, _ = passage.sentences[place]
        heads = list(passage.ancestors(token))
        yield from ((passage, t) for t in range(low, token) if _is_subject(passage, t) and passage.heads[t] in heads)
        left = FARTHEST
        for number in range(passage.number, -1, -1):
            here = self.passages[number]
            if here.inside is not passage.inside:
                return
            for sentence in range((place if here is passage else len(here.sentences)) - 1, -1, -1):
                yield from ((here, t) for t in range(*here.sentences[sentence]) if _is_main_subject(here, t))
                left -= 1
                if not left:
                    return

    def _fits(self, word: str, passage: Passage, token: int) -> bool:
        if passage.lower[token] in words("labels", "nobody"):
            return False
        if word in _PERSONAL:
            if passage.entity_of[token] != "PERSON":
                return False
            known = self.register.mentions.genders.get(self.name(passage, token))
            return known in (None, _PERSONAL[word])
        if passage.entity_of[token] == "PERSON" or passage.tags[token] not in NOUNS:
            return False
        if word in ("its", "their") and not passage.entity_of[token]:
            return False
        plural = passage.tags[token] in ("NNS", "NNPS")
        return plural == _PLURAL.get(word, plural) or passage.tags[token] == "NNP"


def _is_subject(passage: Passage, token: int) -> bool:
    return passage.deps[token] in ("nsubj", "nsubjpass")


def _is_main_subject(passage: Passage, token: int) -> bool:
    return _is_subject(passage, token) and passage.deps[passage.heads[token]] in ("ROOT", "ccomp", "conj")
