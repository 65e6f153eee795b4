"""The keys of a talk as its last line names them."""

from typing import Final

from salesdojo.tui.widgets.key_bar import Key

_LANGUAGE: Final = "tui.app_key_language"
_PRACTICE: Final = (
    Key("1-9", "tui.talk_key_choose", "screen.take"),
    Key("H", "tui.talk_key_hint", "screen.hint"),
    Key("G", "tui.app_key_glossary", "screen.look_up"),
    Key("P", "tui.talk_key_pause", "screen.pause"),
    Key("C", "tui.talk_key_coach", "screen.toggle_coach"),
    Key("Esc", "tui.talk_key_leave", "screen.leave"),
    Key("L", _LANGUAGE, "app.switch_language"),
)
_EXAM: Final = tuple(key for key in _PRACTICE if key.shown not in "HPC")
TABLE_LINES: Final = 2
"""Lines that the keys of a table take at most."""
TABLE_MOVES: Final = (
    Key("P", "table_screen.key_propose", "screen.bargain('propose')"),
    Key("W", "table_screen.key_ask", "screen.bargain('ask')"),
    Key("A", "table_screen.key_accept", "screen.bargain('accept')"),
    Key("J", "table_screen.key_reason", "screen.bargain('reason')"),
    Key("2", "table_screen.key_second", "screen.bargain('second')"),
    Key("I", "table_screen.key_if_then", "screen.bargain('if_then')"),
    Key("X", "table_screen.key_walk_away", "screen.bargain('walk_away')"),
)
_TABLE: Final = (
    *TABLE_MOVES,
    Key("Esc", "tui.talk_key_leave", "screen.leave"),
    Key("L", _LANGUAGE, "app.switch_language"),
    Key("H", "tui.talk_key_hint", "screen.hint"),
    Key("G", "tui.app_key_glossary", "screen.look_up"),
)
TABLE_LIST: Final = (
    Key("1-9", "table_screen.key_choose", "screen.bargain('choose')"),
    Key("Esc", "table_screen.key_back", "screen.bargain('back')"),
    Key("L", _LANGUAGE, "app.switch_language"),
)
_TYPING: Final = (
    Key("Enter", "recall.key_show", "screen.show_choices"),
    Key("Esc", "recall.key_without", "screen.do_without"),
    Key("Ctrl+L", _LANGUAGE, "app.switch_language"),
)
_OVER: Final = (
    Key("Enter", "tui.talk_to_debrief", "screen.take"),
    Key("Esc", "tui.app_key_back", "screen.leave"),
    Key("G", "tui.app_key_glossary", "screen.look_up"),
    Key("C", "tui.talk_key_coach", "screen.toggle_coach"),
    Key("L", _LANGUAGE, "app.switch_language"),
)


def table_keys(*, practice: bool, choosing: bool) -> tuple[Key, ...]:
    """Return the keys at a negotiation table, or while a list stands in its place."""
    if choosing:
        return TABLE_LIST
    return _TABLE if practice else tuple(key for key in _TABLE if key.shown != "H")


def talk_keys(*, practice: bool, typing: bool, over: bool) -> tuple[Key, ...]:
    """Return the keys while choices, or a line of the trainee's own, are asked for.

    A talk that is `over` only waits to be read: nothing is left to hint at, or to stop.
    """
    if over:
        return _OVER if practice else tuple(key for key in _OVER if key.shown != "C")
    if typing:
        return _TYPING
    return _PRACTICE if practice else _EXAM
