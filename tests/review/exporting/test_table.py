"""The table of criteria: what is in its rows, as CSV and as Parquet, from either database."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from salesdojo.errors import RecordsError, ReviewError, UsageError
from salesdojo.records.store import Store
from salesdojo.review.exporting.chosen import Chosen
from salesdojo.review.exporting.exporting import Export, export
from support.exported import as_csv, fill, finish
from support.records import Talk, raw, url
from support.servers import Base


def parquet(place: Path | Base, file: Path, **changes: Any) -> Any:
    from pyarrow.parquet import read_table

    keys: dict[str, Any] = {"replace": True, "chosen": Chosen(), **changes}
    export(url(place), Export("parquet", str(file), **keys))
    return read_table(file)


def test_each_finished_attempt_has_a_row_a_criterion_in_the_order_of_finishing(
    place: Path | Base, tmp_path: Path
) -> None:
    fill(place)
    rows = as_csv(place, tmp_path / "out.csv")
    assert [(row["attempt"], row["try"], row["fork_of"], row["quality"]) for row in rows] == [
        ("a1", "1", "", "55.0"), ("b1", "1", "", "60.5"), ("a2", "2", "", "70.0"),
        ("a3", "", "a2", "80.0"), ("a4", "3", "", "90.0"),
    ]  # fmt: skip
    ((person,),) = raw(place, "SELECT id FROM person WHERE team = '@east'")
    assert rows[0] == {
        "attempt": "a1", "person": person, "team": "'@east", "scenario": "talk",
        "revision": Talk().revision, "scored_by": Talk().revision, "seed": "7",
        "mode": "practice", "language": "ja", "begun": "1970-01-01T00:00:01.000Z",
        "finished": "1970-01-01T00:00:02.000Z", "try": "1", "fork_of": "", "journey": "",
        "chapter": "", "outcome": "won", "quality": "55.0", "passed": "false",
        "luck": "-0.3333333333333333", "criterion": "inquiry", "level": "3", "share": "0.75",
    }  # fmt: skip


def test_parquet_holds_the_same_in_columns_of_their_own_kind(
    place: Path | Base, tmp_path: Path
) -> None:
    fill(place)
    table = parquet(place, tmp_path / "out.parquet", names=True)
    first, *_, last = table.to_pylist()
    assert (first["team"], first["name"], first["passed"]) == ("@east", "=1+1", False)
    assert first["finished"] == datetime(1970, 1, 1, 0, 0, 2, tzinfo=UTC)
    assert (last["try"], last["seed"], last["luck"], last["fork_of"]) == (3, 7, -1 / 3, None)
    kinds = {field.name: str(field.type) for field in table.schema}
    assert (kinds["begun"], kinds["level"], kinds["quality"]) == (
        "timestamp[ms, tz=UTC]", "int8", "double",
    )  # fmt: skip
    assert kinds["scenario"].startswith("dictionary<values=string")
    told = as_csv(place, tmp_path / "out.csv", names=True)
    assert table.schema.names == list(told[0])
    for row, cells in zip(table.to_pylist(), told, strict=True):
        assert {name: in_csv(value) for name, value in row.items()} == cells


def in_csv(value: Any) -> str:
    """Say what CSV has in place of a value, by a way of its own."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03}Z"
    if isinstance(value, str):
        return f"'{value}" if value[:1] in {"=", "+", "-", "@"} else value
    return (
        {True: "true", False: "false"}[value]
        if isinstance(value, bool)
        else ("" if value is None else str(value))
    )


def test_row_groups_are_written_as_they_fill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyarrow.parquet import ParquetFile

    monkeypatch.setattr("salesdojo.review.exporting.ended_rows.PAGE", 2)
    monkeypatch.setattr("salesdojo.review.exporting.parquet_file.GROUP", 3)
    fill(tmp_path / "dojo.db")
    assert parquet(tmp_path / "dojo.db", tmp_path / "out.parquet").num_rows == 5
    assert ParquetFile(tmp_path / "out.parquet").num_row_groups == 2


