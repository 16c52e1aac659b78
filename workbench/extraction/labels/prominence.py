"""What a label had best name: what stands near its figure, in the headline, and again and again in the story.

Every name or noun that a label may add gains it something: the sum of the weights of what is true of it, which stand
in labels.toml. What its own clause adds is weighed alike, and gives way to what gains more.
"""

import math
from collections.abc import Iterator, Set
from itertools import chain, islice
from typing import NamedTuple

from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.labels import clauses
from workbench.extraction.labels.phrases import noun
from workbench.extraction.labels.pieces import TOLD, WORD, Part, Spot
from workbench.extraction.labels.surroundings import Scene, undotted
from workbench.extraction.labels.topics import NO_NAME, STEM
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import NOUNS, Passage

MOST_TOPICS = 4
"""Topics of a story that a label may name."""
MOST_STEPS = 8
"""Most steps in the tree from a noun to what the figure hangs on."""
FARTHEST = 40
"""Most tokens between a figure and what its label adds of its sentence; most that are read of the sentence before."""


class Mention(NamedTuple):
    """A name or noun that a label may add, what it gains by it, and the stems of its words."""

    text: str
    gain: float
    stems: frozenset[str]


class Weighing(NamedTuple):
    """What a text is weighed by: the story, the stems of its title and those of the sentence."""

    scene: Scene
    title: set[str]
    here: set[str]

    def mention(self, text: str, **reasons: float) -> Mention:
        """The text with what a label gains by it; `reasons` are those that its words do not tell."""
        said = frozenset(word[:STEM] for word in WORD.findall(text.lower()) if word not in words("labels", "small"))
        letters = self.scene.register.short(text)
        # The letters that stand for a name count as it does, but "us" is hardly ever the US.
        other = stems(letters) - {"us"} if letters != text else set()
        most = max((self.scene.uses.get(stem, 0) for stem in said | other), default=0)
        reasons |= {
            "uses": math.log(max(1, most)),
            "title": _share(said, other, self.title),
            "here": _share(said, other, self.here),
        }
        weights = table("labels")["prominence"]
        return Mention(text, sum(weights[reason] * amount for reason, amount in reasons.items()), said)

    def part(self, part: Part) -> Mention:
        """A part of the clause as one mention."""
        inner = float(part.rank >= TOLD)
        return self.mention(part.text, name=_is_name(part.text.rpartition(" ")[2]), part=1.0, inner=inner)


def _share(said: frozenset[str], other: set[str], among: set[str]) -> float:
    """The share of the stems that stand there, which is all of them where the name's other form does: "GM"."""
    return 1.0 if other & among else len(said & among) / max(1, len(said))


def weighing(spot: Spot, anchor: int) -> Weighing:
    """What texts are weighed by beside the figure that hangs on this token."""
    scene, passage, _ = spot
    here = passage.lower[slice(*passage.sentences[passage.sentence_of[anchor]])]
    title = scene.title.lower if scene.title is not None else []
    return Weighing(scene, {word[:STEM] for word in title}, {word[:STEM] for word in here})


def mentions(spot: Spot, anchor: int) -> list[Mention]:
    """What a label may add of the sentence, of the one before it and of the story's topics: what gains most first."""
    known = weighing(spot, anchor)
    found: dict[str, Mention] = {}
    named = {topic.text.rpartition(" ")[2]: topic.text for topic in reversed(spot.scene.topics[:MOST_TOPICS])}
    for text, is_name, near in _all(spot, anchor):
        # "The line" is the headline's "tram line".
        mention = known.mention(undotted(named.get(text, text)), name=float(is_name), near=near)
        found[mention.text] = max(mention, found.get(mention.text, mention), key=lambda one: one.gain)
    return sorted(found.values(), key=lambda mention: -mention.gain)


