"""Values made of rows that never change, kept in memory: a story on the desk is read with every key that is pressed."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlmodel import Session

T = TypeVar("T")
MOST = 256
"""How many values are kept a store; the one that was not asked for the longest goes first."""
HEAVIEST = 60_000
"""How many parts all lists among them have together, some 3 kB each: no memory is filled with a few huge stories."""

_kept: WeakKeyDictionary[Engine, OrderedDict[Hashable, Any]] = WeakKeyDictionary()
_lock = threading.Lock()


def frozen(session: Session, key: Hashable, read: Callable[[], T]) -> T:
    """The value under this key, read where it is not kept. The key must change with every row that it is made of.

    What is given out is shared: it must be frozen itself, or copied before it is changed.
    """
    engine = session.get_bind().engine
    with _lock:
        mine = _kept.setdefault(engine, OrderedDict())
        if key in mine:
            mine.move_to_end(key)
            return cast(T, mine[key])
    value = read()
    with _lock:
        mine[key] = value
        weight = sum(map(_weight, mine.values()))
        while len(mine) > 1 and (len(mine) > MOST or weight > HEAVIEST):
            weight -= _weight(mine.popitem(last=False)[1])
    return value


def forget(engine: Engine) -> None:
    """Keep nothing of this store any more: what was erased in it goes from memory too."""
    with _lock:
        _kept.pop(engine, None)


def _weight(value: Any) -> int:
    return len(value) if isinstance(value, list) else 0
