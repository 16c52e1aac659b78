"""The gate's pages and the doors: what opens to whom, what comes back, and what a form must carry."""

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit.runtime import Runtime

from tests.making import PASSWORD, seat
from workbench.domain.errors import NotAllowedError
from workbench.services import accounts, inviting, signing
from workbench.services.wires import Desk
from workbench.ui import app
from workbench.ui.gate import paths
from workbench.ui.signed_in import COOKIE

HTML = {"accept": "text/html"}
OPEN = ["/sign-in", "/sign-in/look/look.css", "/sign-in/look/sans.woff2", "/_stcore/health"]
CLOSED = [
    *("/_stcore/host-config", "/_stcore/metrics", "/_stcore/stream", "/media/x.html", "/parts/x/main.js"),
    *(
        "/sign-in/",
        "/sign-in/made/up",
        "/join/x",
        "/_stcore/upload_file/a/b",
        "/static/index.html",
        "/oauth2callback",
        "/auth/login",
        "/live",
        "/nothing/at/all",
    ),
]


@pytest.fixture
def client(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A browser before a desk with one person, Mara."""
    seat(desk)
    monkeypatch.setattr(Runtime, "_instance", None)  # Streamlit allows one a process
    quick = replace(desk, load_extractor=lambda: pytest.fail("the gate needs no model"))
    with TestClient(app.build(quick), base_url="http://localhost:8501", follow_redirects=False) as client:
        yield client


def form(client: TestClient, path: str = "/sign-in") -> dict[str, str]:
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', client.get(path).text))


def sign_in(client: TestClient, handle: str = "mara.lindqvist", password: str = PASSWORD, **more: str):
    return client.post("/sign-in", data={**form(client), "handle": handle, "password": password, **more})


@pytest.mark.parametrize("path", OPEN)
def test_the_gate_is_open(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", CLOSED)
def test_nothing_else_opens_without_signing_in(client: TestClient, path: str) -> None:
    for method in ("GET", "POST", "PUT", "DELETE"):
        assert client.request(method, path).status_code == 401
    assert client.get(path, headers=HTML).headers["location"] == f"/sign-in?next={path.replace('/', '%2F')}"


def test_every_route_of_the_application_is_behind_the_gate(client: TestClient) -> None:
    """Routes that come later are closed by themselves; only the listed ones answer strangers."""
    answered = set()
    for route in client.app._starlette_app.routes:
        path = re.sub(r"\{[^}]*\}", "x", getattr(route, "path", "/"))
        if path and client.get(path, headers={"accept": "*/*"}).status_code != 401:
            answered.add(path)
    assert answered <= {"/", "/sign-in", "/join", "/sign-out", "/sign-in/state", "/sign-in/look/x", "/_stcore/health"}
    assert client.post("/sign-out").status_code == 401


def test_a_page_is_sent_to_the_sign_in_and_comes_back(client: TestClient) -> None:
    asked = client.get("/review?article=3&claim=7", headers=HTML)
    assert asked.status_code == 303
    way = form(client, asked.headers["location"])["next"]
    answered = sign_in(client, next=way.replace("&amp;", "&"))
    assert (answered.status_code, answered.headers["location"]) == (303, "/review?article=3&claim=7")
    cookie = answered.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "max-age=1209600" in cookie and "secure" not in cookie
    assert client.get("/", headers=HTML).status_code == 200


def test_under_https_the_cookies_are_for_https_alone(client: TestClient) -> None:
    client.base_url = "https://localhost:8501"
    cookie = sign_in(client).headers["set-cookie"].lower()
    assert cookie.startswith(COOKIE) and "secure" in cookie


def test_a_socket_is_refused_without_a_session(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_stcore/stream"):
        pass


def test_an_unknown_handle_and_a_wrong_password_read_alike(client: TestClient) -> None:
    wrong, unknown = sign_in(client, password="not this one, no"), sign_in(client, handle="nobody")
    assert wrong.status_code == unknown.status_code == 403
    assert "Handle and password do not fit" in wrong.text
    assert wrong.text.replace("mara.lindqvist", "nobody") == unknown.text


def test_a_form_without_its_secret_does_nothing(client: TestClient, desk: Desk) -> None:
    data = {"handle": "mara.lindqvist", "password": PASSWORD}
    for given in ({}, {"form": "made up"}, {"form": ""}):
        answered = client.post("/sign-in", data=data | given)
        assert answered.status_code == 400 and "Send it again" in answered.text and COOKIE not in answered.cookies
    assert client.post("/sign-in", data={**form(client), **data, "more": "x" * 70_000}).status_code == 400
    assert (
        client.post("/sign-in", data={**form(client), **data, **dict.fromkeys(map(str, range(60)), "x")}).status_code
        == 400
    )
    sign_in(client)
    client.post("/sign-out", data={"form": "made up"})
    assert client.get("/", headers=HTML).status_code == 200, "a foreign form must not sign anybody out"


def test_signing_out_ends_the_session_itself(client: TestClient, desk: Desk) -> None:
    sign_in(client)
    token = client.cookies[COOKIE]
    out = client.post("/sign-out", data={"form": client.cookies["desk_form"]})
    assert (out.status_code, out.headers["location"]) == (303, "/sign-in")
    client.cookies.set(COOKIE, token)
    assert client.get("/sign-in/state").status_code == 401
    assert client.get("/", headers=HTML).status_code == 303


def test_who_signs_in_after_somebody_ends_their_session_in_this_browser(client: TestClient, desk: Desk) -> None:
    sign_in(client)
    before, link = client.cookies[COOKIE], inviting.invite(desk, ["checker"], by=None, name="Ada")
    fields = form(client, f"/join?token={link.token}")
    client.post("/join", data={**fields, "handle": "ada", "password": PASSWORD})
    assert signing.who(desk, before) is None and signing.who(desk, client.cookies[COOKIE]).person.handle == "ada"


def test_a_closed_account_is_out_at_once(client: TestClient, desk: Desk) -> None:
    tomas = seat(desk, "tomas", "checker")
    sign_in(client, "tomas")
    assert client.get("/sign-in/state").json() == {"person": tomas.id}
    accounts.close(desk, tomas.pk, by=None)
    assert client.get("/sign-in/state").status_code == 401


def test_guessing_is_slowed_and_says_when_to_come_again(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(10):
        assert sign_in(client, password="guess guess guess").status_code == 403
    stopped = sign_in(client)
    assert stopped.status_code == 429 and re.search(r"Too many tries.* Try again in 1?\d minutes\.", stopped.text)
    assert sign_in(client, handle="nobody").status_code == 403, "others may still try"
    later = time.time() + 16 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    assert sign_in(client).status_code == 303


def test_a_handle_written_otherwise_is_no_further_account_to_guess_at(client: TestClient) -> None:
    padded = [f"{' ' * n}mara.lindqvist{' ' * (86 - n)}{n:06}" for n in range(7, 12)]
    assert {sign_in(client, handle=handle).status_code for handle in padded} == {403}
    for handle in ["MARA.lindqvist", "mara.lindqvist\n", "mara\x00.lindqvist", " Mara.Lindqvist "] * 3:
        answered = sign_in(client, handle=handle, password="guess guess guess").status_code
    assert answered == 429


def test_a_crowd_that_knocks_keeps_nobody_from_working(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(client)
    token, secret, held = client.cookies[COOKIE], client.cookies["desk_form"], Event()

    def takes_long(*_given: object) -> None:
        held.wait(20)
        raise NotAllowedError(signing.WRONG)

    monkeypatch.setattr(signing, "sign_in", takes_long)
    with ThreadPoolExecutor(60) as crowd:
        knocks = [
            crowd.submit(client.post, "/sign-in", data={"form": secret, "handle": f"h{n}", "password": PASSWORD})
            for n in range(60)
        ]
        began = time.monotonic()
        answered = client.get("/sign-in/state", cookies={COOKIE: token}).status_code
        took = time.monotonic() - began
        held.set()
    assert answered == 200 and took < 10
    assert {knock.result().status_code for knock in knocks} <= {403, 429}


def test_an_invitation_is_accepted_once(client: TestClient, desk: Desk) -> None:
    link = inviting.invite(desk, ["checker"], by=None, name='Ada "<b>" Lunn')
    path = f"/join?token={link.token}"
    assert "You will be checker here." in client.get(path).text and "<b>" not in client.get(path).text
    fields = form(client, path)
    short = client.post("/join", data={**fields, "name": "Ada", "handle": "ada", "password": "short"})
    assert "at least 12 characters; this one has 5" in short.text and 'value="ada"' in short.text
    joined = client.post("/join", data={**fields, "name": "Ada", "handle": "ada", "password": PASSWORD})
    assert (joined.status_code, joined.headers["location"]) == (303, "/")
    assert signing.who(desk, client.cookies[COOKIE]).person.name == "Ada"
    again = client.get(path)
    assert again.status_code == 404 and "This link is no use" in again.text


def test_an_outside_sign_in_that_was_not_finished_is_said_once(client: TestClient) -> None:
    client.cookies.set("desk_way", "7b7d")
    assert "The outside sign-in was not finished. Begin again." in client.get("/sign-in").text
    client.cookies.delete("desk_way")
    assert "not finished" not in client.get("/sign-in").text
    assert client.get("/sign-in/back").status_code == 401, "without a provider there is no way back from it"


@pytest.mark.parametrize(
    ("asked", "way"),
    [
        ("/review?article=3", "/review?article=3"),
        *((bad, "/") for bad in ("//evil.example", "https://evil.example", "/\\evil.example", "evil", "", None)),
        *((bad, "/") for bad in ("/sign-in?next=/", "/\tx", "javascript:alert(1)", "/\x00", "/" + "x" * 3000)),
        ("/a//b", "/a//b"),
    ],
)
def test_the_way_on_leads_to_own_pages_alone(asked: str | None, way: str) -> None:
    assert paths.own_path(asked) == way