def _all(spot: Spot, anchor: int) -> Iterator[tuple[str, bool, float]]:
    """Each text, whether it is a name, and how near it stands in the figure's sentence; 0 elsewhere."""
    scene, passage, own = spot
    yield from ((topic.text, bool(topic.type), 0.0) for topic in scene.topics[:MOST_TOPICS] if topic.uses)
    above = {anchor, *passage.ancestors(anchor)}
    verb = clauses.verb_over(passage, anchor)
    low, high = passage.sentences[passage.sentence_of[anchor]]
    for token in _heads(passage, max(low, anchor - FARTHEST), min(high, anchor + FARTHEST)):
        if token not in own and not _only_tells(passage, token, verb) and (text := _uncounted(spot, token)):
            yield text, _is_name(text), _nearness(passage, token, above)
    for where, (low, high) in _before(scene, passage, passage.sentence_of[anchor]):
        other, told = Spot(scene, where, frozenset()), _heads(where, max(low, high - FARTHEST), high)
        texts = (_uncounted(other, token) for token in told if not _only_tells(where, token, None))
        yield from ((text, _is_name(text), 0.0) for text in texts if text)


def _nearness(passage: Passage, token: int, above: Set[int]) -> float:
    """1 for what the figure hangs on (`above`), 1/2 for what hangs on that; 0 for what is counted itself."""
    if passage.child(token, "nummod") is not None:
        return 0.0
    steps = chain((token,), islice(passage.ancestors(token), MOST_STEPS))
    return next((1 / (1 + n) for n, t in enumerate(steps) if t in above), 0.0)


def _uncounted(spot: Spot, token: int) -> str:
    """The noun phrase without its number, which is a figure of its own: "boats" for "two boats"."""
    number, text = spot.passage.child(token, "nummod"), noun(spot, token)
    return text if number is None else text.removeprefix(f"{spot.passage.words[number]} ")


def _is_name(text: str) -> bool:
    return text[:1].isupper()


def _heads(passage: Passage, low: int, high: int) -> Iterator[int]:
    """The tokens from `low` to `high` that head a noun phrase or end a name, and the pronouns."""
    for token in range(low, high):
        name, tag = passage.entity_at[token], passage.tags[token]
        if tag != "PRP" and tag not in NOUNS:
            continue
        if (name is not None and name.type in NO_NAME) or passage.lower[token] in words("labels", "says_little"):
            continue
        inside = passage.deps[token] == "compound" and (name is None or passage.heads[token] < name.high)
        # "Costa, a baker" and "the baker, Costa" say nothing more of her, nor does "a share" of $5.
        aside = name is None and (passage.deps[token] in ("appos", "npadvmod") or _is_named(passage, token))
        if tag == "PRP" or not (inside or aside):
            yield token


def _is_named(passage: Passage, token: int) -> bool:
    beside = passage.child(token, "appos")
    return beside is not None and passage.tags[beside] in ("NNP", "NNPS")


def _before(scene: Scene, passage: Passage, sentence: int) -> Iterator[tuple[Passage, tuple[int, int]]]:
    """The sentence before this one, and the passage it stands in; nothing at the story's beginning."""
    if sentence:
        yield passage, passage.sentences[sentence - 1]
    elif passage.number:
        before, title = scene.passages[passage.number - 1], scene.title
        # A page that says its headline again says no more by it.
        again = title is not None and before.text.strip() == title.text.strip()
        if before.inside is passage.inside and before.sentences and not again:
            yield before, before.sentences[-1]


def _only_tells(passage: Passage, name: int, verb: int | None) -> bool:
    """Whether somebody is named only as the one who told it: "Lund said" around the figure's clause."""
    name = passage.heads[name] if passage.deps[name] == "appos" else name
    above = passage.heads[name]
    return passage.deps[name] == "nsubj" and above != verb and passage.lower[above] in speech("clause")


def stems(text: str) -> set[str]:
    """The first letters of the words, by which two forms of one count as the same."""
    return {word.lower()[:STEM] for word in WORD.findall(text)}
