"""Running totals and summaries as text and back, to the last bit of every float.

A summary is seven lines. The first is read at once, the rest when somebody looks into it:
criteria as plain rows, scenarios by their names and codes. The first line holds the checksum
of all that follow, so that damage shows at once all the same.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from math import isnan, nan
from typing import Any, Final
from zlib import crc32

from salesdojo.records.history.trend import Change, Way
from salesdojo.records.json_text import compact, read
from salesdojo.records.mastery.ability import Ability
from salesdojo.records.mastery.proven import Proven
from salesdojo.records.packed import packed, rows_of, text_of, unpacked
from salesdojo.records.tallies.read_later import (
    CountsLater,
    MadeLater,
    TimesLater,
    codes_written,
    names_of,
    names_written,
)
from salesdojo.records.tallies.running import CriterionTotals, Lately, Running
from salesdojo.records.tallies.summary import CriterionSummary, Summary
from salesdojo.records.tallies.tallies import Tallies, Tally

WAYS: Final = (None, *Way)
"""What stands for each way in a row of a criterion; the first for no change."""
_ROW: Final = struct.Struct("<6d5qb")
"""A criterion of a summary, as `plain_criteria` has it."""
_TALLIED: Final = 10
"""Parts of totals before those by scenario: two of all attempts, and the columns of tallies."""
_PLACES: Final = {way: place for place, way in enumerate(WAYS)}


def totals_written(running: Running) -> str:
    """Return `running` as compact JSON; floats are packed, those of a kind side by side.

    The names of scenarios stand in it once, and else by their places there.
    """
    criteria = running.criteria.values()
    proven = [one.proven for one in criteria]
    names = list(running.tallies.scenarios)
    places = {name: place for place, name in enumerate(names)}
    return compact(
        [
            *(running.through, running.last),
            *_tallies(running.tallies, names),
            *(_keys(running.tries, places), list(running.tries.values())),
            *(_keys(running.passes, places), list(running.passes.values())),
            *(_keys(running.ended, places), packed(running.ended.values())),
            _lately(running.qualities),
            list(running.criteria),
            packed(
                [
                    *[one.ability.mean for one in proven],
                    *[one.ability.variance for one in proven],
                    *[one.surety for one in proven],
                ]
            ),
            [
                [one.ability.attempts, one.at, _keys(sorted(one.scenarios), places)]
                for one in proven
            ],
            [_lately(one.shares) for one in criteria],
        ]
    )


def read_totals(body: str) -> Running:
    """Return what `totals_written` wrote.

    Raises:
        ValueError: when it is damaged.
    """
    return read(body, _running)


def summary_written(summary: Summary) -> str:
    """Return `summary` as seven lines: JSON, names, codes and packed figures."""
    later = "\n".join(
        (
            names_written(summary.criteria),
            text_of(b"".join([_ROW.pack(*row) for row in plain_criteria(summary).values()])),
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


def plain_criteria(summary: Summary) -> Mapping[str, tuple[Any, ...]]:
    """Return by criterion what is kept of it, without an object for each.

    That is mean and variance of the ability, the surety, the mean of first attempts (nan of
    none), of the change before and now; then attempts, the time, scenarios, first attempts, of
    the change how many; and its way, a place in `WAYS`.
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


def _criterion(one: CriterionSummary) -> tuple[Any, ...]:
    ability, change = one.ability, one.change
    none = (0.0, 0.0, 0)
    before, now, many = none if change is None else (change.before, change.now, change.many)
    return (
        *(ability.mean, ability.variance, one.surety, nan if one.mean is None else one.mean),
        *(before, now),
        *(ability.attempts, one.at, one.scenarios, one.firsts, many),
        _PLACES[None if change is None else change.way],
    )


def _keys(names: Iterable[str], places: Mapping[str, int]) -> Sequence[int | str] | None:
    """Return the places of `names`, or what has none; None where they are all, in order."""
    keys = [places.get(name, name) for name in names]
    return None if keys == list(range(len(places))) else keys


