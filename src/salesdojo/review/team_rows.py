"""A team's table as flat rows: a line of names, then one for each person."""

from typing import TYPE_CHECKING

from salesdojo.records.days import local_day
from salesdojo.records.mastery.ability import expected_share
from salesdojo.review.team_saying import need_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from salesdojo.content.text import Text
    from salesdojo.records.history.trend import Change
    from salesdojo.review.csv_text import Cell as Field
    from salesdojo.review.member_cells import Figure
    from salesdojo.review.member_row import MemberRow
    from salesdojo.review.team_table import TeamTable

_PERSON = (
    "person", "name", "team", "last_day", "days", "attempts", "first", "best", "latest", "trend",
    "won", "advanced", "declined", "stalled", "lost", "close_rate", "first_close_rate", "belt",
    "needs", "why", "fault",
)  # fmt: skip
_CRITERION = ("mastery", "share", "attempts", "firsts", "mean", "trend")
PERSON = len(_PERSON)
"""How many columns tell of the person; those of criteria follow, figures and ways."""
_UNMET = (None,) * len(_CRITERION)


def team_rows(table: "TeamTable", language: str) -> "Iterator[tuple[Field, ...]]":
    """Yield the names of the columns, then the people, by name; the words are in `language`.

    Qualities are 0-100, shares and probabilities 0-1. What cannot be said is empty, never 0.
    """
    names = {one.criterion: one.name for one in table.criteria}
    yield (*_PERSON, *(f"{name}_{part}" for name in names for part in _CRITERION))
    for row in table.rows:
        cells: list[Field] = [*_person(row, names, language)]
        for name in names:
            cells += _criterion(row.figures.get(name))
        yield tuple(cells)


def _person(row: "MemberRow", names: "Mapping[str, Text]", language: str) -> "tuple[Field, ...]":
    talks = row.talks
    return (
        row.person.id,
        row.person.name,
        row.person.team,
        None if row.last is None else local_day(row.last).isoformat(),
        row.days,
        None if row.fault else row.attempts,
        rounded(row.first),
        rounded(row.best),
        rounded(row.latest),
        _way(row.change),
        *((None,) * 5 if row.fault else (
            talks.won, talks.advanced, talks.declined, talks.stalled, talks.lost,
        )),
        rounded(talks.close_rate, 3),
        rounded(row.first_talks.close_rate, 3),
        None if row.grade is None else row.grade.id,
        None if row.fault else len(row.needs),
        " ".join(need_words(one, names, language) for one in row.needs),
        None if row.fault is None else row.fault.code,
    )  # fmt: skip


def _criterion(told: "Figure | None") -> "tuple[Field, ...]":
    if told is None:
        return _UNMET
    ability, _, attempts, mastery, firsts, mean, way = told
    mean = None if mean is None else round(mean, 3)
    if mastery is None:
        return None, None, attempts, firsts, mean, way
    return round(mastery, 3), round(expected_share(ability), 3), attempts, firsts, mean, way


def rounded(value: float | None, digits: int = 1) -> float | None:
    """Return a figure with few decimals; None of none."""
    return None if value is None else round(value, digits)


def _way(change: "Change | None") -> str | None:
    return None if change is None else str(change.way)
