"""How issues, options and packages are called in a sentence, and how sentences are put together.

Labels and lines come from files: what stands in braces is looked up, never evaluated, and
what is put in is not looked through again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from salesdojo.content.table import Issue, Option, Table
from salesdojo.content.text import Text

JA: Final = "ja"
EN: Final = "en"
Names = Mapping[str, Text]
"""What stands for a placeholder."""

_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")
_ENDED: Final = re.compile(r"[.!?…。！？・][\"'”’)」』）]*$")
_CAPITALISED: Final = re.compile(r"[A-Z][a-z]")
_PROPER: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def languages(table: Table) -> tuple[str, ...]:
    """Return the languages to speak at a table: of Japanese and English those its labels are in.

    Both where its labels are in neither, or the same in all languages.
    """
    labels = [issue.label for issue in table.issues]
    labels += [option.label for issue in table.issues for option in issue.options]
    written = {language for label in labels for language in label.languages}
    return tuple(one for one in (JA, EN) if one in written) or (JA, EN)


def called(thing: Issue | Option, language: str) -> str:
    """Return the label of an issue or option as a sentence has it in the middle; else its id.

    In English an issue loses the capital and the article of a heading. An option may be a
    name: it stays.
    """
    label = thing.label.spoken(language) or thing.id
    if language != EN or isinstance(thing, Option) or _PROPER.match(label):
        return label
    label = label[0].lower() + label[1:] if _CAPITALISED.match(label) else label
    return label.removeprefix("the ")


def name(thing: Issue | Option) -> Text:
    """Return what an issue or option is called, in both languages."""
    return Text.of({language: called(thing, language) for language in (JA, EN)})


def terms(table: Table, chosen: Mapping[int, int], language: str) -> str:
    """Return what is settled how, for a sentence: `chosen` has the option's place by issue.

    Where there is only one issue, it need not be named.
    """
    if len(table.issues) == 1:
        return series(
            [called(table.issues[0].options[at], language) for at in chosen.values()], language
        )
    between = "は" if language == JA else " "
    named = [
        called(table.issues[issue], language)
        + between
        + called(table.issues[issue].options[place], language)
        for issue, place in chosen.items()
    ]
    return series(named, language)


def named_terms(table: Table, chosen: Mapping[int, int]) -> Text:
    """Return `terms` in both languages."""
    return Text.of({language: terms(table, chosen, language) for language in (JA, EN)})


def series(items: Sequence[str], language: str, last: str = " and ") -> str:
    """Return a list as it is spoken: "a, b and c", 「a、b、c」."""
    if language == JA:
        return "、".join(items)
    return last.join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def either(options: Sequence[Option]) -> Text:
    """Return options of which one can be had."""
    japanese = "か".join(called(option, JA) for option in options)
    english = series([called(option, EN) for option in options], EN, " or ")
    return Text.of({JA: japanese, EN: english})


def placeholders(line: Text) -> frozenset[str]:
    """Return what stands in braces, in any language."""
    return frozenset(name for _, words in line.by_language for name in _PLACEHOLDER.findall(words))


def filled(words: str, names: Names, language: str) -> str:
    """Return `words` with its placeholders filled; one that has no name stays as it is."""

    def put(found: re.Match[str]) -> str:
        if found[1] not in names:
            return found[0]
        put_in = names[found[1]].spoken(language)
        before = words[: found.start()].rstrip()
        begins = language == EN and (not before or _ENDED.search(before) is not None)
        return put_in[:1].upper() + put_in[1:] if begins else put_in

    return _PLACEHOLDER.sub(put, words)


def joined(sentences: Iterable[str], language: str) -> str:
    """Return sentences as one text: in Japanese without spaces, each with its full stop."""
    text = ""
    for sentence in filter(None, (one.strip() for one in sentences)):
        # Foreign words in a Japanese text keep their space.
        apart = " " if language != JA or text[-1:].isascii() else ""
        text = text + apart * bool(text) + sentence
        if _ENDED.search(sentence) is None:
            text += "。" if language == JA and not sentence.isascii() else "."
    return text
