"""Labels: a claim in a few words that a person would write, with names resolved.

A figure's label is the figure with its noun, a colon, and its clause in a few words: "two plants: Halvorsen Foods
will close in Ohio". A figure of change says what changed: "3 percent rise in net sales". A sum with its noun and
whoever gets it says enough, "$13.6 billion aid for Ukraine", as does a count with its owner that does nothing itself:
a summit of "30 NATO leaders".
"""

import re

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.labels import clauses, counted, decided, retelling
from workbench.extraction.labels.brackets import Brackets
from workbench.extraction.labels.changes import changed
from workbench.extraction.labels.choosing import fullest, hung_on
from workbench.extraction.labels.notices import notice
from workbench.extraction.labels.phrases import complements, noun, parts
from workbench.extraction.labels.pieces import WORD, Part, Spot, fitting, size
from workbench.extraction.labels.results import result
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.labels.trailing import behind_figure, receiver
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

MOST_WIDENED = 9
"""Most words of a clause that is told for the sake of one of its nouns."""
MORE = 3
"""The rank from which a clause's parts only add to it."""
LEAST_CLAUSE = 4
"""Words that the clause gets even behind a long figure."""
MOST_RETOLD = 7
"""Most words of a clause that leads to a long figure."""
LONG_FIGURE = 6
"""Words of a measure from which its clause leads: "Costa’s time: 2 hours 1 minute 39 seconds"."""
_OWNER = re.compile(r"^.*’s? ")
_LINK = re.compile(r"^[a-z]+ ")


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
    return " ".join(said[:most]).rstrip(",;:") + ("…" if len(said) > most else "")


def _figure(candidate: Candidate, scene: Scene) -> None:
    core, named, owner = counted.core(candidate, scene)
    own = {*range(*candidate.tokens), *(range(*candidate.noun) if candidate.noun else ())}
    named_owner = owner and owner[0][:1].isupper()
    whose = named_owner and candidate.kind is not Kind.MONEY and _belongs(candidate)
    if whose or (named and candidate.kind is Kind.MONEY and _says_enough(candidate)):
        found: list[Part] = []
        spot = Spot(scene, candidate.passage, frozenset(own))
        anchor = clauses.anchor_of(candidate)
        got_by = receiver(spot, anchor)
        candidate.label = f"{core} {got_by}".strip() if got_by or whose else core + Brackets(spot, anchor).behind(core)
    else:
        candidate.label, found = _with_clause(candidate, scene, core, own, topics=not named_owner)
    names = [text for part in found if (text := _LINK.sub("", part.text))[:1].isupper()]
    candidate.about = list(dict.fromkeys([*owner, *named, *names]))[:4] or [part.text for part in found][:2]


def _belongs(candidate: Candidate) -> bool:
    """Whether what is counted only belongs to another noun, "a summit of" "its 30 leaders": it does nothing itself."""
    passage, anchor = candidate.passage, clauses.anchor_of(candidate)
    link = passage.heads[anchor]
    return passage.lower[link] == "of" and passage.tags[passage.heads[link]] in NOUNS


def _top(passage: Passage, thing: int) -> int:
    """The noun or number that the thing is counted from: "two" in "two of its five ports"."""
    link = passage.heads[thing]
    return passage.heads[link] if passage.lower[link] == "of" else thing


def _says_enough(candidate: Candidate) -> bool:
    """Whether what a sum pays for needs no clause: "aid", but not "loss" or "deal"."""
    _, high = candidate.noun or (0, 0)
    return candidate.passage.lower[high - 1] in words("labels", "purposes")


