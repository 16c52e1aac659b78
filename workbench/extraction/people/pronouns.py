"""What a story says of "he" or "she" once it has named somebody: "She is a graduate of Leeds", "he was then mayor"."""

from collections.abc import Iterator

from workbench.extraction.grammar.roles import read_role
from workbench.extraction.lexicon import words
from workbench.extraction.people import appositions, descriptions, predicates
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.people.register import Register
from workbench.extraction.text import quotemarks
from workbench.extraction.text.passage import Entity, Passage

_SUBJECTS = ("nsubj", "nsubjpass")
_OPEN = frozenset(["after", "before", "if", "like", "once", "since", "though", "unless", "until", "whether"])
"""What leads to what somebody may be, is only likened to, or became at a time of which more is told."""
_LIMITS = (["as", "long", "as"], ["so", "long", "as"], ["as", "soon", "as"])


def told(passage: Passage, register: Register) -> Iterator[tuple[str, Shape]]:
    """The full name of whom each "he" or "she" means, with what is said that they are."""
    for token, word in enumerate(passage.lower):
        if word not in ("he", "she") or passage.deps[token] not in _SUBJECTS or _is_open(passage, token):
            continue
        shapes = [s for s in _shapes(passage, Entity(token, token + 1, "PERSON")) if not _is_age(passage, token, s[3])]
        name = _meant(passage, token, register) if shapes else None
        if name is not None:
            yield from ((name, shape) for shape in shapes)


def _shapes(passage: Passage, pronoun: Entity) -> Iterator[Shape]:
    yield from (shape for shape in predicates.copulas(passage, pronoun) if _tells(shape[3]))
    yield from filter(None, (descriptions.known_for(passage, pronoun), appositions.opening(passage, pronoun)))


def _tells(role: str) -> bool:
    """Whether it says more than "a good man"; "the first woman to lead the bank" does."""
    noun = read_role(role).before
    placed = not words("roles", "placed").isdisjoint(noun)
    return placed or not noun or noun[-1] not in words("roles", "anybody")


def _is_age(passage: Passage, token: int, role: str) -> bool:
    """Whether it only tells how old somebody was then: "when she was a teenager"."""
    when = any(passage.lower[child] == "when" for child in passage.children[passage.heads[token]])
    return when and role.rsplit(maxsplit=1)[-1].lower() in words("roles", "young")


def _is_open(passage: Passage, token: int) -> bool:
    """Whether the clause asks, supposes, or is what somebody says: "if he is the author", "Lee thinks she is a spy"."""
    verb = passage.heads[token]
    supposed = any(passage.lower[child] in _OPEN for child in passage.children[verb])
    supposed |= passage.deps[verb] == "ccomp" and passage.heads[verb] < token
    supposed |= passage.lower[max(0, token - 3) : token] in _LIMITS
    return supposed or passage.words[passage.sentences[passage.sentence_of[token]][1] - 1] == "?"


def _meant(passage: Passage, token: int, register: Register) -> str | None:
    """Whom the pronoun means; within quotation marks the one person named there, as its speaker has another in mind."""
    word, at = passage.lower[token], passage.starts[token]
    inside = next(((low, high) for low, high in quotemarks.quoted(passage.text) if low <= at < high), None)
    if inside is None:
        return register.pronoun(word, passage, token)
    before = (e for e in passage.entities if e.type == "PERSON" and inside[0] <= passage.starts[e.low] < at)
    named = {register.person(passage.slice(e.low, e.high)) for e in before}
    fits = len(named) == 1 and all(register.mentions.genders.get(name, word) == word for name in named)
    return named.pop() if fits else None
