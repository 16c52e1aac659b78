"""What a story is about: the names and things of its headline that the text goes on about."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple

from workbench.extraction import lexicon
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

STEM = 5
"""Letters by which two forms of a word count as one."""
NO_NAME = frozenset({"CARDINAL", "DATE", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "TIME"})

_PLACES = ("GPE", "LOC", "FAC")


class Topic(NamedTuple):
    """A name or noun that the story goes on about, as a label writes it; `type` is the name's, or empty.

    `uses` says how often the text uses it, a name of a person, body or product three times counted.
    """

    text: str
    type: str
    uses: int = 0


def read(passages: Iterable[Passage], title: Passage, name: Callable[[Passage, int], str]) -> list[Topic]:
    """The topics of a story, the most used in its text first; names of people, bodies and products count three times.

    A word of the title stands for the name of the text that holds it ("Obama" → "Barack Obama"), as `name` resolves
    it; any other noun must be used in the text without a capital, and keeps the noun before it where that is used too.
    """
    # A page that says its headline again says no more by it.
    body = [passage for passage in passages if passage is not title and passage.text.strip() != title.text.strip()]
    words = Counter(chain.from_iterable(passage.words for passage in body))
    names = _names(body, title, name)
    stems: Counter[str] = Counter()
    wanted = {word[:STEM] for word in title.lower}
    for word, count in words.items():
        if word[:STEM] in wanted and word.islower():
            stems[word[:STEM]] += count
    left_out = lexicon.words("labels", "no_topics") | lexicon.words("labels", "vague")
    no_nouns = _no_nouns(body, {*title.lower})
    weighed: dict[Topic, int] = {}
    for token, word in enumerate(title.words):
        if (
            title.tags[token] not in NOUNS
            or title.entity_of[token] in NO_NAME
            or title.lower[token] in left_out
            or _is_courtesy(title.lower[token])
        ):
            continue
        if word in names and word[:1].isupper():
            whole = _whole(title, token)
            in_text = any(whole in passage.text for passage in body)
            topic = _called(word, whole, in_text, names[word]) or _fullest(names[word])
            weight = words[word] * (1 if topic.type in _PLACES else 3)
        elif title.tags[token] == "NNP" and words[word] > 1 and not words[word.lower()]:
            # A name that the model does not know: the text gives it capitals throughout.
            topic, weight = Topic(word, "NAME"), 3 * words[word]
        else:
            topic, weight = _thing(title, token, stems)
        if topic.text and topic.text not in no_nouns:
            weighed[topic] = max(weight, weighed.get(topic, 0))
    return sorted((t._replace(uses=uses) for t, uses in weighed.items()), key=lambda topic: -topic.uses)


def _no_nouns(body: list[Passage], among: set[str]) -> set[str]:
    """Those words that the text uses, but never as nouns: a headline's "indict" or "about" is none of its things."""
    tagged = chain.from_iterable(zip(passage.lower, passage.tags, strict=True) for passage in body)
    used = {(word, tag) for word, tag in tagged if word in among}
    return {word for word, _ in used} - {word for word, tag in used if tag in NOUNS}


def _is_courtesy(word: str) -> bool:
    """Whether it is a title before a name, in short: "Gov."."""
    return word in lexicon.words("roles", "courtesy") or (
        word[-1] == "." and word in lexicon.words("roles", "abbreviated")
    )


def _names(body: list[Passage], title: Passage, name: Callable[[Passage, int], str]) -> dict[str, Counter[Topic]]:
    """For each word of a name in the text the names that hold it; the title adds bodies that it alone names.

    Of other names the title is no witness: the model takes "Fire Rosenstein" in a headline of capitals for one.
    """
    names: dict[str, Counter[Topic]] = defaultdict(Counter)
    for passage in [*body, title]:
        for entity in passage.entities:
            said = passage.words[entity.low : entity.high]
            if entity.type in NO_NAME or entity.type == "NORP":
                continue
            # In a headline whose words all have capitals: "Lund Moves To Withdraw".
            is_clause = not VERBS.isdisjoint(passage.tags[entity.low : entity.high])
            if passage is title and (entity.type != "ORG" or is_clause or any(word in names for word in said)):
                continue
            full = Topic(name(passage, entity.low), entity.type)
            for word in said:
                names[word][full] += 1
    return names


def _whole(title: Passage, token: int) -> str:
    """The name in the title that this word is part of: "White House" for its "House"."""
    return next((title.slice(e.low, e.high) for e in title.entities if e.low <= token < e.high), "")


def _called(word: str, whole: str, in_text: bool, names: Counter[Topic]) -> Topic | None:
    """What title and text name in full, else the body or place of that name, the one used more."""
    used = [topic for topic, _ in names.most_common()]
    in_full = (topic for topic in used if topic.text == whole and " " in whole and in_text)
    alike = (topic for topic in used if topic.text in (word, whole) and topic.type != "PERSON")
    return next(iter([*in_full, *alike]), None)


def _fullest(names: Counter[Topic]) -> Topic:
    """The person in full, else the name used most."""
    plain = [topic for topic, _ in names.most_common() if not re.search("['’\"]", topic.text)]
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
