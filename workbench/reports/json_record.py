"""The report as JSON, schema `workbench.report/1`: everything in the report but the bytes of the original.

Keys stand in a fixed order, documented in docs/reports.md; amounts and times are text.
"""

import json
from datetime import datetime
from typing import Any

from workbench.domain.event import stamp
from workbench.domain.evidence import Citation
from workbench.domain.report import Report
from workbench.domain.review import Review, Standing, Verdict
from workbench.domain.story import CheckedClaim
from workbench.domain.values import Frozen

SCHEMA = "workbench.report/1"

_INSIDE = {"article_id", "original_id", "revision_id", "extraction_id", "claim_id", "source_id", "key"}
"""Keys that tie rows together; in the record the nesting says the same."""

_CONFIDENTIAL = {"contact", "preferences"}
"""Fields that never leave the desk."""


def write(report: Report) -> bytes:
    """The record in UTF-8, one space of indent a level, with a line end at its end."""
    return (json.dumps(record(report), ensure_ascii=False, indent=1) + "\n").encode()


def record(report: Report) -> dict[str, Any]:
    """The report as plain dicts, lists and texts."""
    story = report.story
    return {
        "schema": SCHEMA,
        "seal": str(report.seal),
        "made_at": stamp(report.made_at),
        "made_by": _plain(report.made_by),
        "article": _plain(story.article),
        "revision": _plain(story.revision),
        "original": _plain(story.original, "data"),
        "extraction": _plain(story.extraction),
        "people": [_plain(story.people[key]) for key in sorted(story.people)],
        "counts": dict(sorted(story.counts().items())),
        "in_the_way": [checked.claim.number for checked in story.in_the_way()],
        "claims": [_claim(checked, report) for checked in story.claims],
    }


def _claim(checked: CheckedClaim, report: Report) -> dict[str, Any]:
    standing = checked.standing
    fields = {("in" if name == "inside" else name): item for name, item in _plain(checked.claim).items()}
    return {
        **fields,
        "status": standing.status.value,
        "rating": standing.counted,
        "stands_in_the_way": standing.stands_in_the_way,
        "verdict": _verdict(standing.verdict),
        "reviews": [_review(review, standing) for review in checked.reviews],
        "evidence": [_evidence(citation, report) for citation in checked.citations],
    }


def _review(review: Review, standing: Standing) -> dict[str, Any]:
    lacks = [lack.says for one in standing.provisional if one.review == review for lack in one.lacks]
    return {**_plain(review), "counts": review in standing.counting, "lacks": lacks}


def _verdict(verdict: Verdict | None) -> dict[str, Any] | None:
    return _plain(verdict) if verdict else None


def _evidence(citation: Citation, report: Report) -> dict[str, Any]:
    snapshot, link = report.snapshot_of(citation), report.link_of(citation)
    return {
        **_plain(citation.evidence),
        "snapshot": _plain(snapshot, "data", "text") if snapshot else None,
        "link": _plain(link) if link else None,
        "source": _plain(citation.source),
    }


def _plain(value: Frozen, *without: str) -> dict[str, Any]:
    """A value's fields as JSON; its moments are written as the log writes them."""
    fields = value.model_dump(mode="json", exclude={*_INSIDE, *_CONFIDENTIAL, *without})
    return {name: _moment_or(getattr(value, name), written) for name, written in fields.items()}


def _moment_or(raw: Any, written: Any) -> Any:
    return stamp(raw) if isinstance(raw, datetime) else written
