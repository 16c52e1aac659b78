"""Counts: a number of people or things, with the noun that is counted."""

from collections.abc import Iterator

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.nouns import FARTHEST, Phrase, behind_owner, phrase_from, singular
from workbench.extraction.lexicon import words
from workbench.extraction.numbers import both, elided, persons, predicated, rows, things, uncounted, worded
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

_NEVER_BETWEEN = frozenset(
    {",", ":", "-LRB-", "-RRB-", "DT", "PRP", "VBD", "VBZ", "MD", "to", "in", "on", "for", "by", "'s"}
)
"""Tags and words that no number and the plural that it counts have between them."""
_STAND_INS = ("one", "ones", "mark", "milestone", "straight")
_BEHIND_BARE = VERBS | {".", ",", ":", "IN", "TO", "CC", "MD", "RB", "''", "-LRB-", "-RRB-", "WP", "WDT", "WRB", "HYPH"}
"""Tags of what may stand behind a number that stands for its noun."""
_BARE_DEPS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "attr", "conj", "npadvmod"})


def find(
    passage: Passage, figures: list[Figure], earlier: list[Candidate], score: str | None = None
) -> Iterator[tuple[Figure | None, Candidate]]:
    """A candidate for each figure that counts a noun, or stands for one that was counted before (`earlier`).

    `score` is what the two sides of a score count in this story.
    """
    found: list[Candidate] = []
    for place, figure in enumerate(figures):
        if uncounted.is_top(passage, figure):
            continue
        before = [*earlier, *found]
        candidate = _counted(passage, figure, figures, place) or _standing_alone(passage, figure, before, score)
        shared = None if candidate and candidate.noun else _noun_of_next(passage, figures, place)
        if shared is not None:
            candidate = _candidate(passage, figure, None, shared, "a number in a row with its noun")
        if candidate is not None:
            if candidate.unit in ("other", "others"):
                candidate.unit = elided.others(passage, figure, before)
            elif candidate.unit in _STAND_INS:
                candidate.unit = elided.unit_of(passage, figure, before, score)
            elif candidate.noun is None:
                candidate.unit = rows.noun_behind_hyphen(passage, figure, figures, place) or candidate.unit
            found.append(candidate)
            yield figure, candidate
    named = [*worded.groups(passage), *worded.none_in_a_row(passage, found)]
    for candidate in (*named, *worded.find(passage), *both.find(passage, [*earlier, *found, *named])):
        yield None, candidate


def _noun_of_next(passage: Passage, figures: list[Figure], place: int) -> str | None:
    """As in "60, 70 Republicans", "seven of the 12 killed", "53 to 47 seats": the noun that the next number counts."""
    if place + 1 == len(figures):
        return None
    one, two = figures[place : place + 2]
    scored = one.tally and two.tally and two.start - one.end < len(" to the ")
    if not (scored or rows.joined(passage, one, two) or rows.part_of(passage, one, two)):
        return None
    after = _counted(passage, figures[place + 1], figures, place + 1)
    return after.unit if after else None


def _counted(passage: Passage, figure: Figure, figures: list[Figure], place: int) -> Candidate | None:
    if figure.low.form in ("part", "ratio") or figure.sign or rows.hangs(passage, figure):
        return None
    _, token = passage.tokens_in(figure.start, max(figure.end, figure.hedge_end))
    if figure.low.value == 1 and passage.lower[token : token + 1] == ["of"]:
        return None
    start = _behind_links(passage, token)
    if start + 1 < len(passage) and passage.words[start] == "-" and not figure.tally:
        start += 1
    phrase = _phrase(passage, start) or _as_parsed(passage, token)
    if figure.tally and phrase and singular(passage.words[phrase.low]) not in words("nouns", "lists.scored"):
        return None
    if (
        phrase is None
        or uncounted.is_name(passage, figure, phrase)
        or uncounted.is_pronoun_one(passage, figure, phrase, place, figures)
        or passage.entity_of[phrase.head] == "TIME"
        or (passage.lower[token - 1] == "zero" and passage.tags[phrase.head] == "NN")
        or uncounted.says_when(passage, phrase.low)
        or persons.lives_there(passage, figure, start)
        or _is_no_part(passage, start, phrase)
        or _costs(passage, figure, phrase)
    ):
        return None
    if _is_participle(passage, figure, phrase):
        return _candidate(passage, figure, None, "one", "a number before what those counted do")
    return _candidate(passage, figure, phrase, things.unit(passage, figure, phrase), "a number before its noun")


def _is_no_part(passage: Passage, start: int, phrase: Phrase) -> bool:
    """As in "four of them Earth-sized", but "five of them Danes" and "12 of them undocumented"."""
    plural = passage.tags[phrase.head] in ("NNS", "NNPS") or passage.lower[phrase.head] in words(
        "nouns", "lists.conditions"
    )
    return passage.lower[start - 1] == "them" and not plural


