"""Labels: a claim in a few words that a person would write, with names resolved.

A figure's label is the figure with its noun, a colon, and its clause in a few words: "two plants: Halvorsen Foods
will close in Ohio". A figure of change says what changed: "3 percent rise in net sales". A sum with its noun and
a count with its owner say enough: "$13.6 billion aid", "30 NATO leaders".
"""

import re

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.labels import clauses, counted, retelling
from workbench.extraction.labels.phrases import WORD, Part, Spot, complements, noun, parts, size
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.labels.topics import STEM
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

MOST_WIDENED = 9
"""Most words of a clause that is told for the sake of one of its nouns."""
MORE = 3
"""The rank from which a clause's parts only add to it."""
LEAST_CLAUSE = 4
"""Words that the clause gets even behind a long figure."""
MOST_BEHIND = 5
"""Most words of what hangs on the figure's noun by prepositions."""
MOST_TOPICS = 3
"""Topics of a story that a label may name in brackets."""
LEAST_USES = 3
"""Times that the text uses a noun of the title before it is one of several topics."""
MOST_IN_BRACKETS = 2
LONG_FIGURE = 6
"""Words of a measure from which its clause leads: "Costa’s time: 2 hours 1 minute 39 seconds"."""
_PASSIVE = re.compile(r"^(?:was|were) (?=\w+(?:ed|en|wn|ne|lt|nt|ld|ht)\b)")
"""The auxiliary that a headline leaves out: "593 people" "were injured"."""
_LINK = re.compile(r"^[a-z]+ ")
_NAME = re.compile(r"\b[A-Z]\w")
_DOTTED = re.compile(r"\b(U|E)\.(S|K|N|U)\.")
"""Names of places in letters, which a label writes without stops: "US"."""
_SMALL = frozenset({"of", "in", "the", "a", "an", "to", "for", "and", "on", "at", "by", "with", "from"})


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
    whose = named_owner and candidate.kind is not Kind.MONEY
    if whose or (named and candidate.kind is Kind.MONEY and _says_enough(candidate)):
        found: list[Part] = []
        candidate.label = core
    else:
        candidate.label, found = _with_clause(candidate, scene, core, own)
    names = [text for part in found if (text := _LINK.sub("", part.text))[:1].isupper()]
    candidate.label = _DOTTED.sub(r"\1\2", candidate.label)
    candidate.about = list(dict.fromkeys([*owner, *named, *names]))[:4] or [part.text for part in found][:2]


def _says_enough(candidate: Candidate) -> bool:
    """Whether what a sum pays for needs no clause: "aid", but not "loss" or "deal"."""
    _, high = candidate.noun or (0, 0)
    return candidate.passage.lower[high - 1] in words("labels", "purposes")


def _with_clause(candidate: Candidate, scene: Scene, core: str, own: set[int]) -> tuple[str, list[Part]]:
    """The figure's words and the clause around it; what says nothing of it is looked for further off."""
    passage = candidate.passage
    if candidate.kind is Kind.DATE:
        core = counted.dated(candidate, core, own)
    elif candidate.noun is None and candidate.kind is not Kind.RANK:
        if change := retelling.changed(candidate, scene, own):
            return core + change, []
        core = counted.measured(candidate, core, own)
    anchor = counted.converted(candidate, own)
    spot = Spot(scene, passage, frozenset(own))
    long = candidate.kind is Kind.MEASURE and size(core) >= LONG_FIGURE
    behind, anchor = _behind(candidate, spot, anchor)
    core = f"{core} {behind}".strip()
    most = int(table("labels")["most_words"])
    if candidate.noun and (done := _done_to(spot, anchor, max(LEAST_CLAUSE, most - size(core)))):
        label = f"{core} {done}"
        return label + _topic(spot, anchor, label), []
    leads = _leads(spot, anchor)
    found = _fresh(_around(candidate, spot, anchor, leads), core)
    text = retelling.fitting(found, max(LEAST_CLAUSE, most - size(core)))
    text = _PASSIVE.sub("", text) if leads and candidate.kind is Kind.COUNT else text
    joint = " " if leads or (candidate.kind is Kind.RANK and _starts_with_verb(passage, found)) else ": "
    label = f"{core}{joint}{text}" if text else core
    if text and long:
        label = f"{text}: {core}"
    return label + _topic(spot, anchor, label), found


def _behind(candidate: Candidate, spot: Spot, anchor: int) -> tuple[str, int]:
    """What stands behind the figure and belongs to it, and the token by which both hang on their clause."""
    if candidate.kind is Kind.MEASURE:
        if placed := counted.placed(candidate, spot):
            return placed, anchor
        if (found := retelling.reckoned_from(spot, anchor))[0]:
            return found
    inner = [part for token in sorted({anchor, *spot.own}) for part in complements(spot, token, 0)]
    counted_or_paid = candidate.noun or candidate.kind is Kind.MONEY
    if counted_or_paid and not inner and (told := retelling.told_of(spot, anchor)):
        return told, anchor
    return retelling.fitting(inner, MOST_BEHIND), anchor


