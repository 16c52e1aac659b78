"""The extractor: from a story's title and text to its claims."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from importlib import metadata
from typing import TYPE_CHECKING, NamedTuple

from workbench.domain.claim import Claim, Extracted, Extraction, Sentence, Stretch
from workbench.extraction import writing
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.finding import Found, find
from workbench.extraction.model import load_model
from workbench.extraction.text import furniture
from workbench.extraction.text.headlines import casing, is_headline
from workbench.extraction.text.paragraphs import BATCH, batches, readable, unbracketed
from workbench.extraction.text.passage import Passage, from_doc

if TYPE_CHECKING:
    from spacy.language import Language

RULES_VERSION = "10"
WORDS_KEPT = 200_000
"""Words that the tokenizer may remember for good. Until then each story makes the next one faster; after that
the words of a story are forgotten with it, so that memory stays flat."""
Handed = tuple[str, str, date | None]
"""A story as it is handed in: title, text, day of publication."""


class Explanation(NamedTuple):
    """Why a claim was made: the rule that found it, and for each field the words it was read from and how.

    `signals` are all that add up to its checkworthiness, its sentence's and its own, the heaviest first.
    """

    claim: Claim
    rule: str
    readings: list[Reading]
    signals: dict[str, float]


class Extractor:
    """Finds the claims of stories with one language model. It keeps no state between stories."""

    def __init__(self, nlp: "Language"):
        self._nlp = nlp
        self._record = {
            "model": f"{nlp.meta['lang']}_{nlp.meta['name']}",
            "model_version": str(nlp.meta["version"]),
            "spacy_version": metadata.version("spacy"),
            "rules_version": RULES_VERSION,
        }

    def extract(self, title: str, text: str, published: date | None) -> Extracted:
        """The claims of one story, title first, in order. Without a day of publication relative dates stay None."""
        founds, sentences = writing.weighed(self.find(title, text, published), title)
        return Extracted(
            extraction=Extraction.model_validate({**self._record, "sentences": sentences}),
            claims=list(writing.claims(founds, title, text, sentences)),
        )

    def extract_many(self, stories: Iterable[Handed], processes: int = 1) -> Iterator[Extracted]:
        """The claims of each story, in the same order, as they come; each process loads the model for itself."""
        if processes > 1:
            from workbench.extraction.workers import extract_in

            yield from extract_in(processes, self._record["model"], stories)
            return
        for story in stories:
            yield self.extract(*story)

    def explain(self, title: str, text: str, published: date | None) -> list[Explanation]:
        """For each claim that `extract` gives, in its order, the rule that found it and how its fields were read."""
        founds, sentences = writing.weighed(self.find(title, text, published), title)
        candidates = [candidate for found in founds for candidate in found.candidates]
        written = writing.claims(founds, title, text, sentences)
        return [_explained(*one, sentences) for one in zip(written, candidates, strict=True)]

    def find(self, title: str, text: str, published: date | None) -> list[Found]:
        """What the rules found in each passage of a story, with the readings that an explanation needs."""
        prose = casing(text).as_prose(title) if is_headline(title) else title
        with self._bounded_memory():
            # Many a page says its headline again above its text.
            body = furniture.without(text.replace(title, prose, 1) if prose != title else text)
            passages = [*self._passages(Stretch.TITLE, title, prose), *self._passages(Stretch.TEXT, text, body)]
        return find(passages, published)

    def _bounded_memory(self) -> AbstractContextManager[object]:
        """Remember the words met inside while there is room, else forget them on leaving."""
        return nullcontext() if len(self._nlp.vocab) < WORDS_KEPT else self._nlp.memory_zone()

    def _passages(self, inside: Stretch, text: str, read: str) -> Iterator[Passage]:
        """The pieces of a text as parsed; `read` is as long as it, with a sentence's capitals and without furniture."""
        for spans in batches(read):
            pieces = [unbracketed(read[low:high]) for low, high in spans]
            docs = self._nlp.pipe(map(readable, pieces), batch_size=BATCH)
            for (low, high), piece, doc in zip(spans, pieces, docs, strict=True):
                yield from_doc(doc, inside, low, piece, text[low:high])


def _explained(claim: Claim, candidate: Candidate, sentences: list[Sentence]) -> Explanation:
    shared = {} if claim.sentence is None else sentences[claim.sentence].signals
    signals = sorted({**shared, **claim.signals}.items(), key=lambda signal: -abs(signal[1]))
    # A speaker may be known from another sentence, and so from no words of this one.
    read = [one for one in candidate.readings if one.words or getattr(claim, one.field, None)]
    return Explanation(claim, candidate.rule, read, dict(signals))


def load(model: str | None = None) -> Extractor:
    """The extractor with the named spaCy model, or the locked one; `ModelError` where it can't be used."""
    return Extractor(load_model(model))
