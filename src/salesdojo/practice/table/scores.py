"""What a finished negotiation earns, 0-100 on each of five measures.

Weigh discipline least (at most 15%): how people concede says less than what they reach.
"""

from dataclasses import dataclass
from fractions import Fraction

from salesdojo.practice.table.clock import half_up
from salesdojo.practice.table.discipline import discipline
from salesdojo.practice.table.moves import Ask, IfThen, Propose, Several
from salesdojo.practice.table.reckoning import Possible, Reckoning, reckoned
from salesdojo.practice.table.state import TableState

FULL = 100
_AT_NASH = 70
"""The claim of a deal that gives us what the Nash point does."""
_POOR, _FAIR = Fraction(70, 100), Fraction(90, 100)
"""Efficiencies that earn 0 and 60."""
_FAIR_SCORE = 60


@dataclass(frozen=True, slots=True)
class Scores:
    """Whole numbers, 0-100."""

    claim: int
    """How much of the gain is ours."""
    efficiency: int
    """How little was left on the table."""
    relationship: int
    """How the customer feels, and how well it came off."""
    discipline: int
    discovery: int | None
    """How much was asked for; None where the customer has no hidden interests."""


def scores(state: TableState, could: Possible) -> Scores:
    """Score a finished negotiation.

    Raises:
        ValueError: when it goes on.
    """
    if state.ending is None:
        msg = "scores want a finished negotiation"
        raise ValueError(msg)
    deal = None if state.deal is None else reckoned(could, state.deal, state.learned)
    return Scores(
        claim=_without(could) if deal is None else claim(could, deal),
        efficiency=_without(could) if deal is None else efficiency(deal),
        relationship=relationship(could, state.mood, deal),
        discipline=_rounded(FULL * discipline(state, could)),
        discovery=discovery(state),
    )


def _without(could: Possible) -> int:
    """Return what no deal earns: all where none was possible."""
    return FULL if could.marks is None else 0


def claim(could: Possible, deal: Reckoning) -> int:
    """Return 0 at the reserve, 70 at Nash, 100 half-way from Nash to the best; linear between."""
    if deal.below_reserve or could.marks is None:
        return 0
    nash = could.gain_ours(could.marks.nash.ours)
    full = (nash + 1) / 2
    if deal.gain_ours >= full:
        return FULL
    if deal.gain_ours < nash:
        return _rounded(_AT_NASH * deal.gain_ours / nash)
    return _rounded(_AT_NASH + (FULL - _AT_NASH) * (deal.gain_ours - nash) / (full - nash))


def efficiency(deal: Reckoning) -> int:
    """Return 0 up to an efficiency of .70, 60 at .90, 100 at 1; linear between."""
    if deal.below_reserve or deal.efficiency <= _POOR:
        return 0
    if deal.efficiency < _FAIR:
        return _rounded(_FAIR_SCORE * (deal.efficiency - _POOR) / (_FAIR - _POOR))
    return _rounded(_FAIR_SCORE + (FULL - _FAIR_SCORE) * (deal.efficiency - _FAIR) / (1 - _FAIR))


def relationship(could: Possible, mood: int, deal: Reckoning | None) -> int:
    """Return .6 mood, and up to 40 for a customer that gains as much as at Nash."""
    felt = Fraction(6 * mood, 10)
    if deal is None or could.marks is None:
        return _rounded(felt)
    nash = could.gain_theirs(could.marks.nash.theirs)
    share = min(Fraction(1), max(Fraction(0), deal.gain_theirs / nash)) if nash else Fraction(1)
    return _rounded(felt + 40 * share)


def discovery(state: TableState) -> int | None:
    """Return 70 for the interests uncovered, and 30 for asking before the first offer."""
    interests = state.table.interests
    if not interests:
        return None
    first = next(
        (
            turn.move
            for turn in state.turns
            if isinstance(turn.move, Ask | Propose | Several | IfThen)
        ),
        None,
    )
    asked_first = 30 if isinstance(first, Ask) else 0
    return _rounded(Fraction(70 * len(state.learned), len(interests))) + asked_first


def _rounded(figure: Fraction) -> int:
    return half_up(figure.numerator, figure.denominator)
