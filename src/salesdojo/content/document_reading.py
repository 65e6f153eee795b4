"""From a file's bytes to a `Document` in one pass over YAML's events.

Nothing recurses and nothing is built that the limits do not allow, so that any
bytes end in data or in problems: anchors, tags and merge keys are refused,
keys are text, and a word means what YAML 1.2 says.
"""

from itertools import islice
from typing import Final

from yaml import YAMLError
from yaml.error import MarkedYAMLError

from salesdojo.content.characters import first_tabs, forbidden, without_forbidden
from salesdojo.content.document import BEGINNING, Document, Marks, unreadable
from salesdojo.content.document_pass import DocumentPass, LimitReachedError
from salesdojo.content.encodings import likely_encoding
from salesdojo.content.parsers import ParserFactory, events, fastest_parser
from salesdojo.content.places import Places
from salesdojo.content.problem import Problem
from salesdojo.content.syntax import directives, syntax_problem

LARGEST: Final = 2**20
"""Bytes a file may have."""
MOST_CHARACTERS_NAMED: Final = 50
"""Forbidden characters named one by one before the rest is left unsaid."""


def read_document(name: str, content: bytes, parser: ParserFactory | None = None) -> Document:
    """Read the bytes of the file called `name`; `parser` None is the fastest there is."""
    if len(content) > LARGEST:
        return unreadable(name, (Problem.at(name, BEGINNING, "SD002"),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return unreadable(name, (_not_utf8(name, content, fault),))
    return _read_text(name, text, parser or fastest_parser())


def _not_utf8(name: str, content: bytes, fault: UnicodeDecodeError) -> Problem:
    # A decoder that skips a BOM counts from behind it.
    bom = 3 if content.startswith(b"\xef\xbb\xbf") else 0
    before = content[bom : fault.start + bom] if bom else content[: fault.start]
    mark = Places(before.decode("utf-8", "replace")).mark(-1)
    bad = content[len(before) + bom] if len(before) + bom < len(content) else 0
    encoding = likely_encoding(content)
    form = encoding.form if encoding is not None else ""
    named = encoding.name if encoding is not None else ""
    return Problem.at(name, mark, "SD003", form, byte=f"0x{bad:02X}", encoding=named)


def _read_text(name: str, text: str, parser: ParserFactory) -> Document:
    places = Places(text)
    if "\r" in text and "\n" not in text:
        return unreadable(name, (Problem.at(name, BEGINNING, "SD004", "line_ends"),))
    problems = _characters(name, text, places)
    clean, more = directives(name, without_forbidden(text), places)
    problems += more
    reading = DocumentPass(name, clean, places)
    try:
        for event in events(clean, parser):
            reading.take(event)
    except LimitReachedError as limit:
        return unreadable(name, (*problems, *reading.problems, limit.problem), places.lines)
    except (YAMLError, ValueError) as fault:
        marked = fault if isinstance(fault, MarkedYAMLError) else None
        # What was found before is left unsaid: libyaml reads further ahead than
        # the other parser, and a broken quote makes nonsense of the rest.
        problems += _not_yaml(syntax_problem(name, marked, places), problems)
        return unreadable(name, tuple(problems), places.lines)
    if reading.empty:
        return unreadable(name, (*problems, Problem.at(name, BEGINNING, "SD020")), places.lines)
    return Document(
        name,
        reading.root,
        Marks(reading.values, reading.keys),
        tuple(sorted({*problems, *reading.problems})),
        places.lines,
        frozenset(reading.refused),
    )


def _not_yaml(problem: Problem, problems: list[Problem]) -> list[Problem]:
    """Return `problem` as a list, or nothing where a tab told of is what YAML stumbled over."""
    near = (problem.line - 1, problem.line)
    tabs = any(one.code == "SD005" and one.line in near for one in problems)
    return [] if tabs else [problem]


def _characters(name: str, text: str, places: Places) -> list[Problem]:
    named = islice(forbidden(text), MOST_CHARACTERS_NAMED)
    tabs = islice(first_tabs(text), MOST_CHARACTERS_NAMED)
    return [
        *(
            Problem.at(name, places.mark(one.offset), "SD004", one.form, character=one.name)
            for one in named
        ),
        *(Problem.at(name, places.mark(offset), "SD005") for offset in tabs),
    ]
