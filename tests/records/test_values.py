"""The exact values are solved once, and again whenever the cache is of no use."""

import json
from pathlib import Path

import pytest

from salesdojo.practice.solving import Solution
from salesdojo.records.values import solution
from support.scenarios import choice, scenario

STORY = scenario(
    {
        "opening": {"choices": {"ask": choice(points={"inquiry": 3}, goto="won")}},
        "won": {"end": "won"},
    }
)


def kept(cache: Path) -> Path:
    (only,) = (cache / "solutions").iterdir()
    return only


def test_a_solution_is_kept_and_read_back(tmp_path: Path) -> None:
    solved = solution(STORY, tmp_path / "cache")
    assert solution(STORY, tmp_path / "cache").to_json() == solved.to_json()
    assert kept(tmp_path / "cache").name.startswith(STORY.revision)


def test_a_kept_solution_is_not_solved_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    solved = solution(STORY, tmp_path)
    monkeypatch.delattr("salesdojo.records.values.solve")
    assert solution(STORY, tmp_path).to_json() == solved.to_json()


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b'{"method":', b"\xff\xfe", b"[]", b"null", b"[" * 30_000]
)
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    solved = solution(STORY, tmp_path).to_json()
    kept(tmp_path).write_bytes(damage)
    assert solution(STORY, tmp_path).to_json() == solved
    assert kept(tmp_path).read_bytes() == solved


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert isinstance(solution(STORY, tmp_path / "file"), Solution)
    assert isinstance(solution(STORY, None), Solution)


def test_a_solution_of_an_older_form_is_made_anew(tmp_path: Path) -> None:
    """A state was once kept as a list: scene, meters, facts, choices taken, turn."""
    solved = solution(STORY, tmp_path).to_json()
    older = json.loads(solved)
    older["states"] = [[number, 0, 0, 0] for number in range(len(older["states"]))]
    kept(tmp_path).write_text(json.dumps(older), encoding="utf-8")
    assert solution(STORY, tmp_path).to_json() == solved
    assert kept(tmp_path).read_bytes() == solved
