"""Labels: a claim in a few words that a person would write, with names resolved.

A figure's label is the figure with its noun, a colon, and its clause in a few words: "two plants: Halvorsen Foods
will close in Ohio". A figure of change says what changed: "3 percent rise in net sales". A sum with its noun and
a count with its owner say enough: "$13.6 billion aid", "30 NATO leaders".
"""

import re

from workbench.domain.claim import Bound, Kind
from workbench.extraction import clauses
from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import table, words
from workbench.extraction.nouns import base_phrase, noun_name
from workbench.extraction.passage import NOUNS, VERBS, Passage
from workbench.extraction.phrases import Part, Spot, complements, noun, parts, size
from workbench.extraction.surroundings import STEM, Scene

LEAST_CLAUSE = 4
"""Words that the clause gets even behind a long figure."""
LEAST_TOLD = 5
"""Words of a clause that need no topic beside them where they name somebody."""
MOST_RANK = 8
_BOUND_WORDS = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "up to ",
    Bound.MORE_THAN: "over ",
    Bound.LESS_THAN: "under ",
}
_LEAD = re.compile(
    r"^(?:on|in|since|by|from|during|until|till|through|before|after|around|about|at|as\s+of|over|the|a|an)\s+",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "in", "the", "a", "an", "to", "for", "and", "on", "at", "by", "with", "from"})
_SMALL_END = re.compile(r"(?:\s+(?:of|in|the|a|an|to|for|and|on|at|by|with|its|their|his|her|since|among))+$")


def write(candidate: Candidate, scene: Scene) -> None:
    """Give the candidate its label and what it is about."""
    if candidate.kind in (Kind.QUOTE, Kind.ATTRIBUTED):
        candidate.label = f"{candidate.speaker or 'Unattributed'}: {_first_words(candidate.text, 9)}"
        candidate.about = [candidate.speaker] if candidate.speaker else []
    elif candidate.kind is Kind.IDENTITY:
        candidate.label = f"{candidate.person}, {candidate.role}"
        candidate.about = [name for name in (candidate.person,) if name]
    elif candidate.kind is Kind.STATEMENT:
        candidate.label = _first_words(candidate.text, 10)
    else:
        _figure(candidate, scene)


def _first_words(text: str, most: int) -> str:
    said = text.split()
    return " ".join(said[:most]) + ("…" if len(said) > most else "")


def _figure(candidate: Candidate, scene: Scene) -> None:
    core, counted, owner = _core(candidate, scene)
    own = {*range(*candidate.tokens), *(range(*candidate.noun) if candidate.noun else ())}
    if owner or (counted and candidate.kind is Kind.MONEY):
        found: list[Part] = []
        candidate.label = core
    else:
        candidate.label, found = _with_clause(candidate, scene, core, own)
    names = [text for part in found if (text := re.sub(r"^[a-z]+ ", "", part.text))[:1].isupper()]
    candidate.about = list(dict.fromkeys([*owner, *counted, *names]))[:4] or [part.text for part in found][:2]


def _with_clause(candidate: Candidate, scene: Scene, core: str, own: set[int]) -> tuple[str, list[Part]]:
    """The figure's words and the clause around it; what says nothing of it is looked for further off."""
    passage = candidate.passage
    if candidate.kind is Kind.DATE:
        core = _dated(candidate, core, own)
    elif candidate.noun is None and candidate.kind is not Kind.RANK:
        if change := clauses.changed(candidate, scene, own):
            return core + change, []
        core = _measured(candidate, core, own)
    anchor = clauses.anchor_of(candidate)
    spot = Spot(scene, passage, frozenset(own))
    inner = [part for token in sorted({anchor, *own}) for part in complements(spot, token, 0)]
    if behind := clauses.fitting(inner, 4):
        core = f"{core} {behind}"
    room = max(LEAST_CLAUSE, int(table("labels")["most_words"]) - size(core))
    if candidate.noun and (done := _done_to(spot, anchor, room)):
        label = f"{core} {done}"
        return label + _topic(scene, label, done), []
    leads = _leads(spot, anchor)
    found = _fresh(_around(candidate, spot, anchor, leads), core)
    text = clauses.fitting(found, room)
    joint = " " if leads or (candidate.kind is Kind.RANK and _starts_with_verb(passage, found)) else ": "
    label = f"{core}{joint}{text}" if text else core
    return label + _topic(scene, label, behind + text), found


def _topic(scene: Scene, label: str, told: str) -> str:
    """What the story is about, in brackets, where what is `told` says little and the label leaves room."""
    title = scene.title
    if title is None or (re.search(r"\b[A-Z]", told) and size(told) > LEAST_TOLD):
        return ""
    said = {word.lower()[:STEM] for word in re.findall(r"[^\W_]+", label)}
    spot = Spot(scene, title, frozenset())
    phrase = next((text for token in scene.topic if (text := noun(spot, token))), "")
    for text in (phrase, phrase.rpartition(" ")[2] if phrase.islower() else ""):
        fresh = not {word.lower()[:STEM] for word in re.findall(r"[^\W_]+", text)} & said
        if text and fresh and size(label) + size(text) <= int(table("labels")["most_words"]):
            return f" ({text})"
    return ""


