"""The cue that a quotation leans on: behind its marks, before them, or at the end of its sentence."""

from workbench.extraction.grammar.subjects import sentence_range
from workbench.extraction.grammar.verbforms import forms, speech
from workbench.extraction.lexicon import words
from workbench.extraction.speech import works
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.report import AS_SAID
from workbench.extraction.text.passage import Passage

NOMINAL = frozenset(("NNP", "NNPS", "PRP", "NN", "NNS", "DT", "JJ", "HYPH", "POS", "PRP$", "CD"))
NEAR = 14
"""Most tokens between a cue and the mark behind it."""
NEXT = 3
"""Most tokens between a mark and a cue that leads right to it."""
FAR = 30
"""Most tokens between a mark and the cue behind the speaker's long description."""
MOST_AHEAD = 12
"""Most quotations in a row that one cue behind them reports: a page of nothing else would take a square of them."""


def cue_of(passage: Passage, spans: list[tuple[int, int]], place: int, cues: list[Cue]) -> Cue | None:
    """The cue that a quotation leans on: right behind it, right before it, else in its sentence."""
    start, end = spans[place]
    low, _ = passage.tokens_in(start, end)
    first = sentence_range(passage, low)[0]
    behind = _behind(passage, spans, place, cues)
    before = _own(passage, [c for c in cues if first <= c.token < low], low)
    if before and _leads_on(passage, before[-1], low):
        return before[-1]
    inner = passage.text[start:end]
    if behind and before and behind.word in forms("report") and _reports(before[-1], low):
        # "A clerk said it would be “a disgrace,” the Herald reported": the paper only passes it on.
        return before[-1]
    if behind and (inner.endswith((",", "?", "!", "—", "–", "-")) or passage.text[end + 1 : end + 2] == ","):
        return behind
    if before and low - before[-1].token <= NEAR:
        return before[-1]
    return behind or (before[-1] if before else _at_the_end(passage, spans[place], low, cues))


def _own(passage: Passage, before: list[Cue], low: int) -> list[Cue]:
    """The cues without those at the end that only belong to what an earlier one reports, or describe a statement.

    As in "X said in a statement read by Y", "X said that once the session goes on", "X said those who complained".
    """
    while len(before) > 1:
        last, earlier = before[-1], before[-2]
        read_by = (passage.tags[last.token], passage.deps[last.token]) == ("VBN", "acl")
        told = earlier.low is not None and earlier.high is not None and earlier.low <= last.token < earlier.high
        far = low - last.token > NEXT
        done = last.low is None or (last.high is not None and last.high <= low)
        idle = far and passage.deps[last.token] in ("relcl", "advcl") and done
        if not read_by and not (told and (idle or speech("clause").get(last.word) in words("speech", "weak"))):
            break
        before = before[:-1]
    return before


def _leads_on(passage: Passage, cue: Cue, low: int) -> bool:
    """Whether the cue's clause leads right to the marks: "X said, “…", "X claimed that “…", "describes it as “…"."""
    last = low - 1
    while last > cue.token and not passage.words[last][0].isalnum():
        last -= 1
    return last == cue.token + len(cue.word.split()) - 1 or passage.lower[last] in ("that", "with", "as")


def ahead(
    passage: Passage, spans: list[tuple[int, int]], place: int, cues: list[Cue]
) -> tuple[tuple[int, int], Cue | None]:
    """The quotation with the cue for this one, where nothing stands between the two: "“A.” “B,” said X"."""
    for following in range(place + 1, min(place + 1 + MOST_AHEAD, len(spans))):
        if any(char.isalnum() for char in passage.text[spans[following - 1][1] : spans[following][0]]):
            break
        cue = _behind(passage, spans, following, cues) or unlisted(passage, spans[following])
        if cue is not None:
            return spans[following], cue
    return spans[place], None


def unlisted(passage: Passage, span: tuple[int, int]) -> Cue | None:
    """A verb that no list holds, right behind the marks with a person: "“…!” beamed Ada Lee", "“…,” Lee barked"."""
    if not passage.text[: span[1]].endswith((",", "!", "?", "—", "–")):
        return None
    edge = passage.tokens_in(*span)[1] + 1
    if edge + 1 >= len(passage):
        return None
    if passage.tags[edge] in ("VBD", "VBZ"):
        person = next((e for e in passage.entities if e.type == "PERSON" and edge < e.low <= edge + 3), None)
        verb = edge
        plain = person is not None and all(passage.tags[t] in NOMINAL for t in range(edge + 1, person.low))
    else:
        person = next((e for e in passage.entities if e.type == "PERSON" and e.low == edge), None)
        verb = person.high if person else edge
        plain = verb < len(passage) and passage.tags[verb] in ("VBD", "VBZ") and passage.child(verb, "dobj") is None
    if person is None or not plain:
        return _short_clause(passage, edge)
    return Cue(verb, passage.lower[verb], (person.low, person.high), None, None, "a verb right behind the marks", None)


