"""What a story is about: the names and things of its headline that the text goes on about."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from workbench.extraction import lexicon
from workbench.extraction.passage import NOUNS, Passage

STEM = 5
"""Letters by which two forms of a word count as one."""
NO_NAME = frozenset({"CARDINAL", "DATE", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "TIME"})

_PLACES = ("GPE", "LOC", "FAC")


class Topic(NamedTuple):
    """A name or noun that the story goes on about, as a label writes it; `type` is the name's, or empty."""

    text: str
    type: str


def read(passages: Iterable[Passage], title: Passage, name: Callable[[Passage, int], str]) -> list[Topic]:
    """The topics of a story, the most used in its text first; names of people, bodies and products count three times.

    A word of the title stands for the name of the text that holds it ("Obama" → "Barack Obama"), as `name` resolves
    it; any other noun must be used in the text without a capital, and keeps the noun before it where that is used too.
    """
    words: Counter[str] = Counter()
    names: dict[str, Counter[Topic]] = defaultdict(Counter)
    for passage in passages:
        if passage is not title:
            words.update(passage.words)
        for entity in passage.entities:
            if entity.type not in NO_NAME and entity.type != "NORP":
                full = Topic(name(passage, entity.low), entity.type)
                for word in passage.words[entity.low : entity.high]:
                    names[word][full] += 1
    stems: Counter[str] = Counter()
    for word, count in words.items():
        if word.islower():
            stems[word[:STEM]] += count
    measures = lexicon.words("labels", "no_topics") | lexicon.words("labels", "vague")
    weighed: dict[Topic, int] = {}
    for token, word in enumerate(title.words):
        if title.tags[token] not in NOUNS or title.entity_of[token] in NO_NAME or title.lower[token] in measures:
            continue
        if word in names and word[:1].isupper():
            topic = _called(word, names[word])
            weight = words[word] * (1 if topic.type in _PLACES else 3)
        else:
            topic, weight = _thing(title, token, stems)
        if topic.text:
            weighed[topic] = max(weight, weighed.get(topic, 0))
    return sorted(weighed, key=lambda topic: -weighed[topic])


def _called(word: str, names: Counter[Topic]) -> Topic:
    """The name that a word of the title stands for: that of a body or a place alone, else the one used most."""
    alone = next((topic for topic in names if topic.text == word and topic.type != "PERSON"), None)
    plain = [topic for topic, _ in names.most_common() if not re.search("['’\"]", topic.text)]
    if alone is not None:
        return alone
    full = [topic for topic in plain[:2] if topic.type == "PERSON" and " " in topic.text]
    return next(iter([*full, *plain]), Topic("", ""))


def _thing(title: Passage, token: int, stems: Counter[str]) -> tuple[Topic, int]:
    """The noun of the title with the one before it, where the text uses both; nothing for the first of two."""
    lower, weight = title.lower[token], stems[title.lower[token][:STEM]]
    if not weight or (title.deps[token] == "compound" and stems[title.lower[title.heads[token]][:STEM]]):
        return Topic("", ""), 0
    first = token - 1
    if first >= 0 and title.heads[first] == token and title.tags[first] in NOUNS and stems[title.lower[first][:STEM]]:
        return Topic(f"{title.lower[first]} {lower}", ""), max(weight, stems[title.lower[first][:STEM]])
    return Topic(lower, ""), weight
