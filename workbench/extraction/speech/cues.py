"""Who reports what: cues ("said", "according to"), the stretch they report, and the speaker beside them."""

from functools import cache

from workbench.extraction.grammar.nouns import base_phrase
from workbench.extraction.grammar.subjects import can_speak, is_loose_report, sentence_range, subject_of
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.people.issuers import is_document, is_read_out
from workbench.extraction.speech import crediting, fronting, objects, reckonings, reports, sources
from workbench.extraction.speech.beside import inverted_speaker, speaker_of
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.report import ACCORDING, ASTRAY, BEHIND, BEHIND_THAT, IN_FRONT, PROMISE
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

_UNREAL = frozenset(("will", "would", "could", "should", "to", "can", "might", "must", "may"))
_READING = frozenset(("read", "reads"))
_CLOSING = frozenset((",", '"', "”", "''"))
_TOLD = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_INNER = frozenset(("'", "‘", "“", '"'))
_PARTING = frozenset(("off", "into", "up", "out"))
"""Behind these a verb of speech means something else: "called off", "found out"."""


def cues(passage: Passage, quoted: list[tuple[int, int]]) -> list[Cue]:
    """Every cue of the passage outside `quoted` (character ranges), in order."""
    inside = {t for start, end in quoted for t in range(*passage.tokens_in(start, end))}
    found = [cue for t in _likely(passage) if t not in inside and (cue := _verb_cue(passage, t)) is not None]
    others = [*sources.according(passage), *sources.nouns(passage), *reckonings.cues(passage)]
    others += crediting.in_words(passage)
    found += [cue for cue in others if cue.token not in inside]
    _stop_at_outer(found)
    return sorted(found, key=lambda cue: cue.token)


def retold(passage: Passage, quoted: list[tuple[int, int]]) -> list[Cue]:
    """The cues within `quoted` of what somebody else said: "“The mayor said the road was shut,” Berg complained"."""
    found = []
    for low, high in (passage.tokens_in(*marks) for marks in quoted):
        for cue in within(passage, low, high):
            if cue.rule in (BEHIND, BEHIND_THAT, PROMISE) and _names_another(passage, cue, low, high):
                cue.high = min(cue.high or high, high)
                found.append(cue)
    return found


def within(passage: Passage, low: int, high: int) -> list[Cue]:
    """The verbs that report something as done in these tokens of a quotation."""
    likely = [t for t in _likely(passage, low, high) if _may_retell(passage, t)]
    return [cue for token in likely if (cue := _verb_cue(passage, token)) is not None]


def _may_retell(passage: Passage, verb: int) -> bool:
    """Whether it is told as done: a verb with a tense, or a participle that goes on ("rebuffed it, saying")."""
    return passage.tags[verb] in _TOLD or (passage.tags[verb] == "VBG" and passage.deps[verb] == "advcl")


def _names_another(passage: Passage, cue: Cue, low: int, high: int) -> bool:
    """Whether who speaks is named or described within the stretch, and their own words stand in no marks of their own.

    "People who say" mean nobody that a reader could ask, nor does "he said" where nobody is named before.
    """
    subject, near = cue.subject, range(cue.token + 1, min(cue.token + 3, len(passage)))
    if subject is None or not low <= subject < high or passage.deps[cue.token] == "relcl":
        return False
    named = passage.tags[subject] in NOUNS or (
        passage.lower[subject] in ("he", "she") and "PERSON" in passage.entity_of[low:subject]
    )
    return named and not any(passage.words[t] in _INNER and passage.tags[t] != "POS" for t in near)


def _stop_at_outer(found: list[Cue]) -> None:
    """End what is reported where what passes it on ends: "Lee said it was shut, the Herald reported"."""
    for outer in [cue for cue in found if cue.rule in (ACCORDING, IN_FRONT)]:
        for cue in [cue for cue in found if cue.rule in (BEHIND, PROMISE)]:
            low, high, end = outer.low or 0, outer.high or 0, cue.high or 0
            if low <= cue.token < high < end and high <= outer.token < end:
                cue.high = high


def _likely(passage: Passage, low: int = 0, high: int | None = None) -> list[int]:
    """The tokens that may be cues: a quick look that spares the longer ones for nearly all words."""
    first, tags = _first_words(), passage.tags
    return [
        token
        for token, word in enumerate(passage.lower[low:high], low)
        if word in first and (tags[token] in VERBS or tags[token] == "NNS" or word in _READING)
    ]


