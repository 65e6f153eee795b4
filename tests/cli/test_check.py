"""`salesdojo check`: what it prints, in which form, and how it ends."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.cli.check_command import MANY
from support.clean_pack import FILES, SCENARIO, write_clean_pack
from support.keys import write_keys
from support.packs import changed
from support.terminal import SALESDOJO, Terminal, hear_signals, surroundings

from .conftest import Say

SHIPPED = Path(__file__).parents[2] / "scenarios"
TALK = "discovery/quiet_line.yaml"
FAULTS = (
    ("minutes: 6", "minutes: 600"),
    ("points: {objections: 3}\n        effect", "points: {objektions: 3}\n        effect"),
    ("motion: outbound", "motion: outbond"),
    ("customer: hoshi", "customer: hosi"),
)
OPINIONS = (
    ('en: "Well, the usual."', 'en: "Well… the usual."'),
    ("terms: [示唆質問]", "terms: []"),
    ("trust >= 60, to: agreed", "trust >= 0, to: agreed"),
)


def text_with(changes: tuple[tuple[str, str], ...]) -> str:
    text = SCENARIO
    for old, new in changes:
        text = changed(text, old, new)
    return text


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean pack, seen from the folder it lies in, in a window of 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return write_clean_pack(tmp_path / "pack")


@pytest.fixture
def faulty(pack: Path) -> Path:
    (pack / TALK).write_text(text_with(FAULTS), encoding="utf-8")
    (pack / "closing").mkdir()
    (pack / "closing/Talk.yaml").write_text("id: Talk\n")
    opinions = text_with(OPINIONS).replace("id: quiet_line", "id: opinions", 1)
    (pack / "discovery/opinions.yaml").write_text(opinions, encoding="utf-8")
    return pack


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_report_reads_well(say: Say, faulty: Path, snapshot: Snapshot, language: str) -> None:
    assert faulty.is_dir()
    said = say("check", "pack", "--lang", language)
    assert (said.code, said.err) == (1, "")
    assert "\x1b" not in said.out
    snapshot.assert_match(said.out, f"report_{language}.txt")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_found_is_said_in_one_line(say: Say, pack: Path, language: str) -> None:
    said = say("check", str(pack), "--lang", language)
    assert (said.code, said.err) == (0, "")
    assert said.out.count("\n") == 1
    assert str(len(FILES)) in said.out


@pytest.mark.slow
def test_the_pack_that_ships_has_no_problem(say: Say) -> None:
    said = say("check", str(SHIPPED), "--no-cache", "--format", "json")
    assert (said.code, json.loads(said.out), said.err) == (0, [], "")


def test_the_folder_we_stand_in_is_checked_when_none_is_named(
    say: Say, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pack / "discovery")
    assert "1" in say("check").out
    (pack / TALK).write_text(text_with(FAULTS), encoding="utf-8")
    (found, *_) = json.loads(say("check", "--format", "json").out)
    assert Path(found["path"]).name == "quiet_line.yaml"


def test_json_is_a_contract(say: Say, faulty: Path) -> None:
    assert faulty.is_dir()
    said = say("check", "pack", "--format", "json")
    assert said.code == 1
    told = json.loads(said.out)
    assert len(told) >= 7
    for one in told:
        assert list(one) == ["code", "severity", "path", "line", "column", "message"]
        assert one["severity"] in ("error", "warning")
        assert one["path"].startswith("pack/")
        assert min(one["line"], one["column"]) >= 1
    assert {one["severity"] for one in told} == {"error", "warning"}
    japanese = json.loads(say("check", "pack", "--format", "json", "--lang", "ja").out)
    assert [one["code"] for one in japanese] == [one["code"] for one in told]
    assert all(
        one["message"] != other["message"] for one, other in zip(told, japanese, strict=True)
    )


def test_github_reads_a_command_a_problem(say: Say, faulty: Path) -> None:
    assert faulty.is_dir()
    said = say("check", "pack", "--format", "github")
    many = len(json.loads(say("check", "pack", "--format", "json").out))
    assert said.code == 1
    lines = said.out.splitlines()
    assert len(lines) == many
    assert all(line.startswith(("::error ", "::warning ")) for line in lines)
    assert any("file=pack/discovery/quiet_line.yaml,line=6," in line for line in lines)


def test_sarif_is_one_log(say: Say, faulty: Path) -> None:
    assert faulty.is_dir()
    said = say("check", "pack", "--format", "sarif")
    log = json.loads(said.out)
    assert (said.code, log["version"], len(log["runs"])) == (1, "2.1.0", 1)
    assert len(log["runs"][0]["results"]) == len(
        json.loads(say("check", "pack", "--format", "json").out)
    )


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_every_format_can_say_that_nothing_was_found(say: Say, pack: Path, form: str) -> None:
    said = say("check", str(pack), "--format", form)
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("no/such/folder",), "CT006"),
        (("empty",), "CT007"),
        (("pack", "--select", "SD9"), "US051"),
        (("pack", "--ignore", "E501"), "US051"),
        (("pack", "--require-agreement", "0"), "US080"),
        (("pack", "--require-agreement", "101"), "US080"),
        (("--explain", "SD999"), "US050"),
        (("pack", "--format", "xml"), "US0"),
        (("pack", "--require-agreement", "many"), "US0"),
    ],
)
def test_what_cannot_be_done_ends_with_2(
    say: Say, pack: Path, arguments: tuple[str, ...], code: str
) -> None:
    (pack.parent / "empty").mkdir()
    said = say("check", *arguments)
    assert (said.code, said.out) == (2, "")
    assert code in said.err


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_code_is_explained_without_a_file(say: Say, language: str) -> None:
    said = say("check", "--explain", "SD301", "--lang", language)
    assert said.code == 0
    assert "SD301" in said.out
    assert "scenes:" in said.out
    assert say("check", "--explain", "sd301", "--lang", language) == said


def test_only_what_is_selected_is_told(say: Say, faulty: Path) -> None:
    assert faulty.is_dir()

    def codes(*arguments: str) -> set[str]:
        told = json.loads(say("check", "pack", "--format", "json", *arguments).out)
        return {one["code"] for one in told}

    everything = codes()
    assert codes("--select", "SD2") == {code for code in everything if code.startswith("SD2")}
    assert codes("--ignore", "SD2") == {code for code in everything if not code.startswith("SD2")}
    assert say("check", "pack", "--select", "SD309").code == 0


def test_without_cache_nothing_is_remembered(say: Say, pack: Path, home: Path) -> None:
    say("check", str(pack), "--no-cache")
    assert not (home / "cache" / "check").exists()
    say("check", str(pack))
    assert (home / "cache" / "check" / "clean").exists()


def test_agreement_is_asked_for(say: Say, pack: Path) -> None:
    assert say("check", str(pack)).code == 0
    said = say("check", str(pack), "--require-agreement", "70", "--format", "json")
    assert said.code == 1
    assert {one["code"] for one in json.loads(said.out)} == {"SD413"}


def test_a_bad_key_is_told_of_with_its_scenario(say: Say, pack: Path) -> None:
    write_keys(pack / TALK, tanaka="expert: sato\nkeys: {}\n")
    (found, *_) = json.loads(say("check", str(pack), "--format", "json").out)
    assert Path(found["path"]).name == "tanaka.yaml"


def outside(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*SALESDOJO, "check", *arguments],
        env=surroundings(home, **more),
        capture_output=True,
        check=False,
    )


def test_a_pipe_has_no_colour(faulty: Path, tmp_path: Path) -> None:
    piped = outside(tmp_path, str(faulty), FORCE_COLOR="1")
    assert (piped.returncode, piped.stderr) == (1, b"")
    assert b"\x1b" not in piped.stdout


def seen(home: Path, *arguments: str, **more: str) -> tuple[bytes, int | None]:
    """Run a check in a terminal; return every byte it wrote and how it ended."""
    command = [*SALESDOJO, "check", *arguments]
    with Terminal(command, surroundings(home, **more), lines=60) as terminal:
        code = terminal.ended()
        terminal.settle()
        return terminal.raw, code


def test_a_terminal_has_colour_unless_nobody_wants_it(faulty: Path, tmp_path: Path) -> None:
    painted, code = seen(tmp_path, str(faulty))
    assert code == 1
    assert b"\x1b[" in painted
    plain, code = seen(tmp_path, str(faulty), NO_COLOR="1")
    assert code == 1
    assert b"\x1b" not in plain
    assert b"SD206" in plain


def pack_of(root: Path, scenarios: int) -> Path:
    write_clean_pack(root)
    for number in range(scenarios):
        text = SCENARIO.replace("id: quiet_line", f"id: line_{number}", 1)
        (root / f"discovery/line_{number}.yaml").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of as many files as are checked with a bar."""
    return pack_of(tmp_path_factory.mktemp("many"), MANY)


