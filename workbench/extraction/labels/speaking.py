"""Whom "I", "we" and "our" mean in a quotation: the one who says it, or the body that he or she speaks for."""

from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Passage

_ONE = ("i", "my", "me", "mine")
_SEVERAL = ("we", "our", "us")


def is_first_person(word: str) -> bool:
    """Whether only the speaker can be meant by the word."""
    return word in _ONE or word in _SEVERAL


def voice(scene: Scene, passage: Passage, token: int) -> str:
    """The name behind a pronoun of the first person; empty outside a quotation and for what is everybody's."""
    word, above = passage.lower[token], passage.heads[token]
    speaker = scene.speaker(passage, token)
    if word in _ONE or not speaker:
        return speaker
    if word == "our" and passage.lower[above] in words("labels", "shared"):
        return ""
    if passage.lower[token + 1 : token + 2] == ["both"]:
        # "We both": somebody and one other, no body.
        return speaker
    if body := _spoken_for(scene, speaker):
        return body
    # "We have too many laws": Lund does not have them.
    is_state = word == "we" and passage.tags[above] == "VBP" and scene.register.is_person(speaker)
    return "" if is_state else speaker


def _spoken_for(scene: Scene, speaker: str) -> str:
    """The body in the role by which the story calls the speaker: "Halden Foods" for its spokeswoman."""
    roles = [role for person, role in scene.register.roles.held if person == speaker]
    leading = [role.words for role in roles if role.before and role.before[-1] in words("labels", "speaks_for")]
    # The model takes the "Defense" of a secretary for a body.
    bodies = [body for body in scene.register.bodies.places if body.lower() not in scene.uncapitalised]
    named = sorted(bodies, key=len, reverse=True)
    return next((scene.body_name(body) for body in named if any(_runs_in(body, role) for role in leading)), "")


def _runs_in(body: str, role: list[str]) -> bool:
    spelled = body.lower().removesuffix("'s").removesuffix("’s").split()
    plain = [word.removesuffix("'s").removesuffix("’s") for word in role]
    return any(plain[at : at + len(spelled)] == spelled for at in range(len(plain)))
