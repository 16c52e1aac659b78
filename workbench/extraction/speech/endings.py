"""Where what is reported ends."""

from collections.abc import Iterator

from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import VERBS, Passage

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_LINKS = ("and", "but", "while", "with", "whereas", "though", "although")
_PRONOUNS = ("he", "she", "it", "they", "we", "i", "you", "who", "that", "which", "what")
_DASHES = ("–", "—", "-", "--")
_ADDING = ("though", "although", "while", "something", "half", "even", "most", "then", "where", "one")
"""What follows a dash where the writer adds something."""
_RATES = ("up", "down", "well", "far", "sharply", "slightly")
_TENSES = ("VBD", "VBZ", "VBP", "MD")
_HUNG = ("relcl", "acl", "advcl", "pcomp")


def end_of_report(
    passage: Passage, token: int, start: int, high: int, *, astray: bool = False, clause: bool = True
) -> int:
    """The end of what the cue `token` reports from `start` on: the sentence's (`high`), or where something else begins.

    That is the main clause that the cue's own clause leads up to, another verb beside the cue ("said X, and left"),
    or whatever follows a clause that hangs on a noun or a verb ("a man who said X was held"); the last does not hold
    where what is reported is read as no part of the cue's clause (`astray`). What is no `clause` leads on to none.
    """
    ends = [high, *(t for t in range(start + 2, high) if passage.words[t] == ";")]
    ends += [
        passage.subtree(child)[0] for child in passage.children[token] if child > start and _beside(passage, child)
    ]
    ends += [*_main_clause(passage, token, start), *_next_report(passage, token, start, high)]
    ends += ends_behind(passage, start, high)
    if passage.lower[start] == "to":
        ends += [t for t in range(start + 2, high) if _finite_again(passage, t)]
    if passage.lower[start] == "to" or not clause:
        ends += [t for t in range(start + 2, high) if _new_clause(passage, t)]
    if passage.deps[token] in _HUNG and not astray:
        ends.append(passage.subtree(token)[1])
    return without_stops(passage, start, min((end for end in ends if end > start), default=start))


def ends_behind(passage: Passage, start: int, high: int) -> list[int]:
    """Where behind `start` another report begins, or the writer adds something."""
    return [*_of_another(passage, start, high), *_aside(passage, start, high)]


def _beside(passage: Passage, child: int) -> bool:
    """Whether the token that hangs on the cue begins something that is not reported any more."""
    dep, tag = passage.deps[child], passage.tags[child]
    if tag == "VB" and any(passage.tags[c] == "TO" for c in passage.children[child]):
        return False
    adds = dep in ("advcl", "prep") and tag == "VBG" and passage.lower[child] in speech("clause")
    goes_on = dep == "conj" and _goes_on(passage, child)
    return (dep == "conj" and not goes_on) or adds or (dep == "prep" and passage.lower[child] == "according")


def _goes_on(passage: Passage, verb: int) -> bool:
    """Whether a clause beside the cue is reported as well: "said X fell and that Y rose", "said X fell and Y rose"."""
    first = passage.subtree(verb)[0]
    if passage.lower[first] == "that":
        return passage.tags[first - 1] == "CC"
    bare = passage.lower[first - 1] == "and" and passage.words[first - 2] != ","
    return bare and passage.child(verb, *_SUBJECTS) is not None and not _reports(passage, verb)


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
        beside = passage.tags[token] in ("VBD", "VBG", "VBZ") or passage.heads[t] < token or passage.words[t - 2] == ","
        alike = passage.tags[t] == "VBD" or (
            passage.tags[t] == passage.tags[token] and passage.tags[t] in ("VBG", "VBZ")
        )
        goes_on = alike and passage.deps[t] == "conj" and beside
        if goes_on and passage.tags[t - 1] in ("CC", "RB") and passage.child(t, *_SUBJECTS) is None:
            word = passage.lower[t]
            if any(word in speech(group) for group in ("clause", "promise", "object", "quoting")):
                yield t - (passage.tags[t - 1] == "RB")
        elif _perfect_again(passage, token, t):
            yield t - 1


def _perfect_again(passage: Passage, token: int, verb: int) -> bool:
    """Whether the verb goes on from the cue in its tense: "has said X and has promised Y"."""
    told = passage.tags[verb] == passage.tags[token] == "VBN" and passage.deps[verb] == "conj"
    joined = told and passage.tags[verb - 2] == "CC" and passage.lower[verb - 1] == passage.lower[token - 1]
    return joined and passage.lower[verb - 1] in ("has", "have", "had") and passage.lower[verb] in speech("clause")


def _of_another(passage: Passage, start: int, high: int) -> Iterator[int]:
    """Where the sentence goes on, behind a comma, to a report of its own: ", arguing that …", ", and Y replied …"."""
    for t in range(start + 2, high):
        if not _reports(passage, t):
            continue
        loose = passage.tags[t] == "VBG" and passage.words[t - 1] == "," and passage.lower[t + 1 : t + 2] != ["to"]
        if loose and passage.child(t, *_SUBJECTS) is None:
            yield t - 1
        subject = passage.child(t, *_SUBJECTS)
        if subject is None or subject > t or passage.lower[subject] in _PRONOUNS:
            continue
        link = _link_before(passage, passage.subtree(subject)[0], start)
        if link is not None:
            yield link


