"""What is kept up with a first result, in its transaction: the order, the summary, the tallies.

Both only go on. Where a result takes the place of another, or an attempt goes for good, what
it came to before is taken out of the tallies, and the summary is told anew by its next reader.
"""

from collections.abc import Collection, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Row, bindparam, exists, insert, select

from salesdojo.records.database.alone import alone
from salesdojo.records.database.place import SQLITE
from salesdojo.records.journeys.in_journeys import BEGUN_AS_WRITTEN
from salesdojo.records.tables import ATTEMPT, FINISHED_ATTEMPT, RESULT, SUMMARY
from salesdojo.records.tallies import kept_summaries, kept_tallies, tally_adding
from salesdojo.records.tallies.item_counts import MOST_TRIES, Counts, Try
from salesdojo.records.tallies.running import Running, Told, after

if TYPE_CHECKING:
    from salesdojo.practice.scoring import Result
    from salesdojo.records.mastery.known_scenarios import KnownScenarios
    from salesdojo.records.model import AttemptRecord

_PLACE: Final = (
    select(
        ATTEMPT.c.number,
        BEGUN_AS_WRITTEN.label("as_written"),
        kept_tallies.MARK.scalar_subquery().label("tallies"),
        *kept_summaries.OF_PERSON,
    )
    .outerjoin(SUMMARY, SUMMARY.c.person == ATTEMPT.c.person)
    .where(ATTEMPT.c.id == bindparam("attempt"))
)
_FINISHED: Final = insert(FINISHED_ATTEMPT).values(
    person=bindparam("person"),
    number=bindparam("stored"),
    attempt=bindparam("attempt"),
    at=bindparam("at"),
)
# To a server each statement is a round trip. What one writes, its other parts do not see.
_FINISHED_AND_PLACE: Final = _PLACE.add_cte(_FINISHED.cte("finished"))
_AT_ONCE: Final = tally_adding.ON_SERVER.add_cte(kept_summaries.PUT.cte("went_on"))
_LATER: Final = RESULT.alias("later")
_TRIED: Final = (
    select(RESULT.c.quality)
    .select_from(ATTEMPT)
    .join(FINISHED_ATTEMPT, FINISHED_ATTEMPT.c.attempt == ATTEMPT.c.id)
    .join(RESULT, RESULT.c.attempt == ATTEMPT.c.id)
    .where(
        ATTEMPT.c.person == bindparam("person"),
        ATTEMPT.c.scenario == bindparam("scenario"),
        ATTEMPT.c.fork_of.is_(None),
        BEGUN_AS_WRITTEN,
        FINISHED_ATTEMPT.c.number < bindparam("stored"),
        ~exists().where(_LATER.c.attempt == ATTEMPT.c.id, _LATER.c.number > RESULT.c.number),
    )
    .order_by(FINISHED_ATTEMPT.c.number.desc())
    .limit(MOST_TRIES - 1)
)


def finished(  # noqa: PLR0913, PLR0917 - what a finished attempt is
    connection: Connection,
    record: "AttemptRecord",
    result: "Result",
    stored: int,
    at: int,
    scenarios: "KnownScenarios",
) -> None:
    """Put an attempt last of those the person has finished, and go on by it.

    Args:
        connection: within the transaction that finishes it.
        record: the attempt.
        result: its first.
        stored: its place in the order of finishing.
        at: when, UTC in milliseconds.
        scenarios: what is known of what was played.

    Raises:
        UnlearntError: its scenario is to be learnt first.
    """
    person = record.person.id
    named = {"attempt": record.id, "person": person, "stored": stored, "at": at}
    if record.fork is not None:
        connection.execute(_FINISHED, named)
        kept_summaries.move_on(connection, person, stored)
        return
    place = _placed(connection, named)
    told = Told(
        attempt=record.id,
        stored=stored,
        begun=place.number,
        scenario=record.scenario,
        revision=record.revision,
        at=at,
        quality=result.quality,
        outcome=result.outcome.value,
        passed=result.passed,
        as_written=bool(place.as_written),
        shares={criterion: score.share for criterion, score in result.criteria.items()},
    )
    figures, known = scenarios.of(connection, record.revision), kept_summaries.known(place)
    counts = Counts()
    if told.as_written and place.tallies == kept_tallies.MADE_BY:
        tries, before = _tried(connection, told, person, known)
        one = Try(told.revision, result.quality, told.outcome, result.passed, result)
        counts.add(one, tries + 1, before)
    if figures is not None and known is not None:
        running = after(known, (told,), {told.revision: figures})
        _go_on(connection, person, place, running, counts)
        return
    if figures is None:  # nobody can weigh it: whoever reads the summary is told why
        kept_summaries.forget(connection, person)
    tally_adding.add(connection, counts)


def _placed(connection: Connection, named: dict[str, object]) -> Row[Any]:
    """Put the attempt into the order; return what was known of the person before, and of it."""
    if connection.dialect.name != SQLITE:
        return connection.execute(_FINISHED_AND_PLACE, named).one()
    connection.execute(_FINISHED, named)
    return connection.execute(_PLACE, named).one()


def _go_on(
    connection: Connection, person: str, place: Row[Any], running: Running, counts: Counts
) -> None:
    """Let the summary go on to `running`, and the tallies by `counts`."""
    if connection.dialect.name == SQLITE or place.made_by is None:
        kept_summaries.go_on(connection, person, place, running)
        tally_adding.add(connection, counts)
        return
    summary = kept_summaries.going_on(person, place, running)
    connection.execute(_AT_ONCE, {**summary, **tally_adding.columns(counts)})


@contextmanager
def recounted(
    connection: Connection, histories: Collection[tuple[str, str]]
) -> Generator[None, None, None]:
    """Let the tallies follow whatever is changed within, and summaries be told anew.

    Args:
        connection: within the transaction that changes it.
        histories: what is changed: ids of people, each with a scenario.
    """
    people = sorted({person for person, _ in histories})
    alone(connection, people)
    if connection.dialect.name != SQLITE:  # nobody tells the tallies anew before they follow
        connection.exec_driver_sql("LOCK TABLE result IN ROW EXCLUSIVE MODE")
    counted = kept_tallies.kept(connection)
    before = _histories(connection, histories) if counted else Counts()
    yield
    if counted:
        tally_adding.add(connection, _histories(connection, histories).minus(before))
    for person in people:
        kept_summaries.forget(connection, person)


def _tried(
    connection: Connection, told: Told, person: str, known: Running | None
) -> tuple[int, float | None]:
    """Return how often the scenario was finished before, and the quality of the last such."""
    if known is None:
        named = {"person": person, "scenario": told.scenario, "stored": told.stored}
        tried = connection.execute(_TRIED, named).scalars().all()
        return len(tried), tried[0] if tried else None
    before = known.tallies.scenarios.get(told.scenario)
    return (0, None) if before is None else (before.attempts, known.ended[told.scenario])


def _histories(connection: Connection, histories: Collection[tuple[str, str]]) -> Counts:
    counts = Counts()
    for person, scenario in sorted(histories):
        counts.add_history(kept_tallies.history(connection, person, scenario))
    return counts
