"""Write what the rules found as the domain's claims and sentences, with offsets in the story and scores."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Claim, Sentence, Stretch
from workbench.extraction import worth
from workbench.extraction.candidate import Candidate
from workbench.extraction.finding import Found

CONTEXT = 32
"""Characters of context kept on either side of a claim."""
LONGEST_LABEL = 200


def weighed(founds: list[Found], title: str) -> tuple[list[Found], list[Sentence]]:
    """The same findings, and the sentences of the text in order, each with its signals."""
    sentences: list[Sentence] = []
    title_words = {word[:5] for word in re.findall(r"[^\W\d_]{4,}", title.lower())}
    for found in founds:
        passage = found.passage
        if passage.inside is Stretch.TITLE:
            continue
        held: dict[int, list[Candidate]] = {}
        for candidate in found.candidates:
            held.setdefault(passage.sentence_of[_token(candidate)], []).append(candidate)
        for place, (low, high) in enumerate(passage.sentences):
            signals = worth.sentence_signals(
                passage,
                place,
                place=len(sentences),
                held=held.get(place, []),
                title_words=title_words,
                quoted=found.quoted,
            )
            start, end = passage.offset + passage.starts[low], passage.offset + passage.ends[high - 1]
            sentences.append(Sentence(start=start, end=end, checkworthiness=worth.score(signals), signals=signals))
    return founds, sentences


def claims(founds: list[Found], title: str, text: str, sentences: list[Sentence]) -> Iterator[Claim]:
    """The claims in story order, title first, numbered from 1."""
    number, before = 0, 0
    for found in founds:
        in_title = found.passage.inside is Stretch.TITLE
        for candidate in found.candidates:
            number += 1
            place = None if in_title else before + found.passage.sentence_of[_token(candidate)]
            base = {} if place is None else sentences[place].signals
            yield _claim(candidate, number, title if in_title else text, place, base)
        if not in_title:
            before += len(found.passage.sentences)


def _token(candidate: Candidate) -> int:
    return min(candidate.tokens[0], len(candidate.passage) - 1)


def _claim(candidate: Candidate, number: int, whole: str, sentence: int | None, base: dict[str, float]) -> Claim:
    start, end = candidate.passage.offset + candidate.start, candidate.passage.offset + candidate.end
    in_title = sentence is None
    signals = worth.claim_signals(candidate, in_title)
    shared = base or worth.weigh("sentence", ["base", "opens the story"])
    return Claim(
        number=number,
        inside=candidate.passage.inside,
        kind=candidate.kind,
        start=start,
        end=end,
        text=whole[start:end],
        before=whole[max(0, start - CONTEXT) : start],
        after=whole[end : end + CONTEXT],
        label=re.sub(r"\s+", " ", candidate.label)[:LONGEST_LABEL],
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
        checkworthiness=worth.score(shared if in_title else base, signals),
        signals=signals if not in_title else {**shared, **signals},
    )
