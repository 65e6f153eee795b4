"""What a customer says at a negotiation table: lines by situation, and when each of them fits.

The lines that come along are in ``data/table_lines.yaml``. A scenario's own lines take their
place, situation by situation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from salesdojo.content.text import Text

COLD: Final = "cold"
WARM: Final = "warm"
MANY: Final = "many"
"""More than one issue is bargained over."""
TONES: Final = frozenset({COLD, WARM, MANY})
"""Marks that add lines to those without a mark; any other takes their place."""
MARKS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "pleased": frozenset({"little"}),
        "reason": frozenset({"alone"}),
        "reason_fits": frozenset({"alone"}),
        "known_reason": frozenset({"alone"}),
        "told": frozenset({"led", "also", "at_last"}),
        "deflected": frozenset({"led", "again"}),
        "nearest": frozenset({"far_off", "short", "close"}),
        "far_off": frozenset({"yet", "hurt"}),
        "short": frozenset({"yet", "hurt"}),
        "close": frozenset({"hurt"}),
        "countered": frozenset({"moved", "shifted", "same"}),
        "accepted": frozenset({"several", "yet"}),
        "no_time": frozenset({"far_off", "short", "close"}),
    }
)
"""By situation: the marks, other than tones, that a line of it may have.

little: a small step, or one that leaves the offer far off. alone: no offer came with it.
led: praise of the question goes before. also: something else was told before. at_last, again:
the question was put off before. far_off, short, close: how near the offer comes. yet: against
what was said before. hurt: the offer angered. moved, shifted,
same: what the counter is to the last one. several: one of several packages is taken.
"""
PLACEHOLDERS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "insulted": frozenset({"issue", "option"}),
        "repeated": frozenset(),
        "took_back": frozenset(),
        "pleased": frozenset(),
        "several": frozenset(),
        "reason": frozenset({"issue", "reason"}),
        "reason_fits": frozenset({"issue", "interest"}),
        "known_reason": frozenset({"issue", "reason"}),
        "good_question": frozenset({"question"}),
        "told": frozenset({"issue", "interest"}),
        "unlocked": frozenset({"issue", "option"}),
        "deflected": frozenset({"question"}),
        "already_told": frozenset({"question"}),
        "nothing_to_tell": frozenset({"question"}),
        "nearest": frozenset({"issue", "option", "letter", "package"}),
        "far_off": frozenset({"issue", "option"}),
        "short": frozenset({"issue", "option"}),
        "close": frozenset({"issue", "option"}),
        "countered": frozenset({"package", "changes"}),
        "last_round": frozenset(),
        "accepted": frozenset({"package", "letter"}),
        "agreed": frozenset({"package"}),
        "walked_away": frozenset(),
        "they_left": frozenset(),
        "no_time": frozenset({"issue", "option"}),
    }
)
"""By situation: what a line of it may hold in braces. Every situation is a key."""

_DEFAULTS: Final = Path(__file__).parent / "data" / "table_lines.yaml"


@dataclass(frozen=True, slots=True)
class TableLine:
    """Something a customer may say in a situation."""

    say: Text
    marks: frozenset[str] = frozenset()
    """When it fits; always, where there is no mark."""
    own: bool = False
    """The scenario wrote it: it is said before those that come along."""


Lines = Mapping[str, tuple[TableLine, ...]]


@cache
def default_lines() -> Lines:
    """Return the lines that come along, by situation."""
    # Who plays a scenario without a table needs no YAML.
    from salesdojo.content.document_reading import read_document

    written: Any = read_document(_DEFAULTS.name, _DEFAULTS.read_bytes()).data
    return MappingProxyType(
        {situation: tuple(_line(one) for one in lines) for situation, lines in written.items()}
    )


def customer_lines(own: Mapping[str, tuple[Text, ...]]) -> Lines:
    """Return the lines of a table whose scenario wrote `own`, by situation.

    Own lines are said whatever the mood. Behind a single one the lines that come along stay,
    for the time that the situation comes twice.
    """
    return MappingProxyType(
        {
            situation: _replaced(own.get(situation, ()), lines)
            for situation, lines in default_lines().items()
        }
    )


def _replaced(own: tuple[Text, ...], lines: tuple[TableLine, ...]) -> tuple[TableLine, ...]:
    said = tuple(TableLine(text, own=True) for text in dict.fromkeys(own))
    return said if len(said) > 1 else (*said, *lines)


def _line(written: Mapping[str, Any]) -> TableLine:
    marks = written.get("when", ())
    return TableLine(
        Text.of({"ja": written["ja"], "en": written["en"]}),
        frozenset([marks] if isinstance(marks, str) else marks),
    )
