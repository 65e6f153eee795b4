"""The app, line by line, in a process of its own: a talk without end that can be killed."""

import os
import re
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from salesdojo.cli.running import run
from support.packs import write_pack
from support.records import processes, stop

TALK: Final = """\
id: talk
title: A talk without end
stage: approach
motion: outbound
level: 1
minutes: 5
rubric: practice
customer: someone
briefing: {situation: A room, goal: A deal}
start: opening
scenes:
  opening:
    customer: Well?
    choices:
      ask: {say: Why?, points: {inquiry: 3}, why: Reasons first, goto: opening, repeat: true}
      sell: {say: Sign here, points: {inquiry: -1}, why: Too early, goto: done}
  done:
    customer: Good.
    end: won
"""
PATIENCE: Final = 60.0
"""Seconds after which an app that says nothing is a failure: CI machines are slow."""
SAVED: Final = re.compile(r"^saved (\d+)$", re.MULTILINE)
RESUMED: Final = re.compile(r"^resumed (\d+)$", re.MULTILINE)


class PlainTalk:
    """One start of `salesdojo play --plain`, as seen from the other end of its pipes."""

    def __init__(self, home: Path, url: str, answers: str) -> None:
        """Play the talk in the records at `url`; `answers` is all that is ever typed."""
        scenario = write_pack(home / "pack", talk=TALK) / "approach" / "talk.yaml"
        keys, typed = processes().Pipe(duplex=False)
        self._screen, shown = processes().Pipe(duplex=False)
        work = (home, url, scenario, keys, shown)
        self.process = processes().Process(target=_play, args=work)
        self.process.start()
        keys.close()
        shown.close()
        os.write(typed.fileno(), answers.encode())
        typed.close()
        self._said = b""

    @property
    def said(self) -> str:
        """What it has said and we have read."""
        return self._said.decode()

    @property
    def saved(self) -> int:
        """The last decision that it acknowledged, of those we have read; 0 for none."""
        return max(map(int, SAVED.findall(self.said)), default=0)

    @property
    def resumed(self) -> int:
        """With how many decisions it took the talk up."""
        return max(map(int, RESUMED.findall(self.said)), default=0)

    @property
    def acknowledged(self) -> int:
        """How many decisions this start acknowledged, of those we have read."""
        return len(SAVED.findall(self.said))

    def listen(self, seconds: float) -> None:
        """Read what it says for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self._read(left):
            pass

    def listen_until(self, acknowledged: int) -> None:
        """Read until this start has acknowledged so many decisions."""
        until = time.monotonic() + PATIENCE
        while self.acknowledged < acknowledged:
            assert time.monotonic() < until, self.said
            assert self._read(1.0), self.said

    def listen_to_the_end(self) -> None:
        """Read all that it says, until it has ended."""
        self.listen(PATIENCE)
        self.process.join(PATIENCE)

    def kill(self) -> None:
        """Kill it, then read what it had said before."""
        stop(self.process)
        self.listen(PATIENCE)

    def _read(self, seconds: float) -> bool:
        """Read once, waiting for so long at most; False at the end."""
        if not select.select([self._screen.fileno()], [], [], seconds)[0]:
            return True
        more = os.read(self._screen.fileno(), 65536)
        self._said += more
        return bool(more)

    def close(self) -> None:
        """Leave nothing behind."""
        stop(self.process)
        self._screen.close()


@contextmanager
def plain_talk(home: Path, url: str, answers: int) -> Iterator[PlainTalk]:
    """Give a talk in which the first line is chosen `answers` times."""
    talk = PlainTalk(home, url, "ask\n" * answers)
    try:
        yield talk
    finally:
        talk.close()


def _play(home: Path, url: str, scenario: Path, keys: Connection, shown: Connection) -> None:
    """Be the app, on these pipes instead of the streams of the tests."""
    os.dup2(keys.fileno(), 0)
    os.dup2(shown.fileno(), 1)
    keys.close()
    shown.close()
    os.environ.update(
        SALESDOJO_DB=url, SALESDOJO_CACHE=str(home / "cache"), SALESDOJO_LANG="en", LOGNAME="Aoki"
    )
    sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.exit(run(["play", "--plain", str(scenario)]))
