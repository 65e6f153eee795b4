"""What of a person's rows is stored anew, under new ids and numbers, as somebody's.

Words are left out, times cut to the day, and the order of storing is kept: whoever was
first stays first. Figures are not stored anew: they can be worked out again.
"""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from salesdojo.records.model import AttemptRecord, Person
from salesdojo.records.people.anonymous import (
    Linked,
    coarse,
    day,
    day_or_none,
    nameless,
    sealed_anew,
    tied_anew,
)
from salesdojo.records.people.reseeding import Reseeding
from salesdojo.records.people.whole_history import Row, WholeHistory
from salesdojo.records.tables import (
    ATTEMPT,
    DECISION,
    FINISHED_ATTEMPT,
    JOURNEY,
    JOURNEY_CHAPTER,
    RECALL,
    REMARK,
    RESULT,
    REVIEW,
)


class NamelessRows:
    """One person's rows, as they are stored anew; made and stored in one transaction."""

    def __init__(
        self,
        connection: Connection,
        held: WholeHistory,
        person: Person,
        today: int,
        new_id: Callable[[], str],
    ) -> None:
        """Make ready to store what is `held` as `person`'s; `today` is a UTC day's beginning."""
        self.kept: dict[str, AttemptRecord] = {}
        """What attempts became, by their old id."""
        self._connection = connection
        self._held = held
        self._person = person
        self._today = today
        self._new_id = new_id
        self._before: dict[str, AttemptRecord] = {}
        self._linked: dict[str, list[Linked]] = {}

    def take_over(self, reseeding: Reseeding) -> None:
        """Decide what becomes of each attempt."""
        for row in self._held.attempts:
            before = self._held.record(row)
            seed = other_seed(self._held, row, reseeding)
            of = self.kept.get(before.fork.of) if before.fork else None
            # A retry without what it was a retry of would count as a first attempt.
            if seed is None or (before.fork and of is None):
                continue
            after = nameless(before, self._person, self._new_id(), seed, of.id if of else "")
            self._linked[before.id] = tied_anew(before, after, self._held.linked(before.id))
            self._before[before.id] = before
            self.kept[before.id] = after

    def store(self) -> None:
        """Store everything, in the order in which it was stored before."""
        self._add(ATTEMPT, self._attempts())
        self._add(DECISION, self._decisions())
        results = list(self._results())
        self._add(RESULT, (row for _, row in results))
        numbers = {before: row["number"] for before, row in results}
        self._add(FINISHED_ATTEMPT, self._finished(numbers))
        self._add(RECALL, self._recalls())
        self._add(REMARK, self._remarks())
        self._add(REVIEW, self._reviews(numbers))
        journeys = {row["id"]: self._new_id() for row in self._held.journeys}
        self._add(JOURNEY, self._journeys(journeys))
        self._add(JOURNEY_CHAPTER, self._chapters(journeys))

    def _add(self, table: Table, rows: Iterator[Row]) -> None:
        stored = [dict(row) for row in rows]
        if stored:
            self._connection.execute(insert(table), stored)

    def _attempts(self) -> Iterator[Row]:
        number = _highest(self._connection, ATTEMPT)
        for row in self._held.attempts:
            after = self.kept.get(row["id"])
            if after is None:
                continue
            number += 1
            left = after.finished_at is None and after.abandoned_at is None
            yield {
                **row,
                "number": number,
                "id": after.id,
                "person": self._person.id,
                "seed": after.seed,
                "begun_at": after.begun_at,
                "finished_at": after.finished_at,
                # Nobody will go on with it.
                "abandoned_at": self._today if left else after.abandoned_at,
                "fork_of": after.fork.of if after.fork else None,
            }

    def _decisions(self) -> Iterator[Row]:
        for before, after in self.kept.items():
            rows = self._held.of(DECISION, before)
            for row, (decision, link) in zip(rows, self._linked[before], strict=True):
                yield {
                    **row,
                    "attempt": after.id,
                    "elapsed_ms": decision.elapsed_ms,
                    "at": decision.at,
                    "link": link,
                }

    def _results(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Give each result with the number it had."""
        number = _highest(self._connection, RESULT)
        numbers: dict[int | None, int | None] = {None: None}
        for row in self._in_order(RESULT):
            number += 1
            numbers[row["number"]] = number
            yield (
                row["number"],
                {
                    **row,
                    "number": number,
                    "attempt": self.kept[row["attempt"]].id,
                    "input_hash": self._sealed(row),
                    # None of the person's: it was tampered with, and keeps nobody here.
                    "supersedes": numbers.get(row["supersedes"]),
                    "at": day(row["at"]),
                },
            )

    def _sealed(self, row: Row) -> str:
        before = row["attempt"]
        return sealed_anew(
            self._before[before],
            self.kept[before],
            [decision for decision, _ in self._held.linked(before)],
            [decision for decision, _ in self._linked[before]],
            (row["revision"], row["input_hash"]),
        )

    def _finished(self, numbers: dict[int, int]) -> Iterator[Row]:
        for row in self._held.finished:
            after = self.kept.get(row["attempt"])
            if after is not None:
                yield {
                    "person": self._person.id,
                    "number": numbers[row["number"]],
                    "attempt": after.id,
                    "at": day(row["at"]),
                }

    def _in_order(self, table: Table) -> list[Row]:
        """Return the rows of the attempts kept, in the order in which they were stored."""
        rows = [row for before in self.kept for row in self._held.of(table, before)]
        return sorted(rows, key=lambda row: int(row["number"]))

    def _recalls(self) -> Iterator[Row]:
        for before, after in self.kept.items():
            for row in self._held.of(RECALL, before):
                likeness = coarse(row["likeness"])
                yield {**row, "attempt": after.id, "typed": None, "likeness": likeness}

    def _remarks(self) -> Iterator[Row]:
        number = _highest(self._connection, REMARK)
        for row in self._in_order(REMARK):
            number += 1
            yield {
                **row,
                "number": number,
                "id": self._new_id(),
                "attempt": self.kept[row["attempt"]].id,
                "words": None,
                "at": day(row["at"]),
            }

    def _reviews(self, numbers: dict[int, int]) -> Iterator[Row]:
        """Give what was said of the attempts, without the words; who reviewed them stays."""
        number = _highest(self._connection, REVIEW)
        rows = self._in_order(REVIEW)
        names = {row["id"]: self._new_id() for row in rows}
        for row in rows:
            number += 1
            own = row["reviewer"] == self._held.person.id
            yield {
                **row,
                "number": number,
                "id": names[row["id"]],
                "attempt": self.kept[row["attempt"]].id,
                "reviewer": self._person.id if own else row["reviewer"],
                "trainee": self._person.id,
                "at": day(row["at"]),
                "words": None,
                "result": numbers.get(row["result"], 0),
                "supersedes": names.get(row["supersedes"]),
            }

    def _journeys(self, names: dict[str, str]) -> Iterator[Row]:
        number = _highest(self._connection, JOURNEY)
        for row in self._held.journeys:
            number += 1
            left = row["finished_at"] is None and row["abandoned_at"] is None
            yield {
                **row,
                "number": number,
                "id": names[row["id"]],
                "person": self._person.id,
                "begun_at": day(row["begun_at"]),
                "finished_at": day_or_none(row["finished_at"]),
                "abandoned_at": self._today if left else day_or_none(row["abandoned_at"]),
            }

    def _chapters(self, names: dict[str, str]) -> Iterator[Row]:
        for row in self._held.chapters:
            after = self.kept.get(row["attempt"])
            if after is not None:
                yield {**row, "journey": names[row["journey"]], "attempt": after.id}


def other_seed(held: WholeHistory, row: Row, reseeding: Reseeding) -> int | None:
    """Return the seed under which the attempt in `row` goes on as it went; None for none."""
    taken = [decision for decision, _ in held.linked(row["id"])]
    return reseeding.seed(held.record(row), taken)


def _highest(connection: Connection, table: Table) -> int:
    found = connection.execute(select(func.coalesce(func.max(table.c.number), 0)))
    return int(found.scalar_one())
