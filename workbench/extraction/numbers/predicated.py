"""Units that the clause of a bare number gives: the plural that changes to it, that it is, or that acted before."""

from workbench.extraction.candidate import Candidate
from workbench.extraction.grammar.nouns import noun_name, singular
from workbench.extraction.lexicon import words
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.persons import PERSON
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

NEAR = 8
"""Most tokens between "rate" and its number."""


def number_of(passage: Passage, low: int, here: int, earlier: list[Candidate]) -> str | None:
    """As in "the number of bridges closed rose to 12": the noun behind "number of", where nothing else is counted."""
    counted = max((c.tokens[1] for c in earlier if c.passage is passage and c.unit), default=0)
    for token in range(here - 2, max(low, counted), -1):
        if passage.lower[token] == "of" and passage.lower[token - 1] in ("number", "numbers", "tally", "count"):
            head = passage.child(token, "pobj")
            if head is None or head >= here or passage.tags[head] not in NOUNS:
                return PERSON if passage.lower[token + 1] in words("nouns", "lists.conditions") else None
            return noun_name(passage, head)
    return None


def is_of_plural(passage: Passage, figure: Figure) -> bool:
    """Whether a plural before the number is said to come to it: "users rose to 70m", "the number of users is 70m"."""
    here = passage.token_at(figure.low.start)
    low, _ = passage.sentences[passage.sentence_of[here]]
    return bool(number_of(passage, low, here, []) or of_changed(passage, here))


def of_changed(passage: Passage, here: int) -> str | None:
    """As in "permits rose from 4,557 to 9,290", "permits rose 300", "cut posts to 60": the plural that changes."""
    link = passage.heads[here] if passage.deps[here] == "pobj" else max(0, here - 1)
    moved = passage.lower[link] in words("verbs", "moving")
    if passage.lower[link] not in ("from", "to") and not moved:
        return None
    verb = link if moved else next((t for t in passage.ancestors(here) if passage.tags[t] in VERBS), link)
    thing = None if moved else passage.child(verb, "dobj")
    thing = passage.child(verb, "nsubj", "nsubjpass") if thing is None else thing
    if passage.lower[verb] not in words("verbs", "change") or thing is None or passage.tags[thing] != "NNS":
        return None
    return None if passage.lower[thing] in words("nouns", "lists.amounts") else noun_name(passage, thing)


def of_subject(passage: Passage, here: int) -> str | None:
    """As in "votes for it were 45": the plural that the number is said to be; people may be so old."""
    verb = passage.heads[here]
    if passage.deps[here] != "attr" or passage.lower[verb] not in ("are", "were", "been", "be"):
        return None
    noun = passage.child(verb, "nsubj")
    unit = noun_name(passage, noun) if noun is not None and passage.tags[noun] == "NNS" else None
    return None if unit in words("nouns", "lists.people") else unit


def called(passage: Passage, token: int) -> str | None:
    """As in "1,995 have been children": the plural noun that the number is said to be."""
    verb = passage.heads[token]
    if passage.deps[token] != "nsubj" or passage.lower[verb] not in ("are", "were", "been", "be"):
        return None
    noun = passage.child(verb, "attr")
    return noun_name(passage, noun) if noun is not None and passage.tags[noun] == "NNS" else None


def of_clause_before(passage: Passage, here: int) -> str | None:
    """As in "most delegates are bound, but as many as 200 are not": what acts in the clause joined before."""
    verb = passage.heads[here]
    if passage.deps[here] not in ("nsubj", "nsubjpass") or passage.deps[verb] != "conj":
        return None
    subject = passage.child(passage.heads[verb], "nsubj", "nsubjpass")
    return noun_name(passage, subject) if subject is not None and passage.tags[subject] == "NNS" else None


def of_rate(passage: Passage, low: int, here: int) -> str | None:
    """As in "a murder rate of 4 per 100,000": the noun whose rate is told."""
    for token in range(here - 1, max(low, here - NEAR), -1):
        if passage.lower[token] in ("rate", "rates") and passage.tags[token - 1] == "NN":
            return singular(passage.words[token - 1])
    return None


def is_rate(passage: Passage, token: int) -> bool:
    """Whether "per" and another number stand behind the number: "4.2 per 100,000"."""
    return passage.lower[token + 1 : token + 2] == ["per"] and passage.tags[token + 2 : token + 3] == ["CD"]
