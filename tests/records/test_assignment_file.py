"""A file of assignments: read with its places, hostile or broken, and the same twice."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdojo.content.library import Library
from salesdojo.records.assignments.assignment import Kind
from salesdojo.records.assignments.assignment_file import AssignmentsReading, read_assignments
from salesdojo.records.mode import Mode
from salesdojo.records.store import Store
from support.records import url
from support.servers import Base
from tui.small_pack import DRILLS, small_library

GOOD = """\
book: east
assignments:
  price:
    scenario: discount
    people: [Hanako, Taro]
    team: east
    due: 2026-12-18
    minimum: 80
    attempts: 3
    mode: exam
  week: {course: week, teams: [east, west], due: "2026-12-20"}
  asking: {drills: inquiry, people: [Chiba], due: 2026-12-20}
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return small_library(tmp_path_factory.mktemp("pack"), drills=DRILLS)


@pytest.fixture
def store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        for name, team in (("Hanako", "east"), ("Hanako", "west"), ("Taro", "east"), ("Chiba", "")):
            store.people.add(name, team)
        yield store


def read(text: str | bytes, folder: Path, library: Library, store: Store) -> AssignmentsReading:
    file = folder / "plan.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_assignments(file, library, store)


def test_a_good_file_says_what_and_whom(tmp_path: Path, library: Library, store: Store) -> None:
    reading = read(GOOD, tmp_path, library, store)
    assert (reading.problems, reading.book) == ((), "east")
    price, week, asking = reading.assignments
    assert [(one.name, one.team) for one in price.people] == [("Hanako", "east"), ("Taro", "east")]
    assert (price.due, price.minimum, price.attempts) == (date(2026, 12, 18), 80, 3)
    assert (price.mode, week.mode) == (Mode.EXAM, Mode.PRACTICE)
    assert (week.kind, week.teams) == (Kind.COURSE, ("east", "west"))
    assert week.scenarios == ("first_call", "second_call", "discount")
    assert asking.scenarios == ("all_set", "no_time")
    store.assignments.set(reading.assignments, reading.book, 1)
    again = read(GOOD, tmp_path, library, store)
    assert store.assignments.set(again.assignments, again.book, 2).empty


def test_the_pack_may_grow_and_the_file_applied_again_follows(
    tmp_path: Path, library: Library, store: Store
) -> None:
    text = "assignments:\n  a: {drills: inquiry, teams: [east], due: 2026-12-18}\n"
    first = read(text, tmp_path, library, store)
    store.assignments.set(first.assignments, first.book, 1)
    larger = small_library(tmp_path, drills=(*DRILLS, {**DRILLS[0], "id": "another"}))
    grown = read(text, tmp_path, larger, store)
    (changed,) = store.assignments.difference(grown.assignments, grown.book).changed
    assert changed.fields == ("what",)


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("scenario: discuont, teams: [east]", "SD220.suggestion", "discuont"),
        ("course: nowhere, teams: [east]", "SD224", "nowhere"),
        ("drills: inquriy, teams: [east]", "SD701.suggestion", "inquriy"),
        ("drills: listening, teams: [east]", "SD701", "listening"),
        ("scenario: discount, course: week, teams: [east]", "SD702", "a:"),
        ("teams: [east]", "SD702", "a:"),
        ("scenario: discount", "SD702.nobody", "a:"),
        ("scenario: discount, people: [Nobody]", "SD704", "Nobody"),
        ("scenario: discount, people: [Chiba], team: east", "SD704.team", "Chiba"),
        ('scenario: discount, people: ["a\\u2060b"]', "SD704.unseen", '"a'),
        ("scenario: discount, people: [Chiba, Hanako]", "SD705", "Hanako"),
        ("scenario: discount, teams: [esat]", "SD706.suggestion", "esat"),
        ("scenario: discount, teams: [zzz]", "SD706", "zzz"),
        ("scenario: discount, teams: [east], team: east", "SD110.partner", "team: east"),
        ("scenario: discount, teams: [east, east]", "SD112", "east]"),
        ("scenario: discount, teams: []", "SD108.few", "teams"),
        ("scenario: discount, teams: [east], minimum: 101", "SD105", "101"),
        ("scenario: discount, teams: [east], attempts: 0", "SD105", "0}"),
        ("scenario: discount, teams: [east], mode: exma", "SD104.suggestion", "exma"),
        ("scenario: discount, teams: [east], dew: x", "SD101.suggestion", "dew"),
    ],
)
def test_a_fault_is_told_at_its_place(
    written: str, code: str, place: str, tmp_path: Path, library: Library
) -> None:
    text = f"assignments:\n  a: {{due: 2026-12-18, {written}}}\n"
    with Store.open(url(tmp_path / "dojo.db")) as store:
        for name, team in (("Hanako", "east"), ("Hanako", "west"), ("Chiba", "")):
            store.people.add(name, team)
        (one,) = read(text, tmp_path, library, store).problems
    assert f"{one.code}.{one.form}".removesuffix(".") == code
    line = text.splitlines()[one.line - 1]
    assert line[one.column - 1 :].startswith(place)
    for language in ("en", "ja"):
        assert "{" not in one.message(language)


