"""Every figure of a manager's row recomputed by another road: plain SQL and school arithmetic."""

import json
from collections import defaultdict
from math import exp, pi, sqrt
from pathlib import Path
from typing import Any

import pytest

from salesdojo.content.building import scenario_from_canonical
from salesdojo.records.store import Store
from salesdojo.records.tallies.summary import Summary
from salesdojo.records.values import chances
from support.company import TEAMS, company
from support.records import raw
from support.servers import Base

ROWS = """
    SELECT attempt.person, attempt.number AS begun, attempt.scenario, result.revision,
        attempt.finished_at, result.body,
        EXISTS (SELECT 1 FROM journey_chapter
            WHERE journey_chapter.attempt = attempt.id AND place > 1) AS later
    FROM finished_attempt
    JOIN attempt ON attempt.id = finished_attempt.attempt
    JOIN result ON result.attempt = attempt.id
    WHERE attempt.fork_of IS NULL AND result.number = (
        SELECT max(number) FROM result AS newer WHERE newer.attempt = attempt.id)
    ORDER BY finished_attempt.number
"""
ENDS = ("won", "advanced", "declined", "stalled", "lost")


def recounted(rows: list[Any], store: Store) -> dict[str, Any]:
    """Work out one person's row from the raw rows, in the order of finishing."""
    talks: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    tried: dict[str, int] = defaultdict(int)
    ability: dict[str, tuple[float, float, int]] = {}
    shares: dict[str, list[float]] = defaultdict(list)
    passes: dict[str, int] = {}
    firsts: list[float] = []
    met: dict[str, set[str]] = defaultdict(set)
    last = 0
    before: dict[str, int] = {}
    for _, begun, scenario, revision, at, body, later in rows:
        told = json.loads(body)
        now = max(at, last)
        story = scenario_from_canonical(store.canonical(revision))
        random = chances(story, None)
        first = not tried[scenario] and not later
        for criterion, (_, _, share, _) in told["criteria"].items():
            over = min(1, max(0, (share - random[criterion]) / (1 - random[criterion])))
            mean, variance, games = ability.get(criterion, (0.0, 1.0, 0))
            days = (now - before.get(criterion, now)) / 86_400_000
            variance = min(variance + 0.004 * days, max(variance, 1.5))
            g = 1 / sqrt(1 + 3 * 0.25 / pi**2)
            expected = 1 / (1 + exp(-g * (mean - 0.5 * (story.level - 3))))
            weight = 1 / (1 + tried[scenario])
            variance = 1 / (1 / variance + weight * g * g * expected * (1 - expected))
            mean += variance * weight * g * (over - expected)
            ability[criterion] = (mean, variance, games + 1)
            before[criterion] = now
            met[criterion].add(scenario)
            if first:
                shares[criterion].append(share)
        if first:
            firsts.append(told["quality"])
        if not later:
            talks[scenario].append((begun, told))
            if told["passed"]:
                passes[scenario] = now
        tried[scenario] += 1
        last = now
    return {
        "last": last, "talks": talks, "passes": passes, "firsts": firsts,
        "ability": ability, "shares": shares, "met": met,
    }  # fmt: skip


def compare(summary: Summary, told: dict[str, Any]) -> None:
    talks = {name: sorted(held, key=lambda one: one[0]) for name, held in told["talks"].items()}
    assert summary.last == told["last"]
    assert summary.passes == told["passes"]
    assert summary.attempts == sum(map(len, talks.values()))
    qualities = [[one["quality"] for _, one in held] for held in talks.values()]
    for shown, values in (
        (summary.first, [held[0] for held in qualities]),
        (summary.best, [max(held) for held in qualities]),
        (summary.latest, [held[-1] for held in qualities]),
    ):
        assert shown == (pytest.approx(sum(values) / len(values)) if values else None)
    assert {name: [*ends] for name, ends in summary.ends.items()} == {
        name: [
            ENDS.index(held[0][1]["outcome"]),
            *(sum(one["outcome"] == end for _, one in held) for end in ENDS),
        ]
        for name, held in talks.items()
    }
    _compare_change(summary.change, told["firsts"])
    assert set(summary.criteria) == set(told["ability"])
    for name, one in summary.criteria.items():
        mean, variance, games = told["ability"][name]
        assert one.ability.mean == pytest.approx(mean)
        assert one.ability.variance == pytest.approx(variance)
        assert one.ability.attempts == games
        shares = told["shares"][name]
        assert one.firsts == len(shares)
        assert one.mean == (pytest.approx(sum(shares) / len(shares)) if shares else None)
        assert one.scenarios == min(3, len(told["met"][name]))
        _compare_change(one.change, shares)


def _compare_change(change: Any, values: list[float]) -> None:
    many = min(10, len(values) // 2)
    if many < 5:
        assert change is None
        return
    earlier, latest = values[-2 * many : -many], values[-many:]
    assert change.before == pytest.approx(sum(earlier) / many)
    assert change.now == pytest.approx(sum(latest) / many)


def test_every_figure_of_a_company_is_that_of_plain_arithmetic(place: Path | Base) -> None:
    with company(place, 11) as here:
        for _ in range(9):
            for step in ("play", "begin", "retry", "finish", "other_window"):
                here.step(step)
        for step in ("chapter", "judge", "chapter", "judge", "play", "marks"):
            here.step(step)
        by_person = defaultdict(list)
        for row in raw(place, ROWS):
            by_person[row[0]].append(row)
        seen = 0
        for team in TEAMS:
            for member in here.store.summaries.of_team(team, here.now):
                if member.summary is None:
                    assert member.person.id not in by_person
                    continue
                compare(member.summary, recounted(by_person[member.person.id], here.store))
                seen += 1
        assert seen >= 3
