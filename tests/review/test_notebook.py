"""The records as plain rows: the same as the store tells, on both databases, page by page."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

import salesdojo.review
from salesdojo.errors import RecordsError, ReviewError, UsageError
from salesdojo.review.exporting import ended_rows
from salesdojo.review.notebook import Notebook
from support.practised_team import NAMES, Company, company

PLAIN = (str, int, float, bool, datetime, type(None))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Company:
    return company(tmp_path_factory.mktemp("company"))


@pytest.fixture
def records(made: Company, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    assert tmp_path_factory
    with salesdojo.review.open(str(made.cache.parent / "dojo.db")) as opened:
        yield opened


def test_every_kind_of_row_has_the_same_columns_and_plain_values(records: Notebook) -> None:
    for rows in (
        list(records.people(names=True)),
        list(records.attempts(names=True)),
        list(records.criteria()),
        list(records.decisions()),
        list(records.items("first_call")),
    ):
        assert len(rows) > 5
        assert {tuple(row) for row in rows} == {tuple(rows[0])}
        assert all(isinstance(value, PLAIN) for row in rows for value in row.values())


def test_names_are_there_only_where_they_are_asked_for(records: Notebook) -> None:
    for rows in (
        records.people(),
        records.attempts(),
        records.criteria(),
        records.decisions(),
        records.items("first_call"),
    ):
        assert not [row for row in rows if set(NAMES) & {str(value) for value in row.values()}]


def test_attempts_are_what_the_store_has(made: Company, records: Notebook) -> None:
    rows = list(records.attempts(names=True))
    assert [row["finished"] for row in rows] != []
    for name in NAMES:
        person = made.store.known_person(name, "east")
        if person is None:
            continue
        kept = [one for one in made.store.attempts(person) if one.finished_at is not None]
        mine = [row for row in rows if row["person"] == person.id]
        assert {row["attempt"] for row in mine} == {one.id for one in kept}
        for row in mine:
            result = made.store.result(row["attempt"])
            assert result is not None
            assert (row["quality"], row["passed"], row["outcome"], row["name"]) == (
                result.quality,
                result.passed,
                result.outcome.value,
                name,
            )
        standings = made.store.standings(person)
        assert Counter(row["scenario"] for row in mine) == {
            scenario: one.attempts for scenario, one in standings.items()
        }
        firsts = {row["scenario"]: row["quality"] for row in mine if row["try"] == 1}
        assert firsts == {scenario: one.first for scenario, one in standings.items()}


def test_criteria_and_decisions_are_those_of_the_results(made: Company, records: Notebook) -> None:
    criteria, decisions = list(records.criteria()), list(records.decisions())
    for attempt in {row["attempt"] for row in criteria}:
        result = made.store.result(attempt)
        assert result is not None
        assert {
            row["criterion"]: (row["level"], row["share"])
            for row in criteria
            if row["attempt"] == attempt
        } == {name: (one.level, one.share) for name, one in result.criteria.items()}
        mine = [row for row in decisions if row["attempt"] == attempt]
        assert [(row["turn"], row["choice"], row["loss"]) for row in mine] == [
            (one.turn, one.choice, one.loss) for one in result.decisions
        ]
        assert [row["best"].split(" ") for row in mine] == [
            list(one.best) for one in result.decisions
        ]


def test_items_count_what_first_attempts_did(records: Notebook) -> None:
    decided: Counter[tuple[str, str]] = Counter()
    for row in records.decisions():
        if row["scenario"] == "first_call" and row["try"] == 1:
            decided[row["scene"], row["choice"]] += 1
    counted: Counter[tuple[str, str]] = Counter()
    for row in records.items("first_call"):
        counted[row["scene"], row["choice"]] += row["attempts"]
    assert counted == decided


def test_rows_come_page_by_page(records: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(records.decisions())
    monkeypatch.setattr(ended_rows, "PAGE", 7)
    assert list(records.decisions()) == whole
    assert list(islice(records.decisions(), 3)) == whole[:3]


def test_a_slow_reader_keeps_nobody_from_practising(tmp_path: Path) -> None:
    made = company(tmp_path, ["Doi"])
    with salesdojo.review.open(str(tmp_path / "dojo.db")) as records:
        rows = records.attempts()
        next(rows)
        made.story("Aoki")
        assert len(list(records.attempts())) > 2


def test_a_team_or_a_person_is_chosen(made: Company, records: Notebook) -> None:
    assert made.store.known_person("Aoki", "east") is not None
    mine = list(records.attempts(person="Aoki", names=True))
    assert {row["name"] for row in mine} == {"Aoki"}
    assert len(list(records.attempts(team="east"))) == len(list(records.attempts()))
    assert all(row["finished"].tzinfo is UTC for row in mine)
    with pytest.raises(UsageError, match="US103"):
        next(records.attempts(person="Nobody"))
    with pytest.raises(ReviewError, match="RV003"):
        next(records.decisions(team="north"))
    with pytest.raises(ReviewError, match="RV051"):
        next(records.items("nothing"))


def test_records_that_are_not_there_are_not_made(tmp_path: Path) -> None:
    with pytest.raises(RecordsError, match="DB027"):
        salesdojo.review.open(str(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []
