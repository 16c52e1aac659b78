"""Who acts: the subject of a verb, and whether it can be one who speaks."""

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

FARTHEST_ASIDE = 40
"""Most tokens between a verb and who acts, where the parser sees no subject."""
_MOMENTS = ("point", "time", "moment", "stage")
"""Nouns that the parser hangs a participle on that only says when: "at one point calling it a fraud"."""
_SHOWING = ("show", "indicate", "suggest")
_HANGING = ("conj", "advcl", "xcomp", "pcomp", "prep", "dep")
_DASHES = ("–", "—", "-", "--")
_PRONOUNS = ("he", "she", "they", "we", "i")
_SOME = ("many", "some", "others", "most", "few", "several", "both", "another")
"""Words for people whom nobody names."""


def sentence_range(passage: Passage, token: int) -> tuple[int, int]:
    """The half-open token range of the sentence that holds this token."""
    return passage.sentences[passage.sentence_of[token]]


def subject_of(passage: Passage, token: int) -> int | None:
    """The token that is the verb's subject: its own, or that of the verb it goes on from ("cited X, and claimed …")."""
    for found in (_of_loose_participle, _right_before, _read_subject, _of_verb_before, _read_as_aside):
        if (subject := found(passage, token)) is not None:
            return subject
    return None


def _of_verb_before(passage: Passage, token: int) -> int | None:
    """Who acts where the verb is read as part of something else: "saying X and calling Y", "at one point calling …"."""
    low = sentence_range(passage, token)[0]
    row = passage.child(token, "ccomp")
    if row is not None and row < token and passage.lower[row] in speech("clause"):
        # "Lee said the dam is old, argued that it leaks, and left": the parser hangs the first verb on the second.
        own = passage.child(token, "nsubj")
        return _own_subject(passage, row, passive=False) if own is None else own
    moment = passage.heads[token]
    at_one = passage.lower[moment] in _MOMENTS and passage.lower[passage.heads[moment]] == "at"
    if at_one and passage.tags[token] == "VBG":
        above = next((t for t in passage.ancestors(token) if passage.tags[t] in VERBS), None)
    elif passage.lower[token - 1 - (passage.tags[token - 1] == "RB")] not in ("and", "but"):
        return None
    elif passage.tags[token] == "VBG":
        likely = (t for t in range(token - 2, low - 1, -1) if passage.tags[t] == "VBG")
        above = next((t for t in likely if passage.lower[t] in speech("clause")), None)
        if above is None:
            return None
        own = _own_subject(passage, above, passive=False)
        return _of_loose_participle(passage, above) if own is None or own > above else own
    else:
        above = next((t for t in range(low, token) if passage.heads[t] == t), None)
        above = above if above is not None and passage.tags[above] == passage.tags[token] == "VBD" else None
    return None if above is None else _own_subject(passage, above, passive=True)


def _read_as_aside(passage: Passage, token: int) -> int | None:
    """Who acts where the parser hangs them on what stands in front: "In a blow to Kiel, the Harbour Office said …"."""
    if passage.tags[token] not in ("VBD", "VBZ", "VBP"):
        return None
    low = max(sentence_range(passage, token)[0] + 1, token - FARTHEST_ASIDE)
    for at in range(low, token):
        if passage.deps[at] == "appos" and can_speak(passage, at):
            first, end = passage.subtree(at)
            # Behind a closing comma a common noun describes whoever is in front.
            shut = end == token or (passage.words[end:token] == [","] and passage.entity_of[at] in ("PERSON", "ORG"))
            described = passage.entity_of[passage.heads[at]] == "PERSON"
            if passage.words[first - 1] == "," and passage.heads[at] < first and shut and not described:
                return at
    return None


def _right_before(passage: Passage, token: int) -> int | None:
    """The pronoun right before a finite verb, which is its subject whatever the parser makes of it: "…, she said"."""
    before = token - 1 - (token > 1 and passage.tags[token - 1] == "RB")
    if before < 0 or passage.tags[token] not in ("VBD", "VBZ", "VBP"):
        return None
    # In "the mayor and her deputy both say" the word before the verb only counts them.
    alone = passage.lower[before] in _SOME and (before == 0 or passage.tags[before - 1] not in (*NOUNS, "CC"))
    return before if alone or passage.lower[before] in _PRONOUNS else None