def _costs(passage: Passage, figure: Figure, phrase: Phrase) -> bool:
    """As in "a box of 24 costs $13": a verb, whatever the parser takes it for, right before a sum."""
    alone = phrase.high - phrase.low == 1 and passage.lower[phrase.head] in ("costs", "cost", "fetches", "sells")
    return alone and passage.starts[phrase.low] > figure.end


def _is_participle(passage: Passage, figure: Figure, phrase: Phrase) -> bool:
    """As in "5 million tuning in", where the parser takes the participle for a noun, though one in the singular."""
    alone = phrase.high - phrase.low == 1 and figure.low.value > 1 and passage.tags[phrase.head] == "NN"
    if not alone or passage.words[phrase.low - 1] == "-":
        return False
    word = passage.lower[phrase.head]
    return (word.endswith("ing") and _goes_on(passage, phrase.high)) or word in words("nouns", "lists.done")


def _goes_on(passage: Passage, token: int) -> bool:
    return token < len(passage) and passage.tags[token] in ("IN", "RP", "RB", "TO", "DT")


def _behind_links(passage: Passage, token: int) -> int:
    """The token behind "more", "other", "of the" and the like; "the" alone starts another noun phrase."""
    start = token
    while start < len(passage) and start - token < 3:
        owner = passage.lower[start] in words("nouns", "lists.owners")
        if not (
            passage.lower[start] in words("nouns", "lists.links")
            if not owner
            else passage.lower[start - 1] in ("of", "all")
        ):
            break
        start += 1
    return behind_owner(passage, start) if passage.lower[start - 1] == "of" and start == token + 1 else start


def _phrase(passage: Passage, start: int) -> Phrase | None:
    if start >= len(passage):
        return None
    names_noun = passage.deps[start] == "amod" and passage.heads[start] > start
    if passage.lower[start] in words("nouns", "lists.conditions") and not names_noun:
        return Phrase(start, start + 1, start)
    for on_board in (["on", "board"], ["on", "-", "board"]):
        if passage.lower[start : start + len(on_board)] == on_board:
            return Phrase(start, start + len(on_board), start)
    phrase = phrase_from(passage, start)
    if phrase is None or (passage.tags[start] == "RB" and not _leads_adjective(passage, start)):
        return None
    return phrase


def _as_parsed(passage: Passage, start: int) -> Phrase | None:
    """As in "40 stay-at-home parents", '90 "no" votes': the plural that the parser hangs the number on."""
    if passage.lower[start : start + 1] == ["of"]:
        # "thousands of pre -war houses": what hangs on "of", where a stray mark breaks the phrase.
        of = max((t for t in passage.children[start] if passage.deps[t] == "pobj"), default=start)
        return Phrase(start + 1, of + 1, of) if passage.tags[of] == "NNS" and of - start < FARTHEST else None
    head = passage.heads[start - 1]
    if passage.deps[start - 1] != "nummod" or passage.tags[head] not in ("NNS", "NNPS") or head - start > FARTHEST:
        return None
    words_between = passage.lower[start:head]
    parted = any(word[0].isdigit() for word in words_between) or not passage.words[head][0].isalpha()
    if parted or start >= head or not _NEVER_BETWEEN.isdisjoint((*passage.tags[start:head], *words_between)):
        return None
    return Phrase(start, head + 1, head)


def _leads_adjective(passage: Passage, adverb: int) -> bool:
    """As in "two very old boats", "two rather lower-level posts", "3,000 mostly sailors"; no "rose 40 yesterday"."""
    behind = passage.tags[adverb + 1 : adverb + 2]
    return behind in (["JJ"], ["JJR"], ["VBN"], ["VBG"], ["HYPH"]) or (
        behind == ["NNS"] and passage.lower[adverb].endswith("ly")
    )


