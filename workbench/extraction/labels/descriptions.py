"""Whom or what a description means by name: "the mayor", "the aircraft"; nothing where it may be another."""

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.labels import actors
from workbench.extraction.labels.indexes import named_last, written_out
from workbench.extraction.labels.places import named_before, party_before
from workbench.extraction.labels.surroundings import LONGEST_BODY, Scene
from workbench.extraction.labels.taught import same_as
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import NOUNS, Passage

_PREDICATES = ("attr", "oprd", "acomp")
_NAMING = frozenset({"NNP", "NNPS"})


def described(scene: Scene, passage: Passage, token: int, text: str) -> str:
    """The one person or body that the description at the token means; empty where it means none or several.

    `text` is the noun with what stands before it. A description that only says what somebody is ("she is mayor") or
    that picks one of several ("the first mayor", "a mayor") means nobody named elsewhere.
    """
    if passage.tags[token] != "NN" or not _refers(passage, token) or not _says_no_other(passage, token, text):
        return ""
    article = passage.child(token, "det")
    pointing = passage.lower[article] if article is not None else ""
    definite, plain = pointing in ("the", "this", "that"), text.lower()
    if (holder := _holder(scene, passage, token, text)) or not definite:
        return holder
    if plain in words("labels", "companies"):
        return _company(scene, passage, token) if pointing == "the" else ""
    if plain in ("index", "average"):
        return _index(scene, passage, token)
    if plain in words("labels", "sides"):
        return party_before(scene.passages, passage, token) if plain == "party" else ""
    return _called(scene, passage, token, text)


def _called(scene: Scene, passage: Passage, token: int, text: str) -> str:
    """What is called so by its name, by the name it was introduced by, by the headline, or as what was named last."""
    plain = text.lower()
    found = _body(scene, text) or scene.called(plain) or scene.introductions.name(passage, token)
    return found or _thing(scene, plain) or _named_lately(scene, passage, token, plain)


def _refers(passage: Passage, token: int) -> bool:
    """Whether the noun means somebody, and is not what somebody is, was or becomes: "as mayor", "running for mayor"."""
    word = passage.lower[token]
    if word in words("labels", "bodily") or word in words("labels", "naming"):
        return False
    article = passage.child(token, "det")
    if article is not None and passage.lower[article] in words("labels", "unnamed"):
        return False
    link = passage.lower[passage.heads[token]]
    if passage.deps[token] in _PREDICATES or (passage.deps[token] == "pobj" and link == "as"):
        return False
    bare = article is None and passage.child(token, "poss") is None
    return not bare or link not in ("for", "become", "becomes", "became")


def _says_no_other(passage: Passage, token: int, text: str) -> bool:
    """Whether nothing beside the noun sets it off from the one that the story names: "the first", "the next", "two".

    "The chief of staff" is no chief, and "the centre of town" none by that name.
    """
    if passage.child(token, "prep") == token + 1 and passage.lower[token + 1] == "of":
        return False
    own = [child for child in passage.children[token] if child < token]
    numbered = any(passage.entity_of[c] in ("ORDINAL", "CARDINAL") or passage.deps[c] == "nummod" for c in own)
    said = {passage.lower[child] for child in own}
    return not numbered and said.isdisjoint(words("bodies", "telling") | words("labels", "following")) and bool(text)


def _holder(scene: Scene, passage: Passage, token: int, text: str) -> str:
    """The one person with this role, whose place or body no other owner of the role names."""
    owner = passage.child(token, "poss")
    holder = _titled(scene, text, scene.register.holder(text) or "") if is_role(passage, token) else ""
    if not holder and owner is None and passage.child(token, "det") is not None:
        return _head(scene, passage, text.lower())
    if not holder or owner is None:
        return holder
    if passage.tags[owner] not in _NAMING:
        return holder if passage.tags[owner] in NOUNS else ""
    said = {word for person, role in scene.register.roles.held if person == holder for word in role.words}
    return holder if passage.lower[owner] in said else ""


def _titled(scene: Scene, role: str, holder: str) -> str:
    """Whom of those who hold or held the role the headline names, "late Justice Ana Lund", else its one holder."""
    plain, title = role.lower().split(), scene.title.words if scene.title is not None else []
    held = {person for person, called in scene.register.roles.held if called.before[-len(plain) :] == plain}
    titled = {person for person in held if person.split()[-1] in title}
    return titled.pop() if holder and len(titled) == 1 else holder


def relative(scene: Scene, whose: str, kin: str) -> str:
    """Whom the story names as this relative or aide of somebody: "Peter Lund’s wife" is "Ana Lund"; empty for two."""
    name = whose.lower().rpartition("’")[0]
    if not name or kin not in words("roles", "kinship"):
        return ""
    ends = {f"{kin} of {name}", f"{kin} of {name.rpartition(' ')[2]}"}
    found = {person for person, role in scene.register.roles.held if " ".join(role.words) in ends}
    return found.pop() if len(found) == 1 else ""


