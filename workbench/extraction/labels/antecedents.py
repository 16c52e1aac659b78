"""The grammar of what a pronoun may stand for: subjects and objects before it."""

from collections.abc import Iterator

from workbench.extraction.text.passage import Passage

OBJECTS = ("dobj", "pobj")


def is_subject(passage: Passage, token: int) -> bool:
    """Whether it is the subject of a clause."""
    return passage.deps[token] in ("nsubj", "nsubjpass")


def same_sentence(where: Passage, subject: int, passage: Passage, token: int) -> bool:
    """Whether both stand in one sentence."""
    return where is passage and where.sentence_of[subject] == passage.sentence_of[token]


def may_own(word: str, passage: Passage, subject: int) -> bool:
    """Whether "its" may be that of a thing without a name: no name further off is then to be guessed."""
    named = passage.entity_of[subject] or passage.child(subject, "appos") is not None
    return word == "its" and passage.tags[subject] == "NN" and not named


def is_main_subject(passage: Passage, token: int) -> bool:
    """Whether it is the subject of a clause that stands for itself."""
    return is_subject(passage, token) and passage.deps[passage.heads[token]] in ("ROOT", "ccomp", "conj")


def objects_before(passage: Passage, above: list[int], token: int) -> Iterator[int]:
    """What is acted on before a participle with the pronoun: "groups praised the deal", "saying it would help"."""
    for verb in above:
        if passage.tags[verb] == "VBG" and passage.deps[verb] == "advcl":
            thing = passage.child(passage.heads[verb], "dobj")
            if thing is not None and thing < min(verb, token):
                yield thing


def acts_on_it(passage: Passage, subject: int) -> bool:
    """Whether the subject does something to "it", which is then something else: "the house approved it"."""
    verb = passage.heads[subject]
    below = [c for child in passage.children[verb] for c in (child, *passage.children[child])]
    return any(passage.lower[child] == "it" and passage.deps[child] in OBJECTS for child in below)
