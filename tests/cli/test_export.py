"""`export`: files and stores, what is said in both languages, and exit codes."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from salesdojo.records.store import Store
from support.exported import fill, finish
from support.learning_record_stores import Reply, small_store
from support.records import url
from support.terminal import surroundings

from .conftest import Say


@pytest.fixture(autouse=True)
def state(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDOJO_STATE", str(home / "state"))


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("csv", "Rows written to {}: 5."),
        ("parquet", "Rows written to {}: 5."),
        ("json", "Lines written to {}: 6."),
        ("xapi", "Lines written to {}: 46."),
    ],
)
def test_a_file_is_written_and_said_on_stderr(say: Say, home: Path, kind: str, told: str) -> None:
    fill(home / "dojo.db")
    file = str(home / "out")
    said = say("export", kind, file)
    assert (said.code, said.out, said.err) == (0, "", f"salesdojo: {told.format(file)}\n")
    refused = say("export", kind, file)
    assert refused.code == 2
    assert "RV001" in refused.err
    assert say("export", kind, file, "--replace").code == 0


@pytest.mark.parametrize("kind", ["csv", "json", "xapi"])
def test_a_dash_is_standard_output(say: Say, home: Path, kind: str) -> None:
    fill(home / "dojo.db")
    said = say("export", kind, "-")
    assert (said.code, said.err) == (0, "")
    assert say("export", kind, str(home / "out")).code == 0
    assert said.out.replace("\r\n", "\n") == (home / "out").read_text("utf-8")


@pytest.mark.parametrize("records", ["none", "an empty file"])
def test_without_records_nothing_is_written_and_nothing_made(
    say: Say, home: Path, records: str
) -> None:
    if records != "none":
        (home / "dojo.db").touch()
    said = say("export", "csv", str(home / "out.csv"), "--lang", "ja")
    assert (said.code, said.err) == (
        0, "salesdojo: 記録はまだないため、何も書き出しませんでした。\n",
    )  # fmt: skip
    assert not (home / "out.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("csv",), "US035"),
        (("xapi",), "US035"),
        (("html", "out"), "US034"),
        (("csv", "out", "--since", "yesterday"), "US096"),
        (("csv", "out", "--since", "2026-02-30"), "US096"),
        (("csv", "out", "--until", "10000-01-01"), "US096"),
        (("csv", "out", "--since", "2026-04-02", "--until", "2026-04-01"), "RV006"),
        (("csv", "out", "--person", "Nobody"), "US103"),
        (("csv", "out", "--person", "a\x1bb"), "US021"),
        (("csv", "out", "--team", "west"), "RV003"),
        (("parquet", "out", "--bom"), "US039"),
        (("csv", "out", "--to", "http://h/"), "US039"),
        (("xapi", "out", "--to", "http://h/"), "US039"),
        (("xapi", "out", "--again"), "US039"),
        (("xapi", "out", "--xapi", "2.0.0"), "US039"),
        (("xapi", "--to", "http://h/", "--xapi", "9"), "US034"),
        (("xapi", "out", "--home", "nowhere"), "RV008"),
        (("xapi", "--to", "lrs"), "RV010"),
        (("csv", "nowhere/out"), "RV002"),
    ],
)
def test_what_cannot_be_done_is_said(
    say: Say, home: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: str
) -> None:
    fill(home / "dojo.db")
    monkeypatch.chdir(home)
    said = say("export", *arguments)
    assert (said.code, said.out) == (2, "")
    assert code in said.err
    assert not (home / "out").exists()


def test_days_are_whole_days(say: Say, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        midnight = 1_775_055_600_000  # 2026-04-02 00:00 in Tokyo
        with Store.open(url(home / "dojo.db")) as store:
            finish(store, "before", 50.0, midnight - 1)
            finish(store, "after", 50.0, midnight)
        for option, day, found in (
            ("--since", "2026-04-02", ["after"]),
            ("--since", "2026-04-01", ["before", "after"]),
            ("--until", "2026-04-01", ["before"]),
            ("--until", "2026-04-02", ["before", "after"]),
            ("--since", "0001-01-01", ["before", "after"]),
            ("--until", "0001-01-01", []),
            ("--since", "9999-12-31", []),
            ("--until", "9999-12-31", ["before", "after"]),
        ):
            lines = say("export", "json", "-", option, day).out.splitlines()
            assert [json.loads(line)["attempt"] for line in lines] == found
        nothing = say("export", "csv", str(home / "out"), "--since", "2999-01-01")
        assert (nothing.code, "nothing in" in nothing.err) == (0, True)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_statements_are_sent_once_and_the_password_is_never_shown(say: Say, home: Path) -> None:
    fill(home / "dojo.db")
    with small_store() as store:
        to = store.url.replace("//", "//user:s3cret@")
        said = say("export", "xapi", "--to", to)
        assert (said.code, said.out) == (0, "")
        assert said.err == "salesdojo: Statements that the store has taken: 46.\n"
        store.decide = lambda _: Reply(403, "go away, user:s3cret")
        refused = say("export", "xapi", "--to", to, "--again")
        assert refused.code == 2
        assert "RV011" in refused.err
        assert to not in refused.err


def test_a_store_that_has_everything_is_said(say: Say, home: Path) -> None:
    with Store.open(url(home / "dojo.db")) as records:
        finish(records, "a1", 50.0, 2_000)
    with small_store() as store:
        say("export", "xapi", "--to", store.url)
        assert say("export", "xapi", "--to", store.url).err == (
            "salesdojo: Nothing new: the store has everything.\n"
        )
        store.decide = lambda _: Reply(409)
        assert say("export", "xapi", "--to", store.url, "--again", "--lang", "ja").code == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("kind", ["csv", "parquet", "json", "xapi"])
def test_a_full_disk_behind_standard_output_is_said(home: Path, kind: str) -> None:
    fill(home / "dojo.db")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "salesdojo", "export", kind, "-",
             "--db", str(home / "dojo.db"), "--lang", "en"],
            env=surroundings(home), stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "US042" in done.stderr


@pytest.mark.slow
def test_ctrl_c_while_sending_says_how_far_it_came(home: Path) -> None:
    fill(home / "dojo.db")
    with small_store(Reply(after=20.0)) as store:
        running = subprocess.Popen(
            [sys.executable, "-m", "salesdojo", "export", "xapi", "--to", store.url,
             "--db", str(home / "dojo.db"), "--lang", "en"],
            env={**surroundings(home), "SALESDOJO_STATE": str(home / "state")},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        while not store.headers:
            assert running.poll() is None
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
        store.script.clear()
    assert (running.returncode, out.strip()) == (130, "")
    assert "The store has taken 0 statements; the same command goes on from there." in err
    assert "Traceback" not in err
