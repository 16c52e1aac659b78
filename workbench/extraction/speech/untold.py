"""Where a verb of speech tells nothing: "did not say that", "fearing that", "people who call themselves old"."""

from workbench.extraction.grammar.nouns import base_phrase, singular
from workbench.extraction.grammar.subjects import can_speak
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.people.issuers import is_document
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.objects import is_evidence
from workbench.extraction.speech.report import NOUN_PHRASE
from workbench.extraction.text.passage import NOUNS, Passage

_NOBODY = frozenset(("nobody", "none", "neither", "no"))
_THEMSELVES = frozenset(("themselves", "himself", "herself", "itself"))
_TELLING_MORE = frozenset(("relcl", "acl", "ccomp"))
_ITS_OWN = frozenset(("PRP$", "DT", "POS"))


def tells_nothing(passage: Passage, cue: Cue) -> bool:
    """Whether nobody is reported to have said what stands with the cue."""
    return (
        _is_denied(passage, cue)
        or _only_explains(passage, cue.token)
        or _is_implied(passage, cue)
        or _sorts_people(passage, cue.token)
        or (cue.rule == NOUN_PHRASE and _names_a_report(passage, cue))
    )


def _is_denied(passage: Passage, cue: Cue) -> bool:
    """Whether it was not said, or said by nobody or by anybody: "never wrote that", "nobody said", "you can say"."""
    denial = passage.child(cue.token, "neg")
    if denial is not None and passage.lower[denial + 1 : denial + 2] != ["only"]:
        return True
    if cue.subject is None:
        return False
    first = passage.lower[base_phrase(passage, cue.subject).low]
    return first in _NOBODY or passage.lower[cue.subject] in (*_NOBODY, "you")


def _only_explains(passage: Passage, verb: int) -> bool:
    """Whether a thought only says why somebody acts or who is meant: "…, fearing that", "because they hope".

    Of somebody with a name it tells what they think: "Lee, who believes that …".
    """
    if speech("clause").get(passage.lower[verb]) not in words("speech", "thinking"):
        return False
    dep, above = passage.deps[verb], passage.heads[verb]
    if dep == "relcl":
        return passage.entity_of[above] not in ("PERSON", "ORG")
    loose = passage.tags[verb] == "VBG" and passage.child(verb, "aux") is None
    return dep in ("advcl", "acl", "pcomp") or loose or passage.tags[verb] in ("NN", "NNS")


def _is_implied(passage: Passage, cue: Cue) -> bool:
    """Whether the writer concludes it from a thing: "the silence suggests that"; a study suggests by itself."""
    if cue.subject is None or speech("clause").get(cue.word) not in words("speech", "implying"):
        return False
    subject = cue.subject
    return not (can_speak(passage, subject) or is_evidence(passage, subject) or is_document(passage, subject))


def _sorts_people(passage: Passage, verb: int) -> bool:
    """Whether it only says which people are meant: "voters who describe themselves as moderate"."""
    itself = any(passage.lower[t] in _THEMSELVES for t in range(verb + 1, min(verb + 3, len(passage))))
    return itself and passage.tags[passage.heads[verb]] == "NNS" and passage.deps[verb] in ("relcl", "acl")


def _names_a_report(passage: Passage, cue: Cue) -> bool:
    """Whether the object is only a word for what is told, without what it is: "denied Lee's claim on Sunday"."""
    low, high = cue.low or 0, cue.high or 0
    noun = next((c for c in passage.children[cue.token] if passage.deps[c] == "dobj" and low <= c < high), None)
    named = passage.child(cue.token, "oprd") is not None or "as" in passage.lower[low:high]
    if noun is None or named or passage.tags[noun] not in NOUNS or noun == low:
        return False
    more = any(
        passage.deps[c] in _TELLING_MORE or passage.lower[c] in ("of", "that", "about") for c in passage.children[noun]
    )
    owned = any(passage.tags[t] in _ITS_OWN and passage.lower[t] not in ("a", "an") for t in range(low, noun))
    known = owned or "DATE" in passage.entity_of[low:noun]
    word = singular(passage.words[noun])
    return known and not more and any(word in words("speech", group) for group in ("nouns", "evidence", "tallied"))
