"""Both languages say the same things: no message is missing, none has other placeholders."""

import pkgutil
from string import Formatter

import pytest

from salesdojo import i18n
from salesdojo.i18n import en, ja

ROOMS = sorted(
    {module.name for package in (en, ja) for module in pkgutil.iter_modules(package.__path__)}
)


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_have_the_same_messages(room: str) -> None:
    assert i18n.catalogue("en", room).keys() == i18n.catalogue("ja", room).keys()


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_name_the_same_things(room: str) -> None:
    english, japanese = i18n.catalogue("en", room), i18n.catalogue("ja", room)
    differing = [
        key for key in english if placeholders(english[key]) != placeholders(japanese[key])
    ]
    assert differing == []


@pytest.mark.parametrize("room", ROOMS)
def test_japanese_messages_are_written_in_japanese(room: str) -> None:
    """A message may be a figure or a name in both languages, but whole sentences differ."""
    english, japanese = i18n.catalogue("en", room), i18n.catalogue("ja", room)
    untranslated = [
        key for key in english if english[key] == japanese[key] and english[key].count(" ") > 3
    ]
    examples = [key for key in untranslated if not key.endswith("_example")]
    assert examples == []


def test_every_error_has_a_cause_and_a_remedy() -> None:
    codes = {key.partition(".")[0] for key in i18n.catalogue("en", "errors")}
    wanted = {f"{code}.{part}" for code in codes for part in ("cause", "remedy")}
    assert i18n.catalogue("en", "errors").keys() == wanted


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C", "SALESDOJO_LANG": "ja"}, "ja"),
    ],
)
def test_japanese_when_the_locale_is_japanese_else_english(
    environment: dict[str, str], language: str
) -> None:
    assert i18n.preferred_language(environment) == language
