"""The browser's modules: served whole under one name, knowing only each other."""

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from workbench.ui import component, style

IMPORT = re.compile(r'from "\./([\w.]+)"')


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=[component.route()]))


def test_every_module_is_served_as_it_is_and_may_be_kept(client: TestClient) -> None:
    for name, body in component.modules().items():
        answer = client.get(f"/parts/{component.version()}/{name}")
        assert answer.content == body
        assert answer.headers["content-type"].startswith("text/javascript")
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", ["/parts/0000/main.js", "/parts/VERSION/nothing.js", "/parts/VERSION/..%2Fapp.py"])
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    assert client.get(path.replace("VERSION", component.version())).status_code == 404


def test_modules_import_only_modules_that_are_there() -> None:
    named = {name for body in component.modules().values() for name in IMPORT.findall(body.decode())}
    assert named <= set(component.modules())
    assert "main.js" not in named


def test_no_module_turns_text_into_markup_or_code() -> None:
    for name, body in component.modules().items():
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "http://",
            "srcdoc",
        ):
            assert word not in body.decode(), name


def test_the_style_fetches_nothing() -> None:
    assert "url(" not in style.sheet()
    assert "@import" not in style.sheet()
