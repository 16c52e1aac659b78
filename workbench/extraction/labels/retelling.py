"""The clause around a figure in a few words: who does what to whom, where, without the figure itself."""

import re
from collections.abc import Collection, Iterable, Iterator

from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.labels.clauses import is_manner, is_state, says_so, stands_for, subject_of
from workbench.extraction.labels.emptiness import holds_place
from workbench.extraction.labels.leading import denier, leading
from workbench.extraction.labels.modifiers import is_half, whole
from workbench.extraction.labels.phrases import behind, complements, noun, owned, parts
from workbench.extraction.labels.pieces import LAST, MOST_OVER, TOLD, Part, Spot, fitting
from workbench.extraction.labels.relatives import described
from workbench.extraction.labels.telling import FULL, deed_of, helper, third, told_as
from workbench.extraction.labels.verbs import verb_words, with_prefix
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

MOST_INNER = 6
"""Most words of a clause inside the clause."""
_WHEN = ("after", "before", "since", "until", "because", "while")
_HAVE = ("have", "has", "had", "'ve")


def clause(
    spot: Spot, verb: int, path: Collection[int] = (), ties: Collection[str] = (), *, inner: bool = False
) -> list[Part]:
    """The parts of a clause: subject and verb first in rank, then objects, then what prepositions add.

    A verb among `ties` is left out where the figure hangs on it; who denies or hopes what the clause tells is named
    unless it stands `inner` to the one that says so. The parts stand in the order of a plain sentence:
    what leads it comes last.
    """
    passage, subject = spot.passage, subject_of(spot.passage, verb)
    found = []
    if subject is not None and subject not in spot.own and not holds_place(passage, verb, subject):
        # Of "the vote to seize control" the clause itself says what for.
        found = [part for part in parts(spot, subject, 0, path) if part.place != verb]
        if not found and passage.lower[subject] in words("labels", "anyone"):
            found = [Part(subject, 0, passage.lower[subject])]
        if passage.deps[subject] == "csubj" and passage.tags[subject] in VERBS:
            found = [_continued(spot, subject)._replace(rank=0)]
        if subject > verb:
            found = [part.moved(verb - 1) for part in found]
    objects = [_behind(part, verb, len(passage)) for part in objects_of(spot, verb, path)]
    if not found and subject not in spot.own:
        # Of nothing named it says little that it "was down", or "back to work".
        states = {part.place for part in objects if part.text in words("labels", "states")}
        objects = [
            part for part in objects if states.isdisjoint((part.place, passage.heads[part.place % len(passage)]))
        ]
    thing = passage.child(verb, "dobj")
    # Two years "took" the council, but "took another way" for two years.
    other = thing is not None and thing not in spot.own and passage.tags[thing] in NOUNS
    tied = passage.lower[verb] in ties and not other and _carries(passage, verb, spot.own)
    name = found[0].text if found else ""
    says = not tied and _says_something(spot, verb, bool(found) or subject in spot.own, objects)
    led = leading(spot, verb, subject)
    if not says and {*led.split()} <= words("labels", "seems"):
        led = ""
    if len(found) == 1 and not led and (deed := deed_of(passage, verb)):
        return [found[0]._replace(text=f"{owned(name)} {deed}"), *objects]
    if found and subject is not None and not inner and (denies := denier(spot, verb)):
        # "Lund denied she took it".
        who = passage.lower[subject] if denies.startswith(f"{name} ") else name
        found[0] = found[0]._replace(text=f"{denies} {who}")
    if led or says:
        found.append(Part(verb, 0, _own(f"{led} {verb_words(passage, verb, spot.own)}".lstrip(), name)))
    return found + [part._replace(text=_own(part.text, name)) for part in objects]


def _behind(part: Part, verb: int, length: int) -> Part:
    """The part, behind all others where it stands before the verb: what leads a sentence comes last in a label."""
    if part.place >= verb:
        return part
    needs = part.needs if part.needs in (None, verb) else part.needs + length
    under = None if part.under is None else part.under + length
    return part._replace(place=part.place + length, needs=needs, under=under)


