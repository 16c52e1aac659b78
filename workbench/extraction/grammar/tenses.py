"""Which way a date points: the tense of the verb that it hangs on, read from the parse."""

from itertools import pairwise

from workbench.domain.claim import Stretch
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import VERBS, Passage

_PAST_HELPERS = frozenset({"was", "were", "had", "did", "has", "have", "'ve"})
_IS = frozenset({"is", "are", "'s", "'re", "am", "be"})
_AT_FIRST = frozenset({"originally", "initially", "previously", "first"})
_SUPPOSED = frozenset({"if", "once", "unless", "until"})
_CALLS = ("call", "calls", "called", "calling")
_LEADING_UP = {("going", "into"), ("heading", "into"), ("ahead", "of")}
_INNER = frozenset({"poss", "compound", "nmod", "amod"})


def points_ahead(passage: Passage, token: int) -> bool | None:
    """Whether the verb that the date at this token hangs on points ahead or back; None where nothing says it."""
    lead = passage.lower[token - 1] if token else ""
    before = passage.tags[token - 1] if token else ""
    said = _head_of_date(passage, token)
    if lead == "since" or _is_over(passage, token, said) or (before == "VBD" and not _is_planned(passage, token)):
        return False
    if lead in ("until", "till"):
        # "was shut until March" may be over, "was put off until Friday" hardly.
        past = (
            passage.tags[token] == "NNP"
            and passage.lower[token] in table("calendar")["months"]
            and _is_past(passage, token)
        )
        return None if past else True
    closed = lead == "through" and _is_closed(passage, said)
    if closed or _is_planned(passage, token) or _is_for_a_day(passage, token) or _is_called_for(passage, said):
        return True
    if before in ("VBZ", "VBP") and _of_present(passage, token - 1, direct=True):
        return True
    for head in (said, *passage.ancestors(said)):
        if passage.entity_of[head]:
            continue  # said on “Meet the Press” Friday
        if passage.tags[head] in VERBS or passage.tags[head] == "MD":
            way = _of_verb(passage, head, _hangs_on(passage, said, head))
            return True if lead == "by" and way is None else way
    return True if lead == "by" else None


def _is_over(passage: Passage, token: int, said: int) -> bool:
    """Whether something was so, or is done, by then, whatever is asked of it or comes of it, and no verb has a "will".

    As in "which towns may have the stock that it held as of Thursday", "after Friday's hearing many are leaving",
    "after the blaze Friday".
    """
    if passage.lower[max(0, token - 2) : token] == ["as", "of"]:
        return not _will_be(passage, said)
    link = next((t for t in passage.ancestors(said) if passage.tags[t] in VERBS or passage.tags[t] == "IN"), said)
    owned = passage.tags[token + 1 : token + 2] == ["POS"] or link != token - 1
    return passage.lower[link] == "after" and passage.tags[link] == "IN" and owned and not _will_be(passage, said)


def _will_be(passage: Passage, token: int) -> bool:
    """Whether the verb over the date has a "will"."""
    verb = next((t for t in passage.ancestors(token) if passage.tags[t] in VERBS), token)
    return any(passage.lower[child] in ("will", "'ll", "’ll", "wo") for child in passage.children[verb])


def _is_past(passage: Passage, token: int) -> bool:
    verb = next((t for t in passage.ancestors(token) if passage.tags[t] in VERBS), None)
    return verb is not None and _of_verb(passage, verb, direct=False) is False


def _head_of_date(passage: Passage, token: int) -> int:
    """The noun of a date that starts with a number: "May" of "31 May", "years" of "three years"."""
    numbered = passage.deps[token] == "nummod" and 0 < passage.heads[token] - token < 3
    return passage.heads[token] if numbered and passage.entity_of[token] == "DATE" else token


def _is_planned(passage: Passage, token: int) -> bool:
    """As in "scheduled for Monday", "the upcoming May summit", "going into Tuesday's vote"."""
    if tuple(passage.lower[max(0, token - 2) : token]) in _LEADING_UP:
        return True
    return any(passage.lower[t] in words("calendar", "tense.set") for t in range(max(0, token - 3), token))


