"""Where every wire is tied: settings in, a desk that every act can be handed out."""

from datetime import UTC, datetime
from functools import partial

from workbench.documents import Limits
from workbench.house import read_policy
from workbench.services.standing import refill
from workbench.services.wires import Desk, Extractor
from workbench.settings import HOME, Settings
from workbench.store.engine import Store
from workbench.store.migrating import migrate


def open_desk(settings: Settings) -> Desk:
    """A desk on the store that the settings name, brought up to date first.

    Raises SettingsError where the house policy can't be read, StoreError where the store can't be opened or is newer
    than this workbench.
    """
    policy = read_policy(settings.policy)
    store = Store(settings.database_url)
    migrate(store)
    desk = Desk(
        store=store,
        clock=lambda: datetime.now(UTC),
        limits=limits(settings),
        load_extractor=partial(load_extractor, settings),
        seeds=HOME / "seeds",
        policy=policy,
    )
    refill(desk)
    return desk


def limits(settings: Settings) -> Limits:
    """What a file handed in may cost."""
    return Limits(
        max_bytes=settings.max_bytes,
        max_pages=settings.max_pages,
        max_characters=settings.max_characters,
        max_seconds=settings.max_seconds,
    )


def load_extractor(settings: Settings) -> Extractor:
    """The extractor with the model that the settings name, or the one that came along."""
    from workbench import extraction

    extractor: Extractor = extraction.load(settings.model or None)
    return extractor
