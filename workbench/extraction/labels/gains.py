"""What a label gains by each word: by what does it, stands near its figure, and is told of again and again.

A word of the figure's sentence, of the one before, or of the story's topics gains a label how likely a reader calls
the figure by it: the sum of the weights in labels.toml of what is true of the word, in log-odds, as a probability.
"""

import math
from collections import Counter
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.labels import clauses
from workbench.extraction.labels.phrases import noun
from workbench.extraction.labels.pieces import WORD, Spot
from workbench.extraction.labels.surroundings import Scene, undotted
from workbench.extraction.labels.topics import NO_NAME, STEM, Topic
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

MOST_TOPICS = 4
"""Topics of a story that a label may name."""
MOST_STEPS = 8
"""Most steps in the tree from a noun to what the figure hangs on."""
FARTHEST = 40
"""Most tokens between a figure and what its label adds of its sentence; most that are read of the sentence before."""

_SIGNS = frozenset("%$€£")

Reasons = dict[str, float]


class Told(NamedTuple):
    """A noun or verb as a label writes it, and what is true of it beside this figure."""

    text: str
    reasons: Reasons


class Gains(NamedTuple):
    """What each word gains the label of one figure, by its stem; and what nouns it may add, the nearest first."""

    by_stem: dict[str, float]
    mentions: list[str]

    def of(self, text: str) -> float:
        """What the words of the text gain, each once."""
        # Stems stand in no order, and a plain sum would differ by it in its last digits.
        return math.fsum(self.by_stem.get(one, 0.0) for one in stems(text))


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The first letters of the words in the singular, by which two forms of one count as the same."""
    return frozenset(_stems(text))


@lru_cache(maxsize=16384)
def _stems(text: str) -> tuple[str, ...]:
    said = WORD.findall(undotted(text).lower())
    return tuple(dict.fromkeys(singular(word)[:STEM] for word in said if word not in words("labels", "small")))


def gains(spot: Spot, anchor: int) -> Gains:
    """What words gain the label of the figure that hangs on this token."""
    told = list(_told(spot, anchor))
    weights = table("labels")["gains"]
    by_stem = {
        one: 1 / (1 + math.exp(-weights["base"] - sum(weights[reason] * amount for reason, amount in known.items())))
        for one, known in reasons(spot.scene, told).items()
    }
    texts = (one.text for one in told if "verb" not in one.reasons)
    return Gains(by_stem, [text for text in dict.fromkeys(texts) if _may_be_added(text)])


def _may_be_added(text: str) -> bool:
    """Whether the text is no figure of its own ("her 49% support"), and denies nothing ("no one")."""
    first, _, _ = text.partition(" ")
    return _SIGNS.isdisjoint(text) and first != "no" and first not in words("labels", "denials")


def reasons(scene: Scene, told: list[Told]) -> dict[str, Reasons]:
    """What is true of each word, by its stem; of a word told of twice, where it stands first in the list."""
    topics = set[str]().union(*(stems(topic.text) for topic in _topics(scene)))
    times = Counter(chain.from_iterable(_stems(each.text) for each in told))
    found: dict[str, Reasons] = {}
    for text, known in told:
        if new := [one for one in _stems(text) if one not in found]:
            shared = known | {"name": float(text.rpartition(" ")[2][:1].isupper())}
            letters = _uses_of_letters(scene, text)
            for one in new:
                found[one] = shared | {
                    "uses": math.log(max(1, letters, scene.uses.get(one, 0))),
                    "topic": float(one in topics),
                    "again": float(times[one] > 1),
                }
    return found


def _uses_of_letters(scene: Scene, name: str) -> int:
    """How often the story uses the letters that stand for the name."""
    letters = scene.register.short(name)
    # "Us" is hardly ever the US.
    return 0 if letters in (name, "US") else scene.uses.get(letters.lower()[:STEM], 0)


def _topics(scene: Scene) -> list[Topic]:
    return [topic for topic in scene.topics[:MOST_TOPICS] if topic.uses]


def _told(spot: Spot, anchor: int) -> Iterator[Told]:
    """What the figure's sentence tells of, the nearest first, then the sentence before, then the topics."""
    scene, passage, own = spot
    # "The line" is the headline's "tram line".
    named = {topic.text.rpartition(" ")[2]: topic.text for topic in reversed(scene.topics[:MOST_TOPICS])}
    above, verb = {anchor, *passage.ancestors(anchor)}, clauses.verb_over(passage, anchor)
    subject = clauses.subject_of(passage, verb) if verb is not None else None
    low, high = passage.sentences[passage.sentence_of[anchor]]
    near = range(max(low, anchor - FARTHEST), min(high, anchor + FARTHEST))
    for token in sorted(set(near) - own, key=lambda token: abs(token - anchor)):
        is_verb = passage.tags[token] in VERBS
        if not is_verb and (not _heads(passage, token) or _only_tells(passage, token, verb)):
            continue
        known = {
            "here": 1.0,
            "far": math.log(1 + abs(token - anchor)),
            "near": _nearness(passage, token, above),
            "clause": float(clauses.verb_over(passage, token) == verb),
        }
        if is_verb:
            yield Told(passage.lower[token], known | {"verb": 1.0})
        elif text := _uncounted(spot, token):
            known["subject"] = float(token == subject)
            known["object"] = float(passage.heads[token] == verb and passage.deps[token] in ("dobj", "attr"))
            known["counted"] = float(passage.child(token, "nummod") is not None)
            yield Told(named.get(text, text), known)
    for where, (low, high) in _before(scene, passage, passage.sentence_of[anchor]):
        other = Spot(scene, where, frozenset())
        for token in range(max(low, high - FARTHEST), high):
            if not _heads(where, token) or _only_tells(where, token, None):
                continue
            text = _uncounted(other, token)
            # Whoever is named once, and not here, has nothing to do with the figure.
            once = where.entity_of[token] in ("PERSON", "ORG") or "’" in text
            if text and not (once and all(scene.uses.get(one, 0) <= 1 for one in stems(text))):
                yield Told(named.get(text, text), {})
    yield from (Told(topic.text, {}) for topic in _topics(scene))


