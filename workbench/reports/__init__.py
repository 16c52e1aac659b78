"""Reports: a `Report` in, the bytes of one file out. Pure: no clock, no store, the same report gives the same bytes.

A format is one module with `write(report) -> bytes` and one line in `FORMATS`; it is imported when first asked for.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from workbench.domain.errors import InputError

if TYPE_CHECKING:
    from workbench.domain.report import Report


@dataclass(frozen=True)
class Format:
    """One way to write a report: its name on the command line, its media type, its file suffix, and who writes it."""

    name: str
    media_type: str
    suffix: str
    module: str


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("html", "text/html; charset=utf-8", ".html", "workbench.reports.html_page"),
        Format("json", "application/json", ".json", "workbench.reports.json_record"),
        Format("csv", "text/csv; charset=utf-8", ".csv", "workbench.reports.csv_table"),
    )
}


def named(format: str) -> Format:
    """The format of this name. InputError, naming the formats there are, for any other."""
    form = FORMATS.get(format)
    if form is None:
        raise InputError(f"There is no report format {format[:40]!r}. Choose one of: {', '.join(FORMATS)}.")
    return form


def write(report: "Report", format: str) -> bytes:
    """The report as one file of this format; InputError where there is none of this name."""
    written: bytes = import_module(named(format).module).write(report)
    return written
