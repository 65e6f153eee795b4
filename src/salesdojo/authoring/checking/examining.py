"""One file examined whole: read, checked against its pack, solved, and held to every rule."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from salesdojo.authoring.checking.excuses import unexcused
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.standards import OUTSIDE, Standards, standards, term_names
from salesdojo.authoring.rules.catalogue import (
    PACK_RULES,
    SOLVED_TALK_RULES,
    TALK_RULES,
    WRITTEN_RULES,
)
from salesdojo.authoring.rules.rule import Rule
from salesdojo.authoring.rules.talk import SolvedTalk, Talk
from salesdojo.authoring.rules.texts import Written
from salesdojo.authoring.rules.written_pack import WrittenPack
from salesdojo.content.checking import checked
from salesdojo.content.document import Document
from salesdojo.content.files import file_bytes
from salesdojo.content.key_files import keys_folder
from salesdojo.content.model import Scenario
from salesdojo.content.pack_files import lies_in_drills
from salesdojo.content.pack_place import pack_around
from salesdojo.content.problem import Problem, errors_among
from salesdojo.content.reading import built, shelf_around
from salesdojo.content.shelf import Shelf
from salesdojo.practice.solving import Explored, explored
from salesdojo.practice.too_large import TooLargeError

T = TypeVar("T")

EVERYTHING: Final = Selection()
_UNSHAPELY: Final = ("SD0", "SD1")
"""Codes after which a file's texts are not where they should be."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A file to examine, and what it is held to."""

    kind: str
    """A kind of `salesdojo.content.schemas.KINDS`."""
    name: str
    """How problems call it."""
    stem: str
    """Its name without the ending, which its id must equal."""
    read: Callable[[], bytes]
    shelf: Shelf
    standards: Standards
    agreement: int | None = None
    """Percent of the experts who must key each choice as its points do, where it is asked for."""
    drill: bool = False
    """Whether it lies in drills/: a scenario of one decision."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of examining a file."""

    document: Document
    scenario: Scenario | None
    """None for other files, and for a scenario that cannot be played."""
    explored: Explored | None
    """None without a scenario, where it is too large, or where no rule asked for it."""
    problems: tuple[Problem, ...]
    """By line; those that a ``# noqa`` excuses are left out."""


def examined(path: Path) -> Examined:
    """Examine the scenario in the file `path`, as it stands in its pack or outside one."""
    shelf = shelf_around(path)
    root = pack_around(path)
    wanted = OUTSIDE
    if root is not None:
        manifest = root / "pack.yaml"
        wanted = standards(
            checked("pack", str(manifest), "pack", lambda: file_bytes(manifest), shelf)
        )
    return examine(
        Subject(
            "scenario",
            str(path),
            path.stem,
            lambda: file_bytes(path),
            shelf,
            wanted,
            drill=lies_in_drills(path),
        )
    )


def examine(subject: Subject, selection: Selection = EVERYTHING) -> Examined:
    """Examine a file; problems that `selection` leaves out are not looked for."""
    document = checked(subject.kind, subject.name, subject.stem, subject.read, subject.shelf)
    found = list(document.problems)
    if not any(problem.code.startswith(_UNSHAPELY) for problem in errors_among(found)):
        written = Written(document, subject.kind, subject.standards.languages)
        found += _told(WRITTEN_RULES, written, selection)
    if subject.kind == "pack" and not errors_among(document.problems):
        found += _told(PACK_RULES, WrittenPack(document, subject.shelf), selection)
    scenario, solved = None, None
    if subject.kind == "scenario" and not errors_among(document.problems):
        scenario = built(document, subject.shelf)
        talk = _talk(subject, document, scenario)
        found += _told(TALK_RULES, talk, selection)
        if any(selection.wants(rule.code) for rule in SOLVED_TALK_RULES):
            solved = _proved(talk, selection, found)
    told = set(unexcused(selection.among(found), document.lines))
    if scenario is not None:
        told.update(selection.among(_of_keys(subject, document, scenario)))
    return Examined(document, scenario, solved, tuple(sorted(told)))


def _of_keys(subject: Subject, document: Document, scenario: Scenario) -> Iterator[Problem]:
    """Yield what is wrong with the experts' blind keys beside a scenario, and between them."""
    path = Path(subject.name)
    # os.path, for Path.is_dir raises where a folder may not be entered.
    if subject.agreement is None and not os.path.isdir(keys_folder(path)):  # noqa: PTH112
        return
    from salesdojo.authoring.keying.reading import read_keys

    reading = read_keys(path, document)
    yield from reading.problems
    if subject.agreement is not None:
        from salesdojo.authoring.keying.agreement import agreement
        from salesdojo.authoring.keying.disagreeing import agreement_problems

        agreed = agreement(scenario, reading.keys)
        yield from unexcused(
            agreement_problems(document, agreed, subject.agreement), document.lines
        )


def _told(rules: tuple[Rule[T], ...], about: T, selection: Selection) -> Iterator[Problem]:
    for rule in rules:
        if selection.wants(rule.code):
            yield from rule.look(about)


def _proved(talk: Talk, selection: Selection, found: list[Problem]) -> Explored | None:
    """Hold a scenario to what is decided over every state; past a limit nothing is guessed."""
    try:
        solved = explored(talk.scenario)
        found += _told(SOLVED_TALK_RULES, SolvedTalk(talk, solved), selection)
    except TooLargeError as error:
        names = ", ".join(error.multipliers)
        form = "named" if names else ""
        limit = error.values["limit"]
        found.append(talk.key_problem(("scenes",), "SD309", form, limit=limit, names=names))
        return None
    return solved


def _talk(subject: Subject, document: Document, scenario: Scenario) -> Talk:
    return Talk(
        document,
        scenario,
        subject.standards.languages,
        subject.standards.random_pass_limit,
        subject.drill,
        term_names(subject.shelf.glossary),
        scenario.id in subject.standards.later_chapters,
    )
