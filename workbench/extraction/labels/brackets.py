"""What a label adds in brackets: the topics of the story that it has room for and does not name."""

import re
from collections.abc import Iterator

from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.labels import clauses
from workbench.extraction.labels.pairs import MOST_PAIRED, pair
from workbench.extraction.labels.pieces import WORD, Spot, size
from workbench.extraction.labels.surroundings import Scene, undotted
from workbench.extraction.labels.topics import STEM, Topic
from workbench.extraction.lexicon import table
from workbench.extraction.text.passage import Passage

MOST_TOPICS = 3
"""Topics of a story that a label may name."""
LEAST_USES = 3
"""Times that the text uses a noun of the title before it is one of several topics."""
MOST_IN_BRACKETS = 2
_NAMED = frozenset({"PERSON", "ORG", "GPE", "PRODUCT", "EVENT", "FAC", "LAW", "LOC"})
_NAME = re.compile(r"\b[A-Z]\w")


def brackets(spot: Spot, anchor: int, label: str, *, dated: bool) -> str:
    """Up to two topics that the label does not name, with a space before them; empty where none fits.

    Beside somebody named in the label, the second must be a name too: a label heaps no nouns on its own.
    """
    label = undotted(label)
    room = int(table("labels")["most_words"]) - size(label)
    if room < 1:
        return ""
    if (two := _two_of(spot, room)) and not stems(two) <= stems(label):
        return f" ({two})"
    said = stems(label)
    named = _NAME.search(label.partition(": ")[2] or label[1:])
    kept: list[str] = []
    for topic in _near_first(spot, anchor, bool(named), dated):
        known = _known(spot.scene, topic.text)
        unneeded = kept and named and not topic.type
        if size(topic.text) > room or known & said or unneeded:
            continue
        kept.append(topic.text)
        room, said = room - size(topic.text), said | known
        if len(kept) == MOST_IN_BRACKETS:
            break
    return f" ({', '.join(kept)})" if kept else ""


def _two_of(spot: Spot, room: int) -> str:
    """The two that the figure's "both" or "the two" counts, in full or by the last words of their names."""
    for token in spot.own:
        names = pair(spot.scene, spot.passage, token)
        last = [name.split()[-1] for name in names]
        forms = [", ".join(form) for form in (names, last) if len({*form}) == 2]
        if names:
            return next((form for form in forms if size(form) <= room), "")
    return ""


def room_for_topic(spot: Spot, anchor: int, needed: str, *, dated: bool) -> int:
    """The words that the first topic takes, where what a label needs to say does not name it; else 0."""
    if two := _two_of(spot, MOST_PAIRED):
        return size(two)
    for topic in _near_first(spot, anchor, named=False, dated=dated):
        said = _known(spot.scene, topic.text) & stems(undotted(needed))
        return 0 if said else size(topic.text)
    return 0


def _near_first(spot: Spot, anchor: int, named: bool, dated: bool) -> Iterator[Topic]:
    """The topics: what the sentence itself names goes before what only the headline does."""
    low, high = spot.passage.sentences[spot.passage.sentence_of[anchor]]
    here = {word[:STEM] for word in spot.passage.lower[low:high]}
    most = spot.scene.topics[:MOST_TOPICS]
    yield from (t for t in most if stems(t.text) & here and (t.type or t == most[0]))
    yield from _names_beside(spot, anchor, dated)
    yield from (t for t in most if t.uses >= (1 if t.type else LEAST_USES) or (t == most[0] and not named))


def _names_beside(spot: Spot, anchor: int, dated: bool) -> Iterator[Topic]:
    """The names in the figure's clause, the nearest first; for a day (`dated`) those of its whole sentence."""
    passage = spot.passage
    low, high = passage.sentences[passage.sentence_of[anchor]]
    verb = clauses.verb_over(passage, anchor)
    if verb is not None and not dated:
        low, high = passage.subtree(verb)
    inside = [
        e
        for e in passage.entities
        if low <= e.low < high and e.type in _NAMED and not _only_tells(passage, e.high - 1, verb)
    ]
    for entity in sorted(inside, key=lambda e: min(abs(e.low - anchor), abs(e.high - 1 - anchor))):
        if text := spot.scene.name(passage, entity.low):
            yield Topic(undotted(text), entity.type)


def _only_tells(passage: Passage, name: int, verb: int | None) -> bool:
    """Whether somebody is named only as the one who told it: "Lund said" around the figure's clause."""
    name = passage.heads[name] if passage.deps[name] == "appos" else name
    above = passage.heads[name]
    return passage.deps[name] == "nsubj" and above != verb and passage.lower[above] in speech("clause")


def _known(scene: Scene, topic: str) -> set[str]:
    """The stems by which a label names the topic already."""
    if topic not in scene.stems:
        scene.stems[topic] = stems(topic) | _other_form(scene, topic)
    return scene.stems[topic]


def _other_form(scene: Scene, name: str) -> set[str]:
    """The stems of the other form of a body's or a country's name: its initials, or what its letters stand for."""
    initials = "".join(word[0] for word in name.split()).lower()
    full = scene.register.bodies.acronyms.get(name, "")
    return stems(full) | ({initials[:STEM]} if len(initials) > 1 else set())


def stems(text: str) -> set[str]:
    """The first letters of the words, by which two forms of one count as the same."""
    return {word.lower()[:STEM] for word in WORD.findall(text)}
