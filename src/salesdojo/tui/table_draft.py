"""An offer in the making: what the arrow keys change, and what is put beside it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from salesdojo.practice.table.moves import IfThen, Propose, Several
from salesdojo.practice.table.possible import MOST, is_condition
from salesdojo.practice.table.view import view

if TYPE_CHECKING:
    from salesdojo.practice.table.packages import Package
    from salesdojo.practice.table.state import TableState
    from salesdojo.practice.table.view import View


@dataclass(frozen=True, slots=True)
class Draft:
    """An offer that was not made yet."""

    package: "Package"
    aside: "tuple[Package, ...]" = ()
    """Packages that are to be offered together with it."""
    reason: str | None = None
    """The id of the reason that goes with it."""
    row: int = 0
    """The place of the issue that the arrow keys change."""

    @classmethod
    def of(cls, state: "TableState") -> Self:
        """Begin where our last offer stands; before the first, at the best for us."""
        seen = view(state)
        return cls(seen.offers[-1] if seen.offers else seen.best)

    def after(self, before: "TableState", state: "TableState") -> "Draft":
        """Return the draft after a move: an offer that was made is gone on from."""
        seen = view(state)
        if len(seen.offers) > len(view(before).offers):
            return Draft(seen.offers[-1], row=self.row)
        said = self.reason in state.given
        return replace(self, reason=None) if said else self

    @property
    def full(self) -> bool:
        """Whether no further package can be put beside it."""
        return len(self.aside) == MOST - 1

    @property
    def repeats(self) -> bool:
        """Whether the same package lies aside already."""
        return self.package in self.aside

    def moved(self, by: int) -> "Draft":
        """Go to the next issue or the one before, round the ends."""
        return replace(self, row=(self.row + by) % len(self.package))

    def at(self, row: int) -> "Draft":
        """Go to an issue."""
        return replace(self, row=row)

    def stepped(self, seen: "View", by: int) -> "Draft":
        """Take an option `by` places on among those open, in the issue gone to; ends are ends."""
        could = seen.issues[self.row].open
        place = self.package[self.row]
        at = min(max(0, could.index(place) + by), len(could) - 1)
        return self._with(could[at])

    def put_aside(self) -> "Draft":
        """Lay the package aside and go on with a copy, to change into the next."""
        return replace(self, aside=(*self.aside, self.package))

    def taken_back(self) -> "Draft":
        """Go on with the package that was laid aside last."""
        return replace(self, package=self.aside[-1], aside=self.aside[:-1])

    def with_reason(self, reason: str | None) -> "Draft":
        """Let a reason go with the offer, or none."""
        return replace(self, reason=reason)

    @property
    def offer(self) -> "Propose | Several":
        """The offer."""
        if self.aside:
            return Several((*self.aside, self.package), self.reason)
        return Propose(self.package, self.reason)

    def conditions(self, state: "TableState") -> "tuple[IfThen, ...]":
        """Return the if-thens that the package can be offered as: (give, want), two issues."""
        issues = range(len(self.package))
        return tuple(
            IfThen(self.package, give, want, self.reason)
            for want in issues
            for give in issues
            if give != want and is_condition(state, self.package, give, want)
        )

    def _with(self, place: int) -> "Draft":
        before, after = self.package[: self.row], self.package[self.row + 1 :]
        return replace(self, package=(*before, place, *after))


GoesOn = Callable[[Draft, "TableState", "TableState"], Draft]
"""Makes of a draft, and how the negotiation stood when it was made, the draft for what follows."""


def gone_on(draft: Draft, before: "TableState", state: "TableState") -> Draft:
    """Return a draft as it goes on: at another table it begins anew."""
    return draft.after(before, state) if before.table is state.table else Draft.of(state)
