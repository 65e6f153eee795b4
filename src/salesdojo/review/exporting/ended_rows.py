"""Attempts that ended, read a page at a time in the order in which they were stored as such.

Rows come as the driver gives them, and what few of them share is asked for once: for a million
attempts each join takes as long as half of the rest.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, CursorResult, TextClause, bindparam, text

from salesdojo.records.database.never_written import never_written
from salesdojo.review.exporting.chosen import Asked, Chosen

PAGE: Final = 2_000
"""Attempts read at a time: a few megabytes."""
_MOST: Final = 100_000
"""People whose names are held at a time: some twenty megabytes."""
_ATTEMPT: Final = (
    "attempt.id, attempt.person, person.team, person.name, attempt.scenario, attempt.revision, "
    "attempt.seed, attempt.mode, attempt.language, attempt.begun_at, attempt.finished_at, "
    "attempt.abandoned_at, attempt.fork_of, attempt.fork_turn, journey.journey, "
    "journey_chapter.place"
)
_AROUND: Final = (
    "JOIN person ON person.id = attempt.person "
    "LEFT JOIN journey_chapter ON journey_chapter.attempt = attempt.id "
    "LEFT JOIN journey ON journey.id = journey_chapter.journey "
)
_FINISHED: Final = (
    # Of what is not asked for only the person and the scenario are needed, to count tries.
    "SELECT result.number, attempt.id, attempt.person, attempt.scenario, attempt.revision, "
    "attempt.seed, attempt.mode, attempt.language, attempt.begun_at, attempt.finished_at, "
    "attempt.abandoned_at, attempt.fork_of, attempt.fork_turn, journey.journey, "
    "journey_chapter.place, result.revision, "
    "CASE WHEN attempt.finished_at >= :since AND attempt.finished_at < :until "
    "THEN result.body END "
    "FROM result JOIN attempt ON attempt.id = result.attempt "
    "LEFT JOIN journey_chapter ON journey_chapter.attempt = attempt.id "
    "LEFT JOIN journey ON journey.id = journey_chapter.journey "
    "WHERE result.supersedes IS NULL AND result.number > :after AND {people} "
    "ORDER BY result.number LIMIT :page"
)
_PEOPLE: Final = text("SELECT id, team, name FROM person WHERE id IN :people").bindparams(
    bindparam("people", expanding=True)
)
_NEWER: Final = text(
    "SELECT supersedes, number FROM result WHERE supersedes >= :first AND supersedes <= :last"
)
_LOGGED: Final = (
    "SELECT result.number, {attempt}, result.revision, result.result_hash, result.supersedes, "
    "result.body, result.at "
    "FROM result JOIN attempt ON attempt.id = result.attempt {around}"
    "WHERE result.number > :after AND result.at >= :since AND result.at < :until AND {people} "
    "ORDER BY result.number LIMIT :page"
)
_LEFT: Final = (
    "SELECT attempt.number, {attempt} FROM attempt {around}"
    "WHERE attempt.number > :after AND attempt.finished_at IS NULL "
    "AND attempt.abandoned_at >= :since AND attempt.abandoned_at < :until AND {people} "
    "ORDER BY attempt.number LIMIT :page"
)
_RESCORED: Final = text(
    "SELECT attempt, revision, body FROM result WHERE attempt IN :attempts "
    "AND supersedes IS NOT NULL ORDER BY number"
).bindparams(bindparam("attempts", expanding=True))
_BEFORE: Final = text(
    "SELECT number, result_hash, body, at FROM result WHERE number IN :numbers"
).bindparams(bindparam("numbers", expanding=True))


class Attempt(NamedTuple):
    """An attempt and who made it, in the order in which the columns are asked for."""

    number: int
    """Of its result, or of the attempt itself where it was left."""
    id: str
    person: str
    team: str
    name: str | None
    """None of who was erased."""
    scenario: str
    revision: str
    seed: int
    mode: str
    language: str
    begun_at: int
    finished_at: int | None
    abandoned_at: int | None
    fork_of: str | None
    fork_turn: int | None
    journey: str | None
    chapter: int | None


class Finished(NamedTuple):
    """A finished attempt with its latest result; first what `Attempt` has.

    Flat, as rows are: a value within a value takes as long as all the rest.
    """

    number: int
    id: str
    person: str
    team: str
    name: str | None
    scenario: str
    revision: str
    seed: int
    mode: str
    language: str
    begun_at: int
    finished_at: int
    abandoned_at: int | None
    fork_of: str | None
    fork_turn: int | None
    journey: str | None
    chapter: int | None
    scored_by: str
    """The revision that the result is of; the attempt's, unless it was scored again."""
    newer: int | None
    """The number of the result that took the first one's place."""
    body: str | None
    """The result as JSON; None where the time is not asked for."""

    @property
    def attempt(self) -> Attempt:
        """The attempt alone."""
        return Attempt._make(self[:_SIZE])


