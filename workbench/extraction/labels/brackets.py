"""What a label adds in brackets: what it gains most by of what stands near and of the story's topics."""

import re
from collections.abc import Set
from itertools import permutations

from workbench.extraction.labels.gains import gains, stems
from workbench.extraction.labels.pairs import pair
from workbench.extraction.labels.pieces import WORD, Spot, size
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.labels.topics import STEM
from workbench.extraction.lexicon import table

_NAME = re.compile(r"\b[A-Z]\w")
LEAST, MUCH, ENOUGH = 0.08, 0.12, 1.2
"""The least that a label must gain by what it adds: MUCH where it gains ENOUGH already."""
MOST_WEIGHED = 8
"""Texts of which the two that gain most together are sought."""
SHARE = 0.75
"""What a word gains in brackets of what it gains in the clause, which reads better."""
MOST_READ = 10
"""Words of a label of which a reader is sure to take note."""
LATE = 0.5
"""What a word in brackets gains besides, whether a reader takes note of it or not."""


class Brackets:
    """What may stand in the brackets of one label, and what the label gains."""

    def __init__(self, spot: Spot, anchor: int):
        self._spot = spot
        self._gains = gains(spot, anchor)
        self._main = spot.scene.topics[0].text if spot.scene.topics else ""

    def behind(self, label: str) -> str:
        """Up to two that the label does not name, with a space before them; empty where none fits."""
        room = int(table("labels")["most_words"]) - size(label)
        if (two := _two_of(self._spot, room)) and not stems(two) <= stems(label):
            return f" ({two})"
        kept = self._unsaid(label, room)
        return f" ({', '.join(kept)})" if kept else ""

    def gain(self, label: str) -> float:
        """What the words of the whole label gain."""
        clause = label.partition(" (")[0]
        read = [word for text in (clause, label[len(clause) :]) for word in WORD.findall(text)][:MOST_READ]
        said = " ".join(read[: len(WORD.findall(clause))])
        return SHARE * self._gains.of(" ".join(read)) + (1 - SHARE) * self._gains.of(said)

    def _unsaid(self, label: str, room: int) -> list[str]:
        """The one or two texts that gain most together of what the label does not say."""
        said = stems(label)
        named = _NAME.search(label.partition(": ")[2] or label[1:])
        least = LEAST if self._gains.of(label) < ENOUGH else MUCH
        known = {
            text: self._gains.of(text)
            for text in self._gains.mentions
            if 0 < size(text) <= room and _known(self._spot.scene, text).isdisjoint(said)
        }
        wanted = (text for text in known if known[text] >= least or (text == self._main and not named))
        best = sorted(wanted, key=lambda text: -known[text])[:MOST_WEIGHED]
        tried = [[], *([text] for text in best)]
        for one, other in permutations(best, 2):
            apart = _known(self._spot.scene, one).isdisjoint(_known(self._spot.scene, other))
            if apart and size(one) + size(other) <= room:
                tried.append([one, other])
        left = max(0, MOST_READ - size(label))

        def gained(texts: list[str]) -> float:
            whole, said = sum(known[text] for text in texts), " ".join(texts).split()
            return LATE * whole + (whole if len(said) <= left else self._gains.of(" ".join(said[:left])))

        return max(tried, key=gained)


def _two_of(spot: Spot, room: int) -> str:
    """The two that the figure's "both" or "the two" counts, in full or by the last words of their names."""
    for token in spot.own:
        names = pair(spot.scene, spot.passage, token)
        last = [name.split()[-1] for name in names]
        alike = len({name.split()[0] for name in names}) < len(names)
        # "Inc., Corps" says less of two companies than nothing.
        forms = [", ".join(form) for form in (names, *(() if alike else (last,))) if len({*form}) == 2]
        if names:
            return next((form for form in forms if size(form) <= room), "")
    return ""


def _known(scene: Scene, topic: str) -> Set[str]:
    """The stems by which a label names the topic already."""
    if topic not in scene.stems:
        scene.stems[topic] = stems(topic) | _other_form(scene, topic)
    return scene.stems[topic]


def _other_form(scene: Scene, name: str) -> Set[str]:
    """The stems of the other form of a body's or a country's name: its initials, or what its letters stand for."""
    initials = "".join(word[0] for word in name.split()).lower()
    full = scene.register.bodies.acronyms.get(name, "")
    return stems(full) | ({initials[:STEM]} if len(initials) > 1 else set())
