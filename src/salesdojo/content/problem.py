"""A problem in a file: what is wrong, where, and how to say it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple, Self

from salesdojo.content.codes import WARNINGS
from salesdojo.i18n import message

_ROOMS: Final = {"content": ("SD0", "SD1", "SD2"), "tables": ("SD8",)}
"""Which codes have their sentences in which catalogue; those of all others are in ``rules``."""
LONGEST_FILE: Final = 1_000
"""Characters shown of a file's path: cut, it would name no file."""
_LONGEST: Final = {"allowed": 200, "keys": 200, "file": LONGEST_FILE}
"""Characters shown of values that are no use cut, by name."""
_LOOKED_AT: Final = 2_000
"""Characters of a text in which a password is looked for; no excerpt is as long."""


class Severity(StrEnum):
    """How bad a problem is: an error is proved, a warning is an opinion."""

    ERROR = "error"
    WARNING = "warning"


class Mark(NamedTuple):
    """A place in a file. Lines and columns count from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one place of one file."""

    path: str
    line: int
    column: int
    code: str
    """``SD`` and three digits; stable, documented one page each."""
    values: tuple[tuple[str, str | int], ...] = ()
    """What the message names; strings come cut to a readable length."""
    form: str = ""
    """Which of a code's sentences to use, where it has several (``suggestion``)."""
    severity: Severity = field(default=Severity.ERROR, compare=False)

    @classmethod
    def at(
        cls,
        path: str,
        mark: Mark,
        code: str,
        form: str = "",
        **values: str | int,
    ) -> Self:
        """Build a problem at `mark` of the file `path`."""
        shown = tuple(
            (name, excerpt(value, _LONGEST.get(name, 60)) if isinstance(value, str) else value)
            for name, value in values.items()
        )
        severity = Severity.WARNING if code in WARNINGS else Severity.ERROR
        return cls(path, mark.line, mark.column, code, shown, form, severity)

    def message(self, language: str) -> str:
        """Say it in `language`, without place and code."""
        room = next((room for room, of in _ROOMS.items() if self.code.startswith(of)), "rules")
        key = f"{room}.{self.code}.{self.form}" if self.form else f"{room}.{self.code}"
        return message(key, language, **dict(self.values))

    def line_of_text(self, language: str) -> str:
        """Say it as compilers do: ``path:line:column: CODE message``."""
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.code} {self.message(language)}"


def errors_among(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those of `problems` that keep a file from being used; warnings do not."""
    return tuple(one for one in problems if one.severity is Severity.ERROR)


def excerpt(value: str, longest: int = 60) -> str:
    """Cut `value` for a message and make what cannot be seen visible.

    A message is one line: a file must not be able to write lines of its own into a report.
    The password of a URL is left out: someone may have put the URL in the wrong place.
    """
    from salesdojo.content.visible import visible, without_passwords

    value = without_passwords(value[:_LOOKED_AT])
    shown = visible(value[: longest + 1]).replace("\n", "\N{SYMBOL FOR LINE FEED}")
    return shown if len(shown) <= longest else f"{shown[: longest - 3]}..."
