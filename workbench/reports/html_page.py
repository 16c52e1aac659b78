"""The report as one self-contained HTML page: no script, no address outside itself, and a print that is complete.

Everything from stories, files and people goes through jinja2's escaping; the page's own policy forbids all else.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.domain.claim import Stretch
from workbench.domain.report import Report
from workbench.reports import wording
from workbench.reports.marking import heights, pieces
from workbench.reports.outline import Entry, Outline, name_of, outline

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATES = Path(__file__).parent / "templates"

Run = tuple[str, list[tuple[Entry, int]], list[Entry]]
"""Words, the claims over them (outermost first) each with the height of its line, and the claims that end there."""

LOWEST_LINE = 2
"""At the report's line height a third line under a word would cross the next line of text."""


def write(report: Report) -> bytes:
    """The page in UTF-8."""
    said = outline(report)
    story = report.story
    page = _template().render(
        outline=said,
        report=report,
        story=story,
        title=_marked(said, Stretch.TITLE, story.revision.title),
        text=_marked(said, Stretch.TEXT, story.revision.text),
        named=lambda person_id: name_of(person_id, story),
        css=(_TEMPLATES / "report.css").read_text(encoding="utf-8"),
    )
    return page.encode()


def _marked(said: Outline, stretch: Stretch, text: str) -> list[list[Run]]:
    """The stretch's paragraphs, each as its runs."""
    entries = said.within(stretch)
    spans = [(entry.checked.claim.start, entry.checked.claim.end) for entry in entries]
    lines = [min(height, LOWEST_LINE) for height in heights(spans)]
    return [
        [(p.text, [(entries[i], lines[i]) for i in p.under], [entries[i] for i in p.ends]) for p in paragraph]
        for paragraph in pieces(text, spans)
    ]


@cache
def _template() -> "Template":
    # jinja2 takes longer to import than the rest of the command line together
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    house = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    house.filters.update(
        moment=wording.moment,
        day=wording.day,
        counted=wording.counted,
        short_hash=wording.short_hash,
        fields=wording.fields,
    )
    return house.get_template("report.html")
