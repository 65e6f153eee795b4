"""How talks end: the close rate, and what gets through each stage of the pipeline.

The close rate is won / (won + lost + stalled): of the talks in which there was a deal to be
had and no next step was agreed, those that were won. A talk that advanced is left out,
because its deal is still open; so is one that was declined, because not to pursue a bad deal
is right, and a rate that counted it would teach to pursue it. A talk that stalled counts:
else letting talks peter out would raise the rate. Drills are single lines, no talks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.content.catalogue import Motion, Stage
from salesdojo.content.model import Outcome

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.records.history.recent import Ends

DEAL_STAGES: Final = (
    Stage.LEAD,
    Stage.APPROACH,
    Stage.DISCOVERY,
    Stage.PROPOSAL,
    Stage.NEGOTIATION,
    Stage.CLOSING,
    Stage.CONTRACT,
)
"""The seven stages of a deal; what follows (follow-up, coaching) wins no new one."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many talks ended in which way."""

    won: int = 0
    advanced: int = 0
    declined: int = 0
    stalled: int = 0
    lost: int = 0

    @property
    def talks(self) -> int:
        """All of them."""
        return self.won + self.advanced + self.declined + self.stalled + self.lost

    @property
    def decided(self) -> int:
        """What the close rate is of: won, lost, stalled."""
        return self.won + self.lost + self.stalled

    @property
    def close_rate(self) -> float | None:
        """The won part of the decided, 0-1; None, not 0, where nothing was decided."""
        return self.won / self.decided if self.decided else None

    @property
    def pursued(self) -> int:
        """What `through` is of: all but what was rightly declined."""
        return self.talks - self.declined

    @property
    def through(self) -> float | None:
        """(won + advanced) / pursued, 0-1: what went on to the next stage; None of nothing."""
        return (self.won + self.advanced) / self.pursued if self.pursued else None


@dataclass(frozen=True, slots=True)
class StageTally:
    """One stage of the funnel."""

    stage: Stage
    tally: Tally
    arriving: float | None
    """Of what begins as a lead, the share (0-1) that gets here: the product of `through` of the
    stages before it. None from where a stage has no talk, and for what is no stage of a deal."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """One person's talks, stage by stage."""

    stages: tuple[StageTally, ...]
    """Those the pack has talks for, in the order of the pipeline."""
    whole: Tally
    """All stages together."""
    left_out: int
    """Talks of scenarios that the pack no longer has: nobody knows their stage."""


def funnel(
    ends: "Iterable[Ends]",
    entries: "Iterable[Entry]",
    *,
    first_only: bool = False,
    motion: Motion | None = None,
) -> Funnel:
    """Return the funnel of what `ends` tells.

    Args:
        ends: how one person's talks ended.
        entries: what the pack has: it says the stage of a scenario, and how the customer was
            met.
        first_only: the first attempt at each scenario only.
        motion: of customers met in this way only; None is all.
    """
    known = {entry.id: entry for entry in entries}
    talks = {
        name: entry
        for name, entry in known.items()
        if entry.kind != "drill" and motion in (None, entry.motion)
    }
    counts: dict[Stage, Counter[Outcome]] = {
        stage: Counter() for stage in Stage if any(one.stage is stage for one in talks.values())
    }
    left_out = 0
    for end in ends:
        if first_only and not end.first:
            continue
        if end.scenario in talks:
            counts[talks[end.scenario].stage][end.outcome] += end.count
        elif end.scenario not in known:
            left_out += end.count
    tallies = {stage: _tally(counted) for stage, counted in counts.items()}
    whole = _tally(sum(counts.values(), Counter()))
    return Funnel(tuple(_arrived(tallies)), whole, left_out)


def _arrived(tallies: Mapping[Stage, Tally]) -> Iterable[StageTally]:
    arriving: float | None = 1.0
    for stage, tally in tallies.items():
        if stage not in DEAL_STAGES:
            yield StageTally(stage, tally, None)
            continue
        yield StageTally(stage, tally, arriving)
        through = tally.through
        arriving = None if arriving is None or through is None else arriving * through


def _tally(counted: Mapping[Outcome, int]) -> Tally:
    return Tally(**{str(outcome): counted.get(outcome, 0) for outcome in Outcome})