def _own(text: str, subject: str) -> str:
    """What belongs to the subject without its name again: "Kim Lund sold Kim Lund’s boat" sold a "boat"."""
    return re.sub(rf"(?<!\w){re.escape(subject)}’s? ", "", text) if subject and f"{subject}’" in text else text


def _says_something(spot: Spot, verb: int, named: bool, objects: list[Part]) -> bool:
    """Whether the verb adds to the label: a form of "be" or "have" only between a subject and what it is or has."""
    passage = spot.passage
    if passage.lower[verb] not in words("labels", "empty"):
        return True
    leads = any(
        child in spot.own for child in passage.children[verb] if passage.deps[child] in ("attr", "dobj", "acomp")
    )
    onward = passage.child(verb, "xcomp")
    if passage.lower[verb] in _HAVE and onward is not None and passage.deps[verb] != "relcl":
        # "You'll have to pay a tax."
        return passage.lower[verb + 1 : onward] == ["to"]
    denied = passage.child(verb, "neg") is not None
    return (named or denied) and bool(objects) and not leads and onward is None


def _carries(passage: Passage, verb: int, own: Collection[int]) -> bool:
    """Whether the figure hangs on the verb itself, with at most a preposition between."""
    return any(passage.heads[t] == verb or passage.heads[passage.heads[t]] == verb for t in own)


def objects_of(spot: Spot, verb: int, path: Collection[int]) -> Iterator[Part]:
    """What stands behind the verb: what it does it to, where and how, what it leads to, what is said."""
    passage = spot.passage
    for child in passage.children[verb]:
        dep = passage.deps[child]
        if child in spot.own or is_half(passage, child):
            continue
        if dep in ("dobj", "attr", "oprd", "dative") and passage.tags[whole(passage, child)] in (*NOUNS, "PRP"):
            yield from _of(spot, child, parts(spot, child, -1 if child in path else 1, path))
        elif dep == "dobj" and passage.tags[child] == "CD" and (amount := _amount(passage, child, spot.own)):
            yield Part(child, LAST, amount)
        elif is_state(passage, verb, child):
            yield from _state(spot, verb, child, path)
        elif dep == "advmod" and child > verb and is_manner(passage, verb, child):
            yield Part(child, 3, passage.lower[child])
        elif dep in ("prep", "agent", "dative"):
            yield from linked(spot, child, path)
        elif dep == "xcomp" and (passage.tags[child] in VERBS or passage.tags[child - 1] == "TO"):
            yield from _led_to(spot, child)
        elif passage.tags[child] not in VERBS or says_so(passage, child) or ";" in passage.words[child:verb]:
            # "Lund left; Costa stayed": the parser hangs the one on the other.
            continue
        elif dep == "advcl" and passage.tags[child] == "VB" and passage.lower[child - 1] == "to" and child > verb:
            # What for: "gave $3 million" "to fund search".
            yield from _led_to(spot, child)
        elif dep == "ccomp" or (dep == "advcl" and child > verb):
            yield from _inner(spot, child, dep)
    yield from described(spot, verb, path)


def _of(spot: Spot, token: int, told: Iterable[Part]) -> Iterator[Part]:
    """What somebody known is one or part of: "Lund is" "one of doctors"."""
    passage, subject = spot.passage, subject_of(spot.passage, spot.passage.heads[token])
    taken = passage.deps[token] == "attr" and passage.lower[token] in ("one", "part") and whole(passage, token) != token
    taken = taken and subject is not None and (subject in spot.own or bool(noun(spot, subject)))
    for part in told:
        first = taken and part.under is None and part.place == whole(passage, token)
        yield part._replace(text=f"{passage.lower[token]} of {part.text}") if first else part


def _state(spot: Spot, verb: int, state: int, path: Collection[int]) -> Iterator[Part]:
    """What somebody is or gets, and what that leads to: "guilty" "of fraud"."""
    passage = spot.passage
    told = passage.deps[state] in ("acomp", "advcl") and passage.tags[state] == "JJ" and passage.lower[state] != "due"
    text = passage.words[state] if passage.entity_of[state] else with_prefix(passage, state)
    yield Part(state, 0 if told else 2, text)
    for inner in passage.children[state]:
        if passage.deps[inner] == "xcomp":
            yield from _led_to(spot, inner)
        elif passage.deps[inner] == "prep" and inner > state > verb:
            yield from linked(spot, inner, path)


