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
LEAST_NAMED = 4
"""Times that a text names somebody or something before it is about them under a title that names nothing."""
NO_NAME = frozenset({"CARDINAL", "DATE", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "TIME"})

_DESCRIBING = NOUNS | {"JJ"}
_MOST_BEFORE = 2
"""Nouns that a topic keeps before its own: "health care plan"."""
PLACES = ("GPE", "LOC", "FAC")


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
    # A headline's "predicts" makes no noun with what stands beside it.
    describing = _describing(body, wanted)
    stems = Counter({stem: uses for stem, uses in stems.items() if stem in describing})
    weighed: dict[Topic, int] = {}
    for token, word in enumerate(title.words):
        surname = word[:1].isupper() and any(
            t.type == "PERSON" and t.text.endswith(f" {word}") for t in names.get(word, ())
        )
        if (
            (title.tags[token] not in NOUNS and not surname)
            or title.entity_of[token] in NO_NAME
            or (title.lower[token] in left_out and "compound" not in title.deps[max(0, token - 1) : token])
            or _is_courtesy(title.lower[token])
        ):
            continue
        if word in names and word[:1].isupper():
            whole = _whole(title, token)
            in_text = any(whole in passage.text for passage in body)
            topic = _called(word, whole, in_text, names[word]) or _fullest(names[word])
            topic = topic if topic.text else _run(title, token, body)
            weight = words[word] * (1 if topic.type in PLACES else 3)
        elif title.tags[token] == "NNP" and words[word] > 1 and not words[word.lower()]:
            # A name that the model does not know: the text gives it capitals throughout.
            topic, weight = Topic(_row(title, token, body), "NAME"), 3 * words[word]
        else:
            topic, weight = _thing(title, token, stems, left_out)
        if topic.text and topic.text not in no_nouns:
            weighed[topic] = max(weight, weighed.get(topic, 0))
    found = sorted((t._replace(uses=uses) for t, uses in weighed.items()), key=lambda topic: -topic.uses)
    return found or _of_text(names)


def _of_text(names: dict[str, Counter[Topic]]) -> list[Topic]:
    """The names that the text goes on about, for a title that says none of its things."""
    used: Counter[Topic] = Counter()
    for known in names.values():
        topic, uses = known.most_common(1)[0]
        if topic.text and uses >= LEAST_NAMED:
            used[topic] = max(used[topic], uses)
    return [topic._replace(uses=uses) for topic, uses in used.most_common(2)]


def _no_nouns(body: list[Passage], among: set[str]) -> set[str]:
    """Those words that the text uses, but never as nouns: a headline's "indict" or "about" is none of its things."""
    tagged = chain.from_iterable(zip(passage.lower, passage.tags, strict=True) for passage in body)
    used = {(word, tag) for word, tag in tagged if word in among}
    return {word for word, _ in used} - {word for word, tag in used if tag in NOUNS}


def _describing(body: list[Passage], among: set[str]) -> set[str]:
    """Those stems that the text has in a noun or adjective."""
    return {
        word[:STEM]
        for passage in body
        for word, tag in zip(passage.lower, passage.tags, strict=True)
        if word[:STEM] in among and tag in _DESCRIBING
    }


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
    plain = frozenset(filter(str.islower, chain.from_iterable(passage.words for passage in body)))
    for passage in [*body, title]:
        for entity in passage.entities:
            said = passage.words[entity.low : entity.high]
            untitled = entity.type == "WORK_OF_ART" and passage.slice(entity.low, entity.high) not in title.text
            if entity.type in NO_NAME or entity.type == "NORP" or untitled:
                continue
            # In a headline whose words all have capitals: "Lund Moves To Withdraw".
            is_clause = not VERBS.isdisjoint(passage.tags[entity.low : entity.high])
            if passage is title and (entity.type != "ORG" or is_clause or any(word in names for word in said)):
                continue
            if passage is title and any(word.lower() in plain for word in said):
                # In a headline whose words all have capitals: "Burn Local Stores".
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


def _run(title: Passage, token: int, body: list[Passage]) -> Topic:
    """The words of a headline up to this one that the text writes in a row with capitals too: "Grain Trade Treaty"."""
    low = token
    while low and title.words[low - 1].istitle() and any(title.slice(low - 1, token + 1) in p.text for p in body):
        low -= 1
    longer = title.slice(low, min(token + 2, len(title)))
    whole = token + 1 == len(title) or not title.words[token + 1].istitle() or all(longer not in p.text for p in body)
    return Topic(title.slice(low, token + 1), "NAME") if low < token and whole else Topic("", "")


def _row(title: Passage, token: int, body: list[Passage]) -> str:
    """The word with the capitals and numbers beside it that the text writes in a row with it: "Keth Runner 6"."""
    low, high = token, token + 1
    while low and title.words[low - 1].istitle() and any(title.slice(low - 1, high) in p.text for p in body):
        low -= 1
    while high < len(title) and (title.words[high].istitle() or title.words[high].isdigit()):
        if all(title.slice(low, high + 1) not in passage.text for passage in body):
            break
        high += 1
    return title.slice(low, high)


def _thing(title: Passage, token: int, stems: Counter[str], left_out: frozenset[str]) -> tuple[Topic, int]:
    """The noun of the title with those before it, where the text uses them all; nothing for one that leads another."""
    weight, low, high = stems[title.lower[token][:STEM]], token, token + 1
    beside = title.deps[token] == "compound" and all(
        stems[word[:STEM]] for word in title.lower[high : title.heads[token] + 1]
    )
    tied = title.words[high : high + 1] == ["-"] and title.starts[high] == title.ends[token]
    if not weight or tied or (beside and title.heads[token] > token):
        return Topic("", ""), 0
    while low > max(0, token - _MOST_BEFORE) and low <= title.heads[low - 1] <= token and title.tags[low - 1] in NOUNS:
        if not (before := stems[title.lower[low - 1][:STEM]]):
            break
        low, weight = low - 1, max(weight, before)
    if title.lower[token] in left_out:
        # "health care vote" is "health care", "jobs plan" stays.
        high = token if low < token - 1 else high
        if low == token:
            return Topic("", ""), 0
    if high < len(title) and title.lower[high] in lexicon.words("labels", "events") and title.deps[token] == "compound":
        # "Crane collapse", though the text says only that it fell.
        high += 1
    while low > 1 and title.words[low - 1] == "-" and title.ends[low - 1] == title.starts[low]:
        # "cease-fire talks", but nothing for "person" in "in-person voting".
        low -= 2
    if low < token - 1 and title.words[token - 1] == "-" and title.deps[token] == "compound":
        return Topic("", ""), 0
    return Topic(title.slice(low, high).lower(), ""), weight