def _fresh(found: list[Part], core: str) -> list[Part]:
    """The parts that say more than the figure's own words do."""
    said = {word.lower() for word in re.findall(r"[^\W_]+", core)} | _SMALL
    return [part for part in found if not {w.lower() for w in re.findall(r"[^\W_]+", part.text)} <= said]


def _leads(spot: Spot, anchor: int) -> bool:
    """Whether the figure's noun is the subject of its clause: "68 senators voted for it" needs no colon."""
    verb = clauses.verb_over(spot.passage, anchor)
    subject = clauses.subject_of(spot.passage, verb) if verb is not None else None
    if subject is None or verb is None or subject > verb:
        return False
    low, high = spot.passage.subtree(subject)
    return subject in spot.own or (not noun(spot, subject) and low <= anchor < high)


def _starts_with_verb(passage: Passage, found: list[Part]) -> bool:
    """As in "largest telescope ever" "sent into space"."""
    first = min(found, default=None)
    return first is not None and first.place < len(passage) and passage.tags[first.place] in VERBS


def _done_to(spot: Spot, anchor: int, room: int) -> str:
    """As in "30 boats" "seized by police in May": the figure's noun is what somebody did something to."""
    passage = spot.passage
    place = clauses.standing(passage, anchor)
    verb = passage.heads[place]
    if passage.tags[anchor] not in NOUNS or passage.deps[place] != "dobj":
        return ""
    if not (word := clauses.participle(passage, verb)):
        return ""
    subject = clauses.subject_of(passage, verb)
    who = noun(spot, subject) if subject is not None else ""
    rest = [p for p in clauses.clause(spot, verb) if p.place > verb and p.place not in range(*passage.subtree(place))]
    return clauses.fitting([Part(verb, 0, f"{word} by {who}" if who else word), *rest], room)


def _around(candidate: Candidate, spot: Spot, anchor: int, leads: bool) -> list[Part]:
    """The parts of the clause around the figure; else of the clause above it, the sentence before, or the title."""
    _, passage, own = spot
    verb = clauses.verb_over(passage, anchor)
    path = clauses.path_to(passage, anchor, verb, own)
    if candidate.kind is Kind.RANK:
        inner = [c for c in passage.children[anchor] if passage.deps[c] in ("relcl", "acl", "ccomp") and c not in own]
        if told := [part for child in inner for part in clauses.clause(spot, child, path)]:
            return told
    ties = words("labels", "ties") if candidate.kind is not Kind.DATE else frozenset()
    if candidate.kind is Kind.MEASURE:
        ties |= words("labels", "lasts")
    on_way = list(parts(spot, path[-1], 0, path)) if path else []
    found = clauses.clause(spot, verb, path, ties) if verb is not None else []
    if verb is not None and passage.deps[verb] == "advcl" and all(part.place <= verb for part in found):
        above = clauses.verb_over(passage, passage.heads[verb])
        found = clauses.clause(spot, above) if above is not None else found
    if on_way and not any(part.text.endswith(on_way[0].text) for part in found):
        found = on_way + found
    return found if leads or _tells(found) else found + _further(spot, anchor, verb)


def _tells(found: list[Part]) -> bool:
    """Whether a noun stands among the parts."""
    return any(part.rank < 3 and not part.text.split(" ")[0].endswith("ed") for part in found)


def _further(spot: Spot, anchor: int, verb: int | None) -> list[Part]:
    scene, passage, _ = spot
    above = clauses.verb_over(passage, passage.heads[verb]) if verb is not None else None
    if above is not None and above != verb and (found := clauses.clause(spot, above)):
        return found
    here = passage.sentence_of[anchor] - 1
    before = [(passage, passage.sentences[here])] if here >= 0 else []
    title = [(p, s) for p in scene.passages[:1] for s in p.sentences[:1] if p is not passage]
    for where, (low, high) in [*before, *title]:
        root = next((t for t in range(low, high) if where.deps[t] == "ROOT"), low)
        top = clauses.verb_over(where, root)
        other = Spot(scene, where, frozenset())
        found = clauses.clause(other, top) if top is not None else list(parts(other, root, 0, ()))
        if found:
            return found
    return []


def _dated(candidate: Candidate, core: str, own: set[int]) -> str:
    """The date with the noun that it stands before: "2018 midterm elections", "March 24 summit"."""
    passage, anchor = candidate.passage, clauses.anchor_of(candidate)
    high = candidate.tokens[1]
    inside = passage.child(anchor, "pobj") if passage.tags[anchor] == "IN" else None
    before_noun = passage.deps[anchor] in ("nummod", "compound", "amod", "nmod", "npadvmod")
    head = inside if inside is not None else passage.heads[anchor] if before_noun else -1
    if not high <= head < high + 5 or passage.tags[head] not in NOUNS:
        return core
    own.update(range(high, head + 1))
    return f"{core} {passage.slice(high, head + 1)}"


