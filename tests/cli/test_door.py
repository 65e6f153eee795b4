"""The door: what happens to a command line whose streams, words or patience give out.

Most run as a process of their own without PYTHONUNBUFFERED, as in a user's shell:
what is held back is then written only at the end.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from salesdojo.cli.commands import COMMANDS
from support.terminal import SALESDOJO, hear_signals, surroundings

from .conftest import Say

QUICK = (("--version",), ("--help",))
USUAL = (*QUICK, ("list",), ("terms",), ("completion", "bash"), ("play", "--help"))
LANGUAGES = ("en", "ja")


def quoted(arguments: tuple[str, ...]) -> str:
    return " ".join((f"'{sys.executable}'", "-m", "salesdojo", *arguments))


def shell(
    line: str, environment: Mapping[str, str], typed: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash; the exit code is that of the first command of a pipe."""
    assert "PYTHONUNBUFFERED" not in environment
    return subprocess.run(
        ["bash", "-c", f"{line}; exit ${{PIPESTATUS[0]}}"],
        env=dict(environment),
        input=typed,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("unbuffered", ["", "PYTHONUNBUFFERED=1 "])
@pytest.mark.parametrize("arguments", USUAL, ids=" ".join)
def test_a_reader_that_has_gone_ends_the_program_without_a_word(
    tmp_path: Path, arguments: tuple[str, ...], unbuffered: str
) -> None:
    # The pause makes certain that the reader has gone before the first word.
    line = f"(sleep 0.2; {unbuffered}{quoted(arguments)}) | true"
    done = shell(line, surroundings(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("unbuffered", ["", "PYTHONUNBUFFERED=1 "])
@pytest.mark.parametrize("arguments", USUAL, ids=" ".join)
def test_a_full_disk_under_the_output_is_said(
    tmp_path: Path, arguments: tuple[str, ...], unbuffered: str
) -> None:
    done = shell(f"{unbuffered}{quoted(arguments)} >/dev/full", surroundings(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith(b"salesdojo: US042 ")
    assert len(done.stderr.splitlines()) == 2


def test_a_full_disk_under_a_talk_is_said(tmp_path: Path) -> None:
    line = f"{quoted(('play', '--plain', 'billed_twice'))} >/dev/full"
    done = shell(line, surroundings(tmp_path), b"1\n")
    assert done.returncode == 2
    assert done.stderr.startswith(b"salesdojo: US042 ")
    assert len(done.stderr.splitlines()) == 2


def test_a_full_disk_under_the_errors_leaves_the_exit_code(tmp_path: Path) -> None:
    done = shell(f"{quoted(('dance',))} 2>/dev/full", surroundings(tmp_path))
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.parametrize("arguments", USUAL, ids=" ".join)
def test_closed_streams_hurt_nobody(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = shell(f"{quoted(arguments)} <&- >&-", surroundings(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert shell(f"{quoted(arguments)} <&- >&- 2>&-", surroundings(tmp_path)).returncode == 0


def test_a_closed_output_leaves_the_exit_code(tmp_path: Path) -> None:
    assert shell(f"{quoted(('dance',))} >&-", surroundings(tmp_path)).returncode == 2


def test_a_closed_stdin_is_the_end_of_input(tmp_path: Path) -> None:
    done = shell(f"{quoted(('play', '--plain', 'price_copier'))} <&-", surroundings(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"salesdojo play price_copier" in done.stdout


def test_bytes_that_are_no_characters_are_an_answer_not_understood(tmp_path: Path) -> None:
    environment = surroundings(tmp_path, PYTHONIOENCODING="utf-8:strict")
    line = quoted(("play", "--plain", "price_copier"))
    done = shell(line, environment, b"\xff\xfe\n1\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"saved 1" in done.stdout


@pytest.mark.parametrize("arguments", USUAL, ids=" ".join)
def test_a_terminal_without_japanese_is_no_error(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    environment = surroundings(tmp_path, PYTHONIOENCODING="ascii", SALESDOJO_LANG="ja")
    done = shell(quoted(arguments), environment)
    assert (done.returncode, done.stderr) == (0, b"")
    done.stdout.decode("ascii")


@pytest.mark.parametrize("encoding", ["ascii", "euc_jp", "utf-8"])
def test_json_says_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    done = shell(quoted(("list", "--json")), surroundings(tmp_path, PYTHONIOENCODING=encoding))
    titles = [entry["title"]["ja"] for entry in json.loads(done.stdout.decode(encoding))]
    assert titles
    assert not any("?" in title or "\\" in title for title in titles)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_in_line_mode_says_what_is_kept(
    home: Path, say: Say, number: signal.Signals, language: str
) -> None:
    talk = talking(home, language)
    talk.send_signal(number)
    rest, said = talk.communicate(timeout=30)
    assert talk.returncode == 128 + number
    assert said.startswith("salesdojo: US040 ")
    assert number.name in said
    assert spoken_in(said.splitlines()[0]) == language
    assert len(said.splitlines()) == 2
    assert "`salesdojo play ID`" in said
    other = {"en": "give any other command again", "ja": "ほかのコマンドは、もう一度"}
    assert other[language] in said
    assert "Traceback" not in rest + said

    assert "resumed 1" in say("play", "--plain", "price_copier").out


def talking(home: Path, language: str) -> subprocess.Popen[str]:
    """Return a talk in line mode that has saved one choice and waits for the next."""
    talk = subprocess.Popen(
        [*SALESDOJO, "play", "--plain", "price_copier", "--lang", language],
        env=surroundings(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=hear_signals,  # noqa: PLW1509 - the tests start it from one thread
    )
    assert talk.stdin is not None
    assert talk.stdout is not None
    talk.stdin.write("1\n")
    talk.stdin.flush()
    seen = ""
    while "saved 1" not in seen or "(1-" not in seen.partition("saved 1")[2]:
        got = os.read(talk.stdout.fileno(), 65536).decode(errors="replace")
        assert got, seen
        seen += got
    return talk


def test_what_was_started_to_outlive_a_hangup_does(tmp_path: Path) -> None:
    talk = f"(sleep 1; echo 1) | {quoted(('play', '--plain', 'price_copier'))}"
    line = f"trap '' HUP; {talk} & sleep 0.6; kill -HUP $!; wait $!"
    done = shell(line, surroundings(tmp_path))
    assert b"saved 1" in done.stdout
    assert b"US040" not in done.stderr


def test_a_fault_of_ours_has_a_code_and_asks_for_a_report(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall_over(_wish: object) -> int:
        msg = "surprise"
        raise LookupError(msg)

    monkeypatch.setattr("salesdojo.cli.terms_command.run", fall_over)
    said = say("terms")
    assert said.code == 2
    assert "US041" in said.err
    assert "LookupError: surprise" in said.err
    assert "SALESDOJO_DEBUG=1" in said.err


REFUSED = [
    (("dbs",), "US030", "db"),
    (("plya", "price_copier"), "US030", "play"),
    (("play", "--sed", "3"), "US031", "--seed"),
    (("--plain", "list"), "US031", "--plain"),
    (("play", "--seed", "x"), "US032", "--seed"),
    (("play", "--seed"), "US033", "--seed"),
    (("completion", "fish"), "US034", "bash, zsh, tcsh"),
    (("db",), "US035", "salesdojo db"),
    (("list", "now"), "US036", "now"),
    (("list", "--json=3"), "US037", "--json"),
    (("list", "--db", ""), "US038", "--db"),
    (("--db=", "play", "cold_call"), "US038", "--db"),
    (("play", "cold_call", "--watch", "--choose", "a"), "US039", "--choose"),
    (("play", "cold_call", "--watch", "--exam"), "US039", "--exam"),
    (("play", "cold_call", "--watch", "--seed", "0"), "US039", "--seed"),
    (("play", "cold_call", "--watch", "--fresh"), "US039", "--fresh"),
    (("play", "cold_call", "--choose", "a", "--fresh"), "US039", "--fresh"),
    (("play", "cold_call", "--choose", "a", "--plain"), "US039", "--plain"),
    (("db", "backup", "--json"), "US039", "--json"),
    (("db", "status", "x.db"), "US036", "x.db"),
    (("db", "upgrade", "x.db"), "US036", "x.db"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("arguments", "code", "named"), REFUSED)
def test_what_makes_no_sense_is_refused_in_the_language_asked_for(
    say: Say, arguments: tuple[str, ...], code: str, named: str, language: str
) -> None:
    said = say("--lang", language, *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"salesdojo: {code} ")
    assert named in said.err
    cause, remedy = said.err.splitlines()
    assert spoken_in(cause) == spoken_in(remedy) == language
    assert "Traceback" not in said.err


def spoken_in(sentence: str) -> str:
    """Kana are in every Japanese sentence of ours, and in no English one."""
    return "ja" if any("\u3041" <= sign <= "\u30fa" for sign in sentence) else "en"


def test_a_word_of_any_length_makes_a_short_complaint(say: Say) -> None:
    for arguments in (("x" * 9999,), ("play", "--seed", "y" * 9999), ("list", "z" * 9999)):
        assert len(say(*arguments).err) < 300


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_japanese_has_japanese_titles(say: Say, command: str) -> None:
    said = say(command, "--help", "--lang", "ja")
    assert said.code == 0
    assert said.out.startswith("使い方: salesdojo")
    assert "オプション:" in said.out
    for english in ("usage:", "options:", "arguments:"):
        assert english not in said.out


@pytest.mark.parametrize("arguments", QUICK, ids=" ".join)
def test_quick_answers_wait_neither_for_typing_nor_for_signals(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        f"sys.argv = ['salesdojo', *{arguments!r}]\n"
        "from salesdojo.__main__ import main\n"
        "main()\n"
        "loaded = set(sys.modules) - before\n"
        "sys.exit(', '.join(loaded & {'typing', 'argparse', 'signal', 'json', 'dataclasses'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=surroundings(tmp_path), capture_output=True, check=False
    )
    assert done.stderr.strip() == b""
