"""A desk that holds hostile words in every field that a story or a person can fill, and an eye on pages that show them.

Each field's words begin with the field's name, so that a page can be asked whether it shows just these.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, TimeoutError

from tests.browser.serving import Server
from tests.making import PASSWORD, reading
from workbench.domain.article import Original
from workbench.domain.event import sha256
from workbench.domain.evidence import Snapshot
from workbench.domain.person import Person
from workbench.domain.queue import Query
from workbench.services import (
    accounts,
    assigning,
    cataloguing,
    commenting,
    correcting,
    correcting_claims,
    importing,
    inviting,
    keeping_views,
    reviewing,
    sourcing,
    viewing,
)
from workbench.services.rights import plain
from workbench.services.wires import Desk

ROWS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
WORDS: dict[str, str] = {kind: row["words"] * row.get("times", 1) for kind, row in ROWS.items()}
UNITS = ("ships", "tugs", "rafts", "kites")
PATIENCE = 30_000
ENOUGH = 60
"""Characters of a field that a page has to show: lists cut long words short."""


@dataclass
class Filled:
    """What a desk was filled with for one kind of words."""

    kind: str
    article: int = 0
    claims: list[int] = field(default_factory=list)
    source: int = 0
    page: int = 0
    evidence: int = 0
    person: int = 0
    handle: str = ""
    link: str = ""

    def said(self, name: str, most: int = 20_000) -> str:
        """The words in a field that holds at most so many."""
        return f"{name} {WORDS[self.kind]}"[:most]

    def shown(self, *names: str) -> list[str]:
        """How these fields begin on a page."""
        return [one_line(plain(self.said(name)))[:ENOUGH].strip() for name in names]


def one_line(text: str) -> str:
    """Text as the eye reads it, however a page breaks its lines."""
    return " ".join(text.split())


def fill(desk: Desk, kind: str, *, by: Person) -> Filled:
    """A story of a person of these words, finished, with everything that can be said around its claims."""
    it = Filled(kind, handle=f"some.{kind.replace('_', '-')}")
    token = inviting.invite(desk, ["checker"], by=None).token
    them = inviting.accept(desk, token, password=PASSWORD, name=it.said("person"), handle=it.handle)
    it.person = them.pk
    it.link = inviting.invite(desk, ["reader"], by=None, name=it.said("invited")).token
    it.article = hand_in(desk, it, by=them)
    counted = [one.claim for one in viewing.story(desk, it.article).claims]
    first, second, third, fourth = it.claims = [one.pk for one in counted if one.unit in UNITS]
    for noise in (one.pk for one in counted if one.unit not in UNITS):
        reviewing.dismiss(desk, noise, by=them)
    _cite(desk, it, first, them)
    reviewing.rate(desk, first, by=them, rating="sourced", reason=it.said("reason"))
    commenting.comment(desk, first, by=them, text=f"@{by.handle} {it.said('comment')}")
    put_right = {"label": it.said("label", 500), "about": it.said("about", 500)}
    correcting_claims.correct_claim(desk, first, by=them, fields=put_right, reason=it.said("why put right", 500))
    reviewing.rate(desk, first, by=them, rating="sourced", reason=it.said("reason"))
    reviewing.dismiss(desk, second, by=them, reason=it.said("why dismissed"))
    spoken = {"kind": "quote", "speaker": it.said("speaker", 500)}
    correcting_claims.correct_claim(desk, third, by=them, fields=spoken, reason=it.said("why spoken"))
    reviewing.rate(desk, third, by=them, rating="disputed", reason=it.said("why disputed"), none_found=True)
    reviewing.dismiss(desk, fourth, by=by)
    correcting_claims.add_claim(
        desk, it.article, by=them, inside="text", start=0, end=5, kind="statement", label=it.said("added", 500)
    )
    added = viewing.story(desk, it.article).claims[0].claim.pk
    assigning.assign(desk, by=by, to=them.pk, claim=added, note=it.said("note", 2_000))
    reviewing.rate(desk, added, by=by, rating="disputed", reason="No.", none_found=True)
    keeping_views.save(desk, it.said("view", 100), Query(), by=by)
    return it


def contest(desk: Desk, it: Filled, *, by: Person) -> None:
    """One of its judgements is contested, so that it concerns both who gave one."""
    reviewing.rate(desk, it.claims[0], by=by, rating="disputed", reason="No.", none_found=True)
    reviewing.rate(desk, it.claims[0], by=accounts.person(desk, it.person), rating="sourced", reason=it.said("contest"))


def hand_in(desk: Desk, it: Filled, *, by: Person) -> int:
    """A story of these words, in all of its fields."""
    text = it.said("story")
    text = f"{text}\n\nThe port counted 31 ships, 12 tugs, 7 rafts and 2 kites. {text}"
    data = text.encode()
    original = Original(
        name=plain(it.said("file", 500)), media_type="text/plain", sha256=sha256(data), size=len(data), data=data
    )
    handed = reading(plain(text), plain(it.said("title", 1000)), original=original)
    article = importing.hand_in(desk, handed, by=by).article.pk
    told = {"author": it.said("author", 500), "publisher": it.said("publisher", 500)}
    correcting.correct(desk, article, by=by, **told)
    return article


def _cite(desk: Desk, it: Filled, claim: int, by: Person) -> None:
    data = it.said("page").encode()
    page = Snapshot(
        url="https://port.example/log",
        name=plain(it.said("page file", 500)),
        title=plain(it.said("page title", 1000)),
        media_type="text/html",
        sha256=sha256(data),
        size=len(data),
        data=data,
        text=plain(f"{it.said('page')}\n\n{it.said('exact')}"),
        person_id=by.pk,
        at=desk.clock(),
    )
    with desk.store.writing() as writing:
        it.page = writing.keep(page).pk
        writing.log("snapshot.keep", f"snapshot:{it.page}", at=page.at, by=by, after={"name": page.name})
    kept = sourcing.add_evidence(
        desk,
        claim,
        by=by,
        source=it.said("source", 500),
        stance="supports",
        words=it.said("exact"),
        locator=it.said("locator", 500),
        tier="primary",
        origin=it.said("origin", 500),
        snapshot_id=it.page,
    )
    it.evidence, it.source = kept.pk, kept.source_id
    again = sourcing.add_evidence(desk, claim, by=by, source="Log", stance="context", words=it.said("taken back"))
    sourcing.withdraw_evidence(desk, again.pk, by=by, reason=it.said("why taken back"))
    cataloguing.edit(desk, it.source, by=by, notes=it.said("notes", 5_000))


MISSES_NONE = """wanted => {
  const fields = [...document.querySelectorAll("input, textarea")].map((field) => field.value);
  const text = [document.body.textContent, ...fields].join(" ").replace(/\\s+/g, " ");
  globalThis.__missing = wanted.filter((words) => !text.includes(words));
  return globalThis.__missing.length === 0;
}"""
MADE = "[src*='evil.example'], [href*='evil.example'], [href^='javascript:'], [onerror], [onload], [onmouseover]"
FAULTS = f"""() => [
  ...(document.title === "run" ? ["a script ran"] : []),
  ...[...document.querySelectorAll(`{MADE}`)].map((made) => `became an element: ${{made.outerHTML.slice(0, 200)}}`),
  ...[...document.querySelectorAll("[data-testid=stException]")].map((box) => box.textContent.slice(0, 300)),
  ...(document.documentElement.scrollWidth > innerWidth + 1 ? ["wider than the window"] : []),
]"""


class Eye:
    """Sees whether a page took any words for more than words: what ran, what was asked for, what went wrong."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page, self.server = page, server
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("dialog", lambda box: (self.wrong.append(f"dialog: {box.message}"), box.dismiss()))
        page.on("pageerror", lambda error: self.wrong.append(f"exception: {error}"))
        page.on("console", self._heard)

    def _heard(self, said: ConsoleMessage) -> None:
        # Streamlit asks under a deep address first and finds nothing there; a wrong password is refused.
        if said.type == "error" and not re.search("/_stcore/|/sign-in$", said.location["url"]):
            self.wrong.append(f"console: {said.text} {said.location['url']}")

    def goes(self, path: str) -> None:
        """Go to a page of the desk."""
        self.page.goto(f"{self.server.address}/{path}")

    def sees(self, *expected: str) -> None:
        """Wait until the page shows all of these as words, in its text or in its fields, and look for other faults."""
        try:
            self.page.wait_for_function(MISSES_NONE, arg=list(expected), timeout=PATIENCE)
        except TimeoutError:
            self.wrong.append(f"{self.page.url} does not show {self.page.evaluate('() => globalThis.__missing')}")
        self.wrong += [f"{self.page.url}: {fault}" for fault in self.page.evaluate(FAULTS)]

    def faults(self) -> list[str]:
        """Everything that was not as it should be, on all pages so far."""
        own = (self.server.address, f"ws://127.0.0.1:{self.server.port}", "data:", "blob:", "about:")
        log = self.server.log.read_text()
        away = [f"asked {url}" for url in self.asked if not url.startswith(own)]
        return [*self.wrong, *away, *([log[-2000:]] if "Traceback" in log else [])]
