"""The shipped tables teach: who understands more gets more, and each ending is there."""

from collections.abc import Iterable, Mapping
from functools import cache

import pytest

from salesdojo.authoring.table_figures import looked_at, player_gets
from salesdojo.content.model import Bargaining, Branch, Outcome, Scenario
from salesdojo.content.table import Curve, Ending, Measure
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.scoring import score
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.best_reply import best_reply
from salesdojo.practice.table.moves import Accept, Ask, Move, Propose, WalkAway
from salesdojo.practice.table.players import Player, played
from salesdojo.practice.table.prospects import prospect
from salesdojo.practice.table.state import TableState, opened
from salesdojo.practice.table.view import view
from salesdojo.practice.table_ends import moods_met
from support.warm import shipped_library, shipped_solution

WITH_TRADES = ("price_copier", "empty_cell", "sign_later", "trading_closed_on_thursday")
ONE_ISSUE = "trading_one_number"
"""Every deal on one issue is Pareto-optimal: there is nothing to trade, so gaps cannot be had."""
NO_ZONE = "trading_no_zone"
"""No deal is good for both: who understands that asks, and leaves as a friend."""
SKILLED = (Player.SPLITTER, Player.HARDBALL, Player.LOGROLLER, Player.SEVERAL, Player.EXPERT)
ENOUGH = 10
"""Points of the mean between players whose understanding differs."""


@cache
def bargained(name: str) -> tuple[Bargaining, tuple[int, ...]]:
    """Return the table of a shipped scenario, and moods in which its talks come to it."""
    scenes = shipped_solution(name).scenario.scenes.values()
    (found,) = ((scene, scene.bargaining) for scene in scenes if scene.bargaining)
    scene, bargaining = found
    return bargaining, looked_at(moods_met(scene))


@cache
def means(name: str, *, only_judged: bool) -> Mapping[Player, float]:
    """Return each player's mean over the moods: of all measures, or of those that give points."""
    bargaining, moods = bargained(name)
    wanted = tuple(bargaining.points) if only_judged else tuple(Measure)
    return {player: player_gets(bargaining.table, moods, player, wanted).mean for player in SKILLED}


def test_every_shipped_table_is_among_those_tested() -> None:
    library = shipped_library()
    with_table = {
        entry.id
        for entry in library.entries
        if any(scene.bargaining for scene in library.scenario(entry.id).scenes.values())
    }
    assert with_table == {*WITH_TRADES, ONE_ISSUE, NO_ZONE}


@pytest.mark.parametrize("only_judged", [False, True], ids=["five", "judged"])
@pytest.mark.parametrize("name", WITH_TRADES)
def test_on_the_shipped_tables_who_understands_more_gets_more(
    name: str, *, only_judged: bool
) -> None:
    got = means(name, only_judged=only_judged)
    assert got[Player.EXPERT] > got[Player.SEVERAL] > got[Player.LOGROLLER]
    assert got[Player.EXPERT] >= got[Player.LOGROLLER] + ENOUGH
    assert got[Player.LOGROLLER] >= got[Player.SPLITTER] + ENOUGH
    assert got[Player.LOGROLLER] >= got[Player.HARDBALL] + ENOUGH


def test_with_one_issue_the_order_still_holds() -> None:
    got = means(ONE_ISSUE, only_judged=False)
    assert got[Player.EXPERT] >= got[Player.LOGROLLER] + ENOUGH
    # Packages of equal worth that differ do not exist.
    assert got[Player.SEVERAL] == got[Player.LOGROLLER] > got[Player.SPLITTER]
    assert got[Player.SPLITTER] > got[Player.HARDBALL]


def test_where_no_deal_is_good_for_both_the_knowing_ask_and_leave() -> None:
    bargaining, moods = bargained(NO_ZONE)
    table = bargaining.table
    for mood in moods:
        ended = played(table, mood, Player.EXPERT)
        assert ended.ending is Ending.WALKED_AWAY
        assert set(ended.learned) == {interest.id for interest in table.interests}
        reply = best_reply(opened(table, mood))
        assert reply is None or reply.point.ours < table.reserve_ours
    got = means(NO_ZONE, only_judged=True)
    assert got[Player.EXPERT] >= got[Player.SEVERAL] + 3 * ENOUGH
    assert got[Player.SEVERAL] > got[Player.LOGROLLER] > got[Player.SPLITTER]
    assert got[Player.LOGROLLER] > got[Player.HARDBALL]