def _is_for_a_day(passage: Passage, token: int) -> bool:
    """As in "a vote for Friday"; not "blamed for Friday's violence", "the takings for Friday fell"."""
    if passage.lower[token - 1 : token] != ["for"] or passage.lower[token + 1 : token + 2] == ["'s"]:
        return False
    noun = passage.heads[passage.heads[token]]
    told = passage.deps[noun] == "nsubj" and passage.tags[passage.heads[noun]] == "VBD"
    return passage.lower[token] in table("calendar")["weekdays"] and not told


def _is_closed(passage: Passage, token: int) -> bool:
    """As in "cancelled classes through Tuesday": what is done now lasts until then."""
    return any(passage.lower[above] in words("calendar", "tense.closing") for above in passage.ancestors(token))


def _is_called_for(passage: Passage, token: int) -> bool:
    """As in "called for a strike on Monday": what somebody wants is still to come."""
    above = list(passage.ancestors(token))[:4]
    pairs = pairwise(above)
    return any(passage.lower[link] == "for" and passage.lower[verb] in _CALLS for link, verb in pairs)


def _hangs_on(passage: Passage, token: int, verb: int) -> bool:
    """Whether the date says when the verb happens: it hangs on it itself or by a preposition, inside no noun phrase."""
    between = [token, *passage.ancestors(token)]
    # "The deadline is noon on 31 May": the hour stands between the day and its verb.
    between = [t for t in between[: between.index(verb)] if passage.entity_of[t] != "TIME"]
    return len(between) <= 2 and not any(passage.deps[t] in _INNER for t in between)


def _of_verb(passage: Passage, verb: int, direct: bool) -> bool | None:
    tag, word = passage.tags[verb], passage.lower[verb]
    helpers = {passage.lower[c] for c in passage.children[verb] if passage.deps[c] in ("aux", "auxpass")}
    if helpers & words("calendar", "tense.future"):
        return True
    if "to" in helpers:
        return _of_infinitive(passage, verb)
    told = tag == "VBN" and not helpers and passage.deps[verb] == "advcl"
    if word in words("calendar", "tense.planned") and tag != "VBD" and not told and not helpers & {"had", "did"}:
        return None if {passage.lower[c] for c in passage.children[verb]} & _AT_FIRST else True
    if tag == "VBD" or helpers & _PAST_HELPERS:
        return False
    if tag in ("VBN", "VBG"):
        return _of_participle(passage, verb, bool(helpers & _IS))
    return _is_order(passage, verb, helpers) or _of_present(passage, verb, direct)


def _of_participle(passage: Passage, verb: int, present: bool) -> bool | None:
    """As in "is held", "is meeting", "held on Monday", "meeting on Monday"."""
    if passage.tags[verb] == "VBN":
        return None if present else False
    if verb and passage.lower[verb - 1] == "after":
        return _will_be(passage, verb)
    return True if present else _above(passage, verb)


def _is_order(passage: Passage, verb: int, helpers: set[str]) -> bool:
    """As in "Come to the hall on Friday"."""
    root = passage.tags[verb] == "VB" and passage.deps[verb] == "ROOT"
    return root and not helpers and passage.child(verb, "nsubj") is None


def _of_present(passage: Passage, verb: int, direct: bool) -> bool | None:
    """News tells the past of a headline in the present; only what may come or is on a timetable points ahead in it."""
    marks = {passage.lower[c] for c in passage.children[verb] if passage.deps[c] in ("mark", "advmod")}
    if passage.tags[verb] in ("VBZ", "VBP") and not _SUPPOSED.isdisjoint(marks):
        return True
    timed = passage.lower[verb] in words("calendar", "tense.timetable") and passage.tags[verb] in ("VBZ", "VBP", "VB")
    return True if timed and direct and passage.inside is Stretch.TEXT else None


def _of_infinitive(passage: Passage, verb: int) -> bool | None:
    """As in "to meet on Monday", ahead behind "plans" or "is"; else as late as the verb that it hangs on."""
    above = passage.heads[verb]
    if above == verb or passage.lower[above] in words("calendar", "tense.planned") | _IS:
        return True
    return _above(passage, verb)


def _above(passage: Passage, verb: int) -> bool | None:
    for head in passage.ancestors(verb):
        if passage.tags[head] in VERBS:
            return _of_verb(passage, head, False)
    return None
