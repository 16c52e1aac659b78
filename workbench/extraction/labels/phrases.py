"""Noun phrases in a few words, as a label writes them: no articles, names resolved, the nearest modifiers kept."""

from collections.abc import Collection, Iterator

from workbench.domain.claim import Stretch
from workbench.extraction.grammar.nouns import base_phrase, is_model
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.labels import actors, antecedents
from workbench.extraction.labels.clauses import stands_for
from workbench.extraction.labels.descriptions import described, relative
from workbench.extraction.labels.indexes import written_out
from workbench.extraction.labels.modifiers import SHARES, end_of_word, in_one_name, start_of, whole
from workbench.extraction.labels.pairs import both_of
from workbench.extraction.labels.pieces import Part, Spot, size
from workbench.extraction.labels.speaking import is_first_person, voice
from workbench.extraction.labels.topics import PLACES
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, Passage

MOST_JOINED = 4
"""Words of two names that are written in a row: of longer ones the first says enough."""
_WHERE = ("at", "in", "on", "outside", "inside", "near")
_POSSESSIVE = ("its", "their", "his", "her")


def noun(spot: Spot, token: int) -> str:
    """The noun phrase at this token in a few words; empty for what says nothing, a number or a day."""
    place, known = (spot.passage.number, token, spot.own), spot.scene.nouns
    if place not in known:
        known[place] = _noun(spot, token)
    return known[place]


def _noun(spot: Spot, token: int) -> str:
    scene, passage, own = spot
    word = passage.lower[token]
    if token in own or passage.entity_of[token] in ("DATE", "TIME") or word == "-" or word.endswith("n't"):
        return ""
    # The tagger takes a noun at the head of a sentence for a verb ("Range for the model is").
    misread = passage.tags[token] == "VB" and passage.deps[token] in ("nsubj", "nsubjpass")
    numbered = passage.tags[token] == "CD" and passage.child(token, "compound") is not None and not word.isdecimal()
    numbered = numbered or is_model(passage, token)
    if word.endswith(("self", "selves")) and passage.deps[token] == "dobj":
        # "Describes himself as a fan": who does is told already.
        return word
    if word in words("labels", "denials") or passage.lower[max(0, token - 1) : token + 1] == ["no", "one"]:
        return "no one" if word == "one" else word
    # "US" and "WHO" are no pronouns.
    is_nobody = word in words("labels", "nobody") and passage.tags[token] not in ("NNP", "NNPS")
    if is_nobody or (passage.tags[token] not in NOUNS and not numbered and not misread):
        return _meant(spot, token)
    name = scene.name(passage, token) or _place_of(spot, token)
    if name and not _cut_by(passage, token, own):
        return scene.in_full(name, written_out(name, scene.indexes))
    return _named_beside(spot, token) or _common(spot, token)


def _place_of(spot: Spot, token: int) -> str:
    """The name behind "of" in "the neighbouring state of Kerala", and the person in "Governor of Kerala Ana Lund"."""
    passage = spot.passage
    link = passage.child(token, "prep")
    place = passage.child(link, "pobj") if link is not None and passage.lower[link] == "of" else None
    if link is None or place is None or place in spot.own:
        return ""
    is_place = passage.entity_of[place] == "GPE" and passage.lower[token] in words("labels", "places")
    person = passage.entity_at[place] if passage.tags[token] == "NNP" else None
    behind_place = person is not None and person.type == "PERSON" and person.low > link + 1
    return spot.scene.name(passage, place) if is_place or behind_place else ""


def _named_beside(spot: Spot, token: int) -> str:
    """The name that stands in apposition to a description: "the primary index, the FTSE 100" is the FTSE 100.

    "President of Brazil Ana Lund" is Ana Lund. Of a plural the two names: "two ferries, the Anna and the Lund".
    """
    passage = spot.passage
    beside = passage.child(token, "appos")
    if beside is None and (holder := _behind_body(spot, token)):
        return holder
    if beside is None or passage.tags[beside] not in ("NNP", "NNPS") or beside in spot.own or beside < token:
        return ""
    if passage.words[beside - 1] == "(" and passage.tags[start_of(passage, token, spot.own)] == "NNP":
        # Letters in brackets stand for the name before them.
        return ""
    titled = not passage.entity_of[token] and passage.entity_of[beside] == "PERSON"
    if passage.tags[token] == "NN" or (titled and passage.tags[token] == "NNP"):
        return noun(spot, beside)
    if set(passage.tags[token + 1 : beside]) - {",", "DT", "NNP"}:
        return ""
    name, other = noun(spot, beside), _joined(spot, beside)
    return f"{name} and {other}" if name and other and size(name + other) <= MOST_JOINED else ""


