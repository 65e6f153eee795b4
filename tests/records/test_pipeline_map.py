"""The map of the pack."""

from dataclasses import replace

from salesdojo.content.catalogue import Entry, Stage
from salesdojo.records.history.pipeline_map import pipeline_map
from salesdojo.records.model import Standing
from support.sessions import entry, talk


def at(name: str, stage: Stage, level: int) -> Entry:
    return replace(talk(name, level=level), stage=stage)


def stood(best: float | None, *, passed: bool) -> Standing:
    return Standing(best, best, best, 1, passed, unfinished=best is None)


ENTRIES = (
    at("sign", Stage.CLOSING, 2),
    at("call", Stage.APPROACH, 1),
    at("letter", Stage.APPROACH, 1),
    entry("drill", "inquiry"),
    replace(entry("call_b", "inquiry", kind="variant"), stage=Stage.APPROACH),
)


def test_rows_stand_in_the_pipelines_order_with_five_levels_each() -> None:
    rows = pipeline_map(ENTRIES, {})
    assert [row[0].stage for row in rows] == [Stage.APPROACH, Stage.CLOSING]
    assert all([cell.level for cell in row] == [1, 2, 3, 4, 5] for row in rows)


def test_a_cell_tells_how_many_there_are_how_many_passed_and_the_best() -> None:
    standings = {"call": stood(91.5, passed=True), "letter": stood(None, passed=False)}
    first = pipeline_map(ENTRIES, standings)[0][0]
    assert [one.id for one in first.entries] == ["call", "letter"]
    assert (first.passed, first.best, first.complete) == (1, 91.5, False)


def test_a_cell_is_complete_when_all_of_it_is_passed_an_empty_one_never_is() -> None:
    rows = pipeline_map(ENTRIES, {"sign": stood(70, passed=True)})
    assert rows[1][1].complete
    assert not rows[1][0].complete
    assert rows[1][0].best is None