def _topic(spot: Spot, anchor: int, label: str) -> str:
    """In brackets what the story is about, up to two topics that the label has room for and does not name.

    What the sentence itself names goes before what only the headline does. Beside somebody named in the label, the
    second must be a name too: a label heaps no nouns on its own.
    """
    room = int(table("labels")["most_words"]) - size(label)
    said = _stems(label)
    low, high = spot.passage.sentences[spot.passage.sentence_of[anchor]]
    here = {word[:STEM] for word in spot.passage.lower[low:high]}
    named = _NAME.search(label.partition(": ")[2] or label[1:])
    most = spot.scene.topics[:MOST_TOPICS]
    far = [t for t in most if t.uses >= (1 if t.type else LEAST_USES) or (t == most[0] and not named)]
    near = [t for t in most if _stems(t.text) & here and (t.type or t == most[0])]
    kept: list[str] = []
    for topic in (*near, *far):
        known = _stems(topic.text) | _other_form(spot.scene, topic.text)
        unneeded = kept and named and not topic.type
        if size(topic.text) > room or known & said or unneeded:
            continue
        kept.append(topic.text)
        room, said = room - size(topic.text), said | known
        if len(kept) == MOST_IN_BRACKETS:
            break
    return f" ({', '.join(kept)})" if kept else ""


def _other_form(scene: Scene, name: str) -> set[str]:
    """The stems of the other form of a body's or a country's name: its initials, or what its letters stand for."""
    initials = "".join(word[0] for word in name.split()).lower()
    full = scene.register.bodies.acronyms.get(name, "")
    return _stems(full) | ({initials[:STEM]} if len(initials) > 1 else set())


def _stems(text: str) -> set[str]:
    return {word.lower()[:STEM] for word in WORD.findall(text)}


def _fresh(found: list[Part], core: str) -> list[Part]:
    """The parts that say more than the figure's own words do."""
    said = {word.lower() for word in WORD.findall(core)} | _SMALL
    return [part for part in found if not {w.lower() for w in WORD.findall(part.text)} <= said]


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
    state = passage.child(verb, "oprd", "acomp")
    word = f"{word} {passage.lower[state]}" if state is not None and passage.tags[state] == "JJ" else word
    subject = clauses.subject_of(passage, verb)
    who = noun(spot, subject) if subject is not None else ""
    said = {*range(*passage.subtree(place)), state}
    rest = [part for part in retelling.clause(spot, verb) if part.place > verb and part.place not in said]
    by = [Part(verb, 1, f"by {who}")] if who else []
    return retelling.fitting([Part(verb, 0, word), *by, *rest], room)


def _around(candidate: Candidate, spot: Spot, anchor: int, leads: bool) -> list[Part]:
    """The parts of the clause around the figure; else of the clause above it, the sentence before, or the title."""
    _, passage, own = spot
    verb = clauses.verb_over(passage, anchor)
    path = clauses.path_to(passage, anchor, verb, own)
    if candidate.kind is Kind.RANK:
        below = sorted({c for t in (anchor, *own) for c in passage.children[t]} - own)
        inner = [c for c in below if passage.deps[c] in ("relcl", "acl", "ccomp")]
        if told := [part for child in inner for part in retelling.clause(spot, child, path)]:
            return told
    ties = words("labels", "ties") if candidate.kind is not Kind.DATE and not leads else frozenset()
    if candidate.kind is Kind.MEASURE:
        ties |= words("labels", "lasts")
    on_way = list(parts(spot, path[-1], 0, path)) if path else []
    found = retelling.clause(spot, verb, path, ties) if verb is not None else []
    adverbial = verb is not None and passage.deps[verb] == "advcl" and not clauses.is_reduced(passage, verb)
    if verb is not None and retelling.says_so(passage, verb):
        return retelling.reported(spot, verb)
    own_subject = verb is not None and passage.child(verb, "nsubj", "nsubjpass") is not None and len(found) > 1
    if verb is not None and adverbial and not own_subject and all(part.place <= verb for part in found):
        above = clauses.verb_over(passage, passage.heads[verb])
        found = retelling.clause(spot, above) if above is not None else found
    light = not on_way or on_way[0].text in words("labels", "light")
    if not light and not any(part.text.endswith(on_way[0].text) for part in found):
        found = on_way + found
    if verb is not None and passage.deps[verb] == "acl" and not leads:
        found = _widened(spot, verb, found, path)
    if leads or _tells(found):
        return found
    return [part for part in found if part.text not in words("labels", "amounts")] + _further(spot, anchor, verb)


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


def _tells(found: list[Part]) -> bool:
    """Whether a noun stands among the parts, and not one like "that number"."""
    said = [part.text for part in found if part.rank < 3 and not re.match(r"[a-z]+ed\b", part.text)]
    return not {*said} <= words("labels", "amounts")


def _further(spot: Spot, anchor: int, verb: int | None) -> list[Part]:
    scene, passage, _ = spot
    above = clauses.verb_over(passage, passage.heads[verb]) if verb is not None else None
    if above is not None and above != verb and (found := retelling.clause(spot, above)):
        return found
    here = passage.sentence_of[anchor] - 1
    before = [(passage, passage.sentences[here])] if here >= 0 else []
    title = [(p, s) for p in scene.passages[:1] for s in p.sentences[:1] if p is not passage]
    for where, (low, high) in [*before, *title]:
        root = next((t for t in range(low, high) if where.deps[t] == "ROOT"), low)
        top = clauses.verb_over(where, root)
        other = Spot(scene, where, frozenset())
        found = retelling.clause(other, top) if top is not None else list(parts(other, root, 0, ()))
        if found:
            return found
    return []
