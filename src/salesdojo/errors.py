"""The errors a user can meet: each has a code, a cause and a remedy.

    SalesdojoError            (base; never raised itself)
    +-- UsageError            US..  arguments that make no sense
    +-- ContentError          CT..  a scenario or pack that cannot be played
    +-- PracticeError         PR..  a move that the attempt does not allow
    +-- RecordsError          DB..  the database, or what is in it
    +-- ReviewError           RV..  what managers and trainers read: reports, exports

What they say is a message of the catalogue: ``errors.<code>.cause`` and
``errors.<code>.remedy`` in `salesdojo.i18n`, filled with `values`.
"""

from typing import ClassVar


class SalesdojoError(Exception):
    """Something the user must know, with what to do about it."""

    exit_code: ClassVar[int] = 2
    """The process's exit code when this reaches the command line (docs/operators.md)."""

    def __init__(self, code: str, **values: str | int) -> None:
        """Name the message by `code`; `values` fill its placeholders."""
        super().__init__(code, values)
        self.code = code
        self.values = values

    def cause(self, language: str) -> str:
        """Say what happened, and where, in `language`."""
        from salesdojo.i18n import message

        return message(f"errors.{self.code}.cause", language, **self._spoken(language))

    def remedy(self, language: str) -> str:
        """Say what to do about it, in `language`."""
        from salesdojo.i18n import message

        return message(f"errors.{self.code}.remedy", language, **self._spoken(language))

    def _spoken(self, language: str) -> dict[str, str | int]:
        """Give the values, a reason in the system's words in the language of the sentence."""
        reason = self.values.get("reason")
        if not isinstance(reason, str):
            return self.values
        from salesdojo.i18n import catalogue, message

        name = next(
            (one for one, words in catalogue("en", "system").items() if words == reason), ""
        )
        return {**self.values, "reason": message(f"system.{name}", language) if name else reason}

    def __str__(self) -> str:
        """Give code, cause and remedy in English, for logs and tests."""
        return f"{self.code}: {self.cause('en')} {self.remedy('en')}"


class UsageError(SalesdojoError):
    """Arguments that make no sense together."""


class ContentError(SalesdojoError):
    """A scenario, rubric or pack that cannot be found or played."""


class PracticeError(SalesdojoError):
    """A move that the attempt does not allow."""


class RecordsError(SalesdojoError):
    """The database cannot be used, or does not hold what was asked for."""


class ReviewError(SalesdojoError):
    """A report or an export that cannot be made, or does not arrive."""