class Logged(NamedTuple):
    """A result that was stored, whether or not a later one took its place."""

    attempt: Attempt
    scored_by: str
    result_hash: str
    body: str
    at: int
    before: "Superseded | None"


class Superseded(NamedTuple):
    """A result in whose place another was put."""

    result_hash: str
    body: str
    at: int


_SIZE: Final = len(Attempt._fields)


def finished(
    connection: Connection, chosen: Chosen, people: Asked, after: int = 0
) -> Iterator[Sequence[Finished]]:
    """Yield pages of the finished attempts of `people`, in the order of finishing.

    Args:
        connection: within a transaction.
        chosen: the time that is asked for.
        people: whose.
        after: the number of the last one known; 0 for all.
    """
    asked, known = _asked(_FINISHED, people), _People(connection)
    for rows in _pages(connection, asked, chosen, people, after):
        page = _page(connection, rows, known)
        anew = [one.id for one in page if one.newer is not None and one.body is not None]
        yield _with_latest(connection, page, anew) if anew else page


def _page(connection: Connection, rows: Sequence[Any], known: "_People") -> list[Finished]:
    span = {"first": rows[0][0], "last": rows[-1][0]}
    newer = dict(_rows(connection.execute(_NEWER, span)))
    numbers, ids, people, *rest, body = zip(*rows, strict=True)
    teams, names = known.of(people)
    later = map(newer.get, numbers)
    columns = (numbers, ids, people, teams, names, *rest, later, body)
    return list(map(Finished._make, zip(*columns, strict=True)))


class _People:
    """Teams and names of people, asked for once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[str, str | None]] = {}

    def of(self, people: Sequence[str]) -> tuple[Sequence[str], Sequence[str | None]]:
        """Return the team and the name of each."""
        if len(self._known) > _MOST:
            self._known.clear()
        if new := set(people) - self._known.keys():
            rows = self._connection.execute(_PEOPLE, {"people": sorted(new)})
            self._known.update((person, (team, name)) for person, team, name in rows)
        with never_written():
            teams, names = zip(*map(self._known.__getitem__, people), strict=True)
        return teams, names


def logged(
    connection: Connection, chosen: Chosen, people: Asked, after: int
) -> Iterator[Sequence[Logged]]:
    """Yield pages of every result after the number `after`, in the order of storing."""
    asked = _asked(_LOGGED, people)
    for rows in _pages(connection, asked, chosen, people, after):
        numbers = [row[_SIZE + 2] for row in rows if row[_SIZE + 2] is not None]
        found = connection.execute(_BEFORE, {"numbers": numbers}).all() if numbers else ()
        before = {one[0]: Superseded(*one[1:]) for one in found}
        yield [
            Logged(
                Attempt._make(row[:_SIZE]), row[_SIZE], row[_SIZE + 1], row[-2], row[-1],
                before.get(row[_SIZE + 2]),
            )
            for row in rows
        ]  # fmt: skip


def left(connection: Connection, chosen: Chosen, people: Asked) -> Iterator[Sequence[Attempt]]:
    """Yield pages of the attempts that were left before their end, in the order of beginning."""
    for rows in _pages(connection, _asked(_LEFT, people), chosen, people, 0):
        yield list(map(Attempt._make, rows))


def last_number(connection: Connection) -> int:
    """Return the number of the latest result; 0 where there is none."""
    found = connection.execute(text("SELECT max(number) FROM result")).scalar_one()
    return int(found or 0)


def _asked(wanted: str, people: Asked) -> TextClause:
    return text(wanted.format(attempt=_ATTEMPT, around=_AROUND, people=people.condition))


def _pages(
    connection: Connection, asked: TextClause, chosen: Chosen, people: Asked, after: int
) -> Iterator[Sequence[Any]]:
    limits = {"since": chosen.since, "until": chosen.until, "page": PAGE, **people.values}
    while rows := _rows(connection.execute(asked, {**limits, "after": after})):
        yield rows
        after = rows[-1][0]


def _rows(found: CursorResult[Any]) -> Sequence[Any]:
    """Return rows as tuples, which the driver makes: SQLAlchemy's own take a third of the time."""
    cursor = found.cursor
    rows: Sequence[Any] = () if cursor is None else cursor.fetchall()
    found.close()
    return rows


def _with_latest(
    connection: Connection, page: Sequence[Finished], anew: Sequence[str]
) -> Sequence[Finished]:
    """Put the latest results of the attempts `anew` in the place of their first ones."""
    rows = connection.execute(_RESCORED, {"attempts": anew})
    latest = {attempt: (revision, body) for attempt, revision, body in rows}
    return [
        one._replace(scored_by=latest[one.id][0], body=latest[one.id][1])
        if one.id in latest
        else one
        for one in page
    ]
