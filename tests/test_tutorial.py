"""The tutorial for trainers, done step by step as it is written."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from salesdojo.cli.running import run
from support.terminal import SALESDOJO, Terminal, surroundings

PAGE = Path(__file__).parents[1] / "docs" / "trainers" / "first-scenario.md"
BLOCK = re.compile(r"^```(?P<head>\w+[^\n]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of the page: what is typed, read, looked for or put in its place."""

    kind: str
    option: str
    text: str


def blocks() -> Iterator[Block]:
    for found in BLOCK.finditer(PAGE.read_text("utf-8")):
        kind, _, option = found["head"].partition(" ")
        yield Block(kind, option, found["text"])


class Reader:
    """Someone who does what the page says, in a folder of their own."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.folder = home
        self.file = Path()
        self.looked_for = ""
        self.monkeypatch = monkeypatch

    def types(self, line: str) -> int:
        word, *rest = shlex.split(line)
        if word == "cd":
            self.folder /= rest[0]
            self.monkeypatch.chdir(self.folder)
            return 0
        if word == "salesdojo":
            return run(rest)
        return subprocess.run([word, *rest], check=False, capture_output=True).returncode

    def looks_for(self, option: str, text: str) -> None:
        if "=" in option:
            self.file = self.folder / option.partition("=")[2]
        self.looked_for = text
        assert self.file.read_text("utf-8").count(text) == 1, text

    def replaces(self, text: str) -> None:
        old = self.file.read_text("utf-8")
        self.file.write_text(old.replace(self.looked_for, text), encoding="utf-8")

    def opens_a_screen(self, line: str) -> None:
        command = [*SALESDOJO, *shlex.split(line)[1:]]
        with Terminal(command, surroundings(self.home), folder=self.folder) as screen:
            screen.wait_for("The part that is still on the road")
            screen.press("q")
            assert screen.ended() == 0


def test_every_step_of_the_tutorial_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, value in surroundings(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    reader = Reader(tmp_path, monkeypatch)
    said = ""
    for block in blocks():
        match block.kind, block.option.partition("=")[0]:
            case "sh", "screen":
                reader.opens_a_screen(block.text)
            case "sh", _:
                expected = int(block.option.partition("=")[2] or 0)
                capfd.readouterr()
                for line in block.text.splitlines():
                    assert reader.types(line) == expected, line
                printed = capfd.readouterr()
                said = printed.out + printed.err
            case "text", _:
                for line in block.text.splitlines():
                    assert line in said
            case "yaml", "find":
                reader.looks_for(block.option, block.text)
            case "yaml", "replace":
                reader.replaces(block.text)
            case _:
                pytest.fail(f"a block of an unknown kind: {block}")