def _nearness(passage: Passage, token: int, above: Set[int]) -> float:
    """1 for what the figure hangs on (`above`), 1/2 for what hangs on that; 0 for what is counted itself."""
    if passage.child(token, "nummod") is not None:
        return 0.0
    steps = chain((token,), islice(passage.ancestors(token), MOST_STEPS))
    return next((1 / (1 + n) for n, t in enumerate(steps) if t in above), 0.0)


def _uncounted(spot: Spot, token: int) -> str:
    """The noun phrase without its number, which is a figure of its own: "boats" of "one million boats"."""
    number, text = spot.passage.child(token, "nummod"), noun(spot, token)
    if number is not None:
        _, found, rest = f" {text}".partition(f" {spot.passage.words[number]} ")
        text = rest if found else text
    # "A rate" says little, "the birth rate" does not; the Norlund Times only tells.
    described = spot.passage.child(token, "compound") is not None and text[:1].islower()
    return text if described or spot.passage.lower[token] not in words("labels", "says_little") else ""


def _heads(passage: Passage, token: int) -> bool:
    """Whether the token heads a noun phrase, ends a name, or is a pronoun."""
    name, tag = passage.entity_at[token], passage.tags[token]
    if tag != "PRP" and tag not in NOUNS:
        return False
    if name is not None and name.type in NO_NAME:
        return False
    inside = passage.deps[token] == "compound" and (name is None or passage.heads[token] < name.high)
    # "Face-to-face talks" are talks.
    tied = passage.words[token - 1] == "-" and passage.tags[token + 1 : token + 2] in (["NN"], ["NNS"])
    inside |= tied or passage.words[token + 1 : token + 2] == ["-"]
    # "Costa, a baker" and "the baker, Costa" say nothing more of her, nor does "a share" of $5.
    aside = name is None and (passage.deps[token] in ("appos", "npadvmod") or _is_named(passage, token))
    return tag == "PRP" or not (inside or aside)


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
