"""The two that "both", "the two companies" and the like mean: the two whom the story named together just before."""

from collections.abc import Iterator

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.labels.actors import OBJECTS, SUBJECTS
from workbench.extraction.labels.pieces import size
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.labels.topics import NO_NAME
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Passage

MOST_PAIRED = 5
"""Words of two names that stand for "both", the "and" among them."""
_NO_THINGS = frozenset({"PERSON", "GPE", "NORP"})


def pair(scene: Scene, passage: Passage, token: int) -> list[str]:
    """The names of the two that the noun or "both" at this token means; empty where the story names not just two.

    They stand in its sentence before it, or in the sentence before that: joined by "and", or the only two of their
    sort.
    """
    if passage.lower[token] == "parties" and _says_two(passage, token):
        return scene.two_parties
    if not _means_two(passage, token):
        return []
    sort, here = _sort(passage, token), passage.sentences[passage.sentence_of[token]][0]
    spans = [(passage, here, token), *_sentence_before(scene, passage, here)]
    found = next((names for span in spans if (names := _two(scene, *span, sort))), [])
    return found or (_of_title(scene, sort) if _is_plain(passage, token) else [])


def _is_plain(passage: Passage, token: int) -> bool:
    """Whether it is a noun of which only the number is told: not "the two Korean leaders"."""
    return passage.tags[token] == "NNS" and all(passage.deps[c] in ("det", "nummod") for c in passage.children[token])


def _of_title(scene: Scene, sort: str) -> list[str]:
    """The only two of this sort that the headline names and the story goes on about."""
    found = [topic.text for topic in scene.topics if topic.type == sort != ""]
    return found if len(found) == 2 and found[0] not in found[1] else []


def both_of(scene: Scene, passage: Passage, token: int) -> str:
    """The two in a row, "Lund and Costa", where their names are short enough for it."""
    text = " and ".join(pair(scene, passage, token))
    return text if size(text) <= MOST_PAIRED else ""


def _sentence_before(scene: Scene, passage: Passage, low: int) -> Iterator[tuple[Passage, int, int]]:
    """The passage and tokens of the sentence before the one that begins here."""
    if low:
        yield (passage, *passage.sentences[passage.sentence_of[low - 1]])
    elif passage.number and (before := scene.passages[passage.number - 1]).inside is passage.inside:
        yield from ((before, *sentence) for sentence in before.sentences[-1:])


def _means_two(passage: Passage, token: int) -> bool:
    """Whether the token is "both" or "the two" by itself, or a noun that one of them stands before.

    A noun for a thing must point back: "both ships", "these two ships".
    """
    if passage.lower[token] in ("both", "two"):
        alone = passage.deps[token] in (*SUBJECTS, *OBJECTS) and passage.child(token, "prep") is None
        article = passage.child(token, "det")
        return alone and (passage.lower[token] == "both" or _points(passage, article))
    if passage.tags[token] != "NNS" or singular(passage.words[token]).lower() in words("labels", "opposites"):
        return False
    return _says_two(passage, token)


def _says_two(passage: Passage, token: int) -> bool:
    """Whether "both" or "the two" stands before the noun."""
    link, own = passage.heads[token], [child for child in passage.children[token] if child < token]
    # "Both of these ships".
    own += [passage.heads[link]] if passage.lower[link] == "of" else []
    said = {passage.lower[t] for t in own}
    of_any = any(_points(passage, t) and (_sort(passage, token) or passage.lower[t] != "the") for t in own)
    return "both" in said or ("two" in said and of_any)


def _points(passage: Passage, article: int | None) -> bool:
    return article is not None and passage.lower[article] in ("the", "these", "those")


def _sort(passage: Passage, token: int) -> str:
    """The type of the names that the noun stands for; empty where it is a thing."""
    noun = singular(passage.words[token]).lower()
    if noun in ("both", "two") or (is_role(passage, token) and noun != "model"):
        return "PERSON"
    if noun in words("bodies", "companies"):
        return "ORG"
    return "GPE" if noun in ("country", "nation", *words("labels", "places")) else ""


def _two(scene: Scene, passage: Passage, low: int, high: int, sort: str) -> list[str]:
    """The two names joined in a row between these tokens, the last such row; else the only two of this sort."""
    named = sort not in ("PERSON", "GPE")
    for token in range(high - 1, low - 1, -1):
        other, join = passage.child(token, "conj"), passage.child(token, "cc")
        if other is None or join is None or other >= high or passage.child(other, "conj") is not None:
            continue
        kinds = {passage.entity_of[token], passage.entity_of[other]}
        if passage.lower[join] in ("and", "or") and (kinds == {sort} or (named and kinds.isdisjoint(_NO_THINGS))):
            one = passage.entity_at[token] is passage.entity_at[other] is not None
            names = [passage.words[t] if one else _name(scene, passage, t) for t in (token, other)]
            if all(name[:1].isupper() for name in names):
                return names
    inside = [e for e in passage.entities if low <= e.low < high and e.type == sort != "GPE"]
    only = list(dict.fromkeys(scene.name(passage, entity.low) for entity in inside))
    return only if len(only) == 2 and all(only) else []


def _name(scene: Scene, passage: Passage, token: int) -> str:
    """The name at this token in full; words in capitals that the model knows no name for are one by themselves."""
    if passage.entity_of[token] in NO_NAME:
        return ""
    low = token
    while low and passage.tags[low - 1] == "NNP" and passage.heads[low - 1] == token:
        low -= 1
    return scene.name(passage, token) or passage.slice(low, token + 1)
