"""`report`: a file that is whole or not there, lines and CSV, and what cannot be told."""

import csv
import resource
import stat
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.cli.running import run
from support.practised_team import NOW, company
from support.reports import read

from .conftest import Say

FORMULA = "=cmd|' /C calc'!A0"
BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


@pytest.fixture(autouse=True)
def office(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the records and the pack be a company's."""
    place = home / "company"
    made = company(place)
    made.store.person("<script>alert(1)</script>", "east")
    made.store.close()
    monkeypatch.setenv("SALESDOJO_DB", str(place / "dojo.db"))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: made.library.pack.root)
    monkeypatch.setattr("time.time_ns", lambda: NOW * 1_000_000)
    return place


@BOTH_LANGUAGES
def test_a_report_in_lines(say: Say, snapshot: Snapshot, language: str) -> None:
    for name, arguments in (("team", ()), ("person", ("--person", "Endo"))):
        said = say("report", *arguments, "--lang", language)
        assert (said.code, said.err) == (0, "")
        snapshot.assert_match(said.out, f"{name}_{language}.txt")


@BOTH_LANGUAGES
def test_a_page_is_written_for_oneself_alone(say: Say, tmp_path: Path, language: str) -> None:
    file = tmp_path / "team.html"
    said = say("report", "--html", str(file), "--lang", language)
    assert (said.code, said.out) == (0, "")
    assert str(file) in said.err
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    shown = read(file.read_bytes())
    assert shown.values("lang") == [language]
    assert "<script>alert(1)</script>" in shown.text
    assert "script" not in shown.tags
    assert list(tmp_path.glob(".*half")) == []


def test_a_person_is_who_practises_or_who_is_named(say: Say) -> None:
    assert say("report", "--person", "--as", "Endo").out == say("report", "--person", "Endo").out
    assert say("report", "--person", "Nobody").err.startswith(
        "salesdojo: US103 There is nobody called Nobody"
    )


def test_a_page_goes_to_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:

    assert run(["report", "--html", "-"]) == 0
    assert "Team report: east" in read(capsysbinary.readouterr().out).text


def test_csv_is_safe_for_spreadsheets(say: Say) -> None:
    said = say("report", "--csv", "--person", "Endo")
    rows = list(csv.DictReader(StringIO(said.out, newline="")))
    assert {row["section"] for row in rows} >= {"glance", "skills", "trend", "close", "funnel"}
    (first,) = [row for row in rows if (row["section"], row["id"]) == ("glance", "attempts")][:1]
    assert first["value"] == "20"
    say("people", "add", FORMULA, "--team", "east")
    team = list(csv.DictReader(StringIO(say("report", "--csv").out, newline="")))
    assert {row["row"] for row in team} >= {f"'{FORMULA}", "Endo"}
    words = [cell for row in (*rows, *team) for name, cell in row.items() if name != "value"]
    assert not [cell for cell in words if cell[:1] in set("=+-@\t")]
    assert say("report", "--csv", "--bom").out.startswith("\ufeffsection,")


def test_a_file_that_is_there_stays_unless_it_is_to_go(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "team.html"
    file.write_text("mine")
    said = say("report", "--html", str(file))
    assert (said.code, file.read_text()) == (2, "mine")
    assert "--replace" in said.err
    assert say("report", "--html", str(file), "--replace").code == 0
    assert file.read_text().startswith("<!DOCTYPE html>")


def test_a_full_disk_is_said_and_leaves_nothing_half_written(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "out" / "team.html"
    file.parent.mkdir()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        said = say("report", "--html", str(file))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert said.code == 2
    assert "The disk is full" in said.err
    assert list(file.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(say: Say, tmp_path: Path) -> None:
    said = say("report", "--html", str(tmp_path / "nowhere" / "team.html"))
    assert said.code == 2
    assert "cannot be written" in said.err


@BOTH_LANGUAGES
def test_without_records_there_is_nothing_to_report(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot, language: str
) -> None:
    monkeypatch.setenv("SALESDOJO_DB", str(tmp_path / "none.db"))
    said = say("report", "--html", str(tmp_path / "team.html"), "--lang", language)
    assert (said.code, said.out) == (2, "")
    snapshot.assert_match(said.err, f"none_{language}.txt")
    assert not list(tmp_path.glob("*.html"))
    assert not list(tmp_path.glob("none.db*"))


def test_a_team_is_chosen_where_there_are_several(say: Say) -> None:
    say("people", "add", "Sato", "--team", "west")
    said = say("report")
    assert said.code == 2
    assert "east, west" in said.err
    assert "Team report: west" in say("report", "--team", "west").out
    assert say("report", "--team", "north").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("--csv", "--html", "x.html"),
        ("--replace",),
        ("--replace", "--html", "-"),
        ("--bom",),
        ("--bom", "--html", "x.html"),
    ],
    ids="_".join,
)
def test_what_would_be_ignored_is_refused(say: Say, arguments: tuple[str, ...]) -> None:
    said = say("report", *arguments)
    assert (said.code, said.out) == (2, "")


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from salesdojo.cli.running import run; run(['report', '--help']); "
        "heavy = {'jinja2', 'sqlalchemy', 'textual', 'yaml'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.DEVNULL)
