"""Everything known of a person, as they may take it along; nothing of anybody else's."""

import json
from pathlib import Path

import pytest

from salesdojo.errors import RecordsError
from salesdojo.records.store import Store
from salesdojo.records.tables import METADATA
from support.erasing import NAME, NOW, drawn, fill, leaves
from support.full_records import fill_every_table, rows_of
from support.records import begun, raw, url
from support.servers import Base

LEFT_OUT = {
    "number",
    "link",
    "input_hash",
    "result_hash",
    "result",
    "supersedes",
    "through",
    "since",
    "assignment",
    "place",
    "bytes",
}
"""What the store keeps for itself: the order of storing, hashes, and scenarios."""
ELSEWHERE = {
    "attempt",
    "journey",
    "person",
    "trainee",
    "sha256",
    "erased_at",
    "fork_of",
    "fork_turn",
}
"""What is told by where a row stands."""

NOBODYS = {"scenario_figures", "scenario_tally", "item_tally", "derived"}
"""Tables that tell of nobody."""


@pytest.fixture
def full(place: Path | Base) -> Path | Base:
    fill_every_table(place)
    return place


def test_everything_that_stands_in_the_records_is_told(full: Path | Base) -> None:
    with Store.open(url(full)) as store:
        told = store.people.export(store.person("青木 [5%]"), NOW)
    assert (told["format"], told["version"], told["exported_at"]) == (
        "salesdojo person", 1, "2025-11-27T04:34:56.789Z",
    )  # fmt: skip
    assert told["person"]["name"] == "青木 [5%]"
    assert [one["id"] for one in told["attempts"]] == ["a1", "a2", "a3", "c1"]
    first, second, retry, chapter = told["attempts"]
    assert first["begun_at"] == "1970-01-01T00:00:01.000Z"
    assert [one["choice"] for one in first["decisions"]] == ["choice_1", "choice_2", "choice_3"]
    assert first["decisions"][2] == {
        "turn": 3, "scene": "opening", "choice": "choice_3", "timed_out": False, "hinted": False,
        "elapsed_ms": 3_703_701, "at": "1970-01-01T00:00:01.003Z",
    }  # fmt: skip
    assert [one["quality"] for one in first["results"]] == [87.25, 87.5]
    assert first["results"][0]["body"]["quality"] == 87.25
    assert [one["typed"] for one in first["recalls"]] == ["なぜですか\t\\", None]
    assert [one["words"] for one in first["remarks"]] == ["なぜ\n?"]
    assert [(one["kind"], one["level"], one["words"]) for one in first["reviews"]] == [
        ("level", 2, "低い\n"), ("read", None, None),
    ]  # fmt: skip
    assert [(one["attempt"], one["words"]) for one in told["said"]] == [("b1", "Baba?")]
    assert (second["finished_at"], second["abandoned_at"]) == (None, "1970-01-01T00:00:09.500Z")
    assert retry["fork"] == {"of": "a1", "turn": 2}
    assert chapter["mode"] == "exam"
    assert told["journeys"][0]["chapters"] == ["c1"]
    anew = {"made_by": "result-3", "body": {}}  # a result took the place of an earlier one
    assert told["figures"] == [
        {"part": "example", "made_by": "m1", "body": {"a": 1}},
        {"part": "skills", **anew},
        {"part": "standings", **anew},
    ]


def test_every_column_is_told_or_left_out_on_purpose(full: Path | Base) -> None:
    with Store.open(url(full)) as store:
        told = store.people.export(store.person("青木 [5%]"), NOW)
    keys = {
        key
        for rows in (
            [told["person"]], told["attempts"], told["journeys"], told["figures"], told["summary"],
                told["assignments"],
            *(one[name] for one in told["attempts"]
              for name in ("decisions", "results", "recalls", "remarks", "reviews")),
        )
        for row in rows
        for key in row
    }  # fmt: skip
    columns = {
        column.name
        for table in METADATA.sorted_tables
        if table.name not in NOBODYS
        for column in table.columns
    }
    assert columns - keys - LEFT_OUT - ELSEWHERE == set()


def test_nothing_of_another_person_is_in_it(tmp_path: Path) -> None:
    place = tmp_path / "dojo.db"
    fill(place)
    with Store.open(url(place)) as store:
        aoki, baba = (
            json.dumps(store.people.export(store.person(name), NOW), ensure_ascii=False)
            for name in (NAME, "Baba")
        )
    assert NAME in aoki
    assert "Baba" not in aoki
    assert NAME not in baba
    theirs = {one for (one,) in raw(place, "SELECT id FROM attempt")}
    for one in theirs:
        assert (f'"{one}"' in aoki) != (f'"{one}"' in baba)


def test_it_is_plain_json(full: Path | Base) -> None:
    with Store.open(url(full)) as store:
        told = store.people.export(store.person("青木 [5%]"), NOW)
    assert json.loads(json.dumps(told)) == told
    assert all(isinstance(one, str | int | float | bool | None) for one in leaves(told))


def test_times_that_no_calendar_has_are_told_as_they_are(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        begun(store, "a1", at=2**62)
        begun(store, "a2", at=-(2**40))
        told = store.people.export(store.person("Aoki"), 0)
    assert [one["begun_at"] for one in told["attempts"]] == [2**62, "1935-02-28T04:06:12.224Z"]


def test_reading_changes_nothing(full: Path | Base) -> None:
    before = rows_of(full)
    with Store.open(url(full)) as store:
        store.people.export(store.person("青木 [5%]"), NOW)
    assert rows_of(full) == before


def test_who_was_erased_is_not_known_any_more(full: Path | Base) -> None:
    with Store.open(url(full)) as store:
        aoki = store.person("青木 [5%]")
        store.people.erase(aoki, NOW, new_seed=drawn(1))
        with pytest.raises(RecordsError, match="DB060"):
            store.people.export(aoki, NOW)