def _with_clause(
    candidate: Candidate, scene: Scene, core: str, own: set[int], *, topics: bool
) -> tuple[str, list[Part]]:
    """The figure's words, the clause around it, and the story's topics; what says nothing is looked for further off."""
    passage, figure, dated = candidate.passage, core, candidate.kind is Kind.DATE
    if candidate.kind is Kind.DATE:
        if said := notice(candidate):
            return f"{core}: {said}", []
        core = counted.dated(candidate, scene, core, own)
    elif candidate.noun is None and candidate.kind is not Kind.RANK:
        if change := changed(candidate, scene, own):
            label = core + change
            spot = Spot(scene, passage, frozenset(own))
            return label + (Brackets(spot, clauses.anchor_of(candidate)).behind(label) if topics else ""), []
        core = counted.measured(candidate, core, own)
    anchor = counted.converted(candidate, own)
    spot = Spot(scene, passage, frozenset(own))
    long = candidate.kind in (Kind.MEASURE, Kind.MONEY) and size(figure) >= LONG_FIGURE
    behind, anchor = behind_figure(candidate, spot, anchor)
    core = f"{core} {behind}".strip()
    room = max(LEAST_CLAUSE, int(table("labels")["most_words"]) - size(core))
    if candidate.noun and (done := _done_to(spot, anchor, core)):
        return fullest([done], Brackets(spot, anchor) if topics else None, lambda text: f"{core} {text}", room), []
    if candidate.kind is Kind.COUNT and (led := result(passage, anchor)):
        harmed, verb = led
        found = retelling.clause(spot, verb)
        said = f"{core} {harmed}"
        return fullest([found], Brackets(spot, anchor), lambda text: f"{said}: {text}", room - 1), found
    if passage.deps[anchor] == "conj" and candidate.kind is not Kind.DATE:
        # What goes for the first of several things counted goes for all.
        spot = spot._replace(own=spot.own | {clauses.standing(passage, anchor)})
    leads = _leads(spot, anchor, dated=dated) and not counted.is_age(candidate)
    around = decided.turned(spot, anchor, _around(candidate, spot, anchor, leads))
    found = _fresh(around, core)
    doers = {part for part in around if part.rank == 0 and not _is_verb(passage, part)} - {*found}
    if not topics and not leads and doers and passage.deps[_top(passage, anchor)] == "dobj":
        # The owner itself does it: "NATO brought" "its 30 leaders".
        return core, []
    joint = " " if leads else ": "

    def joined(text: str) -> str:
        if text and long and not leads:
            return _figure_last(figure, core.removeprefix(figure), found, text)
        spent = candidate.kind is Kind.MEASURE and text.startswith("to ")
        return f"{core}{' ' if spent else joint}{text}" if text else core

    bound = leads or candidate.kind is Kind.RANK or counted.is_age(candidate)
    told = [found] if bound else [found, _fresh(hung_on(spot, anchor), core)]
    return fullest(told, Brackets(spot, anchor) if topics else None, joined, max(room, MOST_RETOLD * long)), found


def _figure_last(figure: str, thing: str, found: list[Part], text: str) -> str:
    """As in "Costa set world record: 2 hours 1 minute 39 seconds"."""
    if thing:
        text = fitting([part for part in found if part.rank <= 0], MOST_RETOLD)
    return f"{text}{thing}: {figure}"


def _fresh(found: list[Part], core: str) -> list[Part]:
    """The parts that say more than the figure's own words do."""
    said = {word.lower() for word in WORD.findall(core)} | words("labels", "small")
    return [part for part in found if not {w.lower() for w in WORD.findall(part.text)} <= said]


def _leads(spot: Spot, anchor: int, *, dated: bool) -> bool:
    """Whether the figure's noun is the subject of its clause: "68 senators voted for it" needs no colon."""
    verb = clauses.verb_over(spot.passage, anchor)
    subject = clauses.subject_of(spot.passage, verb) if verb is not None else None
    if subject is None or verb is None or subject > verb:
        return False
    low, high = spot.passage.subtree(subject)
    return subject in spot.own or (not dated and not noun(spot, subject) and low <= anchor < high)


def _done_to(spot: Spot, anchor: int, core: str) -> list[Part]:
    """As in "30 boats" "seized by police in May": the figure's noun is what somebody did something to."""
    passage = spot.passage
    place = clauses.standing(passage, anchor)
    verb = passage.heads[place]
    if passage.tags[anchor] not in NOUNS or passage.deps[place] != "dobj":
        return []
    if not (word := clauses.participle(passage, verb)):
        return []
    state = passage.child(verb, "oprd", "acomp")
    word = f"{word} {passage.lower[state]}" if state is not None and passage.tags[state] == "JJ" else word
    subject = clauses.subject_of(passage, verb)
    who = noun(spot, subject) if subject is not None else ""
    if who.partition(" ")[0] in ("no", *words("labels", "denials")):
        return []
    said = {*range(*passage.subtree(place)), state}
    rest = [part for part in retelling.clause(spot, verb) if part.place > verb and part.place not in said]
    by = []
    if subject is not None and who and f"{who}’" not in core:
        more = (part.moved(verb) for part in complements(spot, subject, 1))
        by = [Part(verb, 1, f"by {who}"), *more]
    return [Part(verb, 0, word), *by, *rest]


