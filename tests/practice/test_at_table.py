"""A talk that comes to a table: moves are decisions, the table is one in the exact value."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.model import Outcome
from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.exemplar import exemplar
from salesdojo.practice.following import follow, moves_of, replay
from salesdojo.practice.scoring import Result, score
from salesdojo.practice.scoring_in_bulk import Unplayable
from salesdojo.practice.scoring_tables import TableScorer
from salesdojo.practice.solving import Solution, explored
from salesdojo.practice.table.move_text import move_text
from salesdojo.practice.table.players import Player
from salesdojo.practice.table_ends import with_table_ends
from support.table_talks import OPENING, TABLE, table_talk
from support.tables import possible_moves

TALK = table_talk()
KNOWN = explored(TALK)


def judged(*steps: str) -> Result:
    return score(replay(TALK, 7, steps), KNOWN.solution)


def at_the_table(*steps: str) -> Attempt:
    return replay(TALK, 7, ("warm", *steps))


def test_the_table_opens_in_the_mood_that_the_talk_brought() -> None:
    attempt = at_the_table()
    assert attempt.table is not None
    assert (attempt.table.mood, attempt.offered, attempt.outcome) == (55, (), None)
    assert replay(TALK, 7, ["cold"]).table != attempt.table


def test_each_move_is_an_event_with_what_both_said() -> None:
    attempt, event = at_the_table().take(OPENING)
    assert event.table is not None
    assert (event.turn, event.scene, event.choice.id) == (2, "terms", OPENING)
    assert event.choice.reply is not None
    assert attempt.scene.id == "terms"
    assert event.points == {}
    assert event.heard == ()


def test_the_mood_moves_the_meter_and_questions_bring_facts() -> None:
    attempt, event = at_the_table().take("ask why_delivery")
    assert event.moved == {"trust": (55, 58)}
    assert event.learned == ("cash",)
    assert attempt.facts == {"cash"}


def test_an_interest_opens_an_option() -> None:
    offer = "propose price=130 delivery=phased payment=net_60 warranty=12_m"
    with pytest.raises(PracticeError) as refused:
        at_the_table().take(offer)
    assert refused.value.code == "PR008"
    at_the_table("ask why_pilot", offer)


def test_a_refused_move_leaves_the_talk_where_it_was() -> None:
    attempt = at_the_table(OPENING)
    for text in ("propose price=1", "accept accept", "", "as expert"):
        with pytest.raises(PracticeError):
            attempt.take(text)
    assert attempt == at_the_table(OPENING)


@pytest.mark.parametrize(
    ("steps", "scene", "outcome"),
    [
        (("warm", "as expert"), "signed", Outcome.WON),
        (("cold", "walk_away"), "polite", Outcome.STALLED),
        (("cold", "as hardball"), "gone", Outcome.LOST),
        (("warm", "as hardball"), "polite", Outcome.STALLED),
        (("cold", OPENING, "accept"), "grudging", Outcome.WON),
    ],
)
def test_each_ending_leads_on_as_it_is_written(
    steps: tuple[str, ...], scene: str, outcome: Outcome
) -> None:
    attempt = replay(TALK, 7, steps)
    assert (attempt.scene.id, attempt.outcome, attempt.table) == (scene, outcome, None)


def test_the_last_move_carries_points_and_the_whole_loss() -> None:
    result = judged("warm", "as splitter")
    *before, last = result.decisions
    assert [one.loss for one in before] == [0] * len(before)
    assert not any(one.points for one in before[1:])
    assert last.points.keys() == {"inquiry", "value"}
    assert result.quality == pytest.approx(100 - last.loss)


def test_the_knowing_expert_is_the_measure() -> None:
    assert judged("warm", "as expert").quality == 100
    assert judged("cold", "as expert").quality == pytest.approx(
        100 - judged("cold", "as expert").decisions[0].loss
    )
    qualities = [judged("warm", f"as {player}").quality for player in Player]
    assert max(qualities) == 100


def test_whoever_does_better_than_every_player_lost_nothing_and_has_no_more_than_all() -> None:
    talk = table_talk({"points": {"relationship": "inquiry"}, "worth": 100})
    known = explored(talk).solution
    asking = ("ask why_delivery", "ask why_pilot", "reason migration", "as several")
    result = score(replay(talk, 7, ("warm", *asking)), known)
    inquiry = result.criteria["inquiry"]
    assert inquiry.earned > inquiry.best
    assert (inquiry.share, result.quality, result.decisions[-1].loss) == (1, 100, 0)


def test_a_second_table_met_in_a_mood_of_ones_own_is_worth_as_much_as_it_is() -> None:
    second = {**TABLE, "goto": {"deal": "signed"}}
    talk = table_talk({"goto": {"deal": "more", "walked_away": "more"}}, second=second)
    known = explored(talk).solution
    asking = ("warm", "ask why_delivery", "reason migration", OPENING, "accept")
    first = replay(talk, 7, asking)
    assert first.table is not None
    moods = {int(end.split()[-1]) for end in known.scenario.scenes["more"].choices}
    assert first.table.mood not in moods
    well, badly = (
        score(replay(talk, 7, (*asking, step)), known) for step in ("as expert", "walk_away")
    )
    assert known.value(first.state) > 0
    assert well.decisions[-1].loss == 0
    assert badly.decisions[-1].loss > 0
    judged_last = badly.decisions[-1].table
    assert judged_last is not None
    assert judged_last.best == f"as expert from {first.table.mood}"
    assert (
        badly.quality == pytest.approx(100 - sum(one.loss for one in badly.decisions), abs=0.001)
        or badly.quality == 0
    )


def test_a_fact_left_hidden_names_the_question() -> None:
    (missed,) = judged("warm", "walk_away").missed
    assert (missed.fact, missed.choice) == ("cash", "ask why_delivery")
    assert TALK.scenes["terms"].words(missed.choice).spoken("en") == "Why the hurry?"


def test_the_exemplar_plays_the_experts_moves() -> None:
    found = exemplar(replay(TALK, 7, ("warm", "as splitter")), KNOWN)
    assert found is not None
    assert score(found, KNOWN.solution).quality == 100
    assert found.events[1].choice.id.startswith("ask")


def test_a_step_of_a_road_stands_for_the_moves_of_a_player() -> None:
    attempt = at_the_table(OPENING)
    moves = moves_of(attempt, "as logroller from 55")
    assert len(moves) > 1
    assert replay(TALK, 7, ("warm", OPENING, *moves)) == follow(attempt, "as logroller")
    assert moves_of(attempt, "accept") == ("accept",)


def test_a_table_behind_a_table_is_known_in_every_mood_that_the_first_leaves() -> None:
    second = {**TABLE, "rounds": 3, "goto": {"deal": "signed"}}
    talk = table_talk({"goto": {"deal": "more", "walked_away": "more"}}, second=second)
    known = explored(talk)
    ends = known.scenario.scenes["more"].choices
    assert {name.split()[-1] for name in ends} > {"35", "55"}
    result = score(replay(talk, 7, ("warm", "as expert", "as expert")), known.solution)
    assert result.quality == pytest.approx(100, abs=10)
    assert len([one for one in result.decisions if one.points]) >= 2


def test_ends_are_worked_out_for_moods_that_a_talk_can_bring() -> None:
    ends = with_table_ends(TALK).scenes["terms"].choices
    assert {name.split()[-1] for name in ends} == {"35", "55"}
    assert with_table_ends(with_table_ends(TALK)).scenes["terms"].choices == ends


def test_a_solution_is_kept_and_read_back() -> None:
    again = Solution.from_json(TALK, KNOWN.solution.to_json())
    assert again.scenario == KNOWN.scenario
    attempt = replay(TALK, 7, ("warm", OPENING, "as several"))
    assert score(attempt, again) == score(attempt, KNOWN.solution)


@pytest.mark.parametrize("damage", [{"ends": []}, {"ends": [{}]}, {"ends": None}])
def test_a_kept_solution_without_its_ends_is_solved_again(damage: dict[str, object]) -> None:
    kept = json.loads(KNOWN.solution.to_json())
    with pytest.raises(ValueError, match=r"without|damaged"):
        Solution.from_json(TALK, json.dumps({**kept, **damage}).encode())


@settings(max_examples=25)
@given(data=st.data())
def test_every_way_through_a_table_is_replayed_scored_and_never_gains_by_a_loss(
    data: st.DataObject,
) -> None:
    seed = data.draw(st.integers(0, 5))
    attempt, _ = Attempt(TALK, seed).take(data.draw(st.sampled_from(["warm", "cold"])))
    while attempt.table is not None:
        move = data.draw(possible_moves(attempt.table))
        attempt, _ = attempt.take(move_text(attempt.table.table, move))
    result = score(attempt, KNOWN.solution)
    assert 0 <= result.quality <= 100
    assert all(one.loss >= 0 for one in result.decisions)
    stored = scenario_from_canonical(TALK.canonical)
    moves = [(event.scene, event.choice.id, False) for event in attempt.events]
    assert replay(stored, seed, [choice for _, choice, _ in moves]) == attempt
    scorer = TableScorer(stored, KNOWN)
    walk = scorer.walk(seed, moves)
    assert not isinstance(walk, Unplayable)
    assert scorer.scored(walk) == result
    cut = scorer.walk(seed, moves[:-1])
    assert not isinstance(cut, Unplayable)
    assert scorer.scored(cut) is None
    assert scorer.walk(seed, [*moves, moves[-1]]) == Unplayable(len(moves) + 1, over=True)


def test_moves_that_the_talk_does_not_allow_are_named() -> None:
    scorer = TableScorer(TALK, KNOWN)
    assert scorer.walk(7, [("hello", "warm", False), ("terms", "haggle", False)]) == Unplayable(
        2, over=False
    )
    assert scorer.walk(7, [("terms", "accept", False)]) == Unplayable(1, over=False)
