"""Any bytes examined as a file of a small pack, and what must hold of the answer."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from salesdojo.authoring.checking.examining import Subject, examine
from salesdojo.authoring.checking.standards import Standards
from salesdojo.content.problem import Problem
from salesdojo.content.shelf import Shelf
from salesdojo.content.visible import visible
from support.clean_pack import FILES, write_clean_pack

KINDS: Final = ("scenario", "rubric", "customer", "glossary", "pack")
NAMES: Final = {Path(relative).stem: relative for relative in FILES}


@cache
def _shelf() -> Shelf:
    folder = Path(mkdtemp(prefix="salesdojo-fuzz-"))
    return Shelf.of_pack(write_clean_pack(folder))


def problems_of(kind: str, content: bytes) -> tuple[Problem, ...]:
    """Examine `content` with every rule, and hold every problem to what is promised of it.

    It is a problem with a place in the file, which both languages can say in one line
    that does nothing to a terminal.
    """
    stem = "quiet_line" if kind == "scenario" else "other"
    subject = Subject(
        kind, f"{stem}.yaml", stem, lambda: content, _shelf(), Standards(("ja", "en")), 70
    )
    examined = examine(subject)
    lines = content.decode("utf-8-sig", "replace").split("\n")
    for problem in examined.problems:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        for language in ("en", "ja"):
            said = problem.message(language)
            assert said
            assert "\n" not in said, problem
            assert visible(said) == said, problem
            assert "{" not in said or "{" in str(problem.values), problem
    assert list(examined.problems) == sorted(set(examined.problems))
    return examined.problems
