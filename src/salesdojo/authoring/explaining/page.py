"""The page of a code: what it means, why it matters, a bad and a good example."""

import re
from typing import Final

from salesdojo.authoring.explaining.examples import IN_WORDS, examples
from salesdojo.authoring.explaining.wrapping import wrapped
from salesdojo.authoring.rules.rule import Example
from salesdojo.content.codes import CODES, WARNINGS
from salesdojo.content.suggesting import nearest_few
from salesdojo.content.visible import visible
from salesdojo.errors import UsageError
from salesdojo.i18n import message

_COLUMNS: Final = 80
_INDENT: Final = "    "
_RAW: Final = "# raw\n"
"""Says to the tests that a fragment is a whole file; nobody else needs to know."""


def title(code: str, language: str) -> str:
    """Return what a code means, in a few words."""
    return message(f"codes.{code}.title", language)


def why(code: str, language: str) -> str:
    """Return why a code matters and what to do about it."""
    return message(f"codes.{code}.why", language)


def severity(code: str, language: str) -> str:
    """Return the sentence that says whether a code is an error or a warning."""
    return message("codes.warning" if code in WARNINGS else "codes.error", language)


def example(code: str, language: str) -> Example | None:
    """Return a code's bad and good example, in words where it is about files; or None."""
    if code in IN_WORDS:
        return Example(
            *(message(f"codes.{code}.{part}", language) + "\n" for part in ("bad", "good"))
        )
    shown = examples().get(code)
    if shown is None:
        return None
    return Example(shown.bad.removeprefix(_RAW), shown.good.removeprefix(_RAW))


def page(code: str, language: str) -> str:
    """Return the page of a code as Markdown."""
    parts = [f"# {code}: {title(code, language)}", severity(code, language), why(code, language)]
    shown = example(code, language)
    if shown is not None:
        for name, fragment in (("bad", shown.bad), ("good", shown.good)):
            parts += [f"## {message(f'codes.{name}', language)}", markdown_of(code, fragment)]
    return "\n\n".join(parts) + "\n"


def markdown_of(code: str, fragment: str) -> str:
    """Return a part of an example as Markdown: a block of YAML, or words."""
    return fragment.rstrip() if code in IN_WORDS else f"```yaml\n{fragment.rstrip()}\n```"


def plain_page(code: str, language: str) -> str:
    """Return the page of a code as plain text, its sentences wrapped to 80 columns."""
    parts = [
        wrapped(f"{code}: {title(code, language)}", _COLUMNS),
        wrapped(severity(code, language), _COLUMNS),
        wrapped(why(code, language), _COLUMNS),
    ]
    shown = example(code, language)
    if shown is not None:
        for name, fragment in (("bad", shown.bad), ("good", shown.good)):
            parts += [f"{message(f'codes.{name}', language)}:", _indented(code, fragment)]
    return "\n\n".join(parts)


def explained(word: str, language: str) -> str:
    """Return the page of the code that someone typed, as plain text for a terminal.

    Raises:
        UsageError: US050 when there is no such code, naming the nearest.
    """
    code = word.strip().upper()
    if re.fullmatch(r"\d{3}", code):
        code = f"SD{code}"
    if code not in CODES:
        near = nearest_few(code, CODES, len(CODES))
        nearest = next((one for one in near if code.startswith(one)), near[0])
        raise UsageError("US050", word=visible(word.strip()[:_COLUMNS]), nearest=nearest)
    return plain_page(code, language)


def _indented(code: str, fragment: str) -> str:
    room = _COLUMNS - len(_INDENT)
    text = wrapped(fragment.rstrip(), room) if code in IN_WORDS else fragment.rstrip()
    return "\n".join(f"{_INDENT}{line}".rstrip() for line in text.split("\n"))