def test_an_attempt_at_a_talk_without_points_has_a_row(tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    fill(path)
    body = json.loads(raw(path, "SELECT body FROM result WHERE attempt = 'b1'")[0][0])
    written = json.dumps({**body, "criteria": {}}, separators=(",", ":"))
    raw(path, f"UPDATE result SET body = '{written}' WHERE attempt = 'b1'")  # noqa: S608
    (row,) = (row for row in as_csv(path, tmp_path / "o.csv") if row["attempt"] == "b1")
    assert (row["criterion"], row["level"], row["share"]) == ("", "", "")
    rows = parquet(path, tmp_path / "o.parquet").to_pylist()
    (row,) = (row for row in rows if row["attempt"] == "b1")
    assert (row["criterion"], row["level"], row["share"]) == (None, None, None)


@pytest.mark.parametrize("kind", ["csv", "parquet", "json"])
def test_a_damaged_result_is_said_and_nothing_is_left(kind: Any, tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    fill(path)
    raw(path, "UPDATE result SET body = '{\"outcome\":' WHERE attempt = 'b1'")
    with pytest.raises(RecordsError, match=r"DB018.*b1"):
        export(url(path), Export(kind, str(tmp_path / "out"), Chosen()))
    assert {one.name for one in tmp_path.iterdir()} == {"dojo.db"}


def test_what_is_chosen_keeps_the_number_of_its_try(place: Path | Base, tmp_path: Path) -> None:
    fill(place)
    file = tmp_path / "out.csv"
    since = as_csv(place, file, chosen=Chosen(since=4_000, until=6_000))
    assert [(row["attempt"], row["try"]) for row in since] == [("a2", "2"), ("a3", "")]
    assert [row["attempt"] for row in as_csv(place, file, chosen=Chosen(team=""))] == ["b1"]
    named = as_csv(place, file, chosen=Chosen(person="=1+1", since=5_500))
    assert [(row["attempt"], row["try"]) for row in named] == [("a4", "3")]
    assert as_csv(place, file, chosen=Chosen(since=10_000)) == []


@pytest.mark.parametrize(
    ("chosen", "error"),
    [
        (Chosen(person="Nobody"), UsageError),
        (Chosen(person="=1+1", team=""), UsageError),
        (Chosen(team="west"), ReviewError),
    ],
)
def test_whom_nobody_knows_is_said(
    place: Path | Base, tmp_path: Path, chosen: Chosen, error: type[Exception]
) -> None:
    fill(place)
    with pytest.raises(error, match=r"US103|RV003"):
        export(url(place), Export("csv", str(tmp_path / "out.csv"), chosen))
    assert not (tmp_path / "out.csv").exists()


def test_pages_join_without_a_seam(
    place: Path | Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(place)
    whole = as_csv(place, tmp_path / "whole.csv")
    for size in (1, 2, 3):
        monkeypatch.setattr("salesdojo.review.exporting.ended_rows.PAGE", size)
        assert as_csv(place, tmp_path / "paged.csv") == whole


def test_a_name_of_quotes_and_line_breaks_is_one_cell(tmp_path: Path) -> None:
    path, name = tmp_path / "dojo.db", "-\"a\",'b'"
    with Store.open(url(path)) as store:
        finish(store, "a1", 1, 2_000, person=store.person(name))
    raw(path, "UPDATE person SET team = 'x' || char(13) || char(10) || 'y'")
    (row,) = as_csv(path, tmp_path / "out.csv", names=True)
    assert (row["name"], row["team"]) == (f"'{name}", "x\r\ny")


def test_lines_end_as_rfc_4180_has_it_and_excel_is_told_of_utf_8_on_wish(tmp_path: Path) -> None:
    path, file = tmp_path / "dojo.db", tmp_path / "out.csv"
    fill(path)
    as_csv(path, file)
    assert file.read_bytes().count(b"\r\n") == file.read_bytes().count(b"\n") == 6
    assert file.read_bytes().startswith(b"attempt,person,team")
    as_csv(path, file, bom=True)
    assert file.read_bytes().startswith(b"\xef\xbb\xbfattempt")


def test_who_was_erased_has_no_name(place: Path | Base, tmp_path: Path) -> None:
    fill(place)
    with Store.open(url(place)) as store:
        person = store.known_person("=1+1")
        assert person is not None
        store.people.erase(person, 9_000, new_seed=lambda: 1)
    rows = as_csv(place, tmp_path / "out.csv", names=True)
    assert {row["name"] for row in rows if row["team"] != ""} <= {""}
    assert len(rows) == 5
