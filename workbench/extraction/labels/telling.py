"""The words by which a clause is told again: its act as a noun, its auxiliary in full, what "I" did as what she did."""

from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.lexicon import meanings
from workbench.extraction.text.passage import Passage

FULL = {"'re": "are", "'ve": "have", "'m": "am", "'s": "is", "'d": "had"}
_THIRD = {"am": "is", "have": "has", "do": "does"}


def deed_of(passage: Passage, verb: int) -> str:
    """What an act is called that is done to nobody: "death" for "died"; empty for what is planned or denied."""
    word = meanings("labels", "deeds").get(passage.lower[verb], "")
    plain = passage.tags[verb] in ("VBD", "VBN", "VBZ", "VBP")
    undone = passage.child(verb, "neg", "prt", "dobj") is not None
    several = passage.child(verb, "nsubj", "nsubjpass")
    if several is not None and passage.tags[several] == "NNS":
        # "200 people died": not "200 people’s death".
        return ""
    return word if plain and not undone and not _is_planned(passage, verb) else ""


def _is_planned(passage: Passage, verb: int) -> bool:
    return any(passage.tags[child] in ("MD", "TO") for child in passage.children[verb])


def helper(passage: Passage, verb: int) -> str:
    """The auxiliaries of a participle, in full; empty for another form."""
    if passage.tags[verb] not in ("VBG", "VBN"):
        return ""
    found = [passage.lower[child] for child in passage.children[verb] if passage.deps[child] in ("aux", "auxpass")]
    return " ".join(FULL.get(word, word) for word in found)


def told_as(scene: Scene, passage: Passage, token: int) -> str:
    """The pronoun as it is told of others: "she" for an "I" of Ana Lund; empty for a "we" and where no gender shows."""
    word = passage.lower[token]
    if word == "i":
        return scene.register.mentions.genders.get(scene.speaker(passage, token), "")
    return "" if word == "we" else word


def third(passage: Passage, verb: int, text: str) -> str:
    """What "I" do as it is told of others: "has sold" for "have sold", "thinks" for "think"."""
    first, _, rest = text.partition(" ")
    tag, word = passage.tags[verb], _THIRD.get(first, first)
    if word == first == passage.lower[verb] and tag == "VBP":
        word += "es" if word.endswith(("s", "sh", "ch", "x", "o")) else "s"
    return f"{word} {rest}".rstrip()
