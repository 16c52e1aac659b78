"""Where what is reported ends."""

from collections.abc import Iterator

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.speech.asides import (
    LINKS,
    SUBJECTS,
    aside,
    background,
    closing,
    is_dash,
    loose_tail,
    new_clause,
    tells,
    tensed,
)
from workbench.extraction.text.passage import NOUNS, Passage

_PRONOUNS = ("he", "she", "it", "they", "we", "i", "you", "who", "that", "which", "what")
_MARKS = frozenset(('"', "“", "”", "``", "''"))
_HUNG = ("relcl", "acl", "advcl", "pcomp")


def end_of_report(
    passage: Passage,
    token: int,
    start: int,
    high: int,
    *,
    astray: bool = False,
    clause: bool = True,
    promise: bool = False,
) -> int:
    """The end of what the cue `token` reports from `start` on: the sentence's (`high`), or where something else begins.

    That is the main clause that the cue's own clause leads up to, another verb beside the cue ("said X, and left"),
    or whatever follows a clause that hangs on a noun or a verb ("a man who said X was held"); the last does not hold
    where what is reported is read as no part of the cue's clause (`astray`). What is no `clause` leads on to none, and
    a `promise` to no verb that tells.
    """
    ends = [high, *(t for t in range(start + 2, high) if passage.words[t] == ";")]
    ends += [
        passage.subtree(child)[0] for child in passage.children[token] if child > start and _beside(passage, child)
    ]
    ends += [*_main_clause(passage, token, start), *_next_report(passage, token, start, high)]
    ends += closing(passage, token, start, high)
    ends += [*_in_another_tense(passage, token, start, high), *background(passage, start, high, clause=clause)]
    ends += ends_behind(passage, start, high)
    if promise:
        ends += [t for t in range(start + 2, high) if _finite_again(passage, t) or _is_occasion(passage, t)]
        ends += [t for t in range(start + 2, high) if _is_since(passage, token, t)]
    if not clause:
        ends += [t for t in range(start + 2, high) if new_clause(passage, t) or _is_but(passage, t, high)]
        ends += [t for t in range(start + 2, high) if _finite_again(passage, t)]
        ends += [*loose_tail(passage, start, high), *_behind_name(passage, token)]
        ends += _behind_marks(passage, token, start, high)
        ends += [t for t in range(start + 2, high) if _is_bare_day(passage, token, t) or _is_ranked(passage, t)]
    if passage.deps[token] in _HUNG and not astray:
        ends.append(passage.subtree(token)[1])
    quoted = _in_marks(passage, token, high)
    return without_stops(passage, start, min((end for end in ends if end > start and end not in quoted), default=start))


def _behind_name(passage: Passage, token: int) -> Iterator[int]:
    """Where it is told when or where somebody called something a name: "called the plan a joke on the radio"."""
    name = passage.child(token, "oprd")
    for child in passage.children[token] if name is not None else ():
        noun = passage.child(child, "pobj") if passage.deps[child] == "prep" else child
        occasion = noun is not None and singular(passage.words[noun]) in words("speech", "occasions")
        low, end = passage.subtree(child)
        last = passage.tags[end : end + 1] in ([","], ["."], ["CC"], [])
        if noun is not None and last and child > (name or 0) and (occasion or passage.entity_of[noun] == "DATE"):
            yield low


def _is_bare_day(passage: Passage, cue: int, token: int) -> bool:
    """Whether it is told here when it was said: "announced the sale of the yard Monday"."""
    thing = passage.child(cue, "dobj")
    day = passage.tags[token] == "NNP" and passage.lower[token].endswith("day") and passage.entity_of[token] == "DATE"
    return day and thing is not None and token == passage.subtree(thing)[1] and passage.tags[token - 1] in NOUNS


def _is_ranked(passage: Passage, comma: int) -> bool:
    """Whether the writer ranks what was announced: "reported 20 wrecks, the most in a decade"."""
    last = passage.lower[comma + 1 : comma + 2] == ["the"] and passage.tags[comma + 2 : comma + 3] in (["JJS"], ["RBS"])
    return passage.words[comma] == "," and last


def _is_but(passage: Passage, comma: int, high: int) -> bool:
    """Whether "but" leads on to a verb that tells behind a noun phrase, whatever the parser makes of it."""
    leads = passage.words[comma] == "," and passage.lower[comma + 1 : comma + 2] == ["but"]
    return leads and any(passage.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(comma + 2, high))


def _is_occasion(passage: Passage, token: int) -> bool:
    """Whether it is told what had happened before, or what for: "vowed to leave after she spoke", "in order to win"."""
    after = passage.lower[token] == "after" and (
        passage.deps[token] == "mark" or passage.tags[token + 1 : token + 2] == ["VBG"]
    )
    return after or passage.lower[token : token + 3] == ["in", "order", "to"]


