"""The clause around a figure in a few words: who does what to whom, where, without the figure itself."""

from collections.abc import Collection, Iterator

from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import meanings, words
from workbench.extraction.passage import NOUNS, VERBS, Passage
from workbench.extraction.phrases import Part, Spot, behind, noun, parts, size
from workbench.extraction.surroundings import Scene

MOST_INNER = 6
"""Most words of a clause inside the clause."""
_NO_CLAUSE = ("amod", "compound", "nmod", "prep")
_ABOVE = ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "acomp")


def anchor_of(candidate: Candidate) -> int:
    """The token by which the figure hangs on its sentence: its noun, or the token whose head lies outside."""
    passage = candidate.passage
    low, high = candidate.tokens
    if candidate.noun:
        return min(candidate.noun[1] - 1, len(passage) - 1)
    outer = [t for t in range(low, high) if not low <= passage.heads[t] < high or passage.heads[t] == t]
    return outer[0] if outer else low


def verb_over(passage: Passage, token: int) -> int | None:
    """The nearest verb at or above this token that makes a clause; None in a heading without one."""
    chain = (token, *passage.ancestors(token))
    return next((t for t in chain if passage.tags[t] in VERBS and passage.deps[t] not in _NO_CLAUSE), None)


def standing(passage: Passage, token: int) -> int:
    """The first of the things in a row that this one belongs to: its place in the clause is theirs."""
    while passage.deps[token] in ("conj", "appos") and passage.tags[passage.heads[token]] in NOUNS:
        token = passage.heads[token]
    return token


def path_to(passage: Passage, token: int, verb: int | None, own: Collection[int]) -> list[int]:
    """The nouns between the figure and its verb, nearest first."""
    found = []
    for above in passage.ancestors(token):
        if above == verb:
            break
        if passage.tags[above] in NOUNS and above not in own:
            found.append(above)
    return found


def subject_of(passage: Passage, verb: int) -> int | None:
    """The subject of a verb, or of the verb it hangs on; of a relative clause the noun that it describes."""
    for _ in range(4):
        for child in passage.children[verb]:
            is_subject = passage.deps[child] in ("nsubj", "nsubjpass", "csubj", "csubjpass")
            if is_subject and passage.tags[child] not in ("WDT", "WP") and passage.lower[child] != "that":
                return child
        if passage.deps[verb] in ("acl", "relcl"):
            return passage.heads[verb]
        if passage.deps[verb] not in _ABOVE or passage.heads[verb] == verb:
            return None
        # "the storm to hit": what "be" says somebody is does it, not the "it" before.
        described = passage.child(passage.heads[verb], "attr") if passage.deps[verb] == "xcomp" else None
        if described is not None:
            return described
        verb = passage.heads[verb]
    return None


def verb_words(passage: Passage, verb: int) -> str:
    """The verb with what changes its meaning: "to", "will", "not", the auxiliary of a passive, a particle."""
    kept = []
    denied = passage.child(verb, "neg") is not None
    for child in passage.children[verb]:
        dep, tag = passage.deps[child], passage.tags[child]
        finite = dep == "auxpass" and (tag in ("VBD", "VBZ", "VBP") or passage.lower[child] == "be")
        if child < verb and (dep == "neg" or tag in ("MD", "TO") or finite or (denied and dep in ("aux", "auxpass"))):
            kept.append("not" if dep == "neg" and passage.lower[child] == "n't" else passage.lower[child])
    particle = passage.child(verb, "prt")
    behind_it = [passage.lower[particle]] if particle is not None else []
    return " ".join([*kept, passage.lower[verb], *behind_it]).replace("wo not", "will not").replace("ca not", "cannot")


def clause(spot: Spot, verb: int, path: Collection[int] = (), ties: Collection[str] = ()) -> list[Part]:
    """The parts of a clause: subject and verb first in rank, then objects, then what prepositions add.

    A verb among `ties` is left out where the figure hangs on it. The parts stand in the order of a plain sentence:
    what leads it comes last.
    """
    passage, subject = spot.passage, subject_of(spot.passage, verb)
    found = []
    if subject is not None and subject not in spot.own:
        found = list(parts(spot, subject, 0, path))
        if passage.deps[subject] == "csubj" and passage.tags[subject] in VERBS:
            found = [_continued(spot, subject)._replace(rank=0)]
        if subject > verb:
            found = [part._replace(place=verb - 1) for part in found]
    objects = [p._replace(place=p.place + len(passage)) if p.place < verb else p for p in _objects(spot, verb, path)]
    tied = passage.lower[verb] in ties and _carries(passage, verb, spot.own)
    if not tied and _says_something(spot, verb, bool(found) or subject in spot.own, objects):
        found.append(Part(verb, 0, verb_words(passage, verb)))
    return found + objects


def _says_something(spot: Spot, verb: int, named: bool, objects: list[Part]) -> bool:
    """Whether the verb adds to the label: a form of "be" or "have" only between a subject and what it is or has."""
    passage = spot.passage
    if passage.lower[verb] not in words("labels", "empty"):
        return True
    leads = any(
        child in spot.own for child in passage.children[verb] if passage.deps[child] in ("attr", "dobj", "acomp")
    )
    onward = passage.child(verb, "xcomp") is not None
    return named and bool(objects) and not leads and not onward


