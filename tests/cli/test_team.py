"""`salesdojo team`: the manager's table as lines, CSV and JSON."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from support.practised_team import NOW, company
from support.records import raw
from support.terminal import SALESDOJO, Terminal, surroundings

from .conftest import Say

BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


@pytest.fixture
def east(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the company be the records, and its pack the one that ships."""
    company(home).store.close()
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: home / "pack")
    monkeypatch.setattr("time.time_ns", lambda: NOW * 1_000_000)
    monkeypatch.setenv("COLUMNS", "100")
    return home


@pytest.mark.usefixtures("east")
@BOTH_LANGUAGES
def test_who_needs_help_stands_first_then_everyone_then_the_team(
    say: Say, snapshot: Snapshot, language: str
) -> None:
    said = say("team", "--lang", language)
    assert (said.code, said.err) == (0, "")
    snapshot.assert_match(said.out, f"team_{language}.txt")


@pytest.mark.usefixtures("east")
def test_nobody_is_added_to_the_records_by_looking(say: Say) -> None:
    say("team", "--as", "Manager")
    assert len(json.loads(say("people", "list", "--json").out)) == 12


@pytest.mark.usefixtures("east")
def test_whoever_only_reviews_makes_no_second_team(say: Say) -> None:
    say("people", "add", "Boss")
    assert say("team").out.startswith("Team east")
    assert say("report", "--csv").code == 0
    assert "(no team)" not in say("team", "--team", "east").out
    assert "Boss" in say("team", "--team", "").out


@pytest.mark.usefixtures("east")
@BOTH_LANGUAGES
def test_several_teams_are_listed_and_a_program_must_name_one(
    say: Say, snapshot: Snapshot, language: str
) -> None:
    say("people", "add", "Hanako", "--team", "west")
    say("people", "add", "Taro")
    said = [
        say("team", *words, "--lang", language)
        for words in ((), ("--csv",), ("--json",), ("--team", "north"), ("--team", "west"))
    ]
    assert [one.code for one in said] == [0, 2, 2, 2, 0]
    snapshot.assert_match("\n".join(f"{one.out}{one.err}" for one in said), f"{language}.txt")


def test_before_anybody_practised_there_is_nobody(say: Say) -> None:
    assert say("team").out == (
        "Nobody is in the records yet: who practises is in them from the first talk on.\n"
    )
    assert json.loads(say("team", "--json").out)["people"] == []
    assert say("team", "--team", "east").code == 2


@pytest.mark.usefixtures("east")
def test_csv_and_json_say_the_same(say: Say) -> None:
    rows = list(csv.DictReader(StringIO(say("team", "--csv").out, newline="")))
    told = json.loads(say("team", "--json").out)
    assert [row["name"] for row in rows] == [one["name"] for one in told["people"]]
    for row, one in zip(rows, told["people"], strict=True):
        assert row["days"] == ("" if one["days"] is None else str(one["days"]))
        assert int(row["needs"]) == len(one["needs"])
        assert row["belt"] == (one["belt"] or "")
        rate = one["talks"]["close_rate"]
        assert row["close_rate"] == ("" if rate is None else str(round(rate, 3)))
        for criterion in ("inquiry", "manners"):
            cell = one["criteria"].get(criterion)
            mastery = None if cell is None else cell["mastery"]
            shown = "" if mastery is None else str(round(mastery, 3))
            assert row[f"{criterion}_mastery"] == shown


@pytest.mark.usefixtures("east")
def test_excel_knows_utf8_by_the_mark(say: Say) -> None:
    assert say("team", "--bom").out.startswith("\ufeffperson,name,")
    assert say("team", "--csv").out.startswith("person,name,")


HOSTILE = (
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "\x1b[2J\x1b]52;c;aGk=\x07",
    "<script>",
    "a\rb\nc",
    "\u202eabc",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(say: Say, east: Path, name: str) -> None:
    quoted = name.replace("'", "''")
    raw(east / "dojo.db", f"UPDATE person SET name = '{quoted}' WHERE name = 'Baba'")  # noqa: S608
    for words in (("team",), ("team", "--csv")):
        said = say(*words)
        assert said.code == 0
        assert not set(said.out) & {"\x1b", "\x07", "\u202e"}
    cells = [row[1] for row in csv.reader(StringIO(say("team", "--csv").out, newline=""))]
    assert not any(cell[0] in "=+-@\t\r\n" for cell in cells)


@pytest.mark.parametrize(
    "words",
    [("--csv", "--json"), ("--bom", "--json"), ("--screen", "--csv"), ("--screen", "--json")],
)
def test_of_two_forms_none_is_silently_left_aside(say: Say, words: tuple[str, str]) -> None:
    said = say("team", *words)
    assert said.code == 2
    assert all(word in said.err for word in words)


def test_without_a_terminal_there_is_no_screen(say: Say) -> None:
    said = say("team", "--screen")
    assert (said.code, said.out) == (2, "")
    assert "needs a terminal" in said.err


def test_in_a_terminal_the_screen_opens_and_q_leaves_it(home: Path) -> None:
    with Terminal([*SALESDOJO, "team", "--screen"], surroundings(home)) as terminal:
        terminal.wait_for("Nobody is in this team")
        terminal.press("q")
        assert terminal.ended() == 0