def _head(scene: Scene, passage: Passage, role: str) -> str:
    """Who of several is "the president": the one whom the headline names, else who acted last; no foreign one."""
    if role not in words("labels", "heads"):
        return ""
    held = [person for person, called in scene.register.roles.held if called.words == role.split()]
    title = scene.title.words if scene.title is not None else []
    titled = {person for person in held if person.split()[-1] in title}
    return titled.pop() if len(titled) == 1 else scene.register.mentions.last(held, passage) or ""


def _company(scene: Scene, passage: Passage, token: int) -> str:
    """The company that acts in this sentence or the one before, else the one that the story is about.

    "The airline" is the other body that stands before it in its sentence.
    """
    noun, (low, _) = passage.lower[token], passage.sentences[passage.sentence_of[token]]
    if any(passage.deps[child] in ("relcl", "acl") for child in passage.children[token]):
        # "The company that built the ferry".
        return ""
    acting = [t for t in actors.around(passage, token) if passage.entity_of[t] == "ORG"]
    if acting:
        name = scene.name(passage, acting[0])
        return name if name == scene.main_body or scene.register.bodies.fits(name, noun) else ""
    named = {scene.name(passage, e.low) for e in passage.entities if low <= e.low < token and e.type == "ORG"}
    others = named - {scene.main_body} if noun not in words("labels", "any_company") else set()
    if others:
        return next((name for name in others if len(others) == 1 and scene.register.bodies.fits(name, noun)), "")
    main = scene.main_body if scene.register.bodies.fits(scene.main_body, "company") else ""
    told = _told_before(scene, passage, token)
    if not told or told in main or (main and main in told):
        return main
    # Of another paragraph's company and the story's nothing says which.
    return told if not main or low else ""


def _told_before(scene: Scene, passage: Passage, token: int) -> str:
    """The company that the sentence before is about; empty where it is about none."""
    for where, subjects in actors.before(scene.passages, passage, token):
        names = (scene.name(where, subject) for subject in subjects if where.entity_of[subject] == "ORG")
        return next((name for name in names if scene.register.bodies.fits(name, "company")), "")
    return ""


def _index(scene: Scene, passage: Passage, token: int) -> str:
    """The index that was named last before "the index", else the only one that the story names."""
    only = [*scene.indexes.values()][:2]
    last = written_out(named_last(scene.passages, passage, token), scene.indexes)
    return last or (only[0] if len(only) == 1 else "")


def _body(scene: Scene, text: str) -> str:
    """The body that is called so: "the agency", "the intelligence committee"; no other than what the words say."""
    plain = text.lower()
    before, _, noun = plain.rpartition(" ")
    if not text.islower() or plain in words("labels", "shared"):
        # "On board" is no body, nor is "iMac computer".
        return ""
    if not (name := scene.register.body(text) or ""):
        return ""
    said = {*name.lower().split()}
    same = {singular(word) for word in said}
    listed = plain in table("bodies")["descriptions"]
    own = {*before.split()} <= said and len(same_as(noun)) == 1
    return scene.body_name(name) if (listed or own or noun not in said) and {*plain.split()} != same else ""


def _named_lately(scene: Scene, passage: Passage, token: int, noun: str) -> str:
    """The one place or body named just before that may be called so: "the city", "the agency"."""
    if place := named_before(scene.passages, passage, token, scene.name):
        return place
    if noun not in words("labels", "agencies"):
        return ""
    bodies, before = scene.register.bodies, (passage.number, token)
    if scene.main_body.isupper() and bodies.is_near(scene.main_body, before) and bodies.fits(scene.main_body, noun):
        # Most agencies go by their letters, but no parliament is one.
        return scene.main_body
    name = bodies.meant(noun, before)
    return scene.body_name(name) if name else ""


def _thing(scene: Scene, plain: str) -> str:
    """What the headline calls otherwise: "the aircraft" is the "cargo plane", "the treaty" the "Grain Trade Treaty"."""
    named = _same_thing(scene, plain) or _ending(scene, plain)
    return named or (scene.model if plain in same_as("aircraft") - {"helicopter", "chopper"} else "")


def _same_thing(scene: Scene, noun: str) -> str:
    """What the headline calls the thing that the text calls otherwise: "the aircraft" is the "cargo plane"."""
    kind = same_as(noun)
    spelled = ((topic.text, topic.text.lower().split()) for topic in scene.topics) if len(kind) > 1 else ()
    return next((text for text, said in spelled if 1 < len(said) <= LONGEST_BODY and not kind.isdisjoint(said)), "")


def _ending(scene: Scene, noun: str) -> str:
    """What the headline names with this word last: "the treaty" is the "Grain Trade Treaty"."""
    named = (topic.text for topic in scene.topics if topic.type in ("NAME", "LAW", "EVENT"))
    return next((text for text in named if text.lower().endswith(f" {noun}")), "")