def _amount(passage: Passage, token: int, own: Collection[int]) -> str:
    """A sum or share that the verb is about, as written: "the campaign raised $25 million".

    Empty for a bare number, and beside a figure of the same sort, which it would be taken for.
    """
    name = passage.entity_at[token]
    if name is None or any(passage.entity_of[t] == name.type for t in own):
        return ""
    text = passage.slice(name.low, name.high)
    return text if name.type in ("MONEY", "PERCENT") and not text.replace(",", "").replace(".", "").isdigit() else ""


def linked(spot: Spot, link: int, path: Collection[int]) -> Iterator[Part]:
    """What hangs on the verb by a preposition, or by two: "due to", "because of", "out of"."""
    passage, lead = spot.passage, ""
    inner = passage.child(link, "prep", "pcomp")
    if inner == link + 1 and passage.tags[inner] in ("IN", "TO") and passage.tags[link] != "VBG":
        lead, thing = f"{passage.lower[link]} ", passage.child(inner, "pobj")
        thing, link = passage.child(link, "pobj") if thing is None else thing, inner
    else:
        thing = passage.child(link, "pobj", "pcomp")
    if thing is None:
        return
    thing = stands_for(passage, thing)
    if passage.tags[thing] in VERBS and passage.child(thing, "nsubj") is None:
        yield Part(link, 3, f"{lead}{passage.lower[link]} {_continued(spot, thing).text}")
    elif passage.entity_of[thing] == "DATE":
        yield from (part for part in complements(spot, thing, 2, path) if not part.text.startswith("of "))
    elif passage.tags[thing] not in VERBS and thing not in spot.own:
        for part in behind(spot, link, thing, -1 if thing in path else 2, path):
            yield part._replace(text=f"{lead}{part.text}") if part.place == link else part


def reported(spot: Spot, verb: int) -> list[Part]:
    """Who told it and when, and then what was told: the clause on which the parser hangs "the mayor said on Monday"."""
    above = spot.passage.heads[verb]
    told = [part for part in clause(spot, above) if part.rank < 4 and part.place < verb]
    text = fitting(told, MOST_INNER)
    return [*clause(spot, verb), *([Part(verb + len(spot.passage), 2, text)] if text else [])]


def _continued(spot: Spot, verb: int) -> Part:
    """What the verb leads to: "agreed to cut catches"."""
    thing = spot.passage.child(verb, "dobj")
    text = noun(spot, whole(spot.passage, thing)) if thing is not None else ""
    return Part(verb, 2, f"{verb_words(spot.passage, verb)} {text}".strip())


def _led_to(spot: Spot, verb: int) -> Iterator[Part]:
    """What a verb leads to in parts: "to attend", "march", "in Riga"."""
    passage = spot.passage
    yield Part(verb, 2, verb_words(passage, verb, spot.own))
    for child in passage.children[verb]:
        thing = passage.child(child, "pobj")
        if passage.deps[child] == "dobj" and child not in spot.own:
            yield from (part._replace(needs=verb) for part in parts(spot, child, 2, ()))
        elif passage.deps[child] == "prep" and thing is not None and passage.entity_of[thing] not in ("DATE", "TIME"):
            yield from (part._replace(needs=verb) for part in behind(spot, child, thing, 3, ()))
        elif passage.deps[child] == "xcomp" and passage.tags[child] in VERBS:
            yield from _led_to(spot, child)