def _short_clause(passage: Passage, edge: int) -> Cue | None:
    """A sentence that is but a name and a verb behind the marks: "“…,” an angry Lee retaliated."."""
    verb = next(
        (t for t in range(edge + 1, min(edge + 5, len(passage) - 1)) if passage.tags[t] in ("VBD", "VBZ")), None
    )
    if verb is None or passage.words[verb + 1] not in (".", ",") or passage.tags[verb - 1] != "NNP":
        return None
    plain = passage.deps[verb - 1] == "nsubj" and all(passage.tags[t] in NOMINAL for t in range(edge, verb))
    rule = "a verb right behind the marks"
    return Cue(verb, passage.lower[verb], (edge, verb), None, None, rule, verb - 1) if plain else None


def _at_the_end(passage: Passage, span: tuple[int, int], low: int, cues: list[Cue]) -> Cue | None:
    """The cue that ends the sentence of marks that no other reports: "“A third” of the boats left, says X."."""
    if passage.text[: span[1]].endswith((".", "!", "?")):
        return None
    first, last = passage.sentences[passage.sentence_of[low]] if low < len(passage) else (0, 0)
    behind = (c for c in cues if low < c.token < last)
    return next((c for c in behind if _ends(c, low) or (first >= low - 1 and passage.words[c.token - 1] == ",")), None)


def _ends(cue: Cue, token: int) -> bool:
    """Whether the cue ends the sentence and the token is part of what it reports: "He went “to sea”, the crew said"."""
    return _reports(cue, token) and cue.high is not None and cue.high <= cue.token


def _reports(cue: Cue, token: int) -> bool:
    """Whether the token is part of what the cue reports."""
    return cue.low is not None and cue.high is not None and cue.low <= token < cue.high


def _behind(passage: Passage, spans: list[tuple[int, int]], place: int, cues: list[Cue]) -> Cue | None:
    """The cue whose clause starts right behind the marks: "…," said X; "…," X, head of Y, said."""
    _, high = passage.tokens_in(*spans[place])
    quoted = (low for low, high in spans[place + 1 :] if not _only_names(passage, low, high))
    following = next(quoted, len(passage.text))
    edge = next((t for t in range(high, min(high + 4, len(passage))) if passage.words[t][0].isalnum()), None)
    ended = passage.text[spans[place][1] + 1 : spans[place][1] + 2] in (".", ";")
    if edge is None or passage.starts[edge] >= following or ended or passage.tags[edge] == "CC":
        return None
    last = sentence_range(passage, edge)[1]
    for cue in cues:
        if edge <= cue.token < min(last, edge + FAR) and passage.starts[cue.token] < following:
            if _only_describes(passage, edge, cue):
                continue
            ended = passage.text[: spans[place][1]].endswith(".") and not passage.text[
                spans[place][1] + 1 :
            ].startswith(",")
            strict = all(is_nominal(passage, t) for t in range(edge, cue.token))
            return cue if cue.token == edge or (_leads_to(passage, edge, cue) and (strict or not ended)) else None
    return None


def _only_describes(passage: Passage, edge: int, cue: Cue) -> bool:
    """Whether the cue tells what the speaker does besides: "“…,” Lee, who wrote or advised on it, told the council"."""
    verb = cue.token
    while passage.deps[verb] == "conj" and edge < passage.heads[verb] < verb:
        verb = passage.heads[verb]
    return (passage.deps[verb] == "relcl" and edge < passage.heads[verb] < verb) or _goes_on(passage, edge, cue)


def _goes_on(passage: Passage, edge: int, cue: Cue) -> bool:
    """Whether a participle begins here that reports something else: "called it “a joke,” adding that it was late"."""
    return cue.token == edge and passage.tags[edge] == "VBG" and cue.word != "according to"


def _only_names(passage: Passage, low: int, high: int) -> bool:
    """Whether the marks hold a name or a title that may stand in a description: "“…,” Lee, author of “Salt,” said"."""
    return works.is_short(passage.text[low:high]) or works.is_title(passage, low, high, alone=True)


def _leads_to(passage: Passage, edge: int, cue: Cue) -> bool:
    """Whether what stands between the marks and the cue is the one who speaks."""
    if cue.word == "according to":
        return cue.token == edge
    if cue.rule == AS_SAID and passage.lower[edge] == "as":
        return True
    if any(
        e.type == "PERSON" and (e.low == edge or e.high == cue.token or passage.words[e.high : cue.token] == [","])
        for e in passage.entities
        if edge <= e.low and e.high <= cue.token
    ):
        return not any(passage.tags[t] in ("WRB", ";") for t in range(edge, cue.token))
    if passage.tags[edge] not in NOMINAL and passage.tags[edge] != "RB":
        return False
    finite = any(passage.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(edge, cue.token))
    if cue.subject is not None and edge <= cue.subject < cue.token:
        return not finite or passage.subtree(cue.subject)[0] <= edge + 1
    return not finite and not any(passage.tags[t] in ("IN", "WRB") for t in range(edge, cue.token))


def is_nominal(passage: Passage, token: int) -> bool:
    """Whether the token may be part of a name or a description of who speaks."""
    # The tagger takes a surname for an adverb in "“…,” Lakely says".
    named = passage.words[token].istitle() and passage.tags[token] == "RB" and passage.lower[token - 1] in ('"', "”")
    return (
        (passage.tags[token] in NOMINAL or named)
        and passage.entity_of[token] not in ("DATE", "TIME")
        and any(char.isalnum() or char in "-'’" for char in passage.words[token])
    )