def _read_subject(passage: Passage, token: int) -> int | None:
    for verb in (token, *_verbs_above(passage, token)):
        own = _own_subject(passage, verb, passive=verb != token)
        told = verb != token and _is_told(passage, verb)
        if told and own is not None and (not can_speak(passage, own) or _goes_on_telling(passage, token, verb)):
            continue
        if own is not None and passage.entity_of[own] not in ("DATE", "TIME"):
            # The parser takes the accused for the subject in "and Democrats accused the GOP of …".
            beside = token - 1 if own > token and verb == token else None
            if (
                beside is not None
                and passage.tags[beside] in (*NOUNS, "PRP")
                and passage.entity_of[beside] not in ("DATE", "TIME")
            ):
                return beside
            return _antecedent(passage, own)
        hangs = passage.tags[token] == "VBG" or is_loose_report(passage, token)
        aside = passage.lower[passage.heads[token]] in _MOMENTS
        if verb == token and passage.deps[token] in ("acl", "relcl") and hangs and not aside:
            if is_loose_report(passage, token):
                return _described(passage, token)
            return passage.heads[token] if _can_tell(passage, token) else _of_main_verb(passage, token)
        if verb == token and (agent := _agent(passage, token)) is not None:
            return agent
    return None


def _can_tell(passage: Passage, participle: int) -> bool:
    """Whether a participle's noun may be what tells: "a letter saying", and neither "losses calling" nor a reader."""
    noun, link = passage.heads[participle], passage.heads[passage.heads[participle]]
    addressed = passage.deps[noun] == "pobj" and passage.lower[link] == "to"
    if singular(passage.words[noun]) in words("speech", "speakers.documents"):
        return not (addressed and passage.tags[passage.heads[link]] in NOUNS)
    return not addressed and can_speak(passage, noun)


def _of_main_verb(passage: Passage, participle: int) -> int:
    """Who acts in the clause that holds the participle's noun; the noun itself where that is nobody who can speak.

    What a thing suggests or shows it does by itself.
    """
    noun = passage.heads[participle]
    verb = next((t for t in passage.ancestors(noun) if passage.tags[t] in VERBS), None)
    subject = None if verb is None else _own_subject(passage, verb, passive=True)
    if subject is None or subject >= noun or not can_speak(passage, subject):
        return noun
    shows = speech("clause").get(passage.lower[participle]) in _SHOWING or passage.subtree(subject)[1] > participle
    return noun if shows else _antecedent(passage, subject)


def _goes_on_telling(passage: Passage, token: int, verb: int) -> bool:
    """Whether a verb of speech goes on from the one before that reports `verb`: "said X was late and blamed Y"."""
    joined = passage.lower[token - 1] == "and" and passage.deps[token] == "conj" and passage.heads[verb] < verb
    return joined and passage.tags[token] == passage.tags[passage.heads[verb]] and passage.tags[token] in ("VBD", "VBG")


def _agent(passage: Passage, token: int) -> int | None:
    """Who speaks where a verb above or a "by" tells: "X quoted Y as saying", "it led Y to say", "reported by Y"."""
    above = passage.heads[token]
    if passage.deps[token] == "pcomp" and passage.lower[above] == "as":
        return passage.child(passage.heads[above], "dobj", "nsubjpass")
    if passage.deps[token] == "xcomp" and passage.lower[above] in speech("made"):
        return passage.child(above, "dobj", "nsubjpass")
    agent = passage.child(token, "agent")
    return None if agent is None else passage.child(agent, "pobj")


def _is_told(passage: Passage, verb: int) -> bool:
    """Whether the verb's clause is what another verb of speech reports: "noted that the troops lag, and asked …"."""
    return passage.deps[verb] == "ccomp" and passage.lower[passage.heads[verb]] in speech("clause")


def _of_loose_participle(passage: Passage, token: int) -> int | None:
    """Who says it in "X said Y, adding that …": whose verb of speech is above it, else the nearest who can speak."""
    if passage.tags[token] != "VBG" or not token:
        return None
    # American papers put the comma inside the marks: "called it a “joke,” adding that …".
    before = token - 1 - (token > 1 and passage.tags[token - 1] == "''" and passage.words[token - 2] == ",")
    if passage.lower[before] not in (",", "while", *_DASHES):
        return None
    if passage.child(token, "nsubj") is not None:
        return None
    aside = _aside_before(passage, token)
    above = [t for t in passage.ancestors(token) if passage.tags[t] in VERBS]
    above = _up_to_its_own_clause(passage, [t for t in above if t not in aside])
    told = [t for t in above if passage.lower[t] in speech("clause") and passage.tags[t] != "VBG"]
    if passage.words[before] in _DASHES:
        # Behind a dash it goes on from the whole sentence.
        told += above[-1:]
    for verb in (*told, *above):
        own = _own_subject(passage, verb, passive=True)
        if own is not None and own < token and can_speak(passage, own):
            return _antecedent(passage, own)
    return None