def _around(candidate: Candidate, spot: Spot, anchor: int, leads: bool) -> list[Part]:
    """The parts of the clause around the figure; else of the clause above it, the sentence before, or the title."""
    _, passage, own = spot
    verb = clauses.verb_over(passage, anchor)
    path = clauses.path_to(passage, anchor, verb, own)
    ties = words("labels", "ties") if candidate.kind is not Kind.DATE and not leads else frozenset()
    if candidate.kind is Kind.MEASURE:
        ties |= words("labels", "lasts")
    if path and counted.is_age(candidate):
        return _whose_age(spot, path[0], verb)
    on_way = list(parts(spot, path[-1], 0, path)) if path else []
    found = retelling.clause(spot, verb, path, ties) if verb is not None else []
    adverbial = verb is not None and passage.deps[verb] == "advcl" and not clauses.is_reduced(passage, verb)
    if verb is not None and clauses.says_so(passage, verb):
        return retelling.reported(spot, verb)
    doubt = clauses.doubt(passage, verb) if verb is not None and not leads else ""
    own_subject = verb is not None and passage.child(verb, "nsubj", "nsubjpass") is not None and len(found) > 1
    if verb is not None and adverbial and not own_subject and all(part.place <= verb for part in found):
        above = clauses.verb_over(passage, passage.heads[verb])
        if above is not None:
            found, doubt = retelling.clause(spot, above), ""
    light = not on_way or on_way[0].text in words("labels", "light")
    if not light and not any(_OWNER.sub("", on_way[0].text) in part.text for part in found):
        found = on_way + found
    if verb is not None and passage.deps[verb] == "acl" and not leads:
        found = _widened(spot, verb, found, path)
    if leads or _tells(spot, found):
        return [Part(-1, 0, doubt), *found] if doubt else found
    near = [part for part in found if part.rank < MORE]
    if verb is not None and near and all(_is_verb(passage, part) for part in near):
        return _shared(spot, verb) or found
    said = [part for part in found if part.text not in words("labels", "amounts")]
    # "The number fell": neither the number nor that it fell.
    said = said if len(said) == len(found) else [part for part in said if not _is_verb(passage, part)]
    return said + _further(spot, anchor, verb, dated=candidate.kind is Kind.DATE)


def _whose_age(spot: Spot, who: int, verb: int | None) -> list[Part]:
    """Who is so old, and what they did where the clause is about them."""
    passage, above = spot.passage, spot.passage.heads[who]
    if passage.deps[who] == "appos" and passage.tags[above] == "NNP":
        who = above
    # That somebody spoke says nothing of who is so old.
    acts = verb is not None and clauses.subject_of(passage, verb) == who and passage.lower[verb] not in speech("clause")
    return retelling.clause(spot, verb) if acts and verb is not None else list(parts(spot, who, 0, ()))


def _widened(spot: Spot, verb: int, found: list[Part], path: list[int]) -> list[Part]:
    """A participle that describes a noun, and before it the clause with that noun: "mayor signed deal" "reached"."""
    passage, described = spot.passage, spot.passage.heads[verb]
    above = clauses.verb_over(passage, described)
    if above is None or above > described or clauses.subject_of(passage, verb) != described:
        return found
    chain = [described, *clauses.path_to(passage, described, above, spot.own)]
    outer = retelling.clause(spot, above, [*path, *chain])
    lead, kept = [part for part in outer if part.rank == 0], [part for part in outer if part.rank < 0]
    inner = [p for p in found if not any(part.text.endswith(p.text) for part in kept)]
    whole = [*lead, *kept, *(part for part in inner if part.rank < MORE)]
    fits = sum(size(part.text) for part in whole) <= MOST_WIDENED
    return [*lead, *kept, *inner] if fits and len(lead) > 1 and len(inner) < len(found) else found


def _tells(spot: Spot, found: list[Part]) -> bool:
    """Whether a noun stands among the parts, and not one like "that number"."""
    said = [part.text for part in found if part.rank < MORE and not _is_verb(spot.passage, part)]
    return not {*said} <= words("labels", "amounts")


def _is_verb(passage: Passage, part: Part) -> bool:
    """Whether the part is a verb alone: "rose", "to create"."""
    place = part.place % len(passage)
    return passage.tags[place] in VERBS and part.text == clauses.verb_words(passage, place)


def _shared(spot: Spot, verb: int) -> list[Part]:
    """The clause that a verb which names nothing adds to, in its own sentence: "fewer got cover", "rising to" 24."""
    passage, above = spot.passage, clauses.verb_over(spot.passage, spot.passage.heads[verb])
    if above in (None, verb) or passage.deps[verb] == "conj" or passage.lower[above] in speech("clause"):
        return []
    found = retelling.clause(spot, above)
    return found if any(passage.tags[part.place % len(passage)] in NOUNS for part in found) else []


def _further(spot: Spot, anchor: int, verb: int | None, *, dated: bool) -> list[Part]:
    """The clause above; else the sentence before or the title, of which a day says nothing."""
    scene, passage, _ = spot
    above = clauses.verb_over(passage, passage.heads[verb]) if verb is not None else None
    tells = above is not None and not dated and passage.lower[above] in speech("clause")
    if above is not None and above != verb and not tells and (found := retelling.clause(spot, above)):
        return found
    if dated or tells:
        return []
    here = passage.sentence_of[anchor] - 1
    before = [(passage, passage.sentences[here])] if here >= 0 else []
    title = [(p, s) for p in scene.passages[:1] for s in p.sentences[:1] if p is not passage]
    for where, (low, high) in [*before, *title]:
        root = next((t for t in range(low, high) if where.deps[t] == "ROOT"), low)
        other = Spot(scene, where, frozenset())
        top = clauses.told_by(where, clauses.verb_over(where, root))
        found = retelling.clause(other, top) if top is not None else list(parts(other, root, 0, ()))
        if found:
            return found
    return []
