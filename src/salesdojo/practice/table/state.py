"""How a negotiation stands: an immutable value."""

from dataclasses import dataclass

from salesdojo.content.table import Ending, Table
from salesdojo.practice.table.clock import WHOLE, Range, customer_range
from salesdojo.practice.table.events import TableEvent
from salesdojo.practice.table.moves import IfThen, Move
from salesdojo.practice.table.packages import Package


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the trainee and the customer's answer, as they are looked back on."""

    number: int
    """1 for the first."""
    move: Move
    offered: Package | None
    """What was offered; of several packages the one that the customer likes best."""
    ours: int | None
    """What that is worth to us."""
    theirs: int | None
    mood: tuple[int, int]
    """Before and after, 0-100."""
    aspiration: int
    """Permille of its range that the customer wanted at the end of the turn."""
    target: int
    """The points that it wanted then: an offer with as many was taken."""
    counter: Package | None
    """What it offered instead."""
    events: tuple[TableEvent, ...]

    @property
    def conditional(self) -> bool:
        """Whether the offer was an if-then."""
        return isinstance(self.move, IfThen)


@dataclass(frozen=True, slots=True)
class TableState:
    """A negotiation so far. `opened` opens one, `answering.moved` goes on."""

    table: Table
    mood: int
    """0-100."""
    reach: Range
    """The customer's range over the options that are open."""
    turns: tuple[Turn, ...] = ()
    learned: tuple[str, ...] = ()
    """The interests that were uncovered, in their order."""
    asked: frozenset[str] = frozenset()
    """The interests that a question has been after."""
    given: frozenset[str] = frozenset()
    """The reasons that were given."""
    first: int | None = None
    """The customer's points in the first offer."""
    best: int | None = None
    """The most of the customer's points in any offer."""
    binding: int | None = None
    """Its points in the last offer that was not conditional."""
    last: tuple[Package, ...] = ()
    """The packages of the last offer."""
    nearest: Package | None = None
    """Of these the one that the customer likes best."""
    held: tuple[int, ...] = ()
    """By issue: 1, and one more for each offer that kept the option, two for each reason."""
    aspiration: int = WHOLE
    """Permille; never rises."""
    target: int | None = None
    """The customer's points; never rises. None before the first turn."""
    standing: Package | None = None
    """The customer's last counter."""
    ending: Ending | None = None
    deal: Package | None = None

    @property
    def turn(self) -> int:
        """The turn to come, 1 to the table's rounds; when it is over, one more than were taken."""
        return len(self.turns) + 1

    @property
    def left(self) -> int:
        """Turns that are left."""
        return 0 if self.ending else self.table.rounds - len(self.turns)

    @property
    def events(self) -> tuple[TableEvent, ...]:
        """What happened in the last turn."""
        return self.turns[-1].events if self.turns else ()


def opened(table: Table, mood: int) -> TableState:
    """Open a negotiation with a customer in a mood (0-100)."""
    return TableState(table, mood, customer_range(table, ()), held=(1,) * len(table.issues))
