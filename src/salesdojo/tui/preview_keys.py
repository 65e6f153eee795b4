"""The keys of a preview as its last line names them."""

from typing import Final

from salesdojo.tui.talk_keys import TABLE_LIST, TABLE_MOVES
from salesdojo.tui.widgets.key_bar import Key

_BACK: Final = Key("B", "preview.key_back", "screen.back")
_RESTART: Final = Key("R", "preview.key_restart", "screen.restart")
_EDIT: Final = Key("E", "preview.key_edit", "screen.edit")
_QUIT: Final = Key("Q", "tui.app_key_quit", "app.quit")
_LANGUAGE: Final = Key("L", "tui.app_key_language", "app.switch_language")
_STEP: Final = Key("S", "preview.key_random_step", "screen.random_step")
_OUTLINE: Final = Key("O", "preview.key_outline", "screen.outline")
_TALK: Final = (
    Key("1-9", "preview.key_choose", "screen.take"),
    _BACK,
    _RESTART,
    Key("J", "preview.key_jump", "screen.jump"),
    Key("X", "preview.key_random", "screen.random"),
    Key("P", "preview.key_problems", "screen.problems"),
    _OUTLINE,
    _EDIT,
    _QUIT,
    _LANGUAGE,
    Key("D", "preview.key_theme", "app.switch_theme"),
    _STEP,
)
_BARGAIN: Final = Key("Tab", "preview.key_bargain", "screen.turn_table")
_TABLE: Final = (
    *TABLE_MOVES,
    _BACK,
    # J, X and P are the table's here: they are behind this one.
    Key("Tab", "preview.key_players", "screen.turn_table"),
    _STEP,
    _EDIT,
    _RESTART,
    _QUIT,
    _LANGUAGE,
    _OUTLINE,
)


def preview_keys(*, bargaining: bool, choosing: bool, players: bool, edits: bool) -> list[Key]:
    """Return the keys, the most important first.

    Args:
        bargaining: the sheet of a negotiation table is on the screen.
        choosing: a list stands in its place.
        players: the named players do, to let one of them bargain.
        edits: the person has named an editor.
    """
    if choosing:
        return list(TABLE_LIST)
    keys = _TABLE if bargaining else _TALK
    found = [_TALK[0], _BARGAIN, *_TALK[1:]] if players else list(keys)
    return found if edits else [key for key in found if key is not _EDIT]