def _inner(spot: Spot, verb: int, dep: str) -> Iterator[Part]:
    """What is said, or when and why it was so: "announced" "Joe Biden will travel to Europe"."""
    passage = spot.passage
    low, high = passage.subtree(verb)
    if low in spot.own:
        # A day behind the verb that leads: the parser hangs it on the first noun of what was told.
        low = max(token for token in spot.own if token < high) + 1
    if not spot.own.isdisjoint(range(low, high)):
        return
    mark, above = passage.child(verb, "mark"), passage.heads[verb]
    mark = passage.child(verb, "advmod") if mark is None else mark
    if mark is not None and mark < verb and passage.lower[mark] in _WHEN:
        # The parser takes "announced it after she left" for "announced that she left".
        dep = "advcl"
    own_subject = dep == "ccomp" or passage.child(verb, "nsubj", "nsubjpass") is not None
    found = _inside(spot, verb, own_subject)
    # "announced what she said were the findings": only who said it.
    onward = passage.child(verb, "ccomp") is not None and passage.child(verb, "neg") is None
    onward = onward or passage.lower[verb] in speech("clause")
    says = own_subject and onward and len(found) < 3
    if len(found) < 2 or says:
        return
    main = _main(passage, verb, found) if dep == "ccomp" else found
    text = fitting(main, MOST_INNER)
    bare = verb_words(passage, verb) if passage.lower[verb] in words("labels", "empty") else ""
    if bare and text.endswith(bare):
        # "His bid to win it is" about the port.
        text = fitting(main, MOST_INNER + MOST_OVER)
    if not text or (bare and text.endswith(bare)):
        return
    asked = next((c for c in passage.children[verb] if c < verb and passage.tags[c] in ("WP", "WRB")), None)
    link = mark if dep == "advcl" and mark is not None and mark < verb else asked if dep == "ccomp" else None
    that = mark is not None and passage.lower[mark] == "that"
    told = dep == "ccomp" and (that or passage.lower[above] in (*_HAVE, *speech("clause")))
    text = text if link is None else f"{passage.lower[link]} {text}"
    yield Part(verb, TOLD if told else LAST - 1, text, above if told else None, short=spot.scene.shortened(text))
    said = [part for part in main if f" {part.text} " in f" {text} "]
    places = {part.place for part in said} - {verb}
    for part in (part for part in found if part not in said and part.place > verb):
        completes = told and (part in main or part.needs in places)
        needs = verb if part.needs in places else part.needs or verb
        yield part._replace(rank=TOLD if completes else LAST - 1, needs=needs)


def _inside(spot: Spot, verb: int, own_subject: bool) -> list[Part]:
    """The parts of a clause inside another, with the pronoun that is its subject where no name is known for it."""
    passage, subject = spot.passage, subject_of(spot.passage, verb)
    told = clause(spot, verb, inner=True)
    found = [part for part in told if part.rank < TOLD and (own_subject or part.place >= verb)]
    if subject is None or passage.tags[subject] != "PRP":
        return found
    pronoun = told_as(spot.scene, passage, subject)
    if not pronoun:
        return []
    found = [part._replace(text=pronoun) if part.place == subject else part for part in found]
    if own_subject and all(part.place != subject for part in found):
        found.insert(0, Part(subject, 0, pronoun))
    state = passage.child(verb, "acomp", "attr") is not None and passage.lower[verb] in words("labels", "empty")
    state = state or (passage.child(verb, "dobj") is not None and passage.lower[verb] in _HAVE)
    if own_subject and state and all(part.place != verb for part in found):
        found.append(Part(verb, 0, FULL.get(passage.lower[verb], verb_words(passage, verb))))
    bare, helped = verb_words(passage, verb), helper(passage, verb)
    if helped and bare == passage.lower[verb]:
        # "He is pushing": a headline does without only behind a name.
        found = [part._replace(text=f"{helped} {bare}") if part.text == bare else part for part in found]
    if pronoun != passage.lower[subject]:
        found = [part._replace(text=third(passage, verb, part.text)) if part.place == verb else part for part in found]
    return found


def _main(passage: Passage, verb: int, found: list[Part]) -> list[Part]:
    """What a label needs of what was said: who does what; all of it where that would be "it is"."""
    main = [part for part in found if part.rank <= 1 or passage.lower[part.place % len(passage) - 1] == "to"]
    bare = passage.lower[verb] in words("labels", "empty") and main[-1:] and main[-1].place <= verb
    return found if bare or len(main) < 2 else main
