"""Write what the rules found as the domain's claims and sentences, with offsets in the story and scores."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Claim, Sentence, Stretch
from workbench.extraction.candidate import Candidate
from workbench.extraction.finding import Found
from workbench.extraction.worth import weights
from workbench.extraction.worth.signals import Shown, beginnings, of_sentence

CONTEXT = 32
"""Characters of context kept on either side of a claim."""
LONGEST_LABEL = 200
_BLANKS = re.compile(r"\s+")


def weighed(founds: list[Found], title: str) -> tuple[list[Found], list[Sentence]]:
    """The same findings, and the sentences of the text in order, each with its signals."""
    sentences: list[Sentence] = []
    inside = [found for found in founds if found.passage.inside is Stretch.TEXT]
    count = sum(len(found.passage.sentences) for found in inside)
    title_words = beginnings(re.findall(r"[^\W\d_]+", title.lower()))
    for found in inside:
        passage = found.passage
        shows = shown(found, first=len(sentences), count=count, title_words=title_words)
        for (low, high), here in zip(passage.sentences, shows, strict=True):
            start, end = passage.offset + passage.starts[low], passage.offset + passage.ends[high - 1]
            signals = weights.sentence_signals(here)
            sentences.append(Sentence(start=start, end=end, checkworthiness=weights.score(signals), signals=signals))
    return founds, sentences


def shown(found: Found, *, first: int, count: int, title_words: set[str]) -> list[Shown]:
    """What each sentence of a passage shows; the first one is number `first` of the story's `count` sentences."""
    passage = found.passage
    held: dict[int, list[Candidate]] = {}
    for candidate in found.candidates:
        held.setdefault(passage.sentence_of[_token(candidate)], []).append(candidate)
    return [
        of_sentence(
            passage,
            place,
            place=first + place,
            sentences=count,
            held=held.get(place, []),
            title_words=title_words,
            quoted=found.quoted,
        )
        for place in range(len(passage.sentences))
    ]


def claims(founds: list[Found], title: str, text: str, sentences: list[Sentence]) -> Iterator[Claim]:
    """The claims in story order, title first, numbered from 1."""
    number, before = 0, 0
    for found in founds:
        in_title = found.passage.inside is Stretch.TITLE
        headline = shown(found, first=0, count=0, title_words=set()) if in_title else []
        for candidate in found.candidates:
            number += 1
            here = found.passage.sentence_of[_token(candidate)]
            place = None if in_title else before + here
            shared = weights.sentence_signals(headline[here]) if place is None else sentences[place].signals
            yield _claim(candidate, number, title if in_title else text, place, shared)
        if not in_title:
            before += len(found.passage.sentences)


def _token(candidate: Candidate) -> int:
    return min(candidate.tokens[0], len(candidate.passage) - 1)


def _claim(candidate: Candidate, number: int, whole: str, sentence: int | None, shared: dict[str, float]) -> Claim:
    """The claim. A headline is no sentence of the text, so its claims carry its signals beside their own."""
    start, end = candidate.passage.offset + candidate.start, candidate.passage.offset + candidate.end
    in_title = sentence is None
    signals = weights.claim_signals(candidate, in_title)
    return Claim(
        number=number,
        inside=candidate.passage.inside,
        kind=candidate.kind,
        start=start,
        end=end,
        text=whole[start:end],
        before=whole[max(0, start - CONTEXT) : start],
        after=whole[end : end + CONTEXT],
        label=_BLANKS.sub(" ", candidate.label)[:LONGEST_LABEL],
        about=candidate.about,
        amount=candidate.amount,
        amount_high=candidate.amount_high,
        unit=candidate.unit,
        bound=candidate.bound,
        date=candidate.date,
        speaker=candidate.speaker,
        cue=candidate.cue,
        person=candidate.person,
        role=candidate.role,
        sentence=sentence,
        checkworthiness=weights.score(shared, signals),
        signals={**shared, **signals} if in_title else signals,
    )
