"""A manager's table: everyone of a team, what the team can do, and what it should practise."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING

from salesdojo.content.model import Outcome
from salesdojo.records.history.outcomes import funnel
from salesdojo.records.history.recent import Ends
from salesdojo.records.tallies.read_later import coded, counts_of
from salesdojo.records.tallies.summary import ENDINGS
from salesdojo.review.member_rows import rows_of
from salesdojo.review.team_criteria import TeamCriterion, team_criteria, weakest
from salesdojo.review.team_session import TeamSession, team_session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from salesdojo.content.catalogue import Entry, Motion, Pack
    from salesdojo.records.history.outcomes import Funnel
    from salesdojo.records.tallies.kept_summaries import Member
    from salesdojo.records.tallies.summary import Summary
    from salesdojo.review.member_row import MemberRow


@dataclass(frozen=True, slots=True)
class TeamTable:
    """A team at one moment."""

    team: str
    """Empty for those who are in none."""
    now: int
    """The moment, UTC in milliseconds."""
    rows: "tuple[MemberRow, ...]"
    """Everyone but those who were erased, by name."""
    erased: int
    """Who were erased: their attempts count in the team's figures, without a row."""
    faults: int
    """Of whom nothing can be told: they count in no figure."""
    practising: int
    """Of whom the team's figures are: who finished anything, those who were erased too."""
    criteria: tuple[TeamCriterion, ...]
    """Every criterion of the pack, in its order."""
    weakest: TeamCriterion | None
    """None while too little can be said of any."""
    entries: "tuple[Entry, ...]"
    """What the pack has."""
    told_session: Callable[[], TeamSession] = field(compare=False)
    """Tells `session` when somebody asks; of what is only exported nobody does."""
    told_ends: Callable[[], tuple[Ends, ...]] = field(compare=False)
    """Likewise `ends`."""

    @property
    def session(self) -> TeamSession:
        """What to practise together."""
        return self.told_session()

    @property
    def ends(self) -> tuple[Ends, ...]:
        """How all talks of the team ended; drills are none."""
        return self.told_ends()

    @property
    def helped(self) -> "tuple[MemberRow, ...]":
        """Who needs help, those with the most reasons first."""
        found = [one for one in self.rows if one.needs]
        return tuple(sorted(found, key=lambda one: (-len(one.needs), one.person.name)))

    @property
    def met(self) -> tuple[TeamCriterion, ...]:
        """The criteria that anybody met."""
        return tuple(one for one in self.criteria if one.met)

    def funnel(self, *, first_only: bool = False, motion: "Motion | None" = None) -> "Funnel":
        """Return the team's funnel, as `outcomes.funnel` tells it."""
        return funnel(self.ends, self.entries, first_only=first_only, motion=motion)


def team_table(
    team: str, members: "Sequence[Member]", entries: "Iterable[Entry]", pack: "Pack", now: int
) -> TeamTable:
    """Return the table of a team.

    Args:
        team: its name, '' for those of none.
        members: everyone of it, those who were erased too.
        entries: what the pack has.
        pack: its courses count towards belts.
        now: UTC in milliseconds.
    """
    known = tuple(entries)
    makes = rows_of(known, pack, now)
    rows = tuple(makes.of(one) for one in members if one.person.name)
    summaries = [one.summary for one in members if one.summary is not None]
    # Who has a row has cells already.
    people = [one.figures for one in rows if one.last is not None]
    people += [
        makes.cells(one.summary).figures for one in members if not one.person.name and one.summary
    ]
    criteria = team_criteria(people, makes.names)
    lowest = weakest(criteria, len(summaries))
    drills = frozenset(entry.id for entry in known if entry.kind == "drill")
    return TeamTable(
        team=team,
        now=now,
        rows=rows,
        erased=sum(not one.person.name for one in members),
        faults=sum(one.fault is not None for one in members),
        practising=len(summaries),
        criteria=criteria,
        weakest=lowest,
        entries=known,
        told_session=cache(partial(team_session, lowest, known, summaries)),
        told_ends=cache(lambda: tuple(_ends(summaries, drills))),
    )


def _ends(summaries: "Iterable[Summary]", drills: frozenset[str]) -> "Iterator[Ends]":
    """Yield how talks ended, over everyone, first attempts apart from repeats."""
    ended: Counter[tuple[str, str]] = Counter()
    for summary in summaries:
        told = zip(*coded(summary.ends), strict=True)
        ended.update([one for one in told if one[0] not in drills])
    begun: dict[str, Counter[int]] = {}
    every: dict[str, Counter[int]] = {}
    for (name, code), many in ended.items():
        first, *counts = counts_of(code)
        begun.setdefault(name, Counter())[first] += many
        totals = every.setdefault(name, Counter())
        for place, count in enumerate(counts):
            totals[place] += many * count
    for name, totals in every.items():
        for place, ending in enumerate(ENDINGS):
            yield from _ended(name, ending, begun[name][place], totals[place])


def _ended(name: str, ending: Outcome, first: int, every: int) -> "Iterator[Ends]":
    if first:
        yield Ends(name, ending, first=True, count=first)
    if every > first:
        yield Ends(name, ending, first=False, count=every - first)
