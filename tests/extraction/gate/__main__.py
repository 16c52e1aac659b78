"""`python -m tests.extraction.gate [--write] [--misses KIND]`: measure the extractor on the marked stories."""

import argparse

from tests.extraction.gate.marks import FIELDS, MarkedStory, marked_stories
from tests.extraction.gate.record import RECORD, TOLERANCE, fallen, read_record, write_record
from tests.extraction.gate.scoring import FIGURES, KINDS, Outcome, Scores, measure, outcomes
from workbench.domain.claim import Extracted
from workbench.extraction import load


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.extraction.gate", description=__doc__)
    parser.add_argument("--write", action="store_true", help="record the measured scores in scores.toml")
    parser.add_argument("--misses", choices=(*KINDS, "figures", "title"), help="list what is not right of one kind")
    options = parser.parse_args()
    extractor = load()
    pairs = [(story, extractor.extract(story.title, story.text, story.published)) for story in marked_stories()]
    if options.misses:
        print_misses(pairs, options.misses)
        return
    standing, measured = read_record() if RECORD.exists() else {}, measure(pairs).scores()
    print_scores(standing, measured)
    if options.write:
        write_record(measured)
        print(f"written to {RECORD.name}")
        if fallen(standing, measured):
            print("Some scores were lowered: say why in a line of CHANGELOG.md.")


def print_scores(standing: Scores, measured: Scores) -> None:
    for name, part in measured.items():
        cells = [_cell(measure, standing.get(name, {}).get(measure, 0.0), score) for measure, score in part.items()]
        print(f"{name:<11}", *cells)


def _cell(measure: str, old: float, new: float) -> str:
    moved = f"{new - old:+.3f}" if abs(new - old) > TOLERANCE else ""
    return f"{measure} {new:.3f} {moved:<8}"


def print_misses(pairs: list[tuple[MarkedStory, Extracted]], wanted: str) -> None:
    for story, extracted in pairs:
        for outcome in outcomes(story, extracted):
            line = describe(outcome, wanted)
            if line:
                print(f"{story.name}: {line}")


def describe(outcome: Outcome, wanted: str) -> str:
    """One line on what is not right, or nothing where it is right or of another kind."""
    verdict, mark, claim = outcome
    kind, inside = (mark.kind, mark.inside) if mark else (claim.kind.value, claim.inside.value)
    asked = inside == "title" if wanted == "title" else kind in (FIGURES if wanted == "figures" else (wanted,))
    if verdict == "right" or not asked:
        return ""
    if verdict != "wrong":
        return f"{verdict} {kind} {(mark or claim).text!r}"
    have = claim.model_dump(mode="json", include=set(FIELDS))
    differ = {key: (want, have[key]) for key, want in mark.fields.items() if have[key] != want and key != "cue"}
    return f"wrong {kind} {mark.text!r}: {differ}"


if __name__ == "__main__":
    main()