def _standing_alone(passage: Passage, figure: Figure, earlier: list[Candidate], score: str | None) -> Candidate | None:
    """A number that stands for its noun: "27 have ratified", "saw the twelve", "drops to six", a tally."""
    last = figure.high or figure.low
    token = passage.tokens_in(last.start, last.end)[1] - 1
    if figure.low.form in ("part", "ratio") or (figure.low.value == 1 and figure.low.form == "words"):
        return None
    if passage.text[figure.start] == "." or uncounted.is_out_of(passage, figure):  # "batted .301", "went 3-for-4"
        return None
    if passage.tags[token] in VERBS or (
        figure.low.form == "words"
        and passage.lower[token + 1 : token + 2] in (["is"], ["was"])
        and passage.lower[token - 1 : token] in (["and"], [","], [";"])
    ):
        return None
    first = passage.token_at(figure.low.start)
    changes = first and passage.lower[first - 1] in ("from", "by") and passage.lower[token + 1 : token + 2] == ["to"]
    counted = any(
        c.passage is passage and passage.sentence_of[c.tokens[0]] == passage.sentence_of[token] for c in earlier
    )
    gapped = rows.gapped(passage, figure, counted)
    if (
        not (
            figure.tally
            or changes
            or gapped
            or rows.hangs(passage, figure)
            or uncounted.says_when(passage, token + 1)
            or persons.lives_there(passage, figure, token + 1)
        )
        and (_role(passage, token) not in _BARE_DEPS or not _noun_like(passage, token))
        and not (counted and rows.is_share_of_place(passage, first, token))
        and not (counted and rows.is_of_another_day(passage, first, token))
        and not (counted and rows.is_of_other(passage, first, token))
        and not (counted and rows.is_difference(passage, first, token))
        and not (counted and rows.is_denied(passage, first, token))
        and not rows.is_in_numbers(passage, figure)
        and not rows.is_some_of(passage, token)
        and passage.lower[first - 1 : first] != ["population"]
        and not elided.is_share_or_rate(passage, token)
        and not predicated.is_rate(passage, token)
    ):
        return None
    if (
        figure.low.form == "digits"
        and 1900 <= figure.low.value <= 2100
        and "," not in passage.text[figure.low.start : figure.low.end]
    ):
        return None
    unit = elided.unit_of(passage, figure, earlier, score)
    return _candidate(passage, figure, None, unit, "a number that stands for its noun")


def _role(passage: Passage, token: int) -> str:
    """The part that the number plays, or in "ordered 50 more", "won six straight", "four of six" what it hangs on."""
    head = passage.heads[token]
    if passage.deps[token] == "quantmod" and passage.lower[token + 1 : token + 2] == ["of"] and head == token + 2:
        return passage.deps[head]
    if passage.deps[token] == "nummod" and passage.tags[head] == "CD" and passage.lower[token + 1 : token + 2] == [","]:
        return passage.deps[head]
    hangs = head == token + 1
    if hangs and passage.lower[token + 1] == "straight":
        return "dobj"
    if passage.deps[token] == "nsubj":
        return "nsubj"
    return passage.deps[token + (hangs and (passage.lower[token + 1] == "more" or passage.tags[token + 1] == "VBG"))]


def _noun_like(passage: Passage, token: int) -> bool:
    """Whether no noun stands behind the number that it could count: "drops to six", "ordered 50 more"."""
    if passage.lower[token + 1 : token + 3] in (["more", "than"], ["fewer", "than"], ["less", "than"]):
        return True
    token += passage.lower[token + 1 : token + 2] == ["more"]
    after = passage.tags[token + 1] if token + 1 < len(passage) else "."
    if passage.lower[token + 1 : token + 2] == ["each"]:
        return True
    if after == "JJ" and (passage.lower[token - 1] == "all" or passage.lower[token + 1] == "straight"):
        return True
    return after in _BEHIND_BARE


def _goes_on_over(passage: Passage, figure: Figure) -> bool:
    """As in "allowed five hits over six innings": during so many."""
    before = passage.token_at(figure.hedge_start) - 1
    return before >= 0 and (passage.tags[before] in NOUNS or passage.tags[before] == "CD")


def _candidate(passage: Passage, figure: Figure, phrase: Phrase | None, unit: str | None, rule: str) -> Candidate:
    if (
        phrase
        and (passage.lower[phrase.low] == "on" or passage.lower[phrase.low] in words("nouns", "lists.conditions"))
        and phrase.head == phrase.low
    ):
        unit = "person"
    ruled = figure.hedge == "under" and unit in words("nouns", "lists.above")
    ruled |= figure.hedge == "over" and unit in words("nouns", "lists.lasting") and _goes_on_over(passage, figure)
    return Candidate(
        Kind.COUNT,
        passage,
        figure.start if ruled else figure.hedge_start,
        max(figure.end, figure.hedge_end, passage.ends[phrase.high - 1] if phrase else 0),
        rule,
        amount=figure.amount,
        amount_high=figure.amount_high,
        unit=unit,
        bound=Bound.EXACTLY if ruled else figure.bound,
        figure=(figure.start, figure.end),
        noun=(phrase.low, phrase.high) if phrase else None,
        readings=[
            Reading("amount", passage.text[figure.start : figure.end], f"a number in {figure.low.form}"),
            Reading("unit", passage.slice(phrase.low, phrase.high) if phrase else "", rule),
            Reading("bound", figure.hedge, "words beside the number"),
        ],
    )
