"""Which problems only repeat another: one cause is told once, where it can be mended."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from salesdojo.content.problem import LONGEST_FILE, Problem, errors_among, excerpt

_UNREAD = ("SD021", "SD023", "SD025")
"""Codes of files and folders that are there, and yet are not read."""


def without_echoes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems` without those that go away when another of them is mended.

    A scenario's rubric or customer that cannot be used is left out where its own errors
    are told; so is a scenario missed in ``pack.yaml`` that is there under a name, or in
    a folder, of which a problem is told.
    """
    told = tuple(problems)
    errors = errors_among(told)
    faulty = {excerpt(one.path, LONGEST_FILE) for one in errors}
    unread = tuple(one for one in errors if one.code in _UNREAD)
    called = {values["id"] for code, values in _named(errors) if code == "SD211"}
    return tuple(
        one
        for one in told
        if not (one.form == "faulty" and dict(one.values).get("file") in faulty)
        and not (one.code == "SD220" and _is_there(one, unread, called))
    )


def _named(problems: Iterable[Problem]) -> Iterator[tuple[str, Mapping[str, str | int]]]:
    for one in problems:
        yield one.code, dict(one.values)


def _is_there(missed: Problem, unread: Iterable[Problem], called: Iterable[str | int]) -> bool:
    name = str(dict(missed.values)["name"])
    if name in called:
        return True
    for one in unread:
        path = Path(one.path)
        if path.name.partition(".")[0] == name:
            return True
        # os.path, for Path.is_file raises where a folder may not be entered.
        if one.code == "SD025" and os.path.isfile(path / f"{name}.yaml"):  # noqa: PTH113
            return True
    return False