@pytest.fixture(scope="module")
def long_work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack that keeps a check at work until it is broken off."""
    return pack_of(tmp_path_factory.mktemp("long"), 6 * MANY)


def test_a_bar_shows_how_far_many_files_are(many: Path, tmp_path: Path) -> None:
    written, code = seen(tmp_path, str(many), "--select", "SD0")
    assert code == 0
    assert b"%" in written
    few, code = seen(tmp_path, str(many / "rubrics"))
    assert code == 0
    assert b"%" not in few


def test_no_bar_goes_into_a_pipe(many: Path, tmp_path: Path) -> None:
    done = outside(tmp_path, str(many), "--select", "SD0")
    assert (done.returncode, done.stderr) == (0, b"")


def children(pid: int) -> set[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return {int(child) for child in listed.read_text().split()}


def gone(pids: set[int], patience: float = 20) -> bool:
    until = time.monotonic() + patience
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="/proc tells who the children are")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core needs no other process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_check_that_is_broken_off_leaves_no_process_behind(
    long_work: Path, tmp_path: Path, number: signal.Signals
) -> None:
    with subprocess.Popen(
        [*SALESDOJO, "check", str(long_work), "--no-cache"],
        env=surroundings(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_signals,  # noqa: PLW1509 - one thread
    ) as process:
        workers: set[int] = set()
        while len(workers) < 2 and process.poll() is None:
            workers = children(process.pid)
            time.sleep(0.01)
        assert len(workers) >= 2
        process.send_signal(number)
        try:
            out, err = process.communicate(timeout=30)
        finally:
            process.kill()
    assert out == b""
    assert gone(workers)
    if number is not signal.SIGKILL:
        assert process.returncode == 128 + number
        assert b"US040" in err
        assert number.name.encode() in err
        assert b"Traceback" not in err
