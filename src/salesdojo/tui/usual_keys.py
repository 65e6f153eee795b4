"""The keys that most screens end their last line with."""

from typing import Final

from salesdojo.tui.widgets.key_bar import Key

BACK: Final = Key("Esc", "tui.app_key_back", "screen.back")
LANGUAGE: Final = Key("L", "tui.app_key_language", "app.switch_language")
LANGUAGE_BY_CTRL: Final = Key("Ctrl+L", "tui.app_key_language", "app.switch_language")
"""Where letters are for writing."""
GLOSSARY: Final = Key("G", "tui.app_key_glossary", "app.glossary")
THEME: Final = Key("D", "tui.app_key_theme", "app.switch_theme")
QUIT: Final = Key("Q", "tui.app_key_quit", "app.quit")
