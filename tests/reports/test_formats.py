"""Choosing a format: cheap to import, the same bytes each time, and a clear word for a format that is not there."""

import subprocess
import sys

import pytest

from tests.stories import report, tram_story
from workbench.domain.errors import InputError
from workbench.reports import FORMATS, write


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name):
    assert write(report(tram_story()), name) == write(report(tram_story()), name)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_what_it_is(name):
    form = FORMATS[name]
    assert (form.name, form.suffix) == (name, f".{name}")
    assert "/" in form.media_type


def test_an_unknown_format_is_refused_with_those_there_are():
    with pytest.raises(InputError, match=r"no report format 'docs'\. Choose one of: html, json, csv\."):
        write(report(tram_story()), "docs")


def test_to_ask_for_the_formats_loads_neither_templates_nor_the_domain():
    asked = "import sys, workbench.reports; print(sorted({'jinja2', 'sqlmodel', 'csv'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
