"""What the trainee can do in a turn."""

from dataclasses import dataclass

from salesdojo.practice.table.packages import Package


@dataclass(frozen=True, slots=True)
class Propose:
    """Offer a package, with a reason if there is one."""

    package: Package
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """Offer two or three different packages at once."""

    packages: tuple[Package, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class IfThen:
    """Offer a concession against a condition: "if you take this in `want`, I give that in `give`".

    It binds only when it is taken: going back behind it later is no taking back.
    """

    package: Package
    give: int
    """The place of the issue in which we yield against our last offer."""
    want: int
    """The place of the issue in which the customer must yield against its last counter."""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a question."""

    question: str


@dataclass(frozen=True, slots=True)
class GiveReason:
    """Give a reason, without a new offer."""

    reason: str


@dataclass(frozen=True, slots=True)
class Accept:
    """Take the customer's last counter."""


@dataclass(frozen=True, slots=True)
class WalkAway:
    """End without a deal."""


Offer = Propose | Several | IfThen
Move = Offer | Ask | GiveReason | Accept | WalkAway


def offered(move: Offer) -> tuple[Package, ...]:
    """Return the packages of an offer."""
    return move.packages if isinstance(move, Several) else (move.package,)