def _measured(candidate: Candidate, core: str, own: set[int]) -> str:
    """The figure with the noun that it measures: "a fine of $500" → "$500 fine", "a two-hour barrier"."""
    passage, anchor = candidate.passage, clauses.anchor_of(candidate)
    head = passage.heads[anchor]
    if passage.lower[head] == "of" and passage.tags[passage.heads[head]] in NOUNS:
        head = passage.heads[head]
    elif passage.deps[anchor] not in ("nummod", "compound", "amod", "nmod") or passage.tags[head] not in NOUNS:
        return core
    if head in own:
        return core
    low = base_phrase(passage, head).low
    if passage.lower[head] == "age" and core.startswith("age "):
        own.add(head)
        return core
    text = _short_noun(passage, max(low, candidate.tokens[1]) if head > anchor else low, head, most=1)
    own.update(range(low, head + 1))
    return f"{core} {text}"


def _core(candidate: Candidate, scene: Scene) -> tuple[str, list[str], list[str]]:
    """The figure with its noun, the noun alone, and the name of whose it is."""
    passage = candidate.passage
    if candidate.kind is Kind.DATE:
        return _LEAD.sub("", _LEAD.sub("", candidate.text)), [], []
    if candidate.kind is Kind.RANK:
        text = " ".join(_LEAD.sub("", _LEAD.sub("", candidate.text)).split()[:MOST_RANK])
        return _SMALL_END.sub("", text), [], []
    start, end = candidate.figure or (candidate.start, candidate.end)
    bound = _BOUND_WORDS.get(candidate.bound, "") if candidate.bound else ""
    figure = _SMALL_END.sub("", passage.text[start:end].strip())
    vague = figure.split()[-1].lower() in words("labels", "vague")
    figure = f"{figure} of" if vague and candidate.kind is Kind.COUNT else bound + figure
    if candidate.noun is None or _is_place_of_price(candidate):
        return _with_unit(candidate, figure)
    low, high = candidate.noun
    head = high - 1
    while head > low and passage.tags[head] not in NOUNS:
        head -= 1
    owner = _owner(candidate, scene, head)
    of_owner = bool(owner) and candidate.kind in (Kind.MONEY, Kind.PERCENT) and " of " in candidate.text
    if passage.lower[head] in words("labels", "nobody"):
        return candidate.text, [], []
    named = _short_noun(passage, low, head, most=1 if candidate.kind is Kind.MONEY else 2)
    of = candidate.kind is Kind.PERCENT and " of " in candidate.text
    middle = f" of {owner}’s" if of_owner else f" {owner}" if owner else " of" if of else ""
    return f"{figure}{middle} {named}", [noun_name(passage, head)], [owner] if owner else []


def _is_place_of_price(candidate: Candidate) -> bool:
    """As in "$31.27 in premarket trading"."""
    passage = candidate.passage
    if candidate.kind is not Kind.MONEY or candidate.noun is None:
        return False
    low, high = candidate.noun
    return passage.lower[low - 1] == "in" and passage.lower[high - 1] in words("labels", "places_of_prices")


def _with_unit(candidate: Candidate, figure: str) -> tuple[str, list[str], list[str]]:
    unit = candidate.unit or ""
    if candidate.kind is Kind.COUNT and unit and unit not in figure and unit != "time":
        return f"{figure} {_plural(unit)}", [unit], []
    if candidate.kind is Kind.MEASURE and unit == "year" and "year" not in candidate.text and figure[-1:].isdigit():
        return f"age {figure.removeprefix('from ')}", ["age"], []
    return figure, [], []


def _plural(unit: str) -> str:
    return (
        unit
        if unit.endswith("s")
        else {"person": "people", "man": "men", "woman": "women", "child": "children"}.get(unit, unit + "s")
    )


def _short_noun(passage: Passage, low: int, head: int, most: int) -> str:
    """The head noun with the nouns right before it ("spending measure"), and for counts an adjective."""
    start = head
    while start > low and head - start < most and passage.tags[start - 1] in (*NOUNS, *(("JJ",) if most > 1 else ())):
        start -= 1
    while start > low and "HYPH" in passage.tags[start - 1 : start + 1]:
        start -= 1
    return passage.slice(start, head + 1)


def _owner(candidate: Candidate, scene: Scene, head: int) -> str:
    """Whose the counted thing is: the possessor of its noun, by name; empty where it has none outside the claim."""
    passage = candidate.passage
    owner = passage.child(head, "poss")
    if owner is None or (candidate.start <= passage.starts[owner] < candidate.end and candidate.figure is None):
        return ""
    return noun(Spot(scene, passage, frozenset()), owner)
