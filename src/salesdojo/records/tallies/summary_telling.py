"""Every summary told anew from the attempts, and held against those that are kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from sys import maxsize
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, bindparam, func, select

from salesdojo.errors import RecordsError
from salesdojo.records.tables import FINISHED_ATTEMPT, PERSON, SUMMARY
from salesdojo.records.tallies.kept_summaries import (
    MADE_BY,
    OF_ONE,
    KeptSummaries,
    OnStep,
    put_anew,
)
from salesdojo.records.tallies.summary import summary_of
from salesdojo.records.tallies.summary_anew import Anew, Mark
from salesdojo.records.tallies.summary_json import read_totals, summary_written

if TYPE_CHECKING:
    from salesdojo.records.database.database import Database

_BATCH: Final = 100
"""People whose summaries are kept in one transaction."""
_AFTER: Final = (
    select(PERSON.c.id)
    .where(PERSON.c.id > bindparam("after"))
    .order_by(PERSON.c.id)
    .limit(bindparam("most"))
)
_ROW: Final = select(*SUMMARY.c).where(SUMMARY.c.person == bindparam("person"))
_NEWEST: Final = select(func.coalesce(func.max(FINISHED_ATTEMPT.c.number), 0)).where(
    FINISHED_ATTEMPT.c.person == bindparam("person")
)


@dataclass(frozen=True, slots=True)
class Verified:
    """The summaries kept against those told anew."""

    people: int
    """Looked at."""
    kept: int
    """Summaries that claim to be up to the last attempt; the others are told when asked for."""
    differ: tuple[str, ...]
    """The ids of those of them that are not as told."""
    damaged: tuple[str, ...]
    """Whose summary cannot be told: a result or a scenario is damaged."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What telling every summary anew came to."""

    people: int
    """Looked at."""
    damaged: tuple[str, ...]
    """As in `Verified`."""


def verify(
    database: "Database", summaries: KeptSummaries, on_step: OnStep | None = None
) -> Verified:
    """Hold every summary that claims to be current against the attempts; others go on meanwhile.

    Raises:
        RecordsError: what keeps the records from being read.
    """
    people, kept = 0, 0
    differ: list[str] = []
    damaged: list[str] = []
    many = _many(database)
    for batch in _people(database):
        for person in batch:
            people += 1
            if not _claims(database, person):
                continue
            told = _told(summaries, person, maxsize)
            if told is None:
                damaged.append(person)
                continue
            kept += 1
            if not database.read(lambda held, told=told: _same(held, told)):  # type: ignore[misc]
                differ.append(person)
        if on_step is not None:
            on_step(people, many)
    return Verified(people, kept, tuple(differ), tuple(damaged))


def rebuild(
    database: "Database", summaries: KeptSummaries, now: int, on_step: OnStep | None = None
) -> Rebuilt:
    """Tell every summary anew and keep it, some people at a time; it may be broken off.

    Args:
        database: where they are kept.
        summaries: its door.
        now: UTC in milliseconds; of whose attempts a clock put after it nothing is kept.
        on_step: told how many of how many people are done.

    Raises:
        RecordsError: what keeps the records from being read or written.
    """
    people = 0
    damaged: list[str] = []
    many = _many(database)
    for batch in _people(database):
        anew = {person: _told(summaries, person, now) for person in batch}
        damaged += [person for person, told in anew.items() if told is None]
        keeps = [told for told in anew.values() if told is not None and told.keeps]
        database.write(lambda held, keeps=keeps: _put(held, keeps))  # type: ignore[misc]
        people += len(batch)
        if on_step is not None:
            on_step(people, many)
    return Rebuilt(people, tuple(damaged))


def _put(connection: Connection, keeps: Sequence[Anew]) -> None:
    for told in keeps:
        put_anew(connection, told)


def _people(database: "Database") -> Iterator[Sequence[str]]:
    after = ""
    while batch := database.read(
        lambda held, after=after: (
            held.execute(  # type: ignore[misc]
                _AFTER, {"after": after, "most": _BATCH}
            )
            .scalars()
            .all()
        )
    ):
        yield batch
        after = batch[-1]


def _many(database: "Database") -> int:
    counted = select(func.count()).select_from(PERSON)
    return database.read(lambda held: int(held.execute(counted).scalar_one()))


def _claims(database: "Database", person: str) -> bool:
    """Say whether the row of `person` claims to tell of every attempt, by this rule."""

    def claims(connection: Connection) -> bool:
        row = connection.execute(_ROW, {"person": person}).one_or_none()
        newest = connection.execute(_NEWEST, {"person": person}).scalar_one()
        return row is not None and row.made_by == MADE_BY and row.through == newest

    return database.read(claims)


def _told(summaries: KeptSummaries, person: str, now: int) -> Anew | None:
    """Return the totals of `person`; None where damage keeps them from being told."""
    try:
        return summaries.told_anew(person, now)
    except RecordsError as fault:
        if fault.code not in OF_ONE:
            raise
        return None


def _same(connection: Connection, told: Anew) -> bool:
    """Say whether the row says what was told; one that went on meanwhile is not looked at."""
    row = connection.execute(_ROW, {"person": told.person}).one()
    if Mark(row.through, row.made_by) != told.before:
        return True
    summary = summary_of(told.running)
    return summary is not None and row.shown == summary_written(summary) and _goes_on(row, told)


def _goes_on(row: Any, told: Anew) -> bool:  # noqa: ANN401 - a row of `_ROW`
    """Say whether the totals are those told; the place of a retry is the row's alone."""
    try:
        held = read_totals(row.totals)
    except ValueError:
        return False
    return replace(held, through=told.running.through) == told.running
