"""What tests remember of our statements is what SQLAlchemy makes of them for every store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, event

from salesdojo.records import connecting, kept_people, people
from salesdojo.records.store import Store
from support.compiled_statements import by_sqlalchemy, remembering
from support.full_records import fill_every_table
from support.records import url
from support.servers import Base, Server

Said = list[tuple[str, object]]
"""Each statement, and what goes into it."""


@contextmanager
def _new(kind: str, home: Path, request: pytest.FixtureRequest) -> Iterator[Path | Base]:
    """Give the place of a new database."""
    if kind == "sqlite":
        yield home / f"{len(list(home.iterdir()))}.db"
        return
    server: Server = request.getfixturevalue("server")
    with server.cloned() as base:
        yield base


@contextmanager
def _heard() -> Iterator[Said]:
    """Hear what databases are told."""
    said: Said = []

    def hear(
        _connection: object, _cursor: object, statement: str, told: object, *_: object
    ) -> None:
        said.append((statement, _plain(told)))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def _plain(told: Any) -> object:
    """Return what goes into a statement, without what drivers wrap bytes in."""
    match told:
        case dict():
            return {name: _plain(value) for name, value in told.items()}
        case list() | tuple():
            return [_plain(value) for value in told]
        case memoryview():
            return told.tobytes()
        case _:
            return getattr(told, "obj", told)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_same_is_said_and_read(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(create_engine: Callable[..., Engine]) -> tuple[Said, object]:
        ids = count(1)
        monkeypatch.setattr(connecting, "create_engine", create_engine)
        for module in (people, kept_people):
            monkeypatch.setattr(module, "uuid4", lambda: UUID(int=next(ids)))
        with _new(kind, tmp_path, request) as place:
            Store.open(url(place)).close()
            with _heard() as said:
                fill_every_table(place)
                with Store.open(url(place)) as store:
                    read = [
                        (one, store.decisions(one.id), store.result(one.id))
                        for person in (store.person("青木 [5%]"), store.person("Baba\\N"))
                        for one in store.attempts(person)
                    ]
            return said, read

    told(remembering)
    said, read = told(remembering)
    assert (said, read) == told(by_sqlalchemy)
    assert len({statement for statement, _ in said}) > 20
