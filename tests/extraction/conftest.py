"""One extractor with the real, locked model for all tests of extraction: loading it takes most of a second."""

import pytest

from workbench.extraction import load
from workbench.extraction.pipeline import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return load()
