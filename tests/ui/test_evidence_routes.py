"""What the evidence form asks beside Streamlit: for whom, what, and how a kept file leaves."""

from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.ui.reader.test_payload import looked_at
from workbench.domain.person import Person, Role
from workbench.services import snapshotting, sourcing, viewing
from workbench.services.wires import Desk
from workbench.ui import evidence_routes
from workbench.ui.wires import Wires

PAGE = (
    b"<!doctype html><html><title>Log</title><body><p>31 ships</p><script>document.title='run'</script></body></html>"
)


@pytest.fixture
def signed_in(wires: Wires, monkeypatch: pytest.MonkeyPatch) -> list[Person | None]:
    """Who asks: the last of these."""
    asking: list[Person | None] = [wires.person]
    monkeypatch.setattr(evidence_routes, "person_of", lambda _request: asking[-1])
    return asking


@pytest.fixture
def client(signed_in: list[Person | None]) -> TestClient:
    return TestClient(Starlette(routes=evidence_routes.routes()))


def keep(client: TestClient, data: bytes = PAGE, name: str = "log.html"):
    return client.post("/evidence/files", content=data, headers={"x-name": quote(name)})


def test_a_file_is_kept_and_leaves_as_an_attachment_that_runs_nothing(client: TestClient, desk: Desk) -> None:
    name = 'lög \u202e\r\n"book".html'
    told = keep(client, name=name).json()
    assert told["title"] == "Log"
    saved = client.get(f"/evidence/files/{told['snapshot']}")
    assert saved.content == PAGE and saved.headers["content-type"].startswith("text/html")
    held = saved.headers["content-disposition"]
    assert held.startswith("attachment; filename*=UTF-8''") and "\n" not in held and '"' not in held
    assert "sandbox" in saved.headers["content-security-policy"]
    assert saved.headers["x-content-type-options"] == "nosniff"


def test_nobody_and_nobody_without_the_right_gets_in(
    client: TestClient, signed_in: list[Person | None], mara: Person, desk: Desk, ships: int
) -> None:
    kept = snapshotting.keep_file(desk, PAGE, "log.html", by=mara)
    signed_in.append(mara.with_(roles=[Role.READER]))
    assert keep(client).status_code == 403 and "add evidence" in keep(client).json()["says"]
    assert keep(client, b"x" * (desk.limits.max_bytes + 1)).status_code == 403, "refused before it is read"
    assert client.get(f"/evidence/files/{kept.pk}").status_code == 200
    for nobody, status in ((mara.with_(closed_at=desk.clock()), 403), (None, 401)):
        signed_in.append(nobody)
        claim = looked_at(desk, ships).claims[0].claim.pk
        for path in (f"files/{kept.pk}", "sources?words=log", f"passages?claim={claim}"):
            assert client.get(f"/evidence/{path}").status_code == status
        assert keep(client).status_code == status
    assert [event.act for event in viewing.log(desk)].count("snapshot.keep") == 1


def test_what_is_too_much_or_nothing_is_refused_in_a_sentence(client: TestClient, desk: Desk) -> None:
    refused = keep(client, b"x" * (desk.limits.max_bytes + 1))
    assert refused.status_code == 413 and "20.0 MB" in refused.json()["says"]
    assert keep(client, b"").status_code == 400
    assert client.post("/evidence/files", content=b"31").status_code == 400
    assert client.get("/evidence/files/99").status_code == 404
    assert client.get(f"/evidence/files/{10**30}").status_code == 404
    assert client.get("/evidence/passages?claim=<script>").status_code == 404


def test_known_sources_and_passages_are_offered_without_contact_details(
    client: TestClient, desk: Desk, mara: Person, ships: int
) -> None:
    first, second = (checked.claim.pk for checked in looked_at(desk, ships).claims)
    cited = {"source": "Harbour log", "origin": "Harbour master", "stance": "supports", "words": "31 ships, 4 tugs"}
    sourcing.add_evidence(desk, first, by=mara, **cited)
    (offered,) = client.get("/evidence/sources?words=harb").json()
    assert offered == {
        "source": "Harbour log",
        "tier": "secondary",
        "origin": "Harbour master",
        "url": "",
        "cited": 1,
        "notes": "",
    }
    assert client.get("/evidence/sources?words=%20").json() == []
    (passage,) = client.get(f"/evidence/passages?claim={second}").json()
    assert (passage["words"], passage["claim"]) == ("31 ships, 4 tugs", "31 ships")