def _verb_cue(passage: Passage, token: int) -> Cue | None:
    _mend(passage, token)
    reports_it = (passage.tags[token] in VERBS and passage.deps[token] != "amod") or _is_told(passage, token)
    word = _word(passage, token) if reports_it and not _is_set_phrase(passage, token) else None
    if word is None:
        return _read_out(passage, token)
    if (said := sources.as_said(passage, token, word)) is not None:
        return said
    if _is_passive(passage, token) or _is_unreal(passage, token) or _is_left_open(passage, token):
        return _read_out(passage, token)
    subject = subject_of(passage, token)
    if not _can_be_told(passage, word, subject):
        return None
    speaker = speaker_of(passage, token)
    inverted = inverted_speaker(passage, token) is not None
    report = None if inverted else reports.behind(passage, token, word)
    if report is None or report.rule is ASTRAY:
        report = fronting.before(passage, token, word, speaker) or report
    low, high, rule = report or (None, None, "a verb of speech")
    return Cue(token, word, speaker, low, high, rule, subject)


def _mend(passage: Passage, token: int) -> None:
    """Put right that the parser takes the verb for a participle of who speaks: "“…”, added Norlund.".

    So, too, that it takes "He's suggested that" for a passive, which only "it's said that" is.
    """
    has, subject = passage.child(token, "auxpass"), passage.child(token, "nsubjpass")
    told = has is not None and passage.lower[has] == "'s" and passage.child(token, "ccomp") is not None
    if told and has is not None and subject is not None and passage.lower[subject] != "it":
        passage.deps[has], passage.deps[subject] = "aux", "nsubj"
    behind = token > 2 and passage.words[token - 1] in _CLOSING and passage.words[token - 2] in (*_CLOSING, ",")
    if behind and passage.deps[token] == "amod" and passage.tags[token + 1 : token + 2] == ["NNP"]:
        passage.tags[token], passage.deps[token] = "VBD", "ROOT"


def _can_be_told(passage: Passage, word: str, subject: int | None) -> bool:
    """Whether the verb reports: a poll "shows", and no photograph; "I suspect" is the writer's own thought."""
    base = speech("clause").get(word)
    if base == "show":
        return objects.is_evidence(passage, subject)
    return (
        base not in words("speech", "thinking") or subject is None or passage.lower[subject] not in ("i", "we", "you")
    )


def _is_set_phrase(passage: Passage, token: int) -> bool:
    """Whether the verb tells of no speech: "That said, …", and "60 pledged delegates", where it describes them."""
    before, following = passage.lower[token - 1] if token else "", passage.words[token + 1 : token + 2]
    described = passage.tags[token - 1] == "CD" and passage.tags[token + 1 : token + 2] in (["NN"], ["NNS"])
    since = passage.lower[token] == "beginning"
    return (
        since
        or (before == "that" and passage.lower[token] == "said" and following == [","])
        or (token > 0 and described)
    )


def _is_told(passage: Passage, token: int) -> bool:
    """Whether the tagger takes the verb for a noun: "But Lee claims that …", "the report … and states it is"."""
    if passage.tags[token] != "NNS" or speech("clause").get(passage.lower[token]) in (None, passage.lower[token]):
        return False
    own = passage.child(token, "nsubj")
    if own is not None and passage.child(token, "ccomp") is not None and can_speak(passage, own):
        return True
    # As in "when Lee tweets that it is shut".
    named = passage.lower[token + 1 : token + 2] == ["that"] and "PERSON" in passage.entity_of[token - 1 : token]
    if named or _closes(passage, token):
        passage.tags[token] = "VBZ"
        return True
    following, above = passage.lower[token + 1 : token + 2], passage.heads[token]
    if following in ([":"], [","]) and passage.words[token + 2 : token + 3] in (['"'], ["“"]):
        return following == [":"] or passage.child(token, "nsubj") is not None
    if following not in (["that"], ["it"], ["he"], ["she"], ["they"]):
        return False
    subject = passage.child(token, "nsubj")
    told = subject is not None and passage.tags[subject] in ("NNP", "NNPS", "PRP")
    return told or (passage.deps[token] == "conj" and passage.tags[above] == "VBZ")


def _closes(passage: Passage, token: int) -> bool:
    """Whether a name and the verb close the sentence behind a comma: "…, NTC reports."."""
    low, high = sentence_range(passage, token)
    name = passage.words[token - 1]
    last = token + 1 == high or passage.tags[token + 1] == "."
    return last and token - 2 > low and passage.words[token - 2] == "," and name.isupper() and len(name) > 1


def _read_out(passage: Passage, token: int) -> Cue | None:
    """As in "a note from X read: “…”": the document in front is what speaks, whatever the parser makes of "read"."""
    if not is_read_out(passage, token):
        return None
    low, _ = sentence_range(passage, token)
    document = next((t for t in range(token - 1, low - 1, -1) if is_document(passage, t)), None)
    if document is None:
        return None
    first = base_phrase(passage, document).low
    return Cue(token, passage.lower[token], (first, token), None, None, "what a document reads", document)


