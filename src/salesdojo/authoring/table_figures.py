"""What is in a negotiation table, and what the named players get out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from statistics import fmean
from typing import Final

from salesdojo.content.model import Bargaining, Scenario
from salesdojo.content.table import Ending, Measure, Table
from salesdojo.practice.table.earning import could
from salesdojo.practice.table.frontier import Point
from salesdojo.practice.table.landmarks import Landmarks
from salesdojo.practice.table.players import Player, played_out
from salesdojo.practice.table.scores import scores
from salesdojo.practice.table_ends import moods_met

FEW: Final = 5
"""Moods looked at, where a talk can come to a table in more: both ends and some between."""


@dataclass(frozen=True, slots=True)
class TablePlayer:
    """What one player gets, on the average over the moods a talk comes in."""

    player: Player
    measures: Mapping[Measure, float]
    """0-100 each; a measure that the table does not have is left out."""
    mean: float
    """Of the measures, 0-100."""
    deals: float
    """The share of the moods, 0-1, in which it comes to a deal."""


@dataclass(frozen=True, slots=True)
class TableFigures:
    """The figures of one table."""

    scene: str
    outcomes: int
    """Packages, with every option unlocked."""
    frontier: int
    """Points that nobody can improve on for both sides."""
    rational: int
    """Those of them that give both sides their reserve."""
    reserve: Point
    marks: Landmarks | None
    """None without a zone of agreement."""
    moods: tuple[int, ...]
    """The moods (0-100) in which a talk comes to it, as far as they were looked at."""
    players: tuple[TablePlayer, ...]


def table_figures(scenario: Scenario) -> tuple[TableFigures, ...]:
    """Return the figures of every table that a talk can come to; of an explored scenario."""
    return tuple(
        _figures(scene.id, scene.bargaining, looked_at(moods_met(scene)))
        for scene in scenario.scenes.values()
        if scene.bargaining is not None and moods_met(scene)
    )


def looked_at(moods: Sequence[int]) -> tuple[int, ...]:
    """Return `FEW` of the moods at most: both ends, and some evenly between."""
    last = len(moods) - 1
    places = range(FEW) if last >= FEW else range(last + 1)
    return tuple(moods[last * place // max(1, len(places) - 1)] for place in places)


def player_gets(
    table: Table, moods: Sequence[int], player: Player, wanted: Sequence[Measure] = tuple(Measure)
) -> TablePlayer:
    """Return what a player gets, with the mean over the measures `wanted`."""
    within = could(table)
    ended = [played_out(table, mood, player) for mood in moods]
    scored = [scores(state, within) for state in ended]
    measures = {
        measure: fmean(found)
        for measure in wanted
        if (found := [one for held in scored if (one := getattr(held, measure)) is not None])
    }
    deals = sum(state.ending is Ending.DEAL for state in ended)
    mean = fmean(measures.values()) if measures else 0.0
    return TablePlayer(player, measures, mean, deals / len(ended))


def _figures(scene: str, bargaining: Bargaining, moods: tuple[int, ...]) -> TableFigures:
    table = bargaining.table
    within = could(table)
    return TableFigures(
        scene=scene,
        outcomes=prod(len(issue.options) for issue in table.issues),
        frontier=len(within.front.points),
        rational=len(within.front.rational),
        reserve=Point(table.reserve_ours, table.reserve_theirs),
        marks=within.marks,
        moods=moods,
        players=tuple(player_gets(table, moods, player) for player in Player),
    )
