"""Mappings kept as text whose values are made when somebody first looks into them.

Of hundreds of people most are never looked into, and reading them takes time. Whoever makes
one has seen that its text is as it was written.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from salesdojo.records.json_text import compact

Value = TypeVar("Value")
Group = tuple[Sequence[int], Sequence[str]]
"""A value, and the keys of which it is kept."""


class MadeLater(Mapping[str, Value], Generic[Value]):
    """Values that are made of plain ones, each when it is asked for."""

    __slots__ = ("_made", "_make", "plain")

    def __init__(self, plain: Mapping[str, Any], make: Callable[..., Value]) -> None:
        """Take the plain values, each a list of what `make` takes."""
        self.plain = plain
        self._make = make
        self._made: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        """Return the value of `key`, the same one each time."""
        if key not in self._made:
            self._made[key] = self._make(*self.plain[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        """Give the keys in the order of writing."""
        return iter(self.plain)

    def __len__(self) -> int:
        """Say how many keys there are."""
        return len(self.plain)

    def __repr__(self) -> str:
        """Show what it holds."""
        return repr(dict(self))


class _Later(Mapping[str, Value], Generic[Value]):
    """What is read as a whole."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[str, Value] | None = None

    def __getitem__(self, key: str) -> Value:
        return self.held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)

    def __repr__(self) -> str:
        return repr(self.held)

    @property
    def held(self) -> dict[str, Value]:
        """All of it: a dictionary is quicker to go through."""
        if self._held is None:
            self._held = self._read()
        return self._held

    def _read(self) -> dict[str, Value]:
        raise NotImplementedError


class GroupedLater(_Later[Sequence[int]]):
    """Most keys share a value with others: each value is kept once, with its keys."""

    __slots__ = ("_groups", "_text")

    def __init__(self, text: str) -> None:
        """Take what `groups_written` wrote."""
        super().__init__()
        self._text = text
        self._groups: Sequence[Group] | None = None

    @property
    def groups(self) -> Sequence[Group]:
        """Each value with its keys."""
        if self._groups is None:
            self._groups = [(value, _split(keys)) for value, keys in json.loads(self._text)]
        return self._groups

    def _read(self) -> dict[str, Sequence[int]]:
        return {key: value for value, keys in self.groups for key in keys}


class TimesLater(_Later[int]):
    """Which keys there are is often all that somebody asks: the values are read last."""

    __slots__ = ("_names", "_text", "_times")

    def __init__(self, names: str, times: str) -> None:
        """Take what `names_written` wrote, and a JSON list as long."""
        super().__init__()
        self._text = names
        self._times = times
        self._names: Sequence[str] | None = None

    @property
    def names(self) -> Sequence[str]:
        """The keys."""
        if self._names is None:
            self._names = _split(json.loads(self._text))
        return self._names

    def _read(self) -> dict[str, int]:
        return dict(zip(self.names, json.loads(self._times), strict=True))


def grouped(held: Mapping[str, Sequence[int]]) -> Sequence[Group]:
    """Return each value of `held` with its keys, in the order of first appearing."""
    if isinstance(held, GroupedLater):
        return held.groups
    found: dict[tuple[int, ...], list[str]] = {}
    for key, value in held.items():
        found.setdefault(tuple(value), []).append(key)
    return list(found.items())


def names_in(held: Mapping[str, int]) -> Iterable[str]:
    """Return the keys of `held`, the values of which need not be read for it."""
    return held.names if isinstance(held, TimesLater) else held


def groups_written(held: Mapping[str, Sequence[int]]) -> str:
    """Return `held` as JSON of one line: each value, and its keys as one text."""
    return compact([[value, _joined(keys)] for value, keys in grouped(held)])


def names_written(names: Iterable[str]) -> str:
    """Return `names` as JSON of one line, one text: it is read faster than a list."""
    return compact(_joined(names))


def _joined(names: Iterable[str]) -> str:
    """Return names with a space behind each; ids have none, but whatever they hold comes back."""
    return "".join(f"{name.replace('%', '%25').replace(' ', '%20')} " for name in names)


def _split(text: str) -> list[str]:
    names = text.split(" ")
    names.pop()
    if "%" in text:
        return [name.replace("%20", " ").replace("%25", "%") for name in names]
    return names