def test_whatever_is_sold_under_the_line_is_lost_and_who_gives_nothing_away_passes() -> None:
    solution = shipped_solution(NO_ZONE)
    story = shipped_library().scenario(NO_ZONE)
    before = Attempt(story, 1)
    offer = "propose price=1500 help=weekdays_by_day term=2_years"
    for price in range(1000, 1400, 100):
        attempt = before
        for move in (offer, f"propose price={price} term=1_year", "accept"):
            if attempt.table is not None:
                attempt, _ = attempt.take(move)
        result = score(attempt, solution)
        assert (result.outcome, result.passed) == (Outcome.LOST, False)
        assert result.quality < 20
    for asked in (["ask when_again"], ["ask who_sets_it", "ask when_again"]):
        attempt = before
        for move in (*asked, "walk_away"):
            attempt, _ = attempt.take(move)
        assert (attempt.outcome, score(attempt, solution).passed) == (Outcome.DECLINED, True)
    attempt, _ = before.take("walk_away")
    assert (attempt.outcome, score(attempt, solution).passed) == (Outcome.STALLED, False)


@pytest.mark.parametrize("name", [*WITH_TRADES, ONE_ISSUE, NO_ZONE])
def test_every_ending_of_a_shipped_table_can_be_reached(name: str) -> None:
    bargaining, moods = bargained(name)
    table = bargaining.table
    stubborn = Propose(view(opened(table, moods[0])).best)
    first, _ = moved(opened(table, moods[-1]), stubborn)
    assert moved(first, Accept())[0].ending is Ending.DEAL
    assert over_and_over(opened(table, moods[0]), WalkAway()) is Ending.WALKED_AWAY
    assert over_and_over(opened(table, moods[0]), stubborn) is Ending.THEY_LEFT
    chatting = Ask(table.questions[-1].id)
    assert over_and_over(opened(table, moods[-1]), chatting) is Ending.NO_TIME


def over_and_over(state: TableState, move: Move) -> Ending | None:
    """Make one move until it is over."""
    while state.ending is None:
        state, _ = moved(state, move)
    return state.ending


@pytest.mark.parametrize("name", [*WITH_TRADES, ONE_ISSUE])
def test_leaving_a_shipped_table_is_nowhere_called_right(name: str) -> None:
    """In every mood the customer would have taken a deal that beats none."""
    bargaining, moods = bargained(name)
    assert all(prospect(opened(bargaining.table, mood)).package is not None for mood in moods)
    scenario = shipped_solution(name).scenario
    without_deal = (bargaining.goto[ending] for ending in Ending if ending is not Ending.DEAL)
    behind = {end for branches in without_deal for end in ends_behind(scenario, branches)}
    assert behind
    assert behind <= {Outcome.LOST, Outcome.STALLED}


def ends_behind(scenario: Scenario, branches: Iterable[Branch]) -> set[Outcome]:
    """Return the ends that can follow branches."""
    ends: set[Outcome] = set()
    seen: set[str] = set()
    waiting = [branch.to for branch in branches]
    while waiting:
        scene = scenario.scenes[waiting.pop()]
        if scene.id in seen:
            continue
        seen.add(scene.id)
        if scene.end is not None:
            ends.add(scene.end)
        waiting.extend(branch.to for way in scene.ways for branch in way)
    return ends


def test_the_shipped_tables_have_customers_of_every_kind() -> None:
    tables = [bargained(name)[0].table for name in (*WITH_TRADES, ONE_ISSUE, NO_ZONE)]
    assert {table.behaviour.curve for table in tables} == set(Curve)


@pytest.mark.parametrize("name", [*WITH_TRADES, ONE_ISSUE, NO_ZONE])
def test_asking_pays_on_every_shipped_table(name: str) -> None:
    """An interest that unlocks an option, or one that tells the customer's points."""
    table = bargained(name)[0].table
    unlocking = {option.unlocked_by for issue in table.issues for option in issue.options}
    assert unlocking - {None} or any(one.reveals == "values" for one in table.interests)
    # Not every question leads somewhere.
    assert {one.id for one in table.questions} > {q for one in table.interests for q in one.ask}