def _link_before(passage: Passage, subject: int, start: int) -> int | None:
    """The comma with its "and", "while" or "with" that leads to the subject of another report; None without one."""
    link = subject - 1
    if passage.lower[link] not in _LINKS or link <= start:
        return None
    comma = link - 1
    return comma if passage.words[comma] == "," else link if passage.lower[link] == "while" else None


def _aside(passage: Passage, start: int, high: int) -> Iterator[int]:
    """Where the writer adds something: "…, despite photographs of it", "… — a play on words", "…, which he said was".

    "Despite" with what somebody does ("despite trailing") is part of the report.
    """
    for t in range(start + 2, high - 1):
        loose = passage.lower[t] == "despite" and passage.words[t - 1] == "," and passage.tags[t + 1] != "VBG"
        if (loose and not _is_closed(passage, t, high)) or _is_judged(passage, t):
            yield t - 1
        told = t + 2 < high and passage.words[t - 1] == "," and passage.tags[t] == "WDT" and _reports(passage, t + 2)
        if told and passage.tags[t + 1] in ("PRP", "NNP"):
            yield t - 1
        if _is_comparison(passage, t):
            yield t
    dashes = [t for t in range(start + 2, high - 1) if _is_dash(passage, t)]
    # Of two dashes the second closes what the first opens.
    if len(dashes) % 2 and (passage.tags[dashes[-1] + 1] == "DT" or passage.lower[dashes[-1] + 1] in _ADDING):
        yield dashes[-1]


def _is_closed(passage: Passage, token: int, high: int) -> bool:
    """Whether a comma closes an aside, and the verb follows: "the mayor, despite her age, is …"."""
    return any(passage.words[t] == "," and passage.tags[t + 1] in _TENSES for t in range(token, high - 1))


def _is_judged(passage: Passage, token: int) -> bool:
    """Whether the writer calls it what somebody says: ", a claim that the council disputes"."""
    if passage.words[token - 1] != "," or passage.lower[token] not in ("a", "an"):
        return False
    noun = token + 1 + (passage.tags[token + 1 : token + 2] == ["JJ"])
    return not words("speech", "nouns").isdisjoint(passage.lower[noun : noun + 1])


def _is_dash(passage: Passage, token: int) -> bool:
    """Whether this is a dash, and no hyphen."""
    long = passage.words[token] in ("–", "—")
    return long or (passage.words[token] in _DASHES and passage.ends[token - 1] < passage.starts[token])


def _is_comparison(passage: Passage, comma: int) -> bool:
    """Whether the writer sets a figure beside it: ", compared with 41 percent for Lee", ", down from 5"."""
    behind, figures = passage.lower[comma + 1 : comma + 3], passage.tags[comma + 2 : comma + 5]
    if passage.words[comma] != "," or len(behind) < 2:
        return False
    if behind[0] == "compared":
        return "CD" in figures
    return behind[0] in _RATES and behind[1] in ("from", "above", "below")


def _new_clause(passage: Passage, comma: int) -> bool:
    """Whether a clause of its own follows, which no "to do" and no noun leads to: "called for a ban, but it fell"."""
    link = comma + 1
    if passage.words[comma] != "," or link >= len(passage) or passage.lower[link] not in _LINKS:
        return False
    for subject in range(link + 1, min(link + 8, len(passage))):
        if passage.deps[subject] in _SUBJECTS:
            told = passage.tags[passage.heads[subject]] in VERBS
            return told and passage.heads[subject] > subject and passage.subtree(subject)[0] == link + 1
    return False


def _finite_again(passage: Passage, link: int) -> bool:
    """Whether a link leads back from "to do …" to a verb that tells: "promises to cut taxes but is vague on how"."""
    verb = link + 1
    if passage.tags[link] != "CC" or verb >= len(passage):
        return False
    past = passage.tags[verb] == "VBD" and passage.lower[verb].endswith("ed")
    return past or passage.tags[verb] == "VBZ" or passage.lower[verb] in ("are", "were", "have")


def _reports(passage: Passage, token: int) -> bool:
    if passage.tags[token] not in VERBS:
        return False
    word, base = passage.lower[token], speech("clause").get(passage.lower[token])
    return (base is not None and base not in words("speech", "weak")) or word in speech("object")


def without_stops(passage: Passage, start: int, end: int) -> int:
    """The end without the stops, marks and links that trail the stretch."""
    while end > start and (
        passage.tags[end - 1] in (".", ",", ":", "CC", "''") or passage.words[end - 1] in ('"', "”", ")")
    ):
        if passage.words[end - 1] == ")" and "(" in passage.words[start:end]:
            break
        end -= 1
    return end
