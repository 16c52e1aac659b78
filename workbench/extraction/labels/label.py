"""Labels: a claim in a few words that a person would write, with names resolved.

A figure's label is the figure with its noun, a colon, and its clause in a few words: "two plants: Halvorsen Foods
will close in Ohio". A figure of change says what changed: "3 percent rise in net sales". A sum with its noun and
whoever gets it says enough, "$13.6 billion aid for Ukraine", as does a count with its owner that does nothing itself:
a summit of "30 NATO leaders".
"""

import re

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.labels import clauses, counted, decided, retelling
from workbench.extraction.labels.around import around, is_verb
from workbench.extraction.labels.brackets import Brackets
from workbench.extraction.labels.changes import changed
from workbench.extraction.labels.choosing import fullest, hung_on
from workbench.extraction.labels.notices import notice
from workbench.extraction.labels.phrases import complements, noun
from workbench.extraction.labels.pieces import WORD, Part, Spot, fitting, size
from workbench.extraction.labels.results import result
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.labels.trailing import behind_figure, receiver
from workbench.extraction.labels.verbs import participle
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import NOUNS, Passage

LEAST_CLAUSE = 4
"""Words that the clause gets even behind a long figure."""
MOST_RETOLD = 7
"""Most words of a clause that leads to a long figure."""
LONG_FIGURE = 6
"""Words of a measure from which its clause leads: "Costa’s time: 2 hours 1 minute 39 seconds"."""
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
        spot = spot._replace(own=spot.own | clauses.row(passage, anchor))
    leads = _leads(spot, anchor, dated=dated) and not counted.is_age(candidate)
    near = decided.turned(spot, anchor, around(candidate, spot, anchor, leads))
    found = _fresh(near, core)
    doers = {part for part in near if part.rank == 0 and not is_verb(passage, part)} - {*found}
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
    if not (word := participle(passage, verb)):
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
