"""`compare`: two attempts side by side, and never another one than was asked for."""

import json
import os
from pathlib import Path

import pytest

from salesdojo.records.session import Session
from salesdojo.records.store import Store
from tui.small_pack import write_pack

from .conftest import Say


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the small pack be the one that ships."""
    root = write_pack(tmp_path / "pack")
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: root)


def play(say: Say, choices: str) -> str:
    """Play the first call; return the attempt's id."""
    return str(json.loads(say("play", "first_call", "--choose", choices, "--json").out)["attempt"])


def sides(say: Say, *words: str) -> tuple[str | None, str | None]:
    told = json.loads(say("compare", *words, "--json").out)
    return told["left"]["attempt"], told["right"]["attempt"]


def retry(attempt: str, *choices: str) -> str:
    """Take an attempt anew from its first turn."""
    from salesdojo.practice.solving import solve

    with Store.open(f"sqlite:///{os.environ['SALESDOJO_DB']}") as store:
        fork = Session.resume(store, store.attempt(attempt), lambda: 9_000).fork_at(1)
        for choice in choices:
            fork.take(choice)
        fork.result(solve(fork.attempt.scenario))
        return fork.record.id


def test_an_attempt_stands_beside_the_first_the_one_named_or_the_exemplar(say: Say) -> None:
    first, second = play(say, "pitch,boast"), play(say, "ask,offer")
    assert sides(say, second, "--first") == (first, second)
    assert sides(say, second, first) == (second, first)
    assert sides(say, second) == (second, None)
    assert sides(say, first, "--exemplar") == (first, None)


def test_a_retry_stands_beside_its_origin_and_the_first(say: Say) -> None:
    first, second = play(say, "pitch,boast"), play(say, "ask,boast")
    again = retry(second, "ask", "offer")
    assert sides(say, again) == (second, again)
    assert sides(say, again, "--first") == (first, again)


def test_the_first_attempt_is_not_compared_with_itself(say: Say) -> None:
    first = play(say, "pitch,boast")
    said = say("compare", first, "--first")
    assert (said.code, said.out) == (2, "")
    assert "no such attempt" in said.err


def test_two_wishes_at_once_are_refused(say: Say) -> None:
    attempt = play(say, "pitch,boast")
    for words in (("--first", "--exemplar"), (attempt, "--first")):
        said = say("compare", attempt, *words)
        assert (said.code, said.out) == (2, "")
        assert "US039" in said.err
