"""What a label adds in brackets: what it gains most by of what stands near and of the story's topics."""

import re
from collections.abc import Callable

from workbench.extraction.labels.pairs import MOST_PAIRED, pair
from workbench.extraction.labels.pieces import OPTIONAL, Part, Spot, size
from workbench.extraction.labels.prominence import Mention, mentions, stems, weighing
from workbench.extraction.labels.surroundings import Scene, undotted
from workbench.extraction.labels.topics import STEM
from workbench.extraction.lexicon import table

MOST_IN_BRACKETS = 2
_NAME = re.compile(r"\b[A-Z]\w")
LEAST = 1.3
"""The least that a label must gain by what it adds: what is named once says nothing."""


class Brackets:
    """What may stand in the brackets of one label."""

    def __init__(self, spot: Spot, anchor: int):
        self._spot = spot
        self._mentions = mentions(spot, anchor)
        self._weighing = weighing(spot, anchor)
        self._main = undotted(spot.scene.topics[0].text) if spot.scene.topics else ""

    def behind(self, label: str) -> str:
        """Up to two that the label does not name, with a space before them; empty where none fits."""
        room = int(table("labels")["most_words"]) - size(label)
        if (two := _two_of(self._spot, room)) and not stems(two) <= stems(label):
            return f" ({two})"
        kept = [mention.text for mention in self._unsaid(label, room)]
        return f" ({', '.join(kept)})" if kept else ""

    def spared(self, needed: str) -> Callable[[Part], int]:
        """The words that a part must leave for what gains more than it and stands not in what a label needs to say."""
        best = self._unsaid(needed, int(table("labels")["most_words"]))
        two = size(_two_of(self._spot, MOST_PAIRED))

        def words_for(part: Part) -> int:
            if part.rank < OPTIONAL or part.needs is not None or part.text.startswith("to "):
                return 0
            own = self._weighing.part(part)
            return two or sum(size(m.text) for m in best if m.gain > own.gain and m.stems.isdisjoint(own.stems))

        return words_for

    def _unsaid(self, label: str, room: int) -> list[Mention]:
        said, kept = stems(undotted(label)), list[Mention]()
        named = _NAME.search(label.partition(": ")[2] or label[1:])
        for mention in self._mentions:
            known = _known(self._spot.scene, mention.text)
            least = 0 if mention.text == self._main and not named else LEAST
            if mention.gain >= least and size(mention.text) <= room and known.isdisjoint(said):
                kept.append(mention)
                room, said = room - size(mention.text), said | known
                if len(kept) == MOST_IN_BRACKETS:
                    break
        return kept


def _two_of(spot: Spot, room: int) -> str:
    """The two that the figure's "both" or "the two" counts, in full or by the last words of their names."""
    for token in spot.own:
        names = pair(spot.scene, spot.passage, token)
        last = [name.split()[-1] for name in names]
        forms = [", ".join(form) for form in (names, last) if len({*form}) == 2]
        if names:
            return next((form for form in forms if size(form) <= room), "")
    return ""


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
