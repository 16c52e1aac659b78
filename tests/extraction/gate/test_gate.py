"""No change lowers what the extractor reaches on the marked stories."""

import pytest

from tests.extraction.gate.marks import marked_stories
from tests.extraction.gate.record import complaint, fallen, read_record
from tests.extraction.gate.scoring import Scores, measure
from workbench.extraction.pipeline import Extractor


@pytest.fixture(scope="module")
def measured(extractor: Extractor) -> Scores:
    stories = marked_stories()
    return measure((story, extractor.extract(story.title, story.text, story.published)) for story in stories).scores()


@pytest.mark.parametrize("name", read_record())
def test_no_score_falls(measured: Scores, name: str) -> None:
    standing = {name: read_record()[name]}
    losses = [complaint(*loss) for loss in fallen(standing, measured)]
    assert not losses, "\n" + "\n".join(losses)


def test_every_score_is_recorded(measured: Scores) -> None:
    recorded = {name: set(part) for name, part in read_record().items()}
    assert recorded == {name: set(part) for name, part in measured.items()}
