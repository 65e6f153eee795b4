"""What the program says, in complete sentences, one catalogue a language.

A catalogue is a package (`en`, `ja`) with one file a room; a key is
``room.name``. Scenario texts are not here: they are the trainer's. `--help` waits
for this file and for `cli` of one language: they do without typing (6 ms).
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

LANGUAGES = ("ja", "en")
"""The languages that ship; Japanese and English are equals."""


@cache
def catalogue(language: str, room: str) -> Mapping[str, str]:
    """Return the messages of one room in one language, by key without the room."""
    messages: Mapping[str, str] = import_module(f"salesdojo.i18n.{language}.{room}").MESSAGES
    return messages


def message(key: str, language: str, /, **values: str | int) -> str:
    """Return the message `key` ("room.name") in `language`, its {placeholders} filled.

    An unknown language speaks English. An unknown key is a mistake of ours: KeyError.
    """
    room, _, name = key.partition(".")
    spoken = language if language in LANGUAGES else "en"
    return catalogue(spoken, room)[name].format_map(values)


def preferred_language(environment: Mapping[str, str]) -> str:
    """Return ``ja`` when the locale is Japanese, else ``en``.

    `SALESDOJO_LANG` wins over the locale variables, which count in POSIX order.
    """
    for variable in ("SALESDOJO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(variable, "")
        if value:
            return "ja" if value.lower().startswith("ja") else "en"
    return "en"
