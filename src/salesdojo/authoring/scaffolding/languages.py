"""Which languages a scaffold is written in, and how a text in both becomes one in one."""

import re
from collections.abc import Sequence
from typing import Final

from salesdojo.content.problem import excerpt
from salesdojo.errors import UsageError
from salesdojo.i18n import LANGUAGES, message

_QUOTED: Final = r'"(?:[^"\\]|\\.)*"'
_FLOW: Final = re.compile(rf"\{{ja: (?P<ja>{_QUOTED}), en: (?P<en>{_QUOTED})\}}")
_BELOW: Final = rf"ja: (?P<ja>{_QUOTED})\n +en: (?P<en>{_QUOTED})$"
_OF_KEY: Final = re.compile(rf"^(?P<key> *(?:- )?\w+:)\n +{_BELOW}", re.MULTILINE)
_OF_ENTRY: Final = re.compile(rf"^(?P<key> *-) {_BELOW}", re.MULTILINE)
_NOTE: Final = re.compile(r"^( *)#: (\w+)\n", re.MULTILINE)


def languages_asked(asked: str | None, usual: Sequence[str]) -> tuple[str, ...]:
    """Return the languages of ``ja,en``, each once; `usual` where nothing was asked.

    Raises:
        UsageError: US062 for a language that scaffolds are not written in.
    """
    if asked is None:
        return tuple(usual)
    wanted = tuple(dict.fromkeys(part.strip() for part in asked.split(",")))
    for language in wanted:
        if language not in LANGUAGES:
            raise UsageError("US062", language=excerpt(language))
    return wanted


def in_languages(text: str, languages: Sequence[str]) -> str:
    """Return YAML whose texts stand in both languages, in `languages` alone.

    In one language a text is a plain string.
    """
    if len(languages) > 1:
        return text
    (only,) = languages
    text = _FLOW.sub(lambda found: found[only], text)
    text = _OF_KEY.sub(lambda found: f"{found['key']} {found[only]}", text)
    return _OF_ENTRY.sub(lambda found: f"{found['key']} {found[only]}", text)


def with_notes(text: str, languages: Sequence[str]) -> str:
    """Return `text` with each line ``#: name`` replaced by that note, in each language."""
    return _NOTE.sub(lambda found: note(found[2], languages, found[1]), text)


def note(name: str, languages: Sequence[str], indent: str = "", **values: str) -> str:
    """Return the note `name` as comment lines, in each language."""
    return "".join(
        f"{indent}# {line}\n"
        for language in languages
        for line in message(f"scaffolding.note_{name}", language, **values).splitlines()
    )
