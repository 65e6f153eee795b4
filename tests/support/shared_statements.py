"""What SQLAlchemy makes of our statements, shared by all engines of a kind in a test process.

An engine makes its SQL once and keeps it; but each test opens records of its own, and making
the SQL anew took a sixth of what the records' tests take. It depends on the statement and on
the kind of database, never on what stands in one.
"""

from typing import Any, Final

from sqlalchemy import Engine, create_engine

Key = tuple[Any, ...]
"""The dialect, then what a statement is."""


class Statements(dict[Key, Any]):
    """Compiled statements, found by engines of the same kind of database."""

    def get(self, key: Key, default: Any = None) -> Any:
        """Return what was made for this kind of database."""
        return super().get(_of_kind(key), default)

    def __setitem__(self, key: Key, made: object) -> None:
        """Keep it for all of this kind."""
        super().__setitem__(_of_kind(key), made)


SHARED: Final = Statements()


def sharing(url: Any, **more: Any) -> Engine:
    """Do as `create_engine`; the engine finds and keeps its statements in `SHARED`."""
    return create_engine(url, execution_options={"compiled_cache": SHARED}, **more)


def _of_kind(key: Key) -> Key:
    dialect, *statement = key
    return (type(dialect), *statement)
