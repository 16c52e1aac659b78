"""Fill an empty workbench with the example stories of seeds/."""

import tomllib
from pathlib import Path
from typing import Any

from workbench import documents
from workbench.domain.article import FIELDS, Original, Reading
from workbench.domain.errors import InputError
from workbench.domain.event import sha256
from workbench.domain.person import Person
from workbench.services import importing
from workbench.services.wires import Desk
from workbench.store import articles


def seed(desk: Desk, *, by: Person) -> int:
    """Hand in every example story that never was here; returns how many that were.

    A workbench with stories of its own and no examples is left alone, and an example that was withdrawn stays away.
    """
    return sum(importing.hand_in(desk, reading, by=by, is_example=True).is_new for reading in missing(desk))


def missing(desk: Desk) -> list[Reading]:
    """The example stories that seeding would hand in."""
    with desk.store.reading() as session:
        if articles.count(session, examples=False) and not articles.count(session, examples=True):
            return []
        readings = [_read(path) for path in sorted((desk.seeds / "stories").glob("*.toml"))]
        return [reading for reading in readings if not articles.named(session, reading.outside_id or "")]


def is_fresh(desk: Desk) -> bool:
    """Whether nothing but examples has been handed in."""
    with desk.store.reading() as session:
        return articles.count(session, examples=False) == 0


def _read(path: Path) -> Reading:
    data = path.read_bytes()
    try:
        story: dict[str, Any] = tomllib.loads(data.decode())
        fields: dict[str, Any] = {name: story[name] for name in FIELDS if name in story}
        text, reference = documents.clean(story["text"]), story["id"]
    except (KeyError, ValueError) as error:
        raise InputError(f"{path.name} is no example story: {error}. Mend it or take it out of seeds/.") from None
    original = Original(name=path.name, media_type="application/toml", sha256=sha256(data), size=len(data), data=data)
    origins = dict.fromkeys(fields, "example story")
    return Reading(**fields, text=text, outside_id=reference, origins=origins, original=original)
