"""Which codes someone wants to hear of: ``--select`` and ``--ignore``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from salesdojo.content.codes import CODES
from salesdojo.content.problem import Problem
from salesdojo.errors import UsageError


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or beginnings of codes such as ``SD5``; the longest that fits decides."""

    selected: tuple[str, ...] = ("SD",)
    ignored: tuple[str, ...] = ()

    @classmethod
    def read(cls, selected: str | None, ignored: str | None) -> Self:
        """Read two lists of codes as they are typed: ``SD3,SD501``.

        Raises:
            UsageError: US051 for what is the beginning of no code.
        """
        wanted = _codes(selected) if selected is not None else ("SD",)
        return cls(wanted, _codes(ignored or ""))

    @property
    def is_everything(self) -> bool:
        """Whether no code is left out."""
        return self == Selection()

    def wants(self, code: str) -> bool:
        """Say whether problems with `code` are to be told."""
        return _longest(code, self.selected) > _longest(code, self.ignored)

    def among(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield the problems that are to be told."""
        return (problem for problem in problems if self.wants(problem.code))

    def __str__(self) -> str:
        """Write it down, the same for the same selection."""
        return f"{','.join(sorted(self.selected))}-{','.join(sorted(self.ignored))}"


def _codes(typed: str) -> tuple[str, ...]:
    codes = tuple(code.strip().upper() for code in typed.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in CODES):
            raise UsageError("US051", named=code)
    return codes


def _longest(code: str, beginnings: Iterable[str]) -> int:
    return max((len(one) for one in beginnings if code.startswith(one)), default=0)
