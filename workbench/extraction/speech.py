"""Who reports what: cues ("said", "according to"), the stretch they report, and the speaker beside them."""

from dataclasses import dataclass

from workbench.extraction.lexicon import table, words
from workbench.extraction.passage import VERBS, Passage
from workbench.extraction.subjects import is_loose_report, sentence_range, speaker_of, subject_of
from workbench.extraction.verbforms import forms, speech


@dataclass(slots=True)
class Cue:
    """A word that reports: its token, itself in lower case, and the token range of who speaks (None if unseen).

    `low` and `high` are the token range of what it reports, None where nothing but a quotation can be meant.
    `rule` names the shape that was seen.
    """

    token: int
    word: str
    speaker: tuple[int, int] | None
    low: int | None
    high: int | None
    rule: str
    subject: int | None = None


def cues(passage: Passage, quoted: list[tuple[int, int]]) -> list[Cue]:
    """Every cue of the passage outside `quoted` (character ranges), in order."""
    inside = {t for start, end in quoted for t in range(*passage.tokens_in(start, end))}
    found = [cue for t in range(len(passage)) if t not in inside and (cue := _verb_cue(passage, t)) is not None]
    found += [cue for cue in _according(passage) if cue.token not in inside]
    return sorted(found, key=lambda cue: cue.token)


def _verb_cue(passage: Passage, token: int) -> Cue | None:
    word = passage.lower[token]
    if passage.lower[token + 1 : token + 2] in (["out"], ["on"]):
        word = longer if (longer := f"{word} {passage.lower[token + 1]}") in speech("clause") else word
    known = (
        word in speech("clause") or word in speech("promise") or word in speech("object") or word in speech("quoting")
    )
    if not known or passage.tags[token] not in VERBS or passage.deps[token] == "amod" or _is_passive(passage, token):
        return None
    if any(
        passage.deps[c] == "aux"
        and passage.lower[c] in ("will", "would", "could", "should", "to", "can", "might", "must", "may")
        for c in passage.children[token]
    ):
        return None
    return (
        _behind(passage, token, word)
        or _before(passage, token, word)
        or Cue(token, word, speaker_of(passage, token), None, None, "a verb of speech", subject_of(passage, token))
    )


def _is_passive(passage: Passage, token: int) -> bool:
    """A participle without "have" reports only where it names its agent: "reported by local press"."""
    if passage.tags[token] != "VBN" or passage.child(token, "agent") is not None:
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


def _behind(passage: Passage, token: int, word: str) -> Cue | None:
    """As in "X said (that) …", "X promised to …", "X denied the claims": what is reported stands behind the verb."""
    _, high = sentence_range(passage, token)
    clause = passage.child(token, "ccomp")
    if clause is not None and clause > token and word in speech("clause"):
        start = min(t for t in range(*passage.subtree(clause)) if t > token)
        return _cue_from(passage, token, word, start, "a clause behind a verb of speech")
    action = passage.child(token, "xcomp", "ccomp", "advcl")
    if action is not None and action > token and word in speech("promise") and "to" in passage.lower[token:action]:
        start = passage.subtree(action)[0]
        start = max(start, token + 1)
        return _cue_from(passage, token, word, start, "a promise or request")
    if (
        word in speech("clause")
        and word.split(maxsplit=1)[0] in speech("clause")
        and token + 1 < high
        and passage.lower[token + 1] == "that"
    ):
        return _cue_from(passage, token, word, token + 1, 'a clause behind "that"')
    return _object(passage, token, word, high)


def _object(passage: Passage, token: int, word: str, high: int) -> Cue | None:
    """As in "denied the claims", "referred to the plane as …", "reported by the press as …"."""
    as_what = next((c for c in passage.children[token] if c > token and passage.lower[c] == "as"), None)
    if passage.tags[token] == "VBN" and as_what is not None and as_what + 1 < high:
        return _cue_from(passage, token, word, as_what + 1, "a passive with its agent")
    rule = "a noun phrase behind a verb of speech"
    preposition = _preposition(passage, token, word)
    if preposition is not None and preposition + 1 < high:
        return _cue_from(passage, token, word, preposition + 1, rule)
    thing = passage.child(token, "dobj", "oprd", "ccomp")
    if thing is None or thing < token or word not in speech("object"):
        return None
    if passage.tags[thing] == "PRP" and passage.child(token, "oprd", "xcomp", "ccomp") in (None, thing):
        return None
    return _cue_from(passage, token, word, max(token + 1, passage.subtree(thing)[0]), rule)


