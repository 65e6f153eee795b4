"""JSON Lines: one attempt a line, with everything that is known of it."""

from pathlib import Path

from salesdojo.records.store import Store
from salesdojo.review.exporting.chosen import Chosen
from support.exported import as_csv, as_json, fill
from support.records import Talk, raw, url
from support.servers import Base
from support.table_talks import OPENING, bargained, table_talk


def test_a_line_has_criteria_and_decisions(place: Path | Base, tmp_path: Path) -> None:
    fill(place)
    lines = {line["attempt"]: line for line in as_json(place, tmp_path / "out.jsonl", names=True)}
    assert list(lines) == ["a1", "b1", "a2", "a3", "a4", "a5"]
    ((person,),) = raw(place, "SELECT id FROM person WHERE team = ''")
    first = {
        "turn": 1, "scene": "opening", "choice": "ask_why", "loss": 0.1, "luck": 0.0,
        "best": ["a", "b"], "points": {"inquiry": 3}, "timed_out": False, "hinted": False,
        "elapsed_ms": 1_500, "at": "1970-01-01T00:00:01.001Z",
    }  # fmt: skip
    second = {key: first[key] for key in ("scene", "choice", "timed_out", "hinted", "elapsed_ms")}
    assert lines["b1"] == {
        "attempt": "b1", "person": person, "name": 'ばば, "Q"', "team": "",
        "scenario": "talk", "revision": Talk().revision, "seed": 7, "mode": "practice",
        "language": "en", "begun": "1970-01-01T00:00:01.000Z",
        "finished": "1970-01-01T00:00:03.000Z", "left": None, "fork": None, "journey": None,
        "chapter": None, "scored_by": Talk().revision, "try": 1, "outcome": "won",
        "quality": 60.5, "passed": True, "luck": -1 / 3, "satisfaction": 80,
        "criteria": {"inquiry": {"earned": 3, "best": 4, "share": 0.75, "level": 3}},
        "breaches": ["false_identity"], "under_minimum": [],
        "decisions": [first, {**second, "turn": 2, "at": "1970-01-01T00:00:01.002Z"}],
        "learned": ["cash"], "missed": [["boss", "opening", "ask_boss"]],
    }  # fmt: skip
    assert lines["a3"]["fork"] == {"of": "a2", "turn": 1}
    assert lines["a1"]["quality"] == 55


def test_a_talk_that_was_left_has_no_outcome(place: Path | Base, tmp_path: Path) -> None:
    fill(place)
    (line,) = as_json(place, tmp_path / "out.jsonl", chosen=Chosen(since=8_000))
    assert (line["attempt"], line["outcome"], line["finished"], line["left"]) == (
        "a5", None, None, "1970-01-01T00:00:08.000Z",
    )  # fmt: skip
    assert [one["choice"] for one in line["decisions"]] == ["ask_why"]
    assert "name" not in line


def test_a_move_at_a_table_is_a_decision_and_the_last_says_how_it_ended(
    place: Path | Base, tmp_path: Path
) -> None:
    with Store.open(url(place)) as store:
        session = bargained(store, table_talk(), "warm", OPENING, "walk_away")
        loss = store.history.result(session.record.id).decisions[-1].loss
    (line,) = as_json(place, tmp_path / "out.jsonl")
    _, first, last = line["decisions"]
    assert (first["scene"], first["choice"], first["loss"], first["best"]) == (
        "terms", OPENING, 0.0, [],
    )  # fmt: skip
    assert "ending" not in first
    assert (last["choice"], last["loss"], last["ending"]) == ("walk_away", loss, "walked_away")
    rows = as_csv(place, tmp_path / "out.csv")
    assert {row["criterion"]: row["outcome"] for row in rows} == {
        "inquiry": "stalled", "value": "stalled",
    }  # fmt: skip
