"""Figures as JSON text and back, to the last digit of every float."""

from collections.abc import Mapping
from math import inf
from typing import Any

from salesdojo.content.text import Text
from salesdojo.records.json_text import compact, read
from salesdojo.records.mastery.ability import Ability
from salesdojo.records.mastery.figures import Figures, Lately, Practised
from salesdojo.records.mastery.proven import Proven
from salesdojo.records.planning.rating import Rating
from salesdojo.records.planning.schedule import Held, Review


def written(figures: Figures) -> str:
    """Return `figures` as compact JSON."""
    return compact(
        {
            "through": figures.through,
            "last": figures.last,
            "until": figures.until,
            "criteria": {name: _practised(one) for name, one in figures.criteria.items()},
            "cards": {name: _held(one) for name, one in figures.cards.items()},
            "tries": figures.tries,
            "done": figures.done,
            "passes": figures.passes,
        }
    )


def read_figures(body: str) -> Figures:
    """Return what `written` wrote.

    Raises:
        ValueError: when it is damaged.
    """
    return read(body, _figures)


def _practised(one: Practised) -> Mapping[str, object]:
    return {
        "ability": _ability(one.ability),
        "held": _held(one.held),
        "names": [[name.by_language, many] for name, many in one.names.items()],
        "lately": [[near.stored, near.at, near.tries] for near in one.lately],
        "proven": _proven(one.proven),
    }


def _proven(proven: Proven) -> list[object]:
    surety = None if proven.surety == -inf else proven.surety
    return [_ability(proven.ability), proven.at, sorted(proven.scenarios), surety]


def _ability(ability: Ability) -> list[object]:
    return [ability.mean, ability.variance, ability.attempts]


def _held(held: Held) -> list[object]:
    last = held.last
    return [
        *(held.stability, held.difficulty, held.due),
        *(last.attempt, last.at, last.rating.value),
        *(held.row, held.count),
    ]


def _figures(told: Any) -> Figures:  # noqa: ANN401 - whatever JSON holds; read() catches misfits
    return Figures(
        through=told["through"],
        last=told["last"],
        until=told["until"],
        criteria={name: _practised_read(one) for name, one in told["criteria"].items()},
        cards={name: _held_read(*one) for name, one in told["cards"].items()},
        tries=dict(told["tries"]),
        done=dict(told["done"]),
        passes=dict(told["passes"]),
    )


def _practised_read(told: Any) -> Practised:  # noqa: ANN401 - as above
    return Practised(
        ability=Ability(*told["ability"]),
        held=_held_read(*told["held"]),
        names={_text(words): many for words, many in told["names"]},
        lately=tuple(Lately(*near) for near in told["lately"]),
        proven=_proven_read(*told["proven"]),
    )


def _proven_read(
    ability: Any,  # noqa: ANN401 - as above
    at: int | None,
    scenarios: list[str],
    surety: float | None,
) -> Proven:
    counts = -inf if surety is None else surety
    return Proven(Ability(*ability), at, frozenset(scenarios), counts)


def _text(words: Any) -> Text:  # noqa: ANN401 - as above
    return Text(tuple((language, said) for language, said in words))


def _held_read(  # noqa: PLR0913, PLR0917 - what `_held` wrote
    stability: float,
    difficulty: float,
    due: int,
    attempt: str,
    at: int,
    rating: int,
    row: int,
    count: int,
) -> Held:
    return Held(stability, difficulty, due, Review(attempt, at, Rating(rating)), row, count)