def _preposition(passage: Passage, token: int, word: str) -> int | None:
    """The preposition that leads to what was said: "referred to …", "called for …"."""
    for base, preposition in table("speech")["with_preposition"].items():
        if word in forms(base) and passage.lower[token + 1 : token + 2] == [preposition]:
            return token + 1
    return None


def _cue_from(passage: Passage, token: int, word: str, start: int, rule: str) -> Cue | None:
    _, high = sentence_range(passage, token)
    end = _end_of_report(passage, token, start, high)
    if start < high and passage.lower[start] == "that":
        start += 1
    return (
        Cue(token, word, speaker_of(passage, token), start, end, rule, subject_of(passage, token))
        if start < end
        else None
    )


def _end_of_report(passage: Passage, token: int, start: int, high: int) -> int:
    """The end of the sentence, or of the report where another verb goes on beside the cue ("said X, and left")."""
    end = next((t for t in range(start + 2, high) if passage.words[t] == ";"), high)
    for child in passage.children[token]:
        if child <= start:
            continue
        dep, tag = passage.deps[child], passage.tags[child]
        beside = dep == "conj" or (
            dep in ("advcl", "prep") and tag == "VBG" and passage.lower[child] in speech("clause")
        )
        late_prep = dep == "prep" and passage.lower[child] in ("according",)
        if beside or late_prep:
            low = passage.subtree(child)[0]
            if low > start:
                end = min(end, low)
    while end > start and (
        passage.tags[end - 1] in (".", ",", ":", "CC", "''") or passage.words[end - 1] in ('"', "”", ")")
    ):
        if passage.words[end - 1] == ")" and "(" in passage.words[start:end]:
            break
        end -= 1
    return end


def _before(passage: Passage, token: int, word: str) -> Cue | None:
    """As in "…, X said", "…, said X", "…, X said, …": what is reported stands before the cue, or around it."""
    if word not in speech("clause") or speech("clause")[word] in words("speech", "weak"):
        return None
    low, high = sentence_range(passage, token)
    speaker = speaker_of(passage, token)
    edge = min(token, speaker[0] if speaker else token)
    comma = edge - 1
    while comma > low and passage.words[comma] in ('"', "”", "''"):
        comma -= 1
    if comma <= low or passage.words[comma] != "," or (speaker is None and passage.tags[token] != "VBD"):
        return None
    after = max(token + len(word.split()), speaker[1] if speaker and speaker[1] < token + 12 else 0)
    if any(passage.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(low, comma)):
        return Cue(token, word, speaker, low, comma, "a clause before its cue", subject_of(passage, token))
    if (
        after < high - 2
        and passage.words[after] == ","
        and any(passage.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(after, high))
    ):
        end = high
        while end > low and passage.tags[end - 1] in (".", "''", ","):
            end -= 1
        return Cue(token, word, speaker, low, end, "a clause around its cue", subject_of(passage, token))
    return None


def _according(passage: Passage) -> list[Cue]:
    found = []
    for token in range(len(passage) - 2):
        if passage.lower[token] != "according" or passage.lower[token + 1] != "to":
            continue
        low, high = sentence_range(passage, token)
        stop = next((t for t in range(token + 2, high) if _ends_source(passage, token, t, low)), high)
        source = (token + 2, stop)
        if all(not passage.words[t][0].isalnum() for t in range(low, token)):
            start, end = (stop + 1 if stop < high and passage.words[stop] == "," else stop), high
        else:
            start, end = low, token
        while end > start and passage.tags[end - 1] in (".", ",", "''", ":"):
            end -= 1
        found.append(
            Cue(
                token,
                "according to",
                source,
                start if start < end else None,
                end if start < end else None,
                "according to a source",
            )
        )
    return found


def _ends_source(passage: Passage, token: int, at: int, low: int) -> bool:
    if passage.tags[at] in (".", ":") or passage.words[at] in ('"', "“"):
        return True
    if passage.words[at] != ",":
        return False
    if token != low:
        return True
    if at + 1 < len(passage) and passage.tags[at + 1] == "CC":
        return False
    # Before the clause the source may hold commas of its own; it ends where a new subject begins.
    following = next(
        (t for t in range(at + 1, min(at + 12, len(passage))) if passage.deps[t] in ("nsubj", "nsubjpass", "expl")),
        None,
    )
    return following is not None and not any(passage.words[t] == "," for t in range(at + 1, following))
