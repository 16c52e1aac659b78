"""What a pronoun stands for: who acts around it or in the sentence before; nothing where it may be something else."""

from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.subjects import can_speak
from workbench.extraction.labels import actors, decided
from workbench.extraction.labels.descriptions import described
from workbench.extraction.labels.emptiness import is_empty
from workbench.extraction.labels.fitness import fits, is_meant, is_named, speaks
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.lexicon import meanings, words
from workbench.extraction.text.passage import VERBS, Passage

Place = tuple[Passage, int]
"""A passage and one of its tokens."""


def meant(scene: Scene, passage: Passage, token: int) -> Place | str:
    """What a pronoun stands for: the token that names it, or a name, or an empty string.

    The subject that stands around it in its sentence comes first, then the subjects of the sentence before: a story
    goes on about its topic, and what is named last is often something else.
    """
    kind = meanings("labels", "pronouns").get(passage.lower[token])
    if kind in ("he", "she"):
        if "or" in passage.lower[max(0, token - 1) : token] + passage.lower[token + 1 : token + 2]:
            # "He or she."
            return ""
        return _person(scene, passage, token, kind)
    if kind is None or is_empty(passage, token):
        return ""
    if kind == "it" and (proposal := decided.on(scene, passage, token)):
        return proposal
    return _thing(scene, passage, token) or _happening(scene, passage, token)


def _happening(scene: Scene, passage: Passage, token: int) -> str:
    """What the headline says happened, of "it" that happened: "the blast", though the text tells how it came about."""
    happens = passage.deps[token] == "nsubj" and passage.lower[passage.heads[token]] in words("labels", "occurs")
    return scene.happening if happens else ""


def _person(scene: Scene, passage: Passage, token: int, gender: str) -> Place | str:
    """The person of that gender who acts around the pronoun, else the only one before it, else who acted last.

    Somebody who acts there without a name ("a judge") is meant by no other's name. Nobody says "he" of himself.
    """
    speaker = scene.speaker(passage, token)
    if (acting := _acting(scene, passage, token, gender, speaker)) is not None:
        return acting
    near = _persons_before(scene, passage, token, gender, speaker)
    if len(near) == 1 and not (passage.deps[token] == "nsubj" and passage.deps[passage.heads[token]] == "ROOT"):
        return passage, near[0]
    for where, subjects in actors.before(scene.passages, passage, token):
        for subject in subjects:
            for one in actors.persons_of(where, subject) if not near else [subject]:
                if _is_one(scene, where, one, gender, speaker):
                    return where, one
            if where.tags[subject] == "NN" and is_role(where, subject) and _is_new(where, subject):
                # "A baker from Riga fell. She broke a leg."
                return where, subject
    found = scene.register.pronoun(gender, passage, token) or ""
    return "" if found == speaker or _is_passed(scene, passage, found) else found


def _is_passed(scene: Scene, passage: Passage, name: str) -> bool:
    """Whether the story has named somebody only once, and in another paragraph: it speaks of others since."""
    told = [mention.passage for mention in scene.register.mentions.within(0, passage.number) if mention.name == name]
    return len(told) == 1 and told[0] < passage.number


def _acting(scene: Scene, passage: Passage, token: int, gender: str, speaker: str) -> Place | str | None:
    """The person who acts around the pronoun, by name or by what is told of them; None where nobody does."""
    others = actors.others(passage, token)
    for subject in actors.around(passage, token):
        if passage.lower[token + 1 : token + 2] == ["own"] and passage.tags[subject] == "NN":
            # "Lund said a client lost his own money": not Lund's.
            return ""
        for one in actors.persons_of(passage, subject):
            if (one != subject or subject in others) and _is_one(scene, passage, one, gender, speaker):
                return passage, one
        if subject in others and passage.tags[subject] == "NN" and is_role(passage, subject):
            if name := described(scene, passage, subject, passage.words[subject]):
                return name
            if _is_unnamed(passage, subject):
                return passage, subject
    return None


def _is_new(passage: Passage, token: int) -> bool:
    """Whether the story tells of somebody for the first time: "a baker"."""
    article = passage.child(token, "det")
    return article is not None and passage.lower[article] in ("a", "an")


def _is_unnamed(passage: Passage, token: int) -> bool:
    """Whether it is somebody in a role of whom the story tells for the first time: "a judge", "Riga's mayor"."""
    article = passage.child(token, "det")
    return not passage.entity_of[token] and (article is None or passage.lower[article] != "the")


def _is_one(scene: Scene, passage: Passage, token: int, gender: str, speaker: str) -> bool:
    """Whether it is the name of one person whom "he" or "she" may mean."""
    article = passage.child(token, "det")
    if passage.entity_of[token] != "PERSON" or actors.is_row(passage, token) or article == token - 1:
        # "The Chronicle" is nobody.
        return False
    name = scene.name(passage, token)
    return name != speaker and scene.register.mentions.genders.get(name) in (None, gender)


