"""Mappings kept as text whose values are made when somebody first looks into them.

Of hundreds of people most are never looked into, and reading them takes time. Whoever makes
one has seen that its text is as it was written.
"""

import json
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")
Coded = tuple[Sequence[str], Sequence[str]]
"""Keys, and a code for the counts of each."""


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

    @abstractmethod
    def _read(self) -> dict[str, Value]:
        """Read all of it."""


class CountsLater(_Later[Sequence[int]]):
    """Counts by key; hundreds of keys share a few of them, each kept as a code."""

    __slots__ = ("_codes", "_names")

    def __init__(self, names: str, codes: str) -> None:
        """Take what `names_written` and `codes_written` wrote."""
        super().__init__()
        self._names = names
        self._codes = codes

    @property
    def coded(self) -> Coded:
        """The keys, and the code of each."""
        return names_of(self._names), self._codes.split(" ")[:-1]

    def _read(self) -> dict[str, Sequence[int]]:
        return {name: list(counts_of(code)) for name, code in zip(*self.coded, strict=True)}


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
            self._names = names_of(self._text)
        return self._names

    def _read(self) -> dict[str, int]:
        return dict(zip(self.names, json.loads(self._times), strict=True))


def coded(held: Mapping[str, Sequence[int]]) -> Coded:
    """Return the keys of `held`, and a code for the counts of each (`counts_of`)."""
    if isinstance(held, CountsLater):
        return held.coded
    return list(held), [code_of(tuple(counts)) for counts in held.values()]


@lru_cache(maxsize=4096)
def code_of(counts: tuple[int, ...]) -> str:
    """Return a code that stands for counts."""
    return ",".join(map(str, counts))


@lru_cache(maxsize=4096)
def counts_of(code: str) -> tuple[int, ...]:
    """Return the counts that a code stands for."""
    return tuple(map(int, code.split(","))) if code else ()


def names_in(held: Mapping[str, int]) -> Iterable[str]:
    """Return the keys of `held`, the values of which need not be read for it."""
    return held.names if isinstance(held, TimesLater) else held


def codes_written(held: Mapping[str, Sequence[int]]) -> str:
    """Return the codes of `held` as one line."""
    return "".join(f"{code} " for code in coded(held)[1])


def names_written(names: Iterable[str]) -> str:
    """Return `names` as one line, a space behind each: it is read faster than a JSON list.

    Ids are written as they are; whatever else they may hold comes back too.
    """
    return "".join(f"{name if name.isidentifier() else _quoted(name)} " for name in names)


def _quoted(name: str) -> str:
    from urllib.parse import quote

    return quote(name, errors="surrogatepass")


def names_of(text: str) -> list[str]:
    """Return what `names_written` wrote."""
    names = text.split(" ")[:-1]
    if "%" not in text:
        return names
    from urllib.parse import unquote

    return [unquote(name, errors="surrogatepass") for name in names]
