"""Running totals and summaries as JSON text and back, to the last digit of every float.

A summary is six lines. The first two are read at once; the others, scenario by scenario, are
read when somebody looks into them, and so are values of the second made: the first line holds
the checksum of all that follow, so that damage shows at once all the same.
"""

import json
from collections.abc import Mapping, Sequence
from math import inf
from typing import Any
from zlib import crc32

from salesdojo.records import tallies_json
from salesdojo.records.ability import Ability
from salesdojo.records.json_text import compact, read
from salesdojo.records.proven import Proven
from salesdojo.records.read_later import (
    CountsLater,
    MadeLater,
    TimesLater,
    codes_written,
    names_written,
)
from salesdojo.records.running import CriterionTotals, Lately, Running
from salesdojo.records.summary import CriterionSummary, Summary
from salesdojo.records.trend import Change, Way


def totals_written(running: Running) -> str:
    """Return `running` as compact JSON."""
    return compact(
        [
            running.through,
            running.last,
            tallies_json.plain(running.tallies),
            running.tries,
            running.passes,
            _lately(running.qualities),
            {name: _totals(one) for name, one in running.criteria.items()},
        ]
    )


def read_totals(body: str) -> Running:
    """Return what `totals_written` wrote.

    Raises:
        ValueError: when it is damaged.
    """
    return read(body, _running)


def summary_written(summary: Summary) -> str:
    """Return `summary` as six lines: compact JSON, names and codes."""
    later = "\n".join(
        (
            compact(plain_criteria(summary)),
            names_written(summary.ends),
            codes_written(summary.ends),
            names_written(summary.passes),
            compact(list(summary.passes.values())),
        )
    )
    head = compact(
        [
            *(summary.last, summary.attempts, summary.first, summary.best, summary.latest),
            _change(summary.change),
            crc32(later.encode()),
        ]
    )
    return f"{head}\n{later}"


def plain_criteria(summary: Summary) -> Mapping[str, Sequence[Any]]:
    """Return by criterion what is kept of it, without an object for each.

    That is mean, variance and attempts of the ability, the time, the surety (None for none),
    scenarios, first attempts, their mean, and the change: None, or before, now, how many, way.
    """
    told = summary.criteria
    if isinstance(told, MadeLater):
        return told.plain
    return {name: _criterion(one) for name, one in told.items()}


def read_summary(body: str) -> Summary:
    """Return what `summary_written` wrote.

    Raises:
        ValueError: when it is damaged.
    """
    head, _, later = body.partition("\n")
    return read(head, lambda told: _summary(told, later))


def _totals(one: CriterionTotals) -> list[object]:
    proven = one.proven
    surety = None if proven.surety == -inf else proven.surety
    shown = [*_ability(proven.ability), proven.at, sorted(proven.scenarios), surety]
    return [shown, _lately(one.shares)]


def _criterion(one: CriterionSummary) -> list[object]:
    surety = None if one.surety == -inf else one.surety
    return [
        *(*_ability(one.ability), one.at, surety, one.scenarios),
        *(one.firsts, one.mean, _change(one.change)),
    ]


def _ability(ability: Ability) -> tuple[float, float, int]:
    return ability.mean, ability.variance, ability.attempts


def _lately(one: Lately) -> list[object]:
    return [one.many, one.total, one.values, _change(one.change)]


def _change(one: Change | None) -> list[object] | None:
    return None if one is None else [one.before, one.now, one.many, one.way.value]


def _running(told: Any) -> Running:  # noqa: ANN401 - whatever JSON holds; read() catches misfits
    through, last, tallies, tries, passes, qualities, criteria = told
    return Running(
        through,
        last,
        tallies_json.told(tallies),
        dict(tries),
        dict(passes),
        _lately_read(*qualities),
        {name: _totals_read(*one) for name, one in criteria.items()},
    )


def _totals_read(shown: Any, shares: Any) -> CriterionTotals:  # noqa: ANN401 - as above
    mean, variance, attempts, at, scenarios, surety = shown
    counts = -inf if surety is None else surety
    proven = Proven(Ability(mean, variance, attempts), at, frozenset(scenarios), counts)
    return CriterionTotals(proven, _lately_read(*shares))


def _lately_read(many: int, total: float, values: Sequence[float], told: Any) -> Lately:  # noqa: ANN401 - as above
    return Lately(many, total, tuple(values), _change_read(told))


def _change_read(told: Any) -> Change | None:  # noqa: ANN401 - as above
    if told is None:
        return None
    before, now, many, way = told
    return Change(before, now, many, Way(way))


def _summary(told: Any, later: str) -> Summary:  # noqa: ANN401 - as above
    last, attempts, first, best, latest, changed, checksum = told
    if crc32(later.encode()) != checksum:
        msg = "damaged"
        raise ValueError(msg)
    criteria, ended, ends, passed, times = later.split("\n")
    return Summary(
        *(int(last), attempts, first, best, latest, _change_read(changed)),
        MadeLater[CriterionSummary](json.loads(criteria), _criterion_read),
        CountsLater(ended, ends),
        TimesLater(passed, times),
    )


def _criterion_read(*told: Any) -> CriterionSummary:  # noqa: ANN401 - as above
    mean, variance, attempts, at, surety, scenarios, firsts, share, changed = told
    counts = -inf if surety is None else surety
    ability = Ability(mean, variance, attempts)
    change = None if changed is None else _change_read(changed)
    return CriterionSummary(ability, at, counts, scenarios, firsts, share, change)