def _persons_before(scene: Scene, passage: Passage, token: int, gender: str, speaker: str) -> list[int]:
    """The people named before the pronoun in its sentence, each once."""
    low, _ = passage.sentences[passage.sentence_of[token]]
    named = [e.high - 1 for e in passage.entities if low <= e.low < token and e.type == "PERSON"]
    fitting = [one for one in named if _is_one(scene, passage, one, gender, speaker)]
    return list({scene.name(passage, one): one for one in fitting}.values())


def _thing(scene: Scene, passage: Passage, token: int) -> Place | None:
    """What "it" or "they" stands for; None where the nearest that fits has no name or may not be meant."""
    said = scene.quotation(passage, token)
    whole = said is not None and _is_whole(passage, token, said)
    acting = []
    for subject in actors.candidates(passage, token):
        if said is not None and scene.quotation(passage, subject) != said:
            if whole:
                return None
            if scene.name(passage, subject) == scene.speaker(passage, token):
                continue
        those = (subject, actors.body_of(passage, subject))
        acting += [one for one in those if one is not None and fits(passage, token, passage, one)]
    if passage.lower[token] == "its":
        # A body owns more than the thing nearer to "its" does.
        acting.sort(key=lambda one: not is_named(passage, one))
    if acting and passage.deps[token] in actors.OBJECTS and _has_nearer(passage, token, acting[0]):
        return None
    if acting:
        return (passage, acting[0]) if is_meant(passage, token, passage, acting[0]) else None
    if passage.lower[token] in ("itself", "themselves"):
        return None
    return _told_before(scene, passage, token, said if whole else None)


def _has_nearer(passage: Passage, token: int, subject: int) -> bool:
    """Whether what is acted on may as well be something named behind that subject: "poll found many for the plan"."""
    between = range(max(passage.heads[subject], subject) + 1, token)
    acts = passage.deps[subject] in actors.SUBJECTS
    return acts and any(fits(passage, token, passage, t) for t in between)


def _is_whole(passage: Passage, token: int, said: tuple[int, int]) -> bool:
    """Whether the quotation holds the sentence from its beginning: "it" is then nothing named outside it."""
    low, _ = passage.sentences[passage.sentence_of[token]]
    first = next((t for t in range(low, token) if passage.words[t][0].isalnum()), token)
    return passage.starts[first] >= said[0]


def _is_inner(passage: Passage, token: int) -> bool:
    """Whether the pronoun stands in a clause inside another that is not of the same: "most think it will close"."""
    kinds = meanings("labels", "pronouns")
    kind, verbs = kinds[passage.lower[token]], [t for t in passage.ancestors(token) if passage.tags[t] in VERBS]
    subjects = (passage.child(verb, *actors.SUBJECTS) for verb in verbs[1:])
    same = any(one is not None and one < token and kinds.get(passage.lower[one]) == kind for one in subjects)
    inner = any(passage.deps[verb] in ("ccomp", "relcl", "advcl", "acl", "pcomp", "xcomp") for verb in verbs)
    return inner and not same


def _in_front(passage: Passage, token: int) -> list[tuple[int, int]]:
    """The clauses that stand before the pronoun's own and say when or why: "once members vote on a plan, it will"."""
    verbs = (t for t in passage.ancestors(token) if passage.tags[t] in VERBS)
    clauses = (c for verb in verbs for c in passage.children[verb] if passage.deps[c] == "advcl" and c < token)
    return [(low, high) for low, high in map(passage.subtree, clauses) if high <= token]


def _told_before(scene: Scene, passage: Passage, token: int, said: tuple[int, int] | None) -> Place | None:
    """The subject of the sentence before, or of the one before that where the pronoun stands there too."""
    acted_on, kinds = passage.deps[token] in actors.OBJECTS, meanings("labels", "pronouns")
    inner = acted_on or _is_inner(passage, token)
    ranges = [(passage.sentences[passage.sentence_of[token]][0], token)] if inner else _in_front(passage, token)
    if any(fits(passage, token, passage, t) for low, high in ranges for t in range(low, high)):
        return None
    for where, subjects in actors.before(scene.passages, passage, token):
        for subject in subjects:
            if scene.quotation(where, subject) != said:
                continue
            if acted_on and where.child(where.heads[subject], "dobj") is not None:
                # "The council approved the plan. Lund signed it."
                return None
            if fits(passage, token, where, subject):
                return (where, subject) if is_meant(passage, token, where, subject) else None
        same = any(kinds.get(where.lower[t]) == kinds[passage.lower[token]] for t in subjects)
        silent = speaks(passage, token) and not any(can_speak(where, t) for t in subjects)
        if not same and not silent:
            return None
    return None
