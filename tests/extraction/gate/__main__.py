"""`python -m tests.extraction.gate [--write] [--misses NAME]`: measure the extractor on the marked stories."""

import argparse

from tests.extraction.gate.marks import marked_stories
from tests.extraction.gate.misses import NAMES, misses
from tests.extraction.gate.record import RECORD, TOLERANCE, fallen, read_record, write_record
from tests.extraction.gate.scoring import Scores, measure
from workbench.extraction import load


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.extraction.gate", description=__doc__)
    parser.add_argument("--write", action="store_true", help="record the measured scores in scores.toml")
    parser.add_argument("--misses", choices=NAMES, help="list what is not right of one score")
    options = parser.parse_args()
    extractor = load()
    pairs = [(story, extractor.extract(story.title, story.text, story.published)) for story in marked_stories()]
    if options.misses:
        for story, extracted in pairs:
            for line in misses(story, extracted, options.misses):
                print(f"{story.name}: {line}")
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


if __name__ == "__main__":
    main()