@pytest.mark.parametrize(
    "due",
    [
        "2026-02-30", "2026-13-01", "0001-01-01", "1969-12-31", "9000-01-01", "9999-12-31",
        "12/18/2026", "2026-12-18T00:00", "20261218x", "２０２６-12-18", "tomorrow", "2026-12-1",
    ],
)  # fmt: skip
def test_what_is_no_day_is_told_once(due: str, tmp_path: Path, library: Library) -> None:
    text = f"assignments:\n  a: {{scenario: discount, teams: [east], due: {due}}}\n"
    with Store.open(url(tmp_path / "dojo.db")) as store:
        store.people.add("Hanako", "east")
        (one,) = read(text, tmp_path, library, store).problems
    assert (one.code, one.line) == ("SD703", 2)


def test_a_new_one_whose_day_is_over_is_refused_and_an_old_one_stays(
    tmp_path: Path, library: Library, store: Store
) -> None:
    reading = read(GOOD, tmp_path, library, store)
    today = date(2026, 12, 19)
    found = store.assignments.difference(reading.assignments, reading.book)
    (one,) = reading.overdue(found, today)
    assert (one.code, one.line) == ("SD707", 7)
    assert "2026-12-18" in one.message("ja")
    store.assignments.set(reading.assignments, reading.book, 1)
    found = store.assignments.difference(reading.assignments, reading.book)
    assert reading.overdue(found, today) == ()
    store.assignments.withdraw("price", 2)
    found = store.assignments.difference(reading.assignments, reading.book)
    assert len(reading.overdue(found, today)) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"[]", b"assignments: {a: &x {due: *x}}", b"assignments: [1]",
        b"assignments: !!python/object:os.system {}", b"assignments: {a: null}", b"a" * 2_000_000,
        b"assignments: " + b"{a: " * 100 + b"}" * 100, b"assignments: {a: {people: [[x]]}}",
        b"assignments: {a: {people: [1], teams: [null, ''], due: 5}}",
    ],
    ids=lambda content: repr(content[:30]),
)  # fmt: skip
def test_hostile_files_end_in_problems(content: bytes, tmp_path: Path, library: Library) -> None:
    with Store.open(url(tmp_path / "dojo.db")) as store:
        reading = read(content, tmp_path, library, store)
    assert reading.problems
    assert reading.assignments == ()


def test_a_file_that_is_not_there_is_told(tmp_path: Path, library: Library) -> None:
    with Store.open(url(tmp_path / "dojo.db")) as store:
        (one,) = read_assignments(tmp_path / "none.yaml", library, store).problems
        assert one.code == "SD001"
        (one,) = read_assignments(tmp_path, library, store).problems
        assert one.code == "SD023"


WORDS = st.sampled_from(
    ["assignments", "a", "scenario", "discount", "people", "teams", "due", "2026-12-18", "east",
     ":", " ", "\n", "  ", "{", "}", "[", "]", ",", "-", "'", '"', "&", "*", "\u202e"]
)  # fmt: skip


@given(text=st.lists(WORDS, max_size=40).map("".join))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_answered(text: str, tmp_path: Path, library: Library) -> None:
    with Store.open(url(tmp_path / "dojo.db")) as store:
        reading = read(text, tmp_path, library, store)
    assert reading.assignments == () or not reading.problems
