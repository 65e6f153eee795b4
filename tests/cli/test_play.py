"""`salesdojo play` without a screen."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo import settings
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import follow
from salesdojo.practice.scoring import cost
from support.warm import shipped_solution

from .conftest import Say

EXEMPLARS = (
    "reception_gate",
    "cold_call",
    "nothing_wrong",
    "price_copier",
    "think_it_over",
    "billed_twice",
)


@pytest.fixture(scope="module")
def exemplars() -> dict[str, str]:
    """The choice ids of the trainers' exemplars, as the pack's files promise them."""
    from salesdojo.content.reading import read_scenario

    found = {}
    for name in EXEMPLARS:
        (file,) = settings.shipped_pack().glob(f"*/{name}.yaml")
        scenario = read_scenario(file).scenario
        assert scenario is not None
        (exemplar,) = (path for path in scenario.golden_paths if path.id == "exemplar")
        found[name] = ",".join(exemplar.play)
    return found


@pytest.mark.parametrize("scenario", EXEMPLARS)
def test_the_exemplar_is_perfect(say: Say, exemplars: dict[str, str], scenario: str) -> None:
    said = say("play", scenario, "--choose", exemplars[scenario], "--json")
    result = json.loads(said.out)
    assert said.code == 0
    assert (result["quality"], result["passed"]) == (100, True)
    assert all(decision["loss"] == 0 for decision in result["decisions"])
    # Of the moves at a negotiation table none is called the best.
    spoken = [decision for decision in result["decisions"] if decision["best"]]
    assert all(decision["choice"] in decision["best"] for decision in spoken)


@pytest.mark.parametrize("scenario", EXEMPLARS)
def test_the_losses_add_up_to_what_is_missing(say: Say, scenario: str) -> None:
    result = json.loads(say("play", scenario, "--choose", a_mixed_road(scenario), "--json").out)
    lost = sum(decision["loss"] for decision in result["decisions"])
    assert 0 < result["quality"] < 95
    assert result["quality"] == pytest.approx(100 - lost)


@pytest.mark.parametrize("scenario", EXEMPLARS)
def test_the_worst_road_has_a_low_quality(say: Say, scenario: str) -> None:
    result = json.loads(say("play", scenario, "--choose", the_worst_road(scenario), "--json").out)
    assert result["passed"] is False
    assert result["quality"] < 20
    assert sum(decision["loss"] for decision in result["decisions"]) > 80


def a_mixed_road(scenario_id: str) -> str:
    """Take the costliest line that costs no more than 15, else the best, in turns."""

    def taken(costs: dict[str, float], turn: int) -> str:
        bearable = {choice: cost for choice, cost in costs.items() if cost <= 15}
        return (
            max(bearable, key=bearable.__getitem__)
            if turn % 3 == 1
            else min(costs, key=costs.__getitem__)
        )

    return _road(scenario_id, taken, "as several")


def the_worst_road(scenario_id: str) -> str:
    """Take the costliest line at every decision."""
    return _road(scenario_id, lambda costs, _: max(costs, key=costs.__getitem__), "as hardball")


def _road(scenario_id: str, taken: Callable[[dict[str, float], int], str], at_a_table: str) -> str:
    solution = shipped_solution(scenario_id)
    attempt = Attempt(solution.scenario, 0)
    while attempt.outcome is None:
        if attempt.table is not None:
            attempt = follow(attempt, at_a_table)
            continue
        costs = {
            choice.id: float(cost(attempt.state, choice.id, solution) * 100 / solution.start)
            for choice in attempt.offered
        }
        attempt, _ = attempt.take(taken(costs, attempt.turn))
    return ",".join(event.choice.id for event in attempt.events)


def test_a_wrong_choice_says_what_is_offered_there(say: Say) -> None:
    said = say("play", "price_copier", "--choose", "jump_out_of_the_window")
    assert said.code == 2
    assert "PR001" in said.err
    assert "ask_reason" in said.err


def test_a_list_that_stops_too_early_says_what_could_follow(say: Say, home: Path) -> None:
    said = say("play", "price_copier", "--choose", "ask_reason")
    assert said.code == 2
    assert "US005" in said.err
    assert not attempts_in(home)


def attempts_in(home: Path) -> int:
    file = home / "dojo.db"
    if not file.exists():
        return 0
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("SELECT count(*) FROM attempt").fetchone()[0])


def test_an_unknown_scenario_is_answered_with_the_nearest(say: Say) -> None:
    said = say("play", "price_copyer", "--plain")
    assert said.code == 2
    assert "CT001" in said.err
    assert "price_copier" in said.err


def test_an_unknown_scenario_makes_no_database(say: Say, home: Path) -> None:
    assert say("play", "price_copyer", "--plain").code == 2
    assert not (home / "dojo.db").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("play", "price_copier", "--json"), "US004"),
        (("play", "--choose", "a"), "US003"),
        (("play", "--nonsense"), "US031"),
        (("dance",), "US030"),
        (("list", "--lang", "fr"), "US002"),
        (("play", "price_copier", "--plain", "--as", "\x1b[2J"), "US021"),
        (("play", "nowhere/at_all.yaml", "--plain"), "CT002"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_cannot_be_done_says_why_and_what_to_do(
    say: Say, arguments: tuple[str, ...], code: str, language: str
) -> None:
    words = arguments if "--lang" in arguments else (*arguments, "--lang", language)
    said = say(*words)
    assert said.code == 2
    assert code in said.err
    assert "Traceback" not in said.err
    assert "\x1b" not in said.err


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_talk_in_line_mode_reads_like_a_conversation(
    say: Say, snapshot: Snapshot, language: str
) -> None:
    said = say(
        "play", "think_it_over", "--plain", "--seed", "1", "--lang", language,
        typed="h\n9\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n",
    )  # fmt: skip
    assert said.code == 0
    snapshot.assert_match(said.out, f"plain_{language}.txt")


def test_a_talk_broken_off_goes_on_where_it_stopped(say: Say) -> None:
    first = say("play", "nothing_wrong", "--plain", "--seed", "5", typed="1\n2\n")
    assert "saved 2" in first.out
    assert first.code == 0

    second = say("play", "nothing_wrong", "--plain", typed="1\n")
    assert "resumed 2" in second.out
    assert "saved 3" in second.out
    assert "saved 1\n" not in second.out


def test_fresh_begins_anew(say: Say) -> None:
    say("play", "nothing_wrong", "--plain", "--seed", "5", typed="1\n2\n")
    said = say("play", "nothing_wrong", "--plain", "--fresh", typed="1\n")
    assert "resumed" not in said.out
    assert "saved 1" in said.out


def test_caps_lock_and_full_width_input_are_the_same_answers(say: Say) -> None:
    said = say("play", "cold_call", "--plain", typed="１\nＱ\n")
    assert "saved 1" in said.out
    assert "Left with 1 choice" in said.out


def test_an_exam_shows_neither_hint_nor_coach_nor_rubric(say: Say) -> None:
    said = say("play", "nothing_wrong", "--plain", "--exam", "--seed", "1", typed="h\n1\n")
    assert "There is no hint here." in said.out
    assert "Coach:" not in said.out
    assert "what is judged is not shown" in said.out


def test_without_a_terminal_the_next_talk_is_played(say: Say) -> None:
    said = say(typed="1\n")
    assert said.code == 0
    assert "saved 1" in said.out


@pytest.mark.parametrize(
    "arguments", [("--plain",), ("--plain", "play"), ("play", "--plain")], ids=" ".join
)
def test_line_mode_is_asked_for_before_or_after_the_command(
    say: Say, arguments: tuple[str, ...]
) -> None:
    said = say(*arguments, typed="1\n")
    assert said.code == 0
    assert "saved 1" in said.out


def test_watching_shows_the_exemplar_and_records_nothing(say: Say, home: Path) -> None:
    said = say("play", "price_copier", "--watch")
    assert said.code == 0
    assert "Outcome: won." in said.out
    assert not attempts_in(home)


def test_two_people_have_records_of_their_own(say: Say) -> None:
    say("play", "cold_call", "--plain", "--seed", "1", "--as", "花子", typed="1\n")
    said = say("play", "cold_call", "--plain", "--seed", "1", "--as", "太郎", typed="1\n")
    assert "resumed" not in said.out


def test_a_clock_that_jumps_back_between_two_choices_is_no_time_of_the_trainees(
    say: Say, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hour = 3_600_000_000_000
    shown = count(1_760_000_000_000_000_000, -hour)
    monkeypatch.setattr("time.time_ns", lambda: next(shown))
    assert "saved 1\n" in say("play", "price_copier", "--plain", typed="1\n").out
    again = say("play", "price_copier", "--plain", typed="1\n")
    assert "resumed 1\n" in again.out
    assert "saved 2\n" in again.out
    with closing(sqlite3.connect(home / "dojo.db")) as records:
        taken = records.execute(
            "SELECT turn, elapsed_ms, at FROM decision ORDER BY turn"
        ).fetchall()
    (first, elapsed, at), (second, elapsed_later, at_later) = taken
    assert (first, second) == (1, 2)
    assert at_later < at
    assert 0 <= elapsed < 60_000
    assert 0 <= elapsed_later < 60_000
