"""The pieces that a label is put together from, and the place in a story that it is written for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.text.passage import Passage

OPTIONAL = 2
"""The rank from which a part can be spared for what a label gains more by."""
TOLD = 4
"""The rank of what was said: it goes before a topic."""
LAST = 6
"""The rank of what a label has only where there is room left."""
OVER = 2
"""Words by which an object may go over the room that a label has."""
MOST_OVER = 4
"""Words by which a subject or a verb may: without "refused to" or "accused of" a label would say what is not so."""


class Part(NamedTuple):
    """A piece of a label: where it stands in the sentence, how dispensable it is (0 is kept first), and its words.

    `needs` is the place of the piece without which it says nothing: the verb of an object. `under` is the place of the
    noun that it tells more of: it goes with that. `short` is how it reads where there is no room for a name in full.
    """

    place: int
    rank: int
    text: str
    needs: int | None = None
    under: int | None = None
    short: str = ""

    def moved(self, place: int) -> "Part":
        """The piece put to another place together with the noun that it tells more of."""
        return self._replace(place=place, under=None if self.under is None else place)


class Spot(NamedTuple):
    """A passage of a story, and the tokens of it that the label says already."""

    scene: Scene
    passage: Passage
    own: frozenset[int]


WORD = re.compile(r"[^\W_]+")
"""A word or number as a reader counts them."""


def size(text: str) -> int:
    """How many words a reader counts, numbers in parts: "$13.6 billion aid" has four."""
    # Most have no stops, and then their words are told much faster.
    return len(text.split()) if text.replace(" ", "").isalnum() else len(WORD.findall(text))


def _completes(part: Part) -> bool:
    """Whether a verb says little without the part: "to pay" behind "wants", "fine" behind "to pay", what was said."""
    return part.needs is not None and (part.rank <= 2 or part.rank == TOLD or part.text.startswith("to "))


def _order(part: Part) -> tuple[float, int]:
    """What was said comes before where and how: "Lund said" says nothing."""
    told = part.rank == TOLD and part.needs is not None and part.under is None
    return OPTIONAL - 0.5 if told else part.rank, part.place


def fitting(found: list[Part], room: int) -> str:
    """The parts that fit into so many words, the most needed first, in the order of the sentence."""
    kept: list[Part] = []
    said: set[str] = set()
    places = {part.place for part in found}
    for whole in sorted(found, key=_order):
        part, needed = whole, size(whole.text)
        over = MOST_OVER if part.rank == 0 else OVER if part.rank <= 1 or _completes(part) else 0
        here = {other.place for other in kept}
        alone = part.needs is not None and part.needs not in here
        alone = alone or (part.rank >= 0 and part.under in places - here)
        if part.short and needed > room + over:
            part, needed = part._replace(text=part.short), size(part.short)
        plain = part.text.lower()
        if needed <= room + over and not alone and not any(f" {other}".endswith(f" {plain}") for other in said):
            kept.append(part)
            said.add(plain)
            room -= needed
    return " ".join(part.text for part in sorted(kept, key=lambda part: (part.place, part.rank)))


def shorter(found: list[Part]) -> Iterator[list[Part]]:
    """All of the parts, then without each that can be spared, then without all of these.

    What stands right behind the verb can not: "Lund was accused" says less than "was accused of theft".
    """
    verb = max((part.place for part in found if part.rank == 0), default=-1)
    spare = [
        part
        for part in found
        if part.rank >= OPTIONAL
        and part.needs is None
        and not part.text.startswith("to ")
        and (part.rank > OPTIONAL or part.place != verb + 1)
    ]
    yield found
    for left_out in [*([part] for part in spare), *([spare] if len(spare) > 1 else [])]:
        yield _without(found, left_out)


def _without(found: list[Part], left_out: list[Part]) -> list[Part]:
    """The parts without these, without what hangs on them, and without what hangs on that."""
    kept = [part for part in found if part not in left_out]
    gone = {part.place for part in found} - {part.place for part in kept}
    hanging = [part for part in kept if not gone.isdisjoint((part.under, part.needs))]
    return _without(found, [*left_out, *hanging]) if hanging else kept
