"""The store's door to summaries: a row for each person, kept with each result.

A row goes on only from the attempt before; where it does not, or was made by another rule,
whoever reads it next tells it anew from the attempts.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Text, bindparam, cast, func, insert, select, update

from salesdojo.errors import RecordsError, SalesdojoError
from salesdojo.records import finished_rows
from salesdojo.records.finishing import in_order
from salesdojo.records.mastery.figures import CALIBRATION
from salesdojo.records.mastery.known_scenarios import KnownScenarios
from salesdojo.records.model import Person
from salesdojo.records.tables import FINISHED_ATTEMPT, PERSON, RESULT, SUMMARY
from salesdojo.records.tallies import summary_json
from salesdojo.records.tallies.running import Running, Told, after
from salesdojo.records.tallies.summary import Summary, summary_of
from salesdojo.records.tallies.summary_anew import Anew, Mark

if TYPE_CHECKING:
    from salesdojo.records.database.database import Database
    from salesdojo.records.mastery.scenario_figures import ScenarioFigures
    from salesdojo.records.tallies.summary_telling import Rebuilt, Verified

OnStep = Callable[[int, int], None]
"""Told how many of how many people were told anew."""
MADE_BY: Final = f"summary-4 {CALIBRATION}"
"""What makes them: another number for another rule."""

OF_ONE: Final = frozenset({"DB018", "DB025"})
"""What may be wrong with what is stored of one person."""
_MARK: Final = select(SUMMARY.c.through, SUMMARY.c.made_by).where(
    SUMMARY.c.person == bindparam("person")
)
_NEWEST: Final = (
    select(func.coalesce(func.max(FINISHED_ATTEMPT.c.number), 0))
    .where(FINISHED_ATTEMPT.c.person == PERSON.c.id)
    .scalar_subquery()
)
_OF_TEAM: Final = (
    select(
        PERSON.c.id,
        PERSON.c.team,
        PERSON.c.name,
        SUMMARY.c.through,
        SUMMARY.c.made_by,
        SUMMARY.c.shown,
        _NEWEST.label("newest"),
    )
    .outerjoin(SUMMARY, SUMMARY.c.person == PERSON.c.id)
    .where(PERSON.c.team == bindparam("team"))
)
_LAST: Final = select(func.coalesce(func.max(FINISHED_ATTEMPT.c.number), 0)).where(
    FINISHED_ATTEMPT.c.person == bindparam("person")
)
_BEFORE: Final = (
    _LAST.where(FINISHED_ATTEMPT.c.number < bindparam("stored")).scalar_subquery().label("before")
)
OF_PERSON: Final = (_BEFORE, SUMMARY.c.through, SUMMARY.c.made_by, SUMMARY.c.totals)
"""What `known` reads of a `person`, before the attempt `stored`: these are parameters."""
_OF_PERSON: Final = (
    select(*OF_PERSON)
    .select_from(PERSON)
    .outerjoin(SUMMARY, SUMMARY.c.person == PERSON.c.id)
    .where(PERSON.c.id == bindparam("person"))
)
PUT: Final = (
    update(SUMMARY)
    .where(
        SUMMARY.c.person == bindparam("of"),
        SUMMARY.c.through == bindparam("through_before"),
        SUMMARY.c.made_by == bindparam("made_by_before"),
    )
    .values(
        through=bindparam("through"),
        made_by=bindparam("made_by"),
        shown=bindparam("shown"),
        totals=bindparam("totals"),
    )
)
"""Puts totals in the place of a row that is as it was read."""
_MOVE: Final = (
    update(SUMMARY).where(SUMMARY.c.person == bindparam("of")).values(through=bindparam("through"))
)
_ANEW: Final = select("result-" + cast(func.coalesce(func.max(RESULT.c.number), 0), Text))
_FORGET: Final = (
    update(SUMMARY)
    .where(SUMMARY.c.person == bindparam("of"))
    .values(through=0, made_by=bindparam("made_by"))
)
_NOBODYS: Final = {"through": 0, "shown": "[]", "totals": "[]"}


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of a team, and what is told of them."""

    person: Person
    """The name is empty of who was erased."""
    summary: Summary | None
    """None of who has finished nothing, and where it cannot be told."""
    fault: SalesdojoError | None = None
    """Why it cannot be told."""


