"""Compile and export a story's audit report."""

from dataclasses import dataclass

from workbench import reports
from workbench.domain.errors import InputError
from workbench.domain.event import Seal, sha256
from workbench.domain.person import Person, Right
from workbench.domain.report import Report
from workbench.services import auditing, citing, viewing
from workbench.services.rights import need
from workbench.services.wires import Desk


@dataclass(frozen=True)
class Exported:
    """A report as a file: its name, media type and bytes."""

    name: str
    media_type: str
    data: bytes


def compile_report(desk: Desk, article_id: int, *, by: Person) -> Report:
    """A story with everything people made of it, under the seal of the log as it stands.

    Raises InputError for a story that was withdrawn.
    """
    need(by, Right.EXPORT)
    # The seal is read first: whatever the report shows beyond it was done while it was made.
    newest = auditing.seal(desk)
    story = viewing.story(desk, article_id)
    if story.article.withdrawn_at is not None:
        raise InputError("This story was withdrawn. There is no report of it any more.")
    snapshots, links = citing.of_story(desk, story)
    return Report(
        story=story,
        made_at=desk.clock(),
        made_by=by,
        seal=newest or Seal(number=0, sha256="0" * 64),
        snapshots=snapshots,
        links=links,
    )


def export(desk: Desk, article_id: int, *, by: Person, format: str) -> Exported:
    """The report as a file of this format; the log keeps who took it, and its SHA-256."""
    form = reports.named(format)
    report = compile_report(desk, article_id, by=by)
    data = reports.write(report, format)
    with desk.store.writing() as writing:
        after = {"format": format, "sha256": sha256(data), "seal": str(report.seal)}
        writing.log("report.export", f"article:{article_id}", at=report.made_at, by=by, after=after)
    name = f"audit-report-{_slug(report.story.article.title)}{form.suffix}"
    return Exported(name, form.media_type, data)


def _slug(title: str) -> str:
    words = "".join(c if c.isalnum() and c.isascii() else " " for c in title.lower()).split()
    return "-".join(words)[:60].strip("-") or "story"
