"""Where what is reported ends."""

from collections.abc import Iterator

from workbench.extraction.passage import Passage
from workbench.extraction.verbforms import speech

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_HUNG = ("relcl", "acl", "advcl", "pcomp")


def end_of_report(passage: Passage, token: int, start: int, high: int) -> int:
    """The end of what the cue `token` reports from `start` on: the sentence's (`high`), or where something else begins.

    That is the main clause that the cue's own clause leads up to, another verb beside the cue ("said X, and left"),
    or whatever follows a clause that hangs on a noun or a verb ("a man who said X was held").
    """
    ends = [high, *(t for t in range(start + 2, high) if passage.words[t] == ";")]
    ends += [
        passage.subtree(child)[0] for child in passage.children[token] if child > start and _beside(passage, child)
    ]
    ends += [*_main_clause(passage, token, start), *_next_report(passage, token, start, high)]
    if passage.deps[token] in _HUNG:
        ends.append(passage.subtree(token)[1])
    return without_stops(passage, start, min((end for end in ends if end > start), default=start))


def _beside(passage: Passage, child: int) -> bool:
    """Whether the token that hangs on the cue begins something that is not reported any more."""
    dep, tag = passage.deps[child], passage.tags[child]
    if tag == "VB" and any(passage.tags[c] == "TO" for c in passage.children[child]):
        return False
    adds = dep in ("advcl", "prep") and tag == "VBG" and passage.lower[child] in speech("clause")
    return dep == "conj" or adds or (dep == "prep" and passage.lower[child] == "according")


def _main_clause(passage: Passage, token: int, start: int) -> Iterator[int]:
    """Where the clause begins that the cue's own clause leads up to: "While X said Y, the police left"."""
    path = {token, *passage.ancestors(token)}
    for above in passage.ancestors(token):
        later = [c for c in passage.children[above] if c > start and c not in path]
        if any(passage.deps[c] in _SUBJECTS for c in later):
            begins = [passage.subtree(c)[0] for c in later if passage.deps[c] not in ("punct", "cc")]
            yield from (low for low in begins if low > start and passage.words[low - 1] == ",")


def _next_report(passage: Passage, token: int, start: int, high: int) -> Iterator[int]:
    """Where another verb of speech goes on without a subject of its own: "said X was late and blamed Y"."""
    for t in range(start + 2, high):
        goes_on = passage.tags[t] == passage.tags[token] == "VBD" and passage.deps[t] == "conj"
        if goes_on and passage.tags[t - 1] in ("CC", "RB") and passage.child(t, *_SUBJECTS) is None:
            word = passage.lower[t]
            if any(word in speech(group) for group in ("clause", "promise", "object", "quoting")):
                yield t


def without_stops(passage: Passage, start: int, end: int) -> int:
    """The end without the stops, marks and links that trail the stretch."""
    while end > start and (
        passage.tags[end - 1] in (".", ",", ":", "CC", "''") or passage.words[end - 1] in ('"', "”", ")")
    ):
        if passage.words[end - 1] == ")" and "(" in passage.words[start:end]:
            break
        end -= 1
    return end