class KeptSummaries:
    """The summaries in one database; `Store.summaries` is one."""

    def __init__(self, database: "Database") -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database
        self.scenarios = KnownScenarios(database)

    def of_team(self, team: str, now: int, on_step: OnStep | None = None) -> tuple[Member, ...]:
        """Return everyone of `team`, those who were erased too, by name.

        Args:
            team: exactly; '' for those of none.
            now: UTC in milliseconds; whose attempts a clock put after it is told anew.
            on_step: told of those who are told anew, which takes time.

        Raises:
            RecordsError: what keeps the records from being read.
        """
        rows = self._database.read(
            lambda connection: connection.execute(_OF_TEAM, {"team": team}).all()
        )
        told: list[Member] = []
        late: list[Person] = []
        for name, of, spoken, through, made_by, shown, newest in rows:
            person = Person(name, spoken or "", of)
            current = made_by == MADE_BY and through == newest
            summary = _shown(shown) if current else None
            if newest and (summary is None or summary.last > now):
                late.append(person)
            else:
                told.append(Member(person, summary))
        for place, person in enumerate(late, 1):
            told.append(self._told(person, now))
            if on_step is not None:
                on_step(place, len(late))
        return tuple(sorted(told, key=lambda one: (one.person.name, one.person.id)))

    def tell(self, person: Person, now: int) -> Summary | None:
        """Tell the summary of `person` anew from every attempt, and keep it; None of a newcomer.

        Raises:
            RecordsError: DB025 a scenario is missing or was changed, DB018 a result was, or what
                keeps the records from being read.
        """
        told = self.told_anew(person.id, now)
        if told.keeps:
            self._database.offer(lambda connection: put_anew(connection, told))
        return summary_of(told.running)

    def told_anew(self, person: str, now: int) -> Anew:
        """Tell the totals of the person with that id from every attempt; nothing is written.

        Raises:
            RecordsError: as `tell`.
        """
        attempts, newest, before = self._database.read(lambda held: _all(held, person))
        figures = {revision: self._learn(revision) for revision in {a.revision for a in attempts}}
        running = replace(after(Running(), in_order(attempts, now), figures), through=newest)
        keeps = bool(attempts) and all(one.at <= now for one in attempts)
        return Anew(person, running, before, keeps=keeps)

    def verify(self, on_step: OnStep | None = None) -> "Verified":
        """Hold every summary kept against the attempts (`summary_telling.verify`)."""
        from salesdojo.records.tallies.summary_telling import verify

        return verify(self._database, self, on_step)

    def rebuild(self, now: int, on_step: OnStep | None = None) -> "Rebuilt":
        """Tell every summary anew and keep it (`summary_telling.rebuild`)."""
        from salesdojo.records.tallies.summary_telling import rebuild

        return rebuild(self._database, self, now, on_step)

    def _told(self, person: Person, now: int) -> Member:
        """Tell one of many: what is wrong with one must not hide the others."""
        try:
            return Member(person, self.tell(person, now))
        except RecordsError as fault:
            if fault.code not in OF_ONE:
                raise
            return Member(person, None, fault)

    def _learn(self, revision: str) -> "ScenarioFigures":
        figures = self.scenarios.learn(revision)
        if figures is None:
            raise RecordsError("DB025", revision=revision[:12])
        return figures


def known(row: Any) -> Running | None:  # noqa: ANN401 - has `OF_PERSON`
    """Return the totals of a person up to the attempt before; None where they are not known."""
    if row.made_by is None:
        return Running() if row.before == 0 else None
    if row.made_by != MADE_BY or row.through != row.before:
        return None
    try:
        return summary_json.read_totals(row.totals)
    except ValueError:
        return None


def go_on(connection: Connection, person: str, row: Any, running: Running) -> None:  # noqa: ANN401 - as above
    """Let the row of the person with that id go on to `running`, one attempt more.

    Args:
        connection: within the transaction that finishes it, in which nobody else finishes one
            of the person's.
        person: an id.
        row: what `known` has read.
        running: the totals with it.
    """
    _put(connection, person, running, _mark(row))


def going_on(person: str, row: Any, running: Running) -> dict[str, object]:  # noqa: ANN401 - as above
    """Return the parameters by which `PUT` does what `go_on` does, where there is a row."""
    before = _mark(row)
    assert before is not None  # noqa: S101 - there is a row
    return {**_found(person, before), **_written(running)}


def move_on(connection: Connection, person: str, stored: int) -> None:
    """Let the row take notice of an attempt that does not count in it: a retry from a turn."""
    row = connection.execute(_OF_PERSON, {"person": person, "stored": stored}).one()
    if row.made_by is not None and known(row) is not None:
        connection.execute(_MOVE, {"of": person, "through": stored})


def forget(connection: Connection, person: str) -> None:
    """Let the summary of the person with that id be told anew.

    Whoever has read the attempts by now finds this mark where there was a row or none, and
    keeps nothing.
    """
    made_by = connection.execute(_ANEW).scalar_one()
    if not connection.execute(_FORGET, {"of": person, "made_by": made_by}).rowcount:
        connection.execute(insert(SUMMARY), {"person": person, "made_by": made_by, **_NOBODYS})


def put_anew(connection: Connection, told: Anew) -> bool:
    """Keep totals told anew; say whether they were: nothing was finished or judged meanwhile."""
    newest = connection.execute(_LAST, {"person": told.person}).scalar_one()
    return newest == told.running.through and _put(
        connection, told.person, told.running, told.before
    )


def _put(connection: Connection, person: str, running: Running, before: Mark | None) -> bool:
    """Put totals in the place of the row that was read; False where that is another by now."""
    row = _written(running)
    if before is None:
        connection.execute(insert(SUMMARY), {"person": person, **row})  # refused, if another did
        return True
    return bool(connection.execute(PUT, {**_found(person, before), **row}).rowcount)


def _written(running: Running) -> dict[str, object]:
    summary = summary_of(running)
    assert summary is not None  # noqa: S101 - there is an attempt
    return {
        "through": running.through,
        "made_by": MADE_BY,
        "shown": summary_json.summary_written(summary),
        "totals": summary_json.totals_written(running),
    }


def _found(person: str, before: Mark) -> dict[str, object]:
    return {"of": person, "through_before": before.through, "made_by_before": before.made_by}


def _mark(row: Any) -> Mark | None:  # noqa: ANN401 - has `OF_PERSON`
    return None if row.made_by is None else Mark(row.through, row.made_by)


def _all(connection: Connection, person: str) -> tuple[tuple[Told, ...], int, Mark | None]:
    """Return what counts of somebody's attempts, the place of the last of all, and the row's."""
    newest = connection.execute(_LAST, {"person": person}).scalar_one()
    row = connection.execute(_MARK, {"person": person}).one_or_none()
    mark = None if row is None else Mark(row.through, row.made_by)
    return finished_rows.told(connection, person), newest, mark


def _shown(body: str) -> Summary | None:
    try:
        return summary_json.read_summary(body)
    except ValueError:
        return None
