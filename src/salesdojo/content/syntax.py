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
from salesdojo.content.slips import Slip, slip_at

_QUOTES: Final = "'\""
_TO_QUOTE: Final = ":?,@`%|>[]{}"
_COMMENT: Final = re.compile(r" #(?=[^\s#])")
_MOST_SIGNS: Final = 20
"""Signs of a line that are looked at, so that no file takes long."""
_IN_QUOTES: Final = re.compile(r"""[:,\[{]\s*(?:"[^"\n]*|'[^'\n]*)$""")
_WORD_BEFORE: Final = re.compile(r"(?<=\s)[*&][^\s*&]*$")
"""A word that YAML takes for an alias or anchor, up to the place."""
_DIRECTIVE: Final = re.compile("^%", re.MULTILINE)


def syntax_problem(name: str, fault: MarkedYAMLError | None, places: Places) -> Problem:
    """Return the problem for what a parser could not read; None: it could not say where."""
    if fault is None or fault.problem_mark is None:
        return Problem.at(name, Mark(1, 1), "SD006")
    at = min(fault.problem_mark.index, len(places.text))
    slip = _kind_of_fault(fault, places.text, at)
    code, form = ("SD010", "") if slip.form == "tag" else ("SD006", slip.form)
    return Problem.at(
        name,
        places.mark(slip.offset),
        code,
        form,
        sign=places.text[slip.offset : slip.offset + slip.length],
        lower=slip.lower,
        upper=slip.upper,
        spaces=places.mark(slip.offset).column - 1,
    )


def _kind_of_fault(fault: MarkedYAMLError, text: str, at: int) -> Slip:
    """Return where to point, and which sentence to use."""
    escape = _unknown_escape(fault, text, at)
    if escape is not None:
        return Slip(escape, "escape", length=2)
    opening = _unclosed_quote(fault, text, at)
    if opening is not None:
        return Slip(opening, "unclosed")
    context = fault.context or ""
    if fault.context_mark is not None and "tag" in context:
        return Slip(fault.context_mark.index, "tag")
    comment = _comment_in_brackets(fault, text, at)
    if comment is not None:
        return Slip(comment, "comment")
    return slip_at(text, at) or _nearest_sentence(text, at, context)


def _nearest_sentence(text: str, at: int, context: str) -> Slip:
    if text[at : at + 1] and text[at] in _TO_QUOTE:
        word = _WORD_BEFORE.search(text, text.rfind("\n", 0, at) + 1, at)
        # In `*15%*` it is the first sign that made YAML stumble, not the one it fell over.
        return Slip(at if word is None else word.start(), "quote")
    if text.startswith("- ", at) and text[:at].endswith(": "):
        return Slip(at, "quote")
    return Slip(at, "bracket" if text[at:].strip() and "flow" in context else "")


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
