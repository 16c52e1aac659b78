"""`python -m tests.extraction.recognizers PART FILE [--show OUTCOME --half HALF]`: count what of a suite is covered."""

import argparse
from importlib import import_module
from pathlib import Path

from tests.extraction.recognizers import cases, table
from workbench.extraction import load

PARTS = {"datetime": "datetimes", "number": "numbers", "unit": "units"}
"""The module that judges each part of the suite."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.extraction.recognizers", description=__doc__)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("file", type=Path, help="the part's cases, a JSON object a line, gzipped or plain")
    parser.add_argument("--show", choices=[cases.RIGHT, cases.WRONG, cases.MISSED], help="list the cases instead")
    parser.add_argument("--half", choices=table.HALVES, default="even", help="which cases to list")
    options = parser.parse_args()
    judge: cases.Judge = import_module(f"tests.extraction.recognizers.{PARTS[options.part]}").judge
    extractor = load()
    judgements = [judgement for case in cases.read(options.file) for judgement in judge(case, extractor)]
    chosen = table.shown(judgements, options.show, options.half) if options.show else table.lines(judgements)
    print("\n".join(chosen))


if __name__ == "__main__":
    main()
