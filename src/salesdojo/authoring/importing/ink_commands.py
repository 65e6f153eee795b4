"""ink's commands that write and compute, as far as that can be done without playing."""

from typing import Final

from salesdojo.authoring.importing.ink_notes import Notes
from salesdojo.authoring.importing.ink_road import GLUE, Road, joined
from salesdojo.authoring.importing.ink_values import (
    BINARY,
    NOTHING,
    UNARY,
    UNKNOWN,
    Depends,
    Nothing,
    Spoken,
    Value,
    binary,
    unary,
)
from salesdojo.content.condition import Name

_SIGNS: Final = {"\n": "\n", "<>": GLUE}
_UNKNOWN_RESULT: Final = {
    "choiceCnt": ("CHOICE_COUNT", 0), "turn": ("TURNS", 0), "turns": ("TURNS_SINCE", 1),
    "readc": ("READ_COUNT", 1), "rnd": ("RANDOM", 2), "srnd": ("SEED_RANDOM", 1),
    "range": ("LIST_RANGE", 3), "listInt": ("LIST", 2), "lrnd": ("LIST_RANDOM", 1),
}  # fmt: skip
"""Commands whose result only a game knows: their name in ink, and the values they take."""


def command(road: Road, notes: Notes, item: str) -> None:
    """Deal with a text or a command that computes; `road` holds the values."""
    if item.startswith("^"):
        road.write(item[1:].replace(GLUE, ""))
    elif item in _SIGNS:
        road.write(_SIGNS[item])
    elif item in ("str", "#"):
        road.written.append([])
    elif item in ("/str", "/#") and len(road.written) > 1:
        words = joined(road.written.pop())
        if item == "/#":
            notes.tag(words)
        else:
            road.stack.append(Spoken(words))
    elif item in ("out", "pop", "du", "void"):
        _handle(road, notes, item)
    else:
        _compute(road, notes, item)


def _handle(road: Road, notes: Notes, item: str) -> None:
    if item == "out":
        _print(road, notes, road.pop())
    elif item == "pop":
        road.pop()
    elif item == "du":
        road.stack.append(road.stack[-1] if road.stack else UNKNOWN)
    else:
        road.stack.append(NOTHING)


def _compute(road: Road, notes: Notes, item: str) -> None:
    if item in UNARY:
        road.stack.append(unary(item, road.pop()))
    elif item in BINARY:
        right = road.pop()
        road.stack.append(binary(item, road.pop(), right))
    elif item in ("visit", "seq"):
        if item == "seq":
            road.pop()
            road.pop()
        # As on the first visit.
        notes.lose("alternatives", notes.here.where)
        road.stack.append(0)
    elif item in _UNKNOWN_RESULT:
        called, values = _UNKNOWN_RESULT[item]
        for _ in range(values):
            road.pop()
        notes.lose("function", called)
        road.stack.append(UNKNOWN)


def _print(road: Road, notes: Notes, value: Value) -> None:
    match value:
        case int() | float():
            words = str(value).lower() if isinstance(value, bool) else str(value)
            road.write(words)
        case Spoken(text=text):
            road.write(text)
        case Nothing():
            pass
        case Depends(node=Name(id=name)):
            notes.lose("printed", name)
            road.write(f"{{{name}}}")
        case _:
            notes.lose("printed", "{...}")
            road.write("{...}")