def _names(keys: Sequence[int | str] | None, names: Sequence[str]) -> Sequence[str]:
    """Return what `_keys` was given."""
    if keys is None:
        return names
    return [names[key] if isinstance(key, int) else key for key in keys]


def _tallies(told: Tallies, names: Sequence[str]) -> tuple[object, ...]:
    """Return tallies column by column."""
    all_of = told.scenarios.values()
    return (
        told.through,
        names,
        packed(
            [
                *[one.first for one in all_of],
                *[one.best for one in all_of],
                *[one.latest for one in all_of],
            ]
        ),
        [one.begun_first for one in all_of],
        [one.begun_last for one in all_of],
        [one.first_outcome for one in all_of],
        [int(one.passed) for one in all_of],
        [one.outcomes for one in all_of],
    )


def _lately(one: Lately) -> list[object]:
    if one.change is None:
        return [one.many, packed((one.total, *one.values))]
    change = one.change
    floats = packed((one.total, change.before, change.now, *one.values))
    return [one.many, floats, change.many, change.way.value]


def _change(one: Change | None) -> list[object] | None:
    return None if one is None else [one.before, one.now, one.many, one.way.value]


def _running(told: Any) -> Running:  # noqa: ANN401 - whatever JSON holds; read() catches misfits
    through, last, *tallies = told[:_TALLIED]
    tried, tries, passed, passes, ended, ends = told[_TALLIED:-5]
    qualities, criteria, floats, rest, shares = told[-5:]
    names = tallies[1]
    means, variances, sureties = _columns(floats, len(criteria))
    return Running(
        through,
        last,
        _tallies_read(*tallies),
        dict(zip(_names(tried, names), tries, strict=True)),
        dict(zip(_names(passed, names), passes, strict=True)),
        _lately_read(*qualities),
        {
            name: CriterionTotals(
                Proven(
                    Ability(mean, variance, attempts),
                    at,
                    frozenset(_names(scenarios, names)),
                    surety,
                ),
                _lately_read(*share),
            )
            for name, mean, variance, surety, (attempts, at, scenarios), share in zip(
                criteria, means, variances, sureties, rest, shares, strict=True
            )
        },
        dict(zip(_names(ended, names), unpacked(ends), strict=True)),
    )


def _tallies_read(through: int, names: Sequence[str], floats: str, *columns: Any) -> Tallies:  # noqa: ANN401 - as above
    begun_first, begun_last, first_outcome, passed, outcomes = columns
    first, best, latest = _columns(floats, len(names))
    told = zip(
        *(first, begun_first, first_outcome, best, latest, begun_last, map(bool, passed)),
        map(dict, outcomes),
        strict=True,
    )
    return Tallies(through, dict(zip(names, map(Tally._make, told), strict=True)))


def _columns(floats: str, many: int) -> tuple[Sequence[float], ...]:
    """Return three columns of `many` values each."""
    held = unpacked(floats)
    return held[:many], held[many : 2 * many], held[2 * many :]


def _lately_read(many: int, floats: str, compared: int | None = None, way: Any = None) -> Lately:  # noqa: ANN401 - as above
    if compared is None:
        total, *values = unpacked(floats)
        return Lately(many, total, tuple(values))
    total, before, now, *values = unpacked(floats)
    return Lately(many, total, tuple(values), Change(before, now, compared, Way(way)))


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
    criteria, rows, ended, ends, passed, times = later.split("\n")
    return Summary(
        *(int(last), attempts, first, best, latest, _change_read(changed)),
        MadeLater[CriterionSummary](
            dict(zip(names_of(criteria), rows_of(_ROW, rows), strict=True)), _criterion_read
        ),
        CountsLater(ended, ends),
        TimesLater(passed, times),
    )


def _criterion_read(*told: Any) -> CriterionSummary:  # noqa: ANN401 - as above
    mean, variance, surety, share, before, now, attempts, at, scenarios, firsts, many, place = told
    way = WAYS[place]
    return CriterionSummary(
        Ability(mean, variance, attempts),
        *(at, surety, scenarios, firsts),
        None if isnan(share) else share,
        None if way is None else Change(before, now, many, way),
    )
