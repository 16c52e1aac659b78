"""A clause's verb as a label writes it: with what changes its meaning, and the participle of what was done."""

from collections.abc import Collection

from workbench.extraction.labels import clauses
from workbench.extraction.labels.modifiers import end_of_word
from workbench.extraction.lexicon import meanings
from workbench.extraction.text.passage import Passage


def first_of_row(passage: Passage, verb: int) -> int:
    """The verb that stands in the clause for the others of its form: "agreed to sell and" "buy"."""
    while passage.deps[verb] == "conj" and (above := passage.heads[verb]) < verb:
        alike = passage.tags[above] == passage.tags[verb]
        if not alike or passage.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
            break
        verb = above
    return verb


def _helped(passage: Passage, verb: int) -> int:
    """The verb whose auxiliaries go for this one too: "will close" for "sell" in "will close or sell"."""
    first = first_of_row(passage, verb)
    led = any(passage.tags[c] in ("MD", "TO") for c in passage.children[first] if c < first)
    return first if led or passage.tags[verb] == "VB" else verb


def verb_words(passage: Passage, verb: int, own: Collection[int] = ()) -> str:
    """The verb with what changes its meaning: "to", "will", "not", the auxiliary of a passive, a particle.

    A particle that the figure says itself is none: "to receive" "up to $7 billion".
    """
    row = dict.fromkeys((_helped(passage, verb), verb))
    kept = [
        word
        for one in row
        for child in passage.children[one]
        if child < one and (word := _helping(passage, one, child))
    ]
    word = with_prefix(passage, verb)
    if _is_passive(passage, verb) and not kept:
        subject = clauses.subject_of(passage, verb)
        several = subject is not None and passage.tags[subject] in ("NNS", "NNPS")
        return f"{'were' if several else 'was'} {word}"
    bare = passage.tags[verb] == "VB" and passage.deps[verb] == "ccomp" and passage.child(verb, "aux") is None
    if bare and passage.lower[passage.heads[verb]].startswith("help"):
        # "helped Costa win"
        return f"to {word}"
    if word == "been" and _is_perfect(passage, verb):
        return "to have been"
    if word == "been" and not kept:
        word = "were" if any(passage.lower[child] in ("have", "'ve") for child in passage.children[verb]) else "was"
    particle = passage.child(verb, "prt")
    behind_it = [passage.lower[particle]] if particle is not None and particle not in own else []
    # "Were not": what denies a form of "be" stands behind it.
    denied = ["not" for child in passage.children[verb] if child > verb and _denies(passage, child)]
    said = " ".join([*kept, "is" if word == "'s" else word, *denied, *behind_it])
    done = passage.tags[verb] in ("VBN", "VBD")
    for short, full in (
        ("'ll ", "will "),
        ("'m ", "am "),
        ("'re ", "are "),
        ("'d ", "" if done else "would "),
        ("'s ", "" if done else "is "),
    ):
        said = full + said.removeprefix(short) if said.startswith(short) else said
    return said.replace(" 've ", " have ").replace("wo not", "will not").replace("ca not", "cannot")


def _is_passive(passage: Passage, verb: int) -> bool:
    """As in "asked what it was, Lund said": without "was" it would seem that she asked."""
    in_front = passage.tags[verb] == "VBN" and passage.deps[verb] == "advcl" and verb < passage.heads[verb]
    alone = passage.child(verb, "aux", "auxpass") is None
    return in_front and alone and passage.child(verb, "ccomp") is not None


def with_prefix(passage: Passage, verb: int) -> str:
    """The verb with what a hyphen ties to it: "re-elected", "co-founded"."""
    low = verb
    while (
        low > 1 and passage.words[low - 1] == "-" and passage.ends[low - 2 : low] == passage.starts[low - 1 : low + 1]
    ):
        low -= 2
    return passage.slice(low, end_of_word(passage, verb)).lower().replace("’", "'")


def _helping(passage: Passage, verb: int, child: int) -> str:
    """An auxiliary as a headline keeps it: "will be sold", but "sold" for "has been sold" and "to have been sold"."""
    dep, word = passage.deps[child], passage.lower[child]
    if _denies(passage, child):
        return {"n't": "not", "longer": "no longer"}.get(word, word)
    if dep not in ("aux", "auxpass"):
        return ""
    helpers = [c for c in passage.children[verb] if c < verb and passage.deps[c] in ("aux", "auxpass")]
    perfect = _is_perfect(passage, verb)
    led = any(passage.tags[c] in ("MD", "TO") for c in helpers)
    denied = passage.child(verb, "neg") is not None
    return word if denied or (led and not perfect) else ""


def _is_perfect(passage: Passage, verb: int) -> bool:
    """As in "to have been sold"."""
    helpers = [c for c in passage.children[verb] if c < verb and passage.deps[c] in ("aux", "auxpass")]
    return any(passage.lower[c] == "have" for c in helpers) and passage.tags[helpers[0]] == "TO"


def _denies(passage: Passage, child: int) -> bool:
    """Whether the word before a verb says that it is not done: "not", "never", "no longer"."""
    # The tagger does not know the "n’t" of curly marks.
    denied = passage.deps[child] == "neg" or passage.lower[child] == "n't"
    return denied or passage.lower[max(0, child - 1) : child + 1] == ["no", "longer"]


def participle(passage: Passage, verb: int) -> str:
    """The verb's participle where it tells of something done: "seized"; empty for what is only planned or unknown."""
    if any(passage.tags[c] in ("MD", "TO") or _denies(passage, c) for c in passage.children[_helped(passage, verb)]):
        return ""
    if clauses.is_open(passage, verb):
        return ""
    word = passage.lower[verb]
    if passage.tags[verb] == "VBN":
        return word
    regular = word if passage.tags[verb] == "VBD" and word.endswith("ed") else ""
    return meanings("labels", "participles").get(word, regular)
