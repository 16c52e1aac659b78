"""Who speaks in a quotation without a cue: whoever was announced, spoke before, or is the only one about."""

from dataclasses import dataclass, field

from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.subjects import can_speak, sentence_range
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.people.register import Register
from workbench.extraction.speech import speakers
from workbench.extraction.speech.crediting import owner_before, signed
from workbench.extraction.speech.cue import Cue
from workbench.extraction.text.passage import Entity, Passage

Attribution = tuple[str | None, str | None, str]
"""Who says it, the word that reports it, and the rule that read both."""
ALONE = "the only one who acts in the sentence"


@dataclass
class Voice:
    """Who spoke last in a story's quotations: it carries over to the next one that has no cue of its own."""

    speaker: str | None = None
    cue: str | None = None
    passage: int = -1
    announced: tuple[str, str | None, int] | None = None
    listed: int = -1
    unclosed: list[Candidate] = field(default_factory=list)
    untold: list[Candidate] = field(default_factory=list)

    def sign(self, passage: Passage, name: str) -> None:
        """Give whoever signs the quotations in the paragraphs right before, none of which has a cue of its own."""
        if self.untold and self.untold[-1].passage.number == passage.number - 1:
            for quotation in self.untold:
                _give(quotation, name, None, "the name that signs the quotation")
            self.speaker = self.cue = None
        self.untold = []

    def goes_on(self, quotation: Candidate, told: bool, *, last: bool) -> None:
        """Follow a quotation that runs over paragraphs: each opens with a mark, and only the last one closes.

        All of them have one speaker, so that a cue behind the last (`told`) names the speaker of the first.
        """
        passage = quotation.passage
        first = passage.starts[0] >= quotation.start - 2
        chained = first and bool(self.unclosed) and self.unclosed[-1].passage.number == passage.number - 1
        if chained and told and quotation.speaker:
            for earlier in self.unclosed:
                _give(earlier, quotation.speaker, quotation.cue, "the cue behind the last paragraph of the quotation")
        before = self.untold[-1].passage.number if self.untold else -1
        kept = self.untold if passage.number - 1 <= before and not told else []
        self.untold = [*kept, *([] if told else [quotation])]
        if last:
            open_still = quotation.end == len(passage.text) and not told
            self.unclosed = [*(self.unclosed if chained else []), quotation] if open_still else []


def _give(quotation: Candidate, speaker: str, cue: str | None, rule: str) -> None:
    quotation.speaker, quotation.cue = speaker, cue
    quotation.readings = [Reading("speaker", speaker, rule), Reading("cue", cue or "", rule)]


def carried_over(
    passage: Passage,
    spans: list[tuple[int, int]],
    place: int,
    cue: Cue | None,
    *,
    register: Register,
    voice: Voice,
) -> Attribution:
    """Who speaks where no cue tells: whoever was announced, spoke before, or is the only one about."""
    start = spans[place][0]
    if cue is None and (name := signed(passage, spans[place][1])) is not None:
        return register.person(name), None, "the name that signs the quotation"
    opens = passage.starts[0] >= start - 2
    if cue is None and (announced := _announced(passage, start, voice, opens=opens)) is not None:
        return announced
    speaker, rule = _nearest_name(passage, spans, start, register)
    if voice.speaker and voice.passage == passage.number and (speaker is None or rule != ALONE):
        return voice.speaker, voice.cue, "the speaker of the quotation before"
    if cue is None and opens and voice.speaker and voice.passage == passage.number - 1:
        return voice.speaker, voice.cue, "the speaker of the paragraph before"
    if speaker is None and cue is None and opens:
        return _led_to(passage, register, voice)
    return speaker, cue.word if cue else None, rule


def of_document(passage: Passage, start: int, register: Register) -> Attribution | None:
    """Whose statement or letter a colon leads from to the marks at `start`, whoever passes it on behind them."""
    token = passage.token_at(start)
    owner = owner_before(passage, sentence_range(passage, token)[0], token)
    name = speakers.resolve(passage, owner, register)[0] if owner is not None else None
    return (name, None, "whose message leads to the marks") if name is not None else None


