"""The commands that show what a figure rests on, as they are typed in a shell."""

from dataclasses import dataclass
from shlex import quote
from typing import TYPE_CHECKING, Final

from salesdojo.content.visible import visible

if TYPE_CHECKING:
    from salesdojo.records.model import Person

SHORT: Final = 12
"""Signs of an attempt's id: enough to name it."""


@dataclass(frozen=True, slots=True)
class Commands:
    """Those about one person."""

    person: "Person"

    def history(self, scenario: str | None = None) -> str:
        """List the finished attempts, at one scenario or at all."""
        return self._of("history" if scenario is None else f"history {quote(scenario)}")

    def compare(self, attempt: str) -> str:
        """Show an attempt beside the exemplar; `ID` stands for any."""
        return self._of(f"compare {quote(attempt[:SHORT])} --exemplar")

    def progress(self) -> str:
        """Tell all that each skill rests on."""
        return self._of("progress --json")

    def _of(self, command: str) -> str:
        team = f" {option('--team', self.person.team)}" if self.person.team else ""
        return f"salesdojo {command} {option('--as', self.person.name)}{team}"


def option(name: str, value: str) -> str:
    """Return an option with its value, quoted for a shell; nothing in it acts on a terminal."""
    quoted = quote(visible(value))
    return f"{name}={quoted}" if value.startswith("-") else f"{name} {quoted}"


def ids(attempts: "list[str]", comma: str) -> str:
    """Return the ids of attempts, cut to what names them."""
    return comma.join(one[:SHORT] for one in attempts)
