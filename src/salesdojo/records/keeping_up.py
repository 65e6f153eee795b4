"""What is kept up with each result, in its transaction: the person's summary, the tallies.

Both only go on. Where a result takes the place of another, or an attempt goes for good, what
it came to before is taken out of the tallies, and the summary is told anew by its next reader.
"""

from collections.abc import Collection, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, bindparam, exists, select

from salesdojo.records import kept_summaries, kept_tallies
from salesdojo.records.alone import alone
from salesdojo.records.in_journeys import BEGUN_AS_WRITTEN
from salesdojo.records.item_counts import MOST_TRIES, Counts, Try
from salesdojo.records.place import SQLITE
from salesdojo.records.running import Running, Told, after
from salesdojo.records.tables import ATTEMPT, FINISHED_ATTEMPT, RESULT, SUMMARY

if TYPE_CHECKING:
    from salesdojo.practice.scoring import Result
    from salesdojo.records.known_scenarios import KnownScenarios
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


def added(  # noqa: PLR0913, PLR0917 - what a finished attempt is
    connection: Connection,
    record: "AttemptRecord",
    result: "Result",
    stored: int,
    at: int,
    scenarios: "KnownScenarios",
) -> None:
    """Go on by an attempt that was finished as the person's last.

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
    if record.fork is not None:
        kept_summaries.move_on(connection, person, stored)
        return
    named = {"attempt": record.id, "person": person, "stored": stored}
    place = connection.execute(_PLACE, named).one()
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
    if figures is None:  # nobody can weigh it: whoever reads the summary is told why
        kept_summaries.forget(connection, person)
    elif known is not None:
        running = after(known, (told,), {told.revision: figures})
        kept_summaries.go_on(connection, person, place, running)
    if told.as_written and place.tallies == kept_tallies.MADE_BY:
        tries, before = _tried(connection, told, person, known)
        counts = Counts()
        one = Try(told.revision, result.quality, told.outcome, result.passed, result)
        counts.add(one, tries + 1, before)
        kept_tallies.add(connection, counts)


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
        kept_tallies.add(connection, _histories(connection, histories).minus(before))
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