def _behind_body(spot: Spot, role: int) -> str:
    """The person whom the parser hangs on the body beside it: "the chair of the Harbour Party, Ana Lund"."""
    passage, link = spot.passage, spot.passage.child(role, "prep")
    body = passage.child(link, "pobj") if link is not None else None
    person = passage.child(body, "appos", "conj") if body is not None and is_role(passage, role) else None
    if body is None or person is None or passage.tags[person] != "NNP" or person in spot.own:
        return ""
    in_row = passage.entity_of[body] == "PERSON" or passage.words[person + 1 : person + 2] != [","]
    if passage.deps[person] == "conj" and in_row:
        return ""
    low = base_phrase(passage, person).low
    name = spot.scene.register.person(passage.slice(low, person + 1))
    return name if passage.words[low - 1] == "," and name in spot.scene.register.full_names else ""


def _meant(spot: Spot, token: int) -> str:
    scene, passage, _ = spot
    word = passage.lower[token]
    if passage.tags[token] not in ("PRP", "PRP$"):
        return both_of(scene, passage, token)
    if is_first_person(word):
        return voice(scene, passage, token)
    found = antecedents.meant(scene, passage, token)
    if isinstance(found, str):
        return found
    where = Spot(scene, found[0], frozenset())
    name = noun(where, found[1])
    if not actors.is_row(*found):
        return name
    other = _joined(where, found[1])
    return f"{name} and {other}" if name and other else ""


def _cut_by(passage: Passage, token: int, own: frozenset[int]) -> bool:
    name = passage.entity_at[token]
    return name is not None and not own.isdisjoint(range(name.low, name.high))


def _common(spot: Spot, token: int) -> str:
    scene, passage, own = spot
    low, start = base_phrase(passage, token).low, start_of(passage, token, own)
    if passage.lower[token] in SHARES and start == token:
        return ""
    end = end_of_word(passage, token)
    if end < len(passage) and end not in own and passage.tags[end] == "CD" and passage.heads[end] == token:
        end += 1
    text = _in_running_text(spot, start, passage.slice(start, end))
    if passage.lower[low] in ("no", "neither") and low < start:
        return f"{passage.lower[low]} {text}"
    if name := described(scene, passage, token, text) or both_of(scene, passage, token):
        return scene.in_full(text, name)
    possessor = passage.child(token, "poss")
    whose = owner(spot, possessor) if possessor is not None and possessor not in range(start, token + 1) else ""
    return relative(scene, whose, text) or (f"{whose} {text}" if whose else text)


def _in_running_text(spot: Spot, start: int, text: str) -> str:
    """The words as they stand inside a sentence: no capital only because a sentence starts there."""
    passage = spot.passage
    if start != passage.sentences[passage.sentence_of[start]][0]:
        return text
    if any(map(str.isupper, passage.words[start][1:])):
        # "BOATS SINK", but "CPI" and "iPhones".
        return text.lower() if text.isupper() and passage.lower[start] in spot.scene.uncapitalised else text
    plain = passage.tags[start] not in ("NNP", "NNPS") and passage.entity_of[start] in ("", "CARDINAL")
    if passage.inside is Stretch.TITLE or not plain:
        plain = passage.lower[start] in spot.scene.uncapitalised
    return text[:1].lower() + text[1:] if plain else text


def owner(spot: Spot, possessor: int) -> str:
    """The possessor as a label writes it, by name: "Japan’s"; empty where nothing names it."""
    passage, possessor = spot.passage, stands_for(spot.passage, possessor)
    name = _meant(spot, possessor) if passage.lower[possessor] in _POSSESSIVE else noun(spot, possessor)
    return owned(name)


