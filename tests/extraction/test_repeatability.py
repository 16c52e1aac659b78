"""The same story gives the same claims, whatever the batch, the number of processes and the stories beside it."""

from datetime import date

import pytest

from workbench.extraction.pipeline import Extractor
from workbench.extraction.text import paragraphs

PARAGRAPHS = [
    "Harbour Minister Ines Costa said on Friday that the port had lost 1,200 jobs in a year.",
    "“We were told nothing,” said Tomas Varga, the dockers' leader. “Nothing at all.”",
    "The bank lent the port €45 million in 2018, two-thirds of it for cranes.",
    "It is the largest loss since 1973, according to the harbour board.",
]
STORIES = [
    (f"Port loses {number} jobs", "\n\n".join(PARAGRAPHS[number % 4 :] * (1 + number % 3)), date(2023, 5, 1 + number))
    for number in range(9)
]


@pytest.mark.parametrize("batch", [1, 3, 256])
def test_batches_change_nothing(extractor: Extractor, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    expected = list(extractor.extract_many(STORIES))
    monkeypatch.setattr(paragraphs, "BATCH", batch)
    assert list(extractor.extract_many(STORIES)) == expected


def test_processes_and_neighbours_change_nothing(extractor: Extractor) -> None:
    expected = [extractor.extract(*story) for story in STORIES]
    assert list(extractor.extract_many(STORIES, processes=2)) == expected
    assert list(extractor.extract_many(reversed(STORIES))) == expected[::-1]


def test_stories_come_as_they_are_asked_for(extractor: Extractor) -> None:
    taken = []

    def stories():
        for story in STORIES:
            taken.append(story)
            yield story

    next(extractor.extract_many(stories()))
    assert len(taken) == 1
