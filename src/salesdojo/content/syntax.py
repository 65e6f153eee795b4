"""What to say where a file is not YAML: what stands there, and what to do about it.

The sentence is chosen by the character at the place, never by the parser's
words, so that both parsers lead to the same one.
"""

import re
from itertools import islice, pairwise
from typing import Final

from yaml.error import MarkedYAMLError

from salesdojo.content.places import Places
from salesdojo.content.problem import Mark, Problem

_QUOTES: Final = "'\""
_TO_QUOTE: Final = ":?,@`%|>[]{}"
_COMMENT: Final = re.compile(r" #(?=[^\s#])")
_MOST_SIGNS: Final = 20
"""Signs of a line that are looked at, so that no file takes long."""
_IN_QUOTES: Final = re.compile(r"""[:,\[{]\s*(?:"[^"\n]*|'[^'\n]*)$""")
_FULL_WIDTH: Final = re.compile("(?: *\u3000| *[a-z0-9_]+：)")
"""What begins a line: an ideographic space, or a key with a full-width colon."""
_DIRECTIVE: Final = re.compile("^%", re.MULTILINE)


def syntax_problem(name: str, fault: MarkedYAMLError | None, places: Places) -> Problem:
    """Return the problem for what a parser could not read; None: it could not say where."""
    if fault is None or fault.problem_mark is None:
        return Problem.at(name, Mark(1, 1), "SD006")
    at = min(fault.problem_mark.index, len(places.text))
    place, form = _kind_of_fault(fault, places.text, at)
    code = "SD010" if form == "tag" else "SD006"
    length = 2 if form == "escape" else 1
    sign = places.text[place : place + length]
    return Problem.at(name, places.mark(place), code, "" if form == "tag" else form, sign=sign)


def _kind_of_fault(fault: MarkedYAMLError, text: str, at: int) -> tuple[int, str]:
    """Return where to point, and which sentence to use."""
    escape = _unknown_escape(fault, text, at)
    if escape is not None:
        return escape, "escape"
    opening = _unclosed_quote(fault, text, at)
    if opening is not None:
        return opening, "unclosed"
    context = fault.context or ""
    if fault.context_mark is not None and "tag" in context:
        return fault.context_mark.index, "tag"
    comment = _comment_in_brackets(fault, text, at)
    if comment is not None:
        return comment, "comment"
    full_width = _full_width_sign(text, at)
    if full_width is not None:
        return full_width, "full_width"
    return at, _nearest_sentence(text, at, context)


def _nearest_sentence(text: str, at: int, context: str) -> str:
    if text[at : at + 1] and text[at] in _TO_QUOTE:
        return "quote"
    return "bracket" if text[at:].strip() and "flow" in context else ""


def _full_width_sign(text: str, at: int) -> int | None:
    """Return where a colon or an indenting space of full width stands, here or a line before.

    A Japanese input method types them, and in most fonts they look right.
    """
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    lines = ((text.rfind("\n", 0, max(start - 1, 0)) + 1, start - 1), (start, end))
    for first, last in lines:
        found = _FULL_WIDTH.match(text[first : len(text) if last < 0 else last])
        if found is not None:
            return first + found.end() - 1
    return None


def _unknown_escape(fault: MarkedYAMLError, text: str, at: int) -> int | None:
    """Return where the backslash stands whose escape does not exist; the parsers differ by one."""
    context = fault.context_mark
    if context is None or not text.startswith('"', context.index):
        return None
    return next((place for place in (at, at - 1) if text.startswith("\\", place)), None)


def _unclosed_quote(fault: MarkedYAMLError, text: str, at: int) -> int | None:
    context = fault.context_mark
    if context is None or context.index >= at or text[context.index] not in _QUOTES:
        return None
    closed = at < len(text) and not text.startswith(("---", "..."), at)
    return None if closed else int(context.index)


def _comment_in_brackets(fault: MarkedYAMLError, text: str, at: int) -> int | None:
    """Return where a ``#`` stands that made a comment of the closing bracket, as in ``{a: b #1}``.

    It has no space behind it, as a comment has by custom, and is not in quotes.
    """
    if fault.context_mark is None or "flow" not in (fault.context or ""):
        return None
    start = fault.context_mark.index
    # The comment that hides a bracket ends before the place at which one is missed.
    for line in text[start:at].split("\n")[:-1]:
        for found in islice(_COMMENT.finditer(line), _MOST_SIGNS):
            if not _IN_QUOTES.search(line, 0, found.start()):
                return start + found.end() - 1
        start += len(line) + 1
    return None


def directives(name: str, text: str, places: Places) -> tuple[str, list[Problem]]:
    """Return `text` with leading ``%YAML`` and ``%TAG`` lines made comments, and the problem."""
    if not _DIRECTIVE.search(text):
        return text, []
    at = 0
    found: list[int] = []
    while at < len(text):
        end = text.find("\n", at)
        line = text[at:] if end < 0 else text[at:end]
        if line.startswith("%"):
            found.append(at)
        elif line.strip() and not line.lstrip().startswith("#"):
            break
        at += len(line) + 1
    if not found:
        return text, []
    pieces = (text[one + 1 : after] for one, after in pairwise((*found, len(text))))
    commented = text[: found[0]] + "".join(f"#{piece}" for piece in pieces)
    return commented, [Problem.at(name, places.mark(found[0]), "SD014")]