def _carries(passage: Passage, verb: int, own: Collection[int]) -> bool:
    """Whether the figure hangs on the verb itself, with at most a preposition between."""
    return any(passage.heads[t] == verb or passage.heads[passage.heads[t]] == verb for t in own)


def participle(passage: Passage, verb: int) -> str:
    """The verb's participle where it tells of something done: "seized"; empty for what is only planned or unknown."""
    if any(passage.tags[c] in ("MD", "TO") or passage.deps[c] == "neg" for c in passage.children[verb]):
        return ""
    word = passage.lower[verb]
    if passage.tags[verb] == "VBN" or (passage.tags[verb] == "VBD" and word.endswith("ed")):
        return word
    return meanings("labels", "participles").get(word, "")


def _objects(spot: Spot, verb: int, path: Collection[int]) -> Iterator[Part]:
    passage = spot.passage
    for child in passage.children[verb]:
        dep = passage.deps[child]
        if child in spot.own:
            continue
        if dep in ("dobj", "attr", "oprd", "dative") and passage.tags[child] in NOUNS:
            yield from parts(spot, child, -1 if child in path else 1, path)
        elif dep in ("acomp", "attr") and passage.tags[child] in ("JJ", "JJR", "VBN", "RB"):
            yield Part(child, 2, passage.lower[child])
        elif dep in ("prep", "agent", "dative") and (thing := passage.child(child, "pobj", "pcomp")) is not None:
            if passage.tags[thing] in VERBS:
                yield Part(child, 3, f"{passage.lower[child]} {_continued(spot, thing).text}")
            elif passage.entity_of[thing] != "DATE" and thing not in spot.own:
                yield from behind(spot, child, thing, -1 if thing in path else 2, path)
        elif dep == "xcomp" and passage.tags[child] in VERBS:
            yield _continued(spot, child)
        elif passage.tags[child] in VERBS and (dep == "ccomp" or (dep == "advcl" and child > verb)):
            yield from _inner(spot, child, dep)
    if passage.deps[verb] == "relcl" and passage.child(verb, "nsubj", "nsubjpass") is not None:
        described = passage.heads[verb]
        if subject_of(passage, verb) != described and passage.child(verb, "dobj") is None:
            yield from (part._replace(place=verb + 1) for part in parts(spot, described, 1, path))


def _continued(spot: Spot, verb: int) -> Part:
    """What the verb leads to: "agreed to cut catches"."""
    thing = spot.passage.child(verb, "dobj")
    text = noun(spot, thing) if thing is not None else ""
    return Part(verb, 2, f"{verb_words(spot.passage, verb)} {text}".strip())


def _inner(spot: Spot, verb: int, dep: str) -> Iterator[Part]:
    """What is said, or when and why it was so: "announced" "Joe Biden will travel to Europe"."""
    passage = spot.passage
    low, high = passage.subtree(verb)
    mark = passage.child(verb, "mark", "advmod")
    link = passage.lower[mark] if dep == "advcl" and mark is not None and mark < verb else ""
    own_subject = dep == "ccomp" or passage.child(verb, "nsubj", "nsubjpass") is not None
    found = [part for part in clause(spot, verb) if part.rank < 4 and (own_subject or part.place >= verb)]
    subject = subject_of(passage, verb)
    if subject is not None and passage.tags[subject] == "PRP":
        pronoun = "I" if passage.lower[subject] == "i" else passage.lower[subject]
        found = [part._replace(text=pronoun) if part.place == subject else part for part in found]
    if len(found) > 1 and spot.own.isdisjoint(range(low, high)) and (text := fitting(found, MOST_INNER)):
        yield Part(verb, 4, f"{link} {text}".strip())


def fitting(found: list[Part], room: int) -> str:
    """The parts that fit into so many words, the most needed first, in the order of the sentence."""
    kept: list[Part] = []
    for part in sorted(found, key=lambda part: (part.rank, part.place)):
        needed = size(part.text)
        if needed <= room and not any(part.text.lower() == other.text.lower() for other in kept):
            kept.append(part)
            room -= needed
    return " ".join(part.text for part in sorted(kept, key=lambda part: part.place))


def changed(candidate: Candidate, scene: Scene, own: Collection[int]) -> str:
    """As in "rise in net sales" or ": net sales after rise"; empty where the figure hangs on no verb of change."""
    passage, anchor = candidate.passage, anchor_of(candidate)
    link = passage.heads[anchor] if passage.tags[passage.heads[anchor]] in ("IN", "TO") else anchor
    verb = passage.heads[link]
    word = meanings("labels", "changes").get(passage.lower[verb])
    if word is None or passage.tags[verb] not in VERBS or verb in own:
        return ""
    spot = Spot(scene, passage, frozenset(own))
    thing, actor = passage.child(verb, "dobj"), subject_of(passage, verb)
    if thing is None or thing in own:
        thing, actor = actor, None
    if thing is None or thing in own:
        return ""
    text = fitting(list(parts(spot, thing, 0, ())), 5)
    if not text:
        return ""
    who = noun(spot, actor) if actor is not None else ""
    by = f" by {who}" if who else ""
    if link == anchor or passage.lower[link] == "by":
        return f" {word} in {text}{by}"
    if passage.lower[link] in ("to", "from"):
        return f": {text} {'after' if passage.lower[link] == 'to' else 'before'} {word}{by}"
    return ""