def owned(name: str) -> str:
    """The name with the ending that says whose a thing is: "Japan’s"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s" if name else ""


def parts(spot: Spot, token: int, rank: int, path: Collection[int]) -> Iterator[Part]:
    """The noun phrase, and what hangs on it by prepositions: first what leads to the figure (`path`), then "of"."""
    token = token if token in spot.own else whole(spot.passage, token)
    # Of things in a row the one that leads to the figure: "a car" "and a truck with a 300-mile range".
    token = next((t for t in path if spot.passage.deps[t] == "conj" and spot.passage.heads[t] == token), token)
    if not (text := noun(spot, token)):
        return
    other = _joined(spot, token)
    text = f"{text} and {other}" if other and size(text + other) <= MOST_JOINED else text
    yield Part(token, rank, text, short=spot.scene.shortened(text))
    if size(text) < 5:
        for part in complements(spot, token, rank, path):
            yield part if part.under is not None else part._replace(under=token)


def _joined(spot: Spot, token: int) -> str:
    """The second of two names in a row: "Lund" of "Costa and Lund"; empty for longer rows and for things."""
    passage = spot.passage
    other, join = passage.child(token, "conj"), passage.child(token, "cc")
    if other is None or join is None or passage.lower[join] != "and" or passage.child(other, "conj") is not None:
        return ""
    both = passage.words[token][:1].isupper() and passage.words[other][:1].isupper()
    return noun(spot, other) if both and other not in spot.own else ""


def complements(spot: Spot, token: int, rank: int, path: Collection[int] = ()) -> Iterator[Part]:
    """What hangs on the noun at this token by prepositions, each with its preposition."""
    passage = spot.passage
    named = bool(_place_of(spot, token) or _named_beside(spot, token))
    for link in passage.children[token]:
        if link in spot.own or link < token or (named and (passage.lower[link] == "of" or is_role(passage, token))):
            continue
        if passage.tags[link] == "VB" and passage.deps[link] in ("acl", "relcl") and passage.tags[token] != "NNP":
            yield from _purpose(spot, link, rank + 2)
        if passage.deps[link] == "acl" and link == token + 1 and passage.tags[link] == "VBG":
            yield from _doing(spot, link, rank + 1)
        if passage.deps[link] != "prep":
            continue
        thing = passage.child(link, "pobj")
        if (doing := passage.child(link, "pcomp")) is not None and (text := _done(spot, doing)):
            yield Part(link, rank + 2, f"{passage.lower[link]} {text}")
        if thing is None or thing in spot.own or in_one_name(passage, token, thing):
            continue
        if passage.tags[thing] == "PRP" and passage.lower[token] in words("labels", "denials"):
            continue
        if passage.entity_at[link] is not None and passage.entity_at[link] is passage.entity_at[token]:
            # "State of the Union" with "address" behind it.
            continue
        near = passage.lower[token] in words("labels", "links")
        upon = 2 if passage.lower[link] in words("labels", "objects_of_nouns") else 3
        # Where somebody is from can be spared: "Ana Lund of Norlund".
        near = near or (passage.lower[link] == "of" and passage.entity_of[token] != "PERSON")
        lower = min(rank, -1) if thing in path else rank + 1 if near else rank + upon
        yield from behind(spot, link, thing, lower, path)


def _purpose(spot: Spot, verb: int, rank: int) -> Iterator[Part]:
    """As in "effort" "to blacklist ships": an infinitive with its object behind a noun."""
    if spot.passage.lower[verb - 1] == "to" and (text := _done(spot, verb)):
        yield Part(verb, rank, f"to {text}")


def _doing(spot: Spot, verb: int, rank: int) -> Iterator[Part]:
    """As in "people" "applying for benefits", "lawmakers" "backing ban": what those do whom a noun means."""
    passage, link = spot.passage, verb + 1
    if not spot.own.isdisjoint(range(*passage.subtree(verb))):
        return
    if text := _done(spot, verb):
        yield Part(verb, rank, text)
    elif passage.heads[link : link + 1] == [verb] and passage.deps[link] == "prep":
        thing = passage.child(link, "pobj")
        if thing is not None and thing not in spot.own and (text := noun(spot, thing)):
            yield Part(verb, rank, f"{passage.lower[verb]} {passage.lower[link]} {text}")


def _done(spot: Spot, verb: int) -> str:
    """The verb with its object: "blacklist ships"; empty without an object that says something."""
    thing = spot.passage.child(verb, "dobj")
    what = noun(spot, thing) if thing is not None and thing not in spot.own else ""
    return f"{spot.passage.lower[verb]} {what}" if what else ""


def behind(spot: Spot, link: int, thing: int, rank: int, path: Collection[int]) -> Iterator[Part]:
    """A preposition with what follows it."""
    thing = whole(spot.passage, thing)
    if spot.passage.lower[thing] in words("labels", "asides") and thing == link + 1:
        return
    inner = list(parts(spot, thing, rank, path))
    if len(inner) == 1 and inner[0].text in words("labels", "light"):
        return
    if len(inner) > 1 and inner[0].text in words("labels", "light") and inner[1].text.startswith("of "):
        # "As part" says nothing without what "of".
        inner = [inner[0]._replace(text=f"{inner[0].text} {inner[1].text}"), *inner[2:]]
    if inner:
        text = f"{spot.passage.lower[link]} {_both_ends(spot, link, inner[0])}"
        yield Part(link, rank, text, short=spot.scene.shortened(text))
        for part in inner[1:]:
            # What tells more of a "which" stands before it.
            told = part if part.place > link else part._replace(place=link)
            if part.under == inner[0].place:
                told = told._replace(under=None if _is_around(spot.passage, link, part.place) else link)
            yield told


def _both_ends(spot: Spot, link: int, part: Part) -> str:
    """The thing behind a preposition, and the second of two that something is between: "Norlund and Riga"."""
    other = spot.passage.child(part.place, "conj") if spot.passage.lower[link] == "between" else None
    text = noun(spot, other) if other is not None and other not in spot.own else ""
    return f"{part.text} and {text}" if text and f" and {text}" not in part.text else part.text


def _is_around(passage: Passage, link: int, other: int) -> bool:
    """Whether what happens where the first preposition says also happens in the place behind the other one.

    As in an attack "at a mosque" "in Riga".
    """
    place = passage.child(other, "pobj")
    named = place is not None and passage.entity_of[place] in PLACES
    return passage.lower[link] in _WHERE and passage.lower[other] == "in" and named
