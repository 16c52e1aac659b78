"""What is not right on the marked stories, in lines for the one who mends it."""

from collections.abc import Iterator

from tests.extraction.gate.marks import FIELDS, MarkedStory
from tests.extraction.gate.rightness import names_it
from tests.extraction.gate.scoring import FIGURES, KINDS, Outcome, outcomes, score_of
from workbench.domain.claim import Extracted

NAMES = (*KINDS, "figures", "title", "labels", "sentences")
"""What can be asked for: the names of the scores."""


def misses(story: MarkedStory, extracted: Extracted, wanted: str) -> Iterator[str]:
    """A line for each thing that is not right of one kind, or of the labels, or for each sentence in its order."""
    if wanted == "sentences":
        yield from ranking(story, extracted)
        return
    describe = label_line if wanted == "labels" else claim_line
    yield from filter(None, (describe(outcome, wanted) for outcome in outcomes(story, extracted)))


def claim_line(outcome: Outcome, wanted: str) -> str:
    """What was missed, made up or read wrongly; empty where it is right or of another kind."""
    verdict, mark, claim = outcome
    kind, inside = (mark.kind, mark.inside) if mark else (claim.kind.value, claim.inside.value)
    if verdict == "right" or (inside == "title") != (wanted == "title"):
        return ""
    if wanted != "title" and kind not in (FIGURES if wanted == "figures" else (wanted,)):
        return ""
    if verdict != "wrong":
        return f"{verdict} {kind} {(mark or claim).text!r}"
    have = claim.model_dump(mode="json", include=set(FIELDS))
    differ = {key: (want, have[key]) for key, want in mark.fields.items() if have[key] != want and key != "cue"}
    return f"wrong {kind} {mark.text!r}: {differ}"


def label_line(outcome: Outcome, wanted: str = "labels") -> str:
    """A label that does not name what its figure is of; empty where it does."""
    _, mark, claim = outcome
    if not (mark and claim and mark.about) or mark.inside == "title" or names_it(mark.about, claim.label):
        return ""
    return f"{mark.kind} {mark.text!r} is of {', '.join(mark.about)}, its label says {claim.label!r}"


def ranking(story: MarkedStory, extracted: Extracted) -> Iterator[str]:
    """The story's sentences as they are ranked, each with its score and its marked worth."""
    for line in sorted(story.lines, key=lambda line: -score_of(line, extracted.extraction.sentences)):
        score = score_of(line, extracted.extraction.sentences)
        yield f"{score:.2f} worth {line.worth}: {story.text[line.start : line.end][:90]}"