def _is_since(passage: Passage, cue: int, token: int) -> bool:
    """Whether it is told since when somebody has been asking or threatening: "have been urging it to act since May"."""
    lasting = passage.tags[cue] == "VBG" and any(passage.lower[c] == "been" for c in passage.children[cue])
    return lasting and passage.lower[token] == "since"


def _behind_marks(passage: Passage, token: int, start: int, high: int) -> Iterator[int]:
    """Where the marks of a name close and more is told: "called it “rigged” in a tweet", "called it “racist,” an …"."""
    name = passage.child(token, "oprd")
    for t in range(start + 2, high - 1) if name is not None else ():
        if passage.tags[t] != "''" or passage.words[t] not in _MARKS:
            continue
        shut = passage.words[t - 1] == "," or passage.words[t + 1] == ","
        link = t + 1
        noun = passage.child(link, "pobj")
        if shut and passage.tags[link + (passage.words[link] == ",")] == "DT":
            yield t
        elif noun is not None and singular(passage.words[noun]) in words("speech", "occasions"):
            yield link


def _in_marks(passage: Passage, start: int, high: int) -> set[int]:
    """The tokens that stand in quotation marks in the stretch, before what closes them: nobody breaks off there."""
    marks = [t for t in range(start, high) if passage.tags[t] in ("``", "''") and passage.words[t] in _MARKS]
    return {t for opened, closed in zip(marks[::2], marks[1::2], strict=False) for t in range(opened + 1, closed - 1)}


def ends_behind(passage: Passage, start: int, high: int) -> list[int]:
    """Where behind `start` another report begins, or the writer adds something."""
    return [*_of_another(passage, start, high), *aside(passage, start, high)]


def _beside(passage: Passage, child: int) -> bool:
    """Whether the token that hangs on the cue begins something that is not reported any more."""
    dep, tag = passage.deps[child], passage.tags[child]
    if tag == "VB" and any(passage.tags[c] == "TO" for c in passage.children[child]):
        return False
    adds = dep in ("advcl", "prep") and tag == "VBG" and passage.lower[child] in speech("clause")
    goes_on = dep == "conj" and (_goes_on(passage, child) or _is_foretold(passage, child))
    return (dep == "conj" and not goes_on) or adds or (dep == "prep" and passage.lower[child] == "according")


def _goes_on(passage: Passage, verb: int) -> bool:
    """Whether a clause beside the cue is reported as well: "said X fell and that Y rose", "said X fell and Y rose"."""
    first = passage.subtree(verb)[0]
    if passage.lower[first] == "that":
        return passage.tags[first - 1] == "CC"
    bare = passage.lower[first - 1] in ("and", "but") and passage.words[first - 2] != ","
    return bare and passage.child(verb, *SUBJECTS) is not None and not tells(passage, verb)


def _is_foretold(passage: Passage, verb: int) -> bool:
    """Whether the verb says what will be, which only what is reported does: "said they will wait, but will pay"."""
    cue = passage.heads[verb]
    return passage.tags[tensed(passage, verb)] == "MD" != passage.tags[tensed(passage, cue)]


def _main_clause(passage: Passage, token: int, start: int) -> Iterator[int]:
    """Where the clause begins that the cue's own clause leads up to: "While X said Y, the police left"."""
    path = {token, *passage.ancestors(token)}
    for above in passage.ancestors(token):
        later = [c for c in passage.children[above] if c > start and c not in path]
        if any(passage.deps[c] in SUBJECTS for c in later):
            begins = [passage.subtree(c)[0] for c in later if passage.deps[c] not in ("punct", "cc")]
            yield from (low for low in begins if low > start and passage.words[low - 1] == ",")


def _next_report(passage: Passage, token: int, start: int, high: int) -> Iterator[int]:
    """Where another verb of speech goes on without a subject of its own: "said X was late and blamed Y"."""
    for t in range(start + 2, high):
        beside = (
            passage.tags[token] in ("VB", "VBD", "VBG", "VBZ")
            or passage.heads[t] < token
            or passage.words[t - 2] == ","
        )
        alike = passage.tags[t] == "VBD" or (
            passage.tags[t] == passage.tags[token] and passage.tags[t] in ("VBG", "VBZ")
        )
        beside_it = passage.deps[t] == "advcl" and passage.tags[t - 1] == "CC" and passage.tags[t] == "VBG"
        goes_on = alike and (passage.deps[t] == "conj" or beside_it) and beside
        if goes_on and passage.tags[t - 1] in ("CC", "RB") and passage.child(t, *SUBJECTS) is None:
            word = passage.lower[t]
            if any(word in speech(group) for group in ("clause", "promise", "object", "quoting")):
                yield t - (passage.tags[t - 1] == "RB")
        elif _perfect_again(passage, token, t):
            yield t - 1
        elif _is_in_row(passage, t):
            yield t
        if _keeps_silent(passage, t):
            yield tensed(passage, t) - 1


