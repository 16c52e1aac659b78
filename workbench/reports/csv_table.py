"""The report as a table for a spreadsheet: one row a claim, one cell a field, what it belongs to in the last columns.

The seal stands in each row and not above the table, since a line above would break filters and sorting.
"""

import csv
import io
import re
from datetime import datetime

from workbench.domain.evidence import Citation
from workbench.domain.report import Report
from workbench.domain.review import Review, ReviewAct
from workbench.domain.story import CheckedClaim, Story
from workbench.reports.outline import name_of

COLUMNS = (
    *("number", "in", "rating", "stands_in_the_way", "label", "kind", "text"),
    *("amount", "amount_high", "unit", "bound", "date", "speaker", "cue", "person", "role", "about"),
    *("status", "settled_how", "settled_by", "settled_at_utc", "reviews", "evidence"),
    *("checkworthiness", "start", "end"),
    *("story", "reference", "published", "publisher", "revision", "revision_sha256", "made_at_utc", "made_by", "seal"),
)

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NEGATIVE_NUMBER = re.compile(r"-\d+(\.\d+)?")


def write(report: Report) -> bytes:
    """The table in UTF-8 with a byte order mark (Excel takes it for Latin-1 otherwise), every cell in quotes."""
    paper = io.StringIO(newline="")
    table = csv.writer(paper, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for checked in report.story.claims:
        cells = {**_claim(checked), **_standing(checked, report), **_belongs_to(report)}
        table.writerow([safe(cells[column]) for column in COLUMNS])
    return paper.getvalue().encode("utf-8-sig")


def safe(cell: str) -> str:
    """The cell with a leading apostrophe where a spreadsheet would run it as a formula; negative numbers stay."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NEGATIVE_NUMBER.fullmatch(cell) else cell


def _claim(checked: CheckedClaim) -> dict[str, str]:
    claim = checked.claim
    plain = ("number", "label", "kind", "text", "amount", "amount_high", "unit", "bound", "date")
    words = ("speaker", "cue", "person", "role", "start", "end")
    fields = {name: getattr(claim, name) for name in (*plain, *words)}
    return {
        **{name: "" if item is None else str(item) for name, item in fields.items()},
        "in": claim.inside.value,
        "about": ", ".join(claim.about),
        "checkworthiness": f"{claim.checkworthiness:.2f}",
    }


def _standing(checked: CheckedClaim, report: Report) -> dict[str, str]:
    standing, verdict, story = checked.standing, checked.standing.verdict, report.story
    return {
        "rating": standing.counted,
        "status": standing.status.value,
        "stands_in_the_way": "yes" if standing.stands_in_the_way else "no",
        "settled_how": verdict.how.value if verdict else "",
        "settled_by": ", ".join(name_of(person, story) for person in verdict.people) if verdict else "",
        "settled_at_utc": _time(verdict.at) if verdict else "",
        "reviews": "\n".join(_review(review, checked, story) for review in checked.reviews),
        "evidence": "\n".join(_evidence(citation, report) for citation in checked.citations),
    }


def _review(review: Review, checked: CheckedClaim, story: Story) -> str:
    did = {
        ReviewAct.RATE: review.rating.value if review.rating else "",
        ReviewAct.DISMISS: "dismissed",
        ReviewAct.UNDO: "took a review back",
    }[review.act]
    holds = review.act is ReviewAct.UNDO or review in checked.standing.counting
    line = f"{_time(review.at)} {name_of(review.person_id, story)}: {did}{'' if holds else ' (no longer counts)'}"
    return f"{line}: {review.reason}" if review.reason else line


def _evidence(citation: Citation, report: Report) -> str:
    evidence, source = citation.evidence, citation.source
    origin = f", goes back to {source.origin}" if source.origin else ""
    where = f", {evidence.locator}" if evidence.locator else ""
    said = f"{evidence.stance.value}: {source.name}, {source.tier.value}{origin}{where}: “{evidence.words}”"
    return said + _kept(citation, report)


def _kept(citation: Citation, report: Report) -> str:
    """What was kept of the page, to be proved by its hash, and a link that has died."""
    snapshot, link = report.snapshot_of(citation), report.link_of(citation)
    said = f" (kept {_time(snapshot.at)}, {snapshot.media_type}, SHA-256 {snapshot.sha256})" if snapshot else ""
    return said + (f" (link dead since {_time(link.since)}: {link.says})" if link and not link.alive else "")


def _time(at: datetime) -> str:
    # spreadsheets read this as a time, and no form with a T or a zone
    return f"{at:%Y-%m-%d %H:%M:%S}"


def _belongs_to(report: Report) -> dict[str, str]:
    article, revision = report.story.article, report.story.revision
    return {
        "story": article.title,
        "reference": article.reference,
        "published": article.published.isoformat() if article.published else "",
        "publisher": article.publisher or "",
        "revision": str(revision.number),
        "revision_sha256": revision.sha256,
        "made_at_utc": _time(report.made_at),
        "made_by": report.made_by.name,
        "seal": str(report.seal),
    }
