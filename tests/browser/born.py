"""What the mother of the tests' desks has read before she forks: all that a desk imports, and the model."""

from workbench import cli, extraction  # noqa: F401
from workbench.ui import app  # noqa: F401 - the heaviest

EXTRACTOR = extraction.load()