def _word(passage: Passage, token: int) -> str | None:
    """The verb of speech that stands here, with the particle that belongs to it; None where it is none."""
    word = passage.lower[token]
    particle = passage.lower[token + 1] if token + 1 < len(passage) else ""
    if particle in ("off", "into", "up", "out", "on", "it", "back", "in"):
        if (longer := f"{word} {particle}") in _verbs():
            return longer
        # "Estimates up to 500 boats sank" is no "estimates up".
        if particle in _PARTING and passage.tags[token + 2 : token + 4] not in (["IN", "CD"], ["TO", "CD"]):
            return None
    return word if word in _verbs() else None


@cache
def _verbs() -> frozenset[str]:
    """Every form of the verbs that report."""
    groups = ("clause", "promise", "object", "quoting", "faulting", "naming")
    return frozenset(objects.likening()).union(*(speech(group) for group in groups))


@cache
def _first_words() -> frozenset[str]:
    """What a cue's first word can be: "pointed" for "pointed out"."""
    return _READING.union(verb.split(maxsplit=1)[0] for verb in _verbs())


def _is_unreal(passage: Passage, token: int) -> bool:
    """Whether it is not told as done: "will say", "if X says"; "met reporters to say" and "went on to say" are."""
    helpers = _helpers(passage, token)
    head, dep = passage.heads[token], passage.deps[token]
    if not helpers and dep == "conj" and passage.tags[token] == passage.tags[head] == "VB":
        # "They were urged to send in designs and suggest what they mean" goes on from what nobody did yet.
        return _helpers(passage, head) == ["to"] and _is_unreal(passage, head)
    purpose = dep == "advcl" and passage.tags[head] == "VBD"
    leads_on = dep == "xcomp" and passage.lower[head] in speech("leading")
    past = dep == "xcomp" and passage.tags[head] == "VBD" and passage.lower[head] in speech("led")
    made = passage.lower[head] in speech("made") and (
        passage.child(token, "nsubj") is not None or passage.child(head, "dobj", "nsubjpass") is not None
    )
    first = passage.lower[token - 2 : token] == ["first", "to"]
    if helpers == ["to"] and (purpose or leads_on or past or made or first):
        return passage.child(head, "neg") is not None
    asked = any(passage.deps[c] == "mark" and passage.lower[c] in ("if", "whether") for c in passage.children[token])
    sparing = "only" in passage.lower[max(0, token - 2) : token + 2]
    would = passage.tags[token] in ("VB", "VBP") and any(helper in ("'d", "’d") for helper in helpers)
    return asked or would or (any(helper in _UNREAL for helper in helpers) and not (sparing and "would" in helpers))


def _helpers(passage: Passage, token: int) -> list[str]:
    """The helping verbs, also those of the verb that it goes on from: "people can flag and report it"."""
    own = [passage.lower[c] for c in passage.children[token] if passage.deps[c] == "aux"]
    goes_on = passage.deps[token] == "conj" and passage.tags[token] == passage.tags[passage.heads[token]] == "VB"
    if own or not goes_on or passage.child(token, "nsubj") is not None:
        return own
    return [h for h in _helpers(passage, passage.heads[token]) if h in _UNREAL and h != "to"]


def _is_left_open(passage: Passage, token: int) -> bool:
    """Whether nothing is said: "did not say whether it was shut", "has not said why it closed"."""
    asked = passage.lower[token + 1 : token + 2]
    return (
        passage.child(token, "neg") is not None
        and asked != []
        and (asked[0] in ("if", "whether") or passage.tags[token + 1] in ("WRB", "WP"))
    )


def _is_passive(passage: Passage, token: int) -> bool:
    """A participle without "have" reports only where it names its agent: "reported by local press"."""
    if token == sentence_range(passage, token)[0] and passage.tags[token] in ("VBD", "VBN"):
        # "Asked what he wanted, the mayor said …".
        return passage.deps[token] == "advcl" and passage.child(token, "agent") is None
    # The tagger takes "Lund, head of the yard, announced on Monday that" for a participle.
    active = passage.child(token, "nsubj") is not None and passage.child(token, "auxpass") is None
    active = active and passage.deps[token] != "pcomp"
    if passage.tags[token] != "VBN" or active or passage.child(token, "agent") is not None:
        return passage.lower[passage.heads[token]] == "without"
    around = (passage.tags[token - 1] if token else ".", passage.tags[token + 1] if token + 1 < len(passage) else ".")
    if is_loose_report(passage, token):
        return False
    # The tagger takes "Trump boasted," and "Said Bird:" for participles.
    if around[0] in ("NNP", "PRP", "WP") or around[1] in ("NNP", "PRP"):
        return False
    helpers = [passage.lower[c] for c in passage.children[token] if passage.deps[c] in ("aux", "auxpass")]
    return not any(h in ("have", "has", "had", "'ve", "'s", "'d", "having") for h in helpers) or any(
        passage.deps[c] == "auxpass" for c in passage.children[token]
    )
