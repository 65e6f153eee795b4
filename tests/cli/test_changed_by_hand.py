"""Records into which somebody wrote by hand: told in words, with the way out, on every road."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from support.once_a_run import made_once

from .conftest import Say

WRITTEN = {"deep": "[" * 30_000, "acts": "\x1b]52;c;aGk=\x07[@click=app.quit]x[/]\n\u202e"}
READERS = (
    ("list",),
    ("progress",),
    ("history",),
    ("items",),
    ("items", "closing_fix_date"),
    ("review", "list", "--as", "Baba"),
    ("team",),
    ("report",),
    ("assign", "list"),
    ("practise", "--plan"),
    ("people", "list"),
    ("db", "status"),
    ("db", "figures"),
    ("audit",),
    ("export", "csv", "-"),
    ("export", "json", "-"),
)
CHANGES = (
    "UPDATE result SET outcome = 'triumph'",
    "UPDATE result SET quality = -1e308",
    "UPDATE result SET quality = 9e999",
    "UPDATE result SET body = :deep",
    "UPDATE result SET body = '{}'",
    "UPDATE attempt SET finished_at = NULL",
    "UPDATE attempt SET person = 'nobody'",
    "UPDATE person SET id = 'nobody' WHERE name = 'trainee'",
    "UPDATE assignment SET due = :acts",
    "UPDATE summary SET shown = :deep, totals = :deep",
    "UPDATE scenario_figures SET body = :deep",
    "UPDATE item_tally SET choice = :acts WHERE rest = (SELECT min(rest) FROM item_tally)",
    "UPDATE item_tally SET many = -1",
    "UPDATE scenario_tally SET quality = 253402300800000",
    "UPDATE decision SET elapsed_ms = 9223372036854775807",
)


@pytest.mark.parametrize("change", CHANGES, ids=range(len(CHANGES)))
def test_what_was_written_by_hand_is_no_fault_of_ours(home: Path, say: Say, change: str) -> None:
    shutil.copy(practised(home, say), home / "dojo.db")
    with closing(sqlite3.connect(home / "dojo.db")) as database, database:
        database.execute("DROP TRIGGER decision_refuses_update")
        assert database.execute(change, WRITTEN).rowcount > 0
    for command in READERS:
        said = say(*command)
        assert said.code in (0, 1, 2), command
        assert "US041" not in said.err, command
        assert said.code == 0 or said.err or said.out, command
        assert "\x1b" not in said.err + ("" if command[0] == "export" else said.out), command


@pytest.mark.parametrize(("language", "rebuild"), [("en", "tells kept"), ("ja", "作り直せます")])
def test_it_says_what_to_do(home: Path, say: Say, language: str, rebuild: str) -> None:
    shutil.copy(practised(home, say), home / "dojo.db")
    with closing(sqlite3.connect(home / "dojo.db")) as database, database:
        database.execute("UPDATE result SET outcome = 'triumph'")
    said = say("history", "--lang", language)
    assert said.code == 2
    assert "DB064" in said.err
    assert "triumph" in said.err
    assert rebuild in said.err
    assert "salesdojo audit" in said.err


def practised(home: Path, say: Say) -> Path:
    """Return records with a finished drill and an assignment; whoever uses them copies them."""

    def make(folder: Path) -> None:
        for line in (
            ("play", "closing_fix_date", "--choose", "press_price"),
            ("assign", "set", "cold_call", "--to", "trainee", "--due", "2999-12-18"),
            ("people", "add", "Baba"),
        ):
            assert say(*line).code == 0
        shutil.move(home / "dojo.db", folder)

    return made_once("changed_by_hand", make) / "dojo.db"