def _is_in_row(passage: Passage, verb: int) -> bool:
    """Whether a comma alone leads on to another report: "said the dam “is old,” argued that it leaks, and left"."""
    comma = verb - 1 - (passage.tags[verb - 1] == "''")
    told = passage.tags[verb] in ("VBD", "VBN") and passage.lower[verb] in speech("clause")
    leads = passage.words[comma] == "," and passage.lower[verb + 1 : verb + 2] == ["that"]
    return told and leads and passage.child(verb, *SUBJECTS) is None


def _keeps_silent(passage: Passage, verb: int) -> bool:
    """Whether the one who speaks leaves something unsaid: "confirmed that X left but did not say why"."""
    if passage.deps[verb] != "conj" or passage.child(verb, *SUBJECTS) is not None:
        return False
    first = tensed(passage, verb)
    if passage.lower[first - 1] != "but":
        return False
    denied = first < verb and passage.child(verb, "neg") is not None
    told = passage.lower[verb] in speech("clause") or passage.lower[verb] in words("speech", "revealing")
    return passage.lower[verb] in words("speech", "declining") or (denied and told)


def _in_another_tense(passage: Passage, token: int, start: int, high: int) -> Iterator[int]:
    """Where a verb goes on in the cue's tense, and what is reported has another: "says it will close and refuses"."""
    above = passage.heads[token] if passage.deps[token] == "xcomp" else token
    for t in range(start + 2, high):
        verb = passage.heads[t]
        joined = passage.deps[t] == "conj" and start <= verb < t and passage.tags[t] == passage.tags[above]
        if not joined or passage.tags[t] not in ("VBD", "VBZ") or passage.child(t, *SUBJECTS) is not None:
            continue
        # "It would be closed and refused" may be two participles, "it says they know X and uses Y" goes on from "says".
        if passage.tags[verb] == "VBN" or passage.tags[t] in passage.tags[start:t]:
            continue
        link = t - 1 - (passage.tags[t - 1] == "RB")
        other = passage.tags[tensed(passage, verb)]
        if passage.tags[link] == "CC" and (other == "MD" or (other == "VBD" and passage.tags[t] == "VBZ")):
            yield link


def _perfect_again(passage: Passage, token: int, verb: int) -> bool:
    """Whether the verb goes on from the cue in its tense: "has said X and has promised Y"."""
    told = passage.tags[verb] == passage.tags[token] == "VBN" and passage.deps[verb] == "conj"
    joined = told and passage.tags[verb - 2] == "CC" and passage.lower[verb - 1] == passage.lower[token - 1]
    return joined and passage.lower[verb - 1] in ("has", "have", "had") and passage.lower[verb] in speech("clause")


def _of_another(passage: Passage, start: int, high: int) -> Iterator[int]:
    """Where the sentence goes on, behind a comma, to a report of its own: ", arguing that …", ", and Y replied …"."""
    for t in range(start + 2, high):
        if not tells(passage, t) and not _utters(passage, t):
            continue
        comma = t - 1 - (passage.tags[t - 1] == "''")
        parted = passage.words[comma] == "," or is_dash(passage, t - 1)
        loose = passage.tags[t] == "VBG" and parted and passage.lower[t + 1 : t + 2] != ["to"]
        if loose and passage.child(t, *SUBJECTS) is None:
            yield t - 1
        subject = passage.child(t, *SUBJECTS)
        if subject is None or subject > t or passage.lower[subject] in _PRONOUNS:
            continue
        link = _link_before(passage, passage.subtree(subject)[0], start)
        if link is not None:
            yield link


def _utters(passage: Passage, verb: int) -> bool:
    """Whether somebody gives out words here: "…, releasing a statement", "…, making a claim that"."""
    thing = passage.child(verb, "dobj") if passage.lower[verb] in speech("uttering") else None
    noun = None if thing is None else singular(passage.words[thing])
    return noun in words("speech", "speakers.messages") or noun in words("speech", "nouns")


def _link_before(passage: Passage, subject: int, start: int) -> int | None:
    """The comma with its "and", "while" or "with" that leads to the subject of another report; None without one."""
    link = subject - 1
    if passage.lower[link] not in LINKS or link <= start + 1:
        return None
    comma = link - 1
    return comma if passage.words[comma] == "," else link if passage.lower[link] == "while" else None


def _finite_again(passage: Passage, link: int) -> bool:
    """Whether a link leads back from "to do …" to a verb that tells: "promises to cut taxes but is vague on how"."""
    verb = link + 1
    if passage.tags[link] != "CC" or verb >= len(passage):
        return False
    past = passage.tags[verb] == "VBD" and passage.lower[verb].endswith("ed")
    return past or passage.tags[verb] == "VBZ" or passage.lower[verb] in ("are", "was", "were", "have", "had")


def without_stops(passage: Passage, start: int, end: int) -> int:
    """The end without the stops, marks and links that trail the stretch."""
    while end > start and (
        passage.tags[end - 1] in (".", ",", ":", "CC", "''") or passage.words[end - 1] in ('"', "”", ")")
    ):
        if passage.words[end - 1] == ")" and "(" in passage.words[start:end]:
            break
        end -= 1
    return end
