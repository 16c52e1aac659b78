"""Views of the queue that a person keeps under a name of their own."""

from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.person import Person, Right
from workbench.domain.queue import Query
from workbench.domain.view import SavedView
from workbench.services.rights import need, plain
from workbench.services.wires import Desk
from workbench.store.reading import having
from workbench.store.writing import Writing

MOST = 30
"""Views that one person can keep."""


def saved(desk: Desk, *, by: Person) -> list[SavedView]:
    """The person's own views, oldest first."""
    with desk.store.reading() as session:
        return [view for view in having(session, SavedView, person_id=[by.pk]) if view.ended_at is None]


def save(desk: Desk, name: str, query: Query, *, by: Person) -> SavedView:
    """Keep a query under a name; a view of one's own by that name is replaced.

    Raises InputError where the name is empty or too long, or one has 30 views already.
    """
    need(by, Right.READ)
    called = _name(name)
    with desk.store.writing() as writing:
        now = desk.clock()
        own = _own(writing, by)
        for there in own:
            if there.name == called:
                writing.change(SavedView, there.pk, ended_at=now)
                own = [view for view in own if view.pk != there.pk]
        if len(own) >= MOST:
            raise InputError(f"You keep {MOST} views already. Throw one away first.")
        asked = query.with_(after="").written()
        kept = writing.keep(SavedView(person_id=by.pk, name=called, query=asked, at=now))
        after = {"name": called, "query": asked}
        writing.log("view.save", f"person:{by.pk}", at=now, by=by, after=after)
        return kept


def rename(desk: Desk, view_id: int, name: str, *, by: Person) -> SavedView:
    """Call one's own view by another name."""
    called = _name(name)
    with desk.store.writing() as writing:
        there = _mine(writing, view_id, by)
        if any(view.name == called and view.pk != view_id for view in _own(writing, by)):
            raise InputError(f"You have a view called {called!r} already. Choose another name.")
        writing.change(SavedView, view_id, name=called)
        before, after = {"name": there.name}, {"name": called}
        writing.log("view.rename", f"person:{by.pk}", at=desk.clock(), by=by, before=before, after=after)
        return there.with_(name=called)


def throw_away(desk: Desk, view_id: int, *, by: Person) -> None:
    """Throw one's own view away; the log keeps that it was there."""
    with desk.store.writing() as writing:
        there = _mine(writing, view_id, by)
        now = desk.clock()
        writing.change(SavedView, view_id, ended_at=now)
        writing.log("view.end", f"person:{by.pk}", at=now, by=by, before={"name": there.name})


def _name(name: str) -> str:
    called = " ".join(plain(name).split())
    if not called or len(called) > 100:
        raise InputError("A view needs a name of up to 100 characters. Give it one.")
    return called


def _own(writing: Writing, by: Person) -> list[SavedView]:
    return [view for view in having(writing.session, SavedView, person_id=[by.pk]) if view.ended_at is None]


def _mine(writing: Writing, view_id: int, by: Person) -> SavedView:
    for view in _own(writing, by):
        if view.pk == view_id:
            return view
    raise NotFoundError("There is no such view of yours. It may have been thrown away in another window.")
