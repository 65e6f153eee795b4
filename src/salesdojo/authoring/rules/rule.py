"""A rule is a function that looks for one thing, with the code it reports.

Its docstring is its page: a sentence that says what is wrong, and two fragments of
YAML after ``Bad:`` and ``Good:``. `docs/codes/` is written from them, and a test
holds each of them to what it says.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from salesdojo.content.problem import Problem

T = TypeVar("T")
Look = Callable[[T], Iterator[Problem]]

_EXAMPLES: Final = re.compile(r"\n\nBad:\n(?P<bad>.*?)\n\nGood:\n(?P<good>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """Two fragments of YAML: one that a code is reported for, and one mended."""

    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One thing that can be wrong with a `T`, and how it is found."""

    code: str
    look: Look[T]

    @property
    def example(self) -> Example:
        """The fragments in the docstring.

        Raises:
            ValueError: when it has none.
        """
        found = _EXAMPLES.search(inspect.getdoc(self.look) or "")
        if found is None:
            msg = f"the docstring of {self.code} has no example"
            raise ValueError(msg)
        return Example(*(inspect.cleandoc(f"\n{found[part]}") + "\n" for part in ("bad", "good")))
