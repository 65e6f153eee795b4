"""What the trainee may know while the negotiation goes on: never the customer's hidden points."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from salesdojo.content.table import Issue
from salesdojo.practice.table.moves import Several
from salesdojo.practice.table.packages import Package, open_places
from salesdojo.practice.table.state import TableState, Turn

RANK: Final = "rank"
VALUES: Final = "values"


@dataclass(frozen=True, slots=True)
class SeenIssue:
    """An issue, and what was uncovered about it."""

    id: str
    ordinal: bool
    ours: tuple[int, ...]
    """By option: the points for us."""
    open: tuple[int, ...]
    """The places of the options that can be offered."""
    interests: tuple[str, ...]
    """The interests uncovered here."""
    rank: tuple[int, ...] | None
    """The places of the open options as the customer likes them, best first, where told."""
    theirs: tuple[int, ...] | None
    """By option: the customer's points, where told."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What the customer named as the closest of several packages."""

    named: Package
    passed_over: tuple[Package, ...]
    standing: Package
    """The counter that it answered with."""


@dataclass(frozen=True, slots=True)
class View:
    """The negotiation from the trainee's side."""

    turn: int
    rounds: int
    reserve: int
    """Our reserve."""
    mood: int
    """0-100; shown in words."""
    issues: tuple[SeenIssue, ...]
    questions: tuple[str, ...]
    """What can be asked and was not asked yet."""
    reasons: tuple[str, ...]
    """What can be argued and was not yet."""
    offers: tuple[Package, ...]
    """Our offers; of several packages the one that the customer named as the closest."""
    counters: tuple[Package, ...]
    """The customer's."""
    compared: tuple[Compared, ...]
    """What it made of several packages at once."""

    @property
    def standing(self) -> Package | None:
        """The customer's last counter."""
        return self.counters[-1] if self.counters else None

    def ours(self, package: Package) -> int:
        """Return the points of a package for us."""
        return sum(issue.ours[place] for issue, place in zip(self.issues, package, strict=True))

    @property
    def best(self) -> Package:
        """The package with the most points for us; in each issue the first of equals."""
        return tuple(max(issue.open, key=issue.ours.__getitem__) for issue in self.issues)

    @property
    def last_turn(self) -> bool:
        """Whether no turn follows."""
        return self.turn == self.rounds


def view(state: TableState) -> View:
    """Return what the trainee knows."""
    table = state.table
    said = {getattr(turn.move, "question", None) for turn in state.turns}
    return View(
        turn=state.turn,
        rounds=table.rounds,
        reserve=table.reserve_ours,
        mood=state.mood,
        issues=tuple(_seen(state, issue) for issue in table.issues),
        questions=tuple(one.id for one in table.questions if one.id not in said),
        reasons=tuple(one.id for one in table.reasons if one.id not in state.given),
        offers=tuple(turn.offered for turn in state.turns if turn.offered is not None),
        counters=tuple(turn.counter for turn in state.turns if turn.counter is not None),
        compared=tuple(compared for turn in state.turns for compared in _compared(turn)),
    )


def _compared(turn: Turn) -> Iterator[Compared]:
    if isinstance(turn.move, Several) and turn.offered is not None and turn.counter is not None:
        others = tuple(package for package in turn.move.packages if package != turn.offered)
        yield Compared(turn.offered, others, turn.counter)


def _seen(state: TableState, issue: Issue) -> SeenIssue:
    told = [
        interest
        for interest in state.table.interests
        if interest.issue == issue.id and interest.id in state.learned
    ]
    revealed = {interest.reveals for interest in told}
    could = open_places(issue, state.learned)
    theirs = tuple(option.theirs for option in issue.options)
    ranked = tuple(sorted(could, key=lambda place: (-theirs[place], place)))
    return SeenIssue(
        id=issue.id,
        ordinal=issue.ordinal,
        ours=tuple(option.ours for option in issue.options),
        open=could,
        interests=tuple(interest.id for interest in told),
        rank=ranked if revealed & {RANK, VALUES} else None,
        theirs=theirs if VALUES in revealed else None,
    )