def _aside_before(passage: Passage, token: int) -> range:
    """The aside between dashes that parts a participle from its clause: "They marched - past us - while chanting"."""
    shut = token - 1 - (passage.lower[token - 1] == "while")
    low, _ = sentence_range(passage, token)
    if passage.words[shut] not in _DASHES:
        return range(0)
    return range(next((t for t in range(shut - 1, low, -1) if passage.words[t] in _DASHES), shut), shut)


def _up_to_its_own_clause(passage: Passage, above: list[int]) -> list[int]:
    """The verbs above a participle up to one beside the main verb with a subject of its own: "and Y sued, saying …"."""
    for place, verb in enumerate(above):
        subject = passage.child(verb, "nsubj")
        beside = passage.deps[verb] == "conj" and passage.deps[passage.heads[verb]] == "ROOT"
        if beside and subject is not None and can_speak(passage, subject):
            return above[: place + 1]
    return above


def _own_subject(passage: Passage, verb: int, *, passive: bool) -> int | None:
    """The verb's subject, that of a passive only where asked for ("Lee was charged and said …").

    Of two it is the name: the parser takes "co" for one in "said co-author Ingo Brandt", "firm" in "the firm X said".
    """
    below = passage.children[verb]
    subjects = [c for c in below if passage.deps[c] == "nsubj"]
    subjects += [c for c in below if passive and passage.deps[c] == "nsubjpass" and can_speak(passage, c)]
    named = (c for kind in ("PERSON", "ORG") for c in subjects if passage.entity_of[c] == kind)
    found = next(named, subjects[0] if subjects else None)
    if found is None or passage.entity_of[found] != "GPE":
        return found
    # In "in Salem, Ohio, Ann Lee said" the parser takes the place for who speaks.
    beside = (c for c in passage.children[found] if passage.deps[c] == "appos" and passage.entity_of[c] == "PERSON")
    return next(beside, found)


def is_loose_report(passage: Passage, token: int) -> bool:
    """Whether the verb is read as a participle behind a person's description: "X, who led the club, tweeted"."""
    loose = passage.tags[token] == "VBN" and passage.deps[token] == "acl" and passage.words[token - 1] == ","
    described = _described(passage, token)
    # "Norlund, a maker of vans, announced that …", and not "Norlund, called the pride of the town, …".
    body = passage.entity_of[described] == "ORG" and passage.child(token, "ccomp") is not None
    return loose and (body or passage.entity_of[described] == "PERSON")


def _described(passage: Passage, token: int) -> int:
    """What the participle describes; where that is no person, what the sentence is read to hang on."""
    head = passage.heads[token]
    if passage.entity_of[head] == "PERSON":
        return head
    return next((t for t in passage.ancestors(head) if passage.heads[t] == t), head)


def _verbs_above(passage: Passage, token: int) -> list[int]:
    above: list[int] = []
    while passage.heads[token] != token and (
        passage.deps[token] in _HANGING
        or (above and _is_told(passage, token))
        # "They are quick to add that".
        or (passage.deps[token] == "acomp" and passage.lower[token] in speech("leading"))
    ):
        token = passage.heads[token]
        if passage.tags[token] in VERBS:
            above.append(token)
        if len(above) == 3:
            break
    return above


def _antecedent(passage: Passage, subject: int) -> int:
    """What a relative pronoun stands for: "the man who said" → man."""
    if passage.tags[subject] in ("WP", "WDT") or (
        passage.lower[subject] == "that" and passage.deps[subject] == "nsubj"
    ):
        verb = passage.heads[subject]
        if passage.deps[verb] == "relcl":
            return _without_party(passage, passage.heads[verb])
    if passage.lower[subject] in ("himself", "herself", "itself", "themselves"):
        above = passage.heads[passage.heads[subject]]
        return next((c for c in passage.children[above] if passage.deps[c] == "nsubj" and c < subject), subject)
    return subject


def _without_party(passage: Passage, noun: int) -> int:
    """Whom "D-N.Y." stands beside, for "Lee, D-N.Y., who said"; any other noun is itself."""
    party = passage.deps[noun] == "appos" and passage.lower[noun - 2 : noun] in (["d", "-"], ["r", "-"], ["i", "-"])
    return passage.heads[noun] if party else noun


def can_speak(passage: Passage, token: int) -> bool:
    """Whether this token can be one who speaks: a name, a pronoun for people, or a common noun listed as one."""
    if passage.tags[token] in ("NNP", "NNPS") or passage.lower[token] in (*_PRONOUNS, *_SOME, "it", "who"):
        return True
    noun = singular(passage.words[token])
    return (
        noun in words("speech", "speakers.persons")
        or any(noun in words("bodies", kind) for kind in ("companies", "societies", "public"))
        or is_role(passage, token)
        or passage.entity_of[token]
        in (
            "PERSON",
            "ORG",
            "NORP",
            "GPE",
        )
    )
