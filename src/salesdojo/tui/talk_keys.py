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
_TYPING: Final = (
    Key("Enter", "recall.key_show", "screen.show_choices"),
    Key("Ctrl+L", _LANGUAGE, "app.switch_language"),
)


def talk_keys(*, practice: bool, typing: bool) -> tuple[Key, ...]:
    """Return the keys while choices, or a line of the trainee's own, are asked for."""
    if typing:
        return _TYPING
    return _PRACTICE if practice else _EXAM
