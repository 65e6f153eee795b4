"""What history would come to under a changed rubric or changed scenarios; it is only read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.model import Scenario
from salesdojo.content.scoring_identity import scoring_identity
from salesdojo.errors import ContentError, PracticeError
from salesdojo.practice.scoring_in_bulk import Moves, Unplayable
from salesdojo.practice.solving import METHOD
from salesdojo.records import result_json
from salesdojo.records.attempts import revision_bytes
from salesdojo.records.auditing import chain_in_bulk
from salesdojo.records.auditing.attempt_rows import AT_ONCE, Kept, read
from salesdojo.records.auditing.chosen_attempts import Chosen, numbers
from salesdojo.records.auditing.scorers import MOST, Lacking, Scorers
from salesdojo.records.came_to import Scorer, came_to, scorer_of
from salesdojo.records.journeys.in_journeys import LATER_CHAPTERS
from salesdojo.records.tables import ATTEMPT, PERSON

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from salesdojo.practice.scoring import Result
    from salesdojo.records.database.database import Database

Changed = Callable[[Scenario, bool], Scenario | None]
"""What a stored scenario is now, and whether it was carried on to; None: it does not concern it."""
LACKING: Final = "rubric_lacks"


class NotJudgedError(Exception):
    """The changed rubric lacks what a scenario names."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What is compared of a result."""

    quality: float
    passed: bool
    levels: Mapping[str, int]
    """By criterion."""


@dataclass(frozen=True, slots=True)
class Change:
    """An attempt that was scored anew."""

    attempt: str
    person: str
    """The id."""
    name: str
    """The person's; empty of who was erased."""
    scenario: str
    before: Figures
    after: Figures
    result: "Result"
    body: str
    replaces: int
    """The number of the result it was compared with."""
    input_hash: str
    now: Scenario

    @property
    def flips(self) -> bool:
        """Whether who failed would pass, or the other way round."""
        return self.before.passed != self.after.passed


@dataclass(frozen=True, slots=True)
class Left:
    """An attempt that cannot be scored anew; `audit.left_<kind>` says why."""

    attempt: str
    name: str
    scenario: str
    kind: str
    turn: int


@dataclass(slots=True)
class Piece:
    """What came of some attempts."""

    looked: int = 0
    comparable: int = 0
    """Scored by the same rules: only words are different, or nothing is."""
    changes: list[Change] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


class Rescoring:
    """History beside what is changed."""

    def __init__(self, database: "Database", changed: Changed) -> None:
        """Read from `database`."""
        self._database = database
        self._changed = changed
        self._stored = Scorers(self._bytes)
        self._now: dict[tuple[str, bool], Scenario | str | None] = {}
        self._scorers: dict[str, Scorer] = {}
        self.numbers = numbers(database, Chosen())
        """Of all attempts, in order."""
        self._carried = database.read(
            lambda held: frozenset(
                held.execute(select(ATTEMPT.c.number).where(LATER_CHAPTERS)).scalars()
            )
        )

    def pieces(self) -> Iterator[Piece]:
        """Yield what comes of all attempts, in order, some at a time.

        Raises:
            RecordsError: DB0xx, what keeps the records from being read.
        """
        for first in range(0, len(self.numbers), AT_ONCE):
            yield self._piece(self.numbers[first : first + AT_ONCE])

    def _piece(self, some: Sequence[int]) -> Piece:
        def held(connection: "Connection") -> tuple[list[Kept], dict[str, str]]:
            kept = read(connection, some)
            people = {one.attempt.person for one in kept}
            rows = connection.execute(
                select(PERSON.c.id, PERSON.c.name).where(PERSON.c.id.in_(people))
            )
            return kept, {row.id: row.name or "" for row in rows}

        kept, names = self._database.read(held)
        piece = Piece(looked=len(kept))
        for one in kept:
            if one.results:
                self._add(piece, one, names.get(one.attempt.person, ""))
        return piece

    def _add(self, piece: Piece, kept: Kept, name: str) -> None:
        latest, carried = kept.results[-1], kept.attempt.number in self._carried
        key = (latest.revision, carried)
        if key not in self._now:
            self._now[key] = self._wanted(*key)
        now = self._now[key]
        if now is None or (isinstance(now, Scenario) and self._same(latest.revision, now)):
            piece.comparable += latest.method == str(METHOD)
            if latest.method == str(METHOD) or now is None:
                return
        told = self._scored(kept, name, now)
        if isinstance(told, Left):
            piece.left.append(told)
        else:
            piece.changes.append(told)

    def _wanted(self, revision: str, carried: bool) -> Scenario | str | None:
        """Return what the scenario is now, None where it is not concerned, or why it is not had."""
        stored = self._bytes(revision)
        try:
            found = self._stored.of(revision)
            if isinstance(found, Lacking) or stored is None:
                return str(found)
            return self._changed(scenario_from_canonical(stored), carried)
        except NotJudgedError:
            return LACKING
        except (ContentError, PracticeError):
            return str(Lacking.UNREADABLE)

    def _same(self, revision: str, now: Scenario) -> bool:
        if revision == now.revision:
            return True
        stored = self._stored.of(revision)
        return not isinstance(stored, Lacking) and scoring_identity(
            stored.scenario
        ) == scoring_identity(now)

    def _scored(self, kept: Kept, name: str, now: Scenario | str) -> Change | Left:
        attempt, latest = kept.attempt, kept.results[-1]
        broken, end = chain_in_bulk.broken_at(chain_in_bulk.beginning(attempt), kept.decisions)

        def left(kind: str, turn: int = 0) -> Left:
            return Left(attempt.id, name, attempt.scenario, kind, turn)

        if broken is not None or end.hex() != latest.input_hash:
            # A new result would give what was tampered with a good seal.
            return left("chain", broken or len(kept.decisions))
        if isinstance(now, str):
            return left(now)
        scorer, before = self._scorer(now), _read(latest.body)
        if scorer is None or before is None:
            return left("damaged" if before is None else Lacking.UNREADABLE)
        moves: Moves = [(row[1], row[2], bool(row[3])) for row in kept.decisions]
        found = came_to(scorer, attempt.seed, moves)
        if found is None:
            return left("not_over", len(moves))
        if isinstance(found, Unplayable):
            return left("over" if found.over else "unplayable", found.turn)
        result = found.result()
        return Change(
            attempt=attempt.id,
            person=attempt.person,
            name=name,
            scenario=attempt.scenario,
            before=_figures(before),
            after=_figures(result),
            result=result,
            body=found.text,
            replaces=latest.number,
            input_hash=end.hex(),
            now=now,
        )

    def _scorer(self, now: Scenario) -> Scorer | None:
        """Return what scores talks of `now`; None where it cannot be solved."""
        if now.revision not in self._scorers:
            if len(self._scorers) >= MOST:
                self._scorers.pop(next(iter(self._scorers)))
            try:
                self._scorers[now.revision] = scorer_of(now)
            except PracticeError:
                return None
        return self._scorers[now.revision]

    def _bytes(self, revision: str) -> bytes | None:
        return self._database.read(lambda held: revision_bytes(held, revision))


def _figures(result: "Result") -> Figures:
    levels = {criterion: score.level for criterion, score in result.criteria.items()}
    return Figures(result.quality, result.passed, levels)


def _read(body: str) -> "Result | None":
    try:
        return result_json.read(body)
    except ValueError:
        return None
