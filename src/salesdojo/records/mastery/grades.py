"""The grades in order, and what each asks for: docs/models.md gives the reasons."""

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from salesdojo.records.mastery.reach import Reach

KYU: Final = 10
"""How many kyu there are; the tenth is the lowest."""
_STEP: Final = 5
"""Hundredths of mastery that a grade asks for at least, for each grade from the lowest to it: as
much as luck does not bring, where a pack is so small that a share of it would be less."""
_SEVERAL: Final = 2
"""Certificates without which there is no dan, however few a pack has."""


@dataclass(frozen=True, slots=True, order=True)
class Grade:
    """A belt: a kyu, or a dan above them. Greater is higher."""

    rank: int
    """1 for the tenth kyu, 10 for the first, 11 for the first dan."""

    @property
    def kind(self) -> str:
        """``kyu`` or ``dan``."""
        return "kyu" if self.rank <= KYU else "dan"

    @property
    def number(self) -> int:
        """Which kyu or dan it is; 1 is the highest kyu and the lowest dan."""
        return KYU + 1 - self.rank if self.rank <= KYU else self.rank - KYU

    @property
    def id(self) -> str:
        """As in ``10-kyu`` or ``1-dan``."""
        return f"{self.number}-{self.kind}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a grade asks for."""

    mastery: int
    """The sum over the criteria of what counts, in hundredths."""
    certificates: int
    """Held on the day."""


_ASKED: Final = (
    Asked(1, 0),
    Asked(3, 0),
    Asked(5, 0),
    Asked(8, 0),
    Asked(11, 1),
    Asked(15, 1),
    Asked(20, 1),
    Asked(25, 1),
    Asked(30, 1),
    Asked(36, 2),
    Asked(45, 3),
    Asked(55, 4),
    Asked(65, 5),
    Asked(75, 6),
    Asked(85, 7),
)
"""By rank, lowest first; mastery in percent of what the pack lets anybody show."""

GRADES: Final = tuple(Grade(rank) for rank in range(1, len(_ASKED) + 1))
"""The lowest first."""


def asked(grade: Grade, reach: "Reach") -> Asked:
    """Return what `grade` asks for in a pack where `reach` is what anybody can show.

    No grade asks for more certificates than the pack gives, but no dan is given for fewer
    than two. Where that, or the mastery, is more than the pack has, nobody can reach it.
    """
    table = _ASKED[grade.rank - 1]
    mastery = max(_STEP * grade.rank, ceil(table.mastery * reach.mastery / 100))
    fewest = _SEVERAL if grade.kind == "dan" else 0
    return Asked(mastery, min(table.certificates, max(fewest, reach.certificates)))
