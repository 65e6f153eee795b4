"""The SQL of our statements, made once a test process and not once a store.

SQLAlchemy keeps what a statement comes to on its dialect, as long as the engine is there. Tests
open thousands of stores, each with an engine of its own, and made the same SQL for each anew:
half the time of playing an attempt. Here all engines of a kind of database share one dialect,
that of the first which has connected, and what has been compiled for it.
records/test_compiled_statements.py holds that the same is said to the database.
"""

from typing import Any, Final

from sqlalchemy import Dialect, Engine, event
from sqlalchemy import create_engine as by_sqlalchemy
from sqlalchemy.util import LRUCache

__all__ = ["by_sqlalchemy", "remembering"]

_PLENTY: Final = 4_000
_COMPILED: Final[LRUCache[Any, Any]] = LRUCache(_PLENTY)
_DIALECTS: Final[dict[str, Dialect]] = {}


def remembering(*where: Any, **how: Any) -> Engine:
    """Do as `sqlalchemy.create_engine`; what another engine has compiled is known."""
    made = by_sqlalchemy(*where, **how)
    known = _DIALECTS.get(made.dialect.name)
    if known is None:
        # The dialect asks what it connects to first; this comes after it has been told.
        event.listen(made, "first_connect", lambda *_: _keep(made.dialect))
    else:
        made.dialect = made.pool._dialect = known  # noqa: SLF001 - SQLAlchemy has no public way
    made._compiled_cache = _COMPILED  # noqa: SLF001 - SQLAlchemy has no public way
    return made


def _keep(dialect: Dialect) -> None:
    _DIALECTS.setdefault(dialect.name, dialect)