def _announced(passage: Passage, start: int, voice: Voice, *, opens: bool) -> Attribution | None:
    """Whoever the paragraph before announces, or what the heading of a list of such paragraphs names."""
    if voice.announced is None:
        return None
    speaker, cue, number = voice.announced
    if opens and number == passage.number - 1:
        return speaker, cue, "whoever the paragraph before announces"
    token = passage.token_at(start)
    if voice.listed != passage.number - 1 or sentence_range(passage, token)[0] < token - 1:
        return None
    voice.listed = passage.number
    return speaker, None, "the heading of the list that it stands in"


def _led_to(passage: Passage, register: Register, voice: Voice) -> Attribution:
    """Who speaks where a paragraph opens with a quotation that has no cue: whom the one before is about."""
    stated = [d for d in register.issued if d.passage.number == passage.number - 1]
    if stated and (name := speakers.resolve(stated[-1].passage, stated[-1].issuer, register)[0]) is not None:
        return name, None, "whoever issued a statement in the paragraph before"
    about = [m for m in register.mentions.within(passage.number - 1, passage.number - 1) if m.main]
    if about:
        name = about[-1].name
        return name, voice.cue if voice.speaker == name else None, "whom the paragraph before is about"
    spoke = [name for (number, _), name in register.voices if number == passage.number - 1]
    bodies = [name for name in spoke if name in register.bodies.places]
    if bodies:
        return bodies[-1], None, "the body that spoke in the paragraph before"
    if voice.speaker and voice.passage == passage.number - 2:
        return voice.speaker, voice.cue, "the speaker of the quotation before"
    return None, None, "nobody stands beside the marks"


def _nearest_name(
    passage: Passage, spans: list[tuple[int, int]], start: int, register: Register
) -> tuple[str | None, str]:
    """The one person who is the subject of the sentence around the marks, or whoever can speak before a colon.

    Where the marks open a sentence it is whom the sentence right before is about: "X calls it a mistake. “…”"
    """
    token = passage.token_at(start)
    low, _ = sentence_range(passage, token)
    inside = {t for span in spans for t in range(*passage.tokens_in(*span))}
    if (person := _before_colon(passage, low, token)) is not None:
        return register.person(passage.slice(person.low, person.high)), "the name before the colon"
    colon = passage.text[:start].rstrip(' "“').endswith(":")
    subjects = [t for t in range(low, token) if t not in inside and _can_say(passage, t, colon)]
    if len(subjects) == 1:
        name, _ = speakers.resolve(passage, passage.subtree(subjects[0]), register)
        return name, ALONE
    if token <= low + 1 and low > 0 and not subjects:
        return _sentence_before(passage, low, inside, register)
    return None, "nobody stands beside the marks"


def _before_colon(passage: Passage, low: int, token: int) -> Entity | None:
    """The name right before a colon that leads to the marks, or that opens the sentence: "Lee: roads “a disgrace”"."""
    for entity in passage.entities:
        if entity.type != "PERSON" or passage.words[entity.high : entity.high + 1] != [":"]:
            continue
        addressed = entity.low > 0 and passage.tags[entity.low - 1] in ("IN", "TO")
        if (token - 3 <= entity.high < token and not addressed) or (entity.low == low and entity.high < token):
            return entity
    return None


def _can_say(passage: Passage, token: int, speaks: bool) -> bool:
    if passage.deps[token] != "nsubj":
        return False
    person = passage.entity_of[token] == "PERSON" or passage.lower[token] in ("he", "she")
    person = person or (is_role(passage, token) and passage.tags[token] in ("NN", "NNP"))
    return person or (speaks and can_speak(passage, token))


def _sentence_before(passage: Passage, low: int, inside: set[int], register: Register) -> tuple[str | None, str]:
    first, last = sentence_range(passage, low - 1)
    acts = [
        t
        for t in range(first, last)
        if t not in inside and _can_say(passage, t, passage.lower[passage.heads[t]] in speech("clause"))
    ]
    main = [
        t
        for t in acts
        if passage.deps[passage.heads[t]] == "ROOT" or passage.lower[passage.heads[t]] in speech("clause")
    ]
    if main and inside.isdisjoint(range(first, last)):
        name, _ = speakers.resolve(passage, passage.subtree(main[-1]), register)
        return name, "whom the sentence before is about"
    return None, "nobody stands beside the marks"
