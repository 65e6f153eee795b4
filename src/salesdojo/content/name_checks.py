"""That every name a scenario uses stands for something, and for one thing only."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from salesdojo.content.condition import WORDS
from salesdojo.content.condition_checks import TURN
from salesdojo.content.document import Document, Path
from salesdojo.content.ids import is_id
from salesdojo.content.problem import Problem
from salesdojo.content.reference_parts import choices, entries, mapping, scenes
from salesdojo.content.suggesting import nearest
from salesdojo.content.table_parts import tables

if TYPE_CHECKING:
    from salesdojo.content.shelf import Shelf


def name_problems(document: Document, shelf: "Shelf") -> Iterator[Problem]:
    """Yield what is wrong with the names in a scenario, given what the pack has."""
    yield from _rubric_and_customer(document, shelf)
    yield from _choices(document, shelf)
    yield from _timeouts(document)
    yield from _meters_and_facts(document)
    yield from _terms(document, shelf)
    yield from _variant(document, shelf)


def unknown(  # noqa: PLR0913 - a name, where it stands, and what to say of it
    document: Document, path: Path, code: str, name: str, known: Iterable[str], *, key: bool = False
) -> Iterator[Problem]:
    """Yield the problem of a `name` that is not `known`, with the nearest that is."""
    known = tuple(known)
    if name in known or (code != "SD207" and not is_id(name)):
        # What is no id at all is told of by the schema.
        return
    near = nearest(name, known)
    build = document.key_problem if key else document.problem
    yield build(path, code, "suggestion" if near else "", name=name, suggestion=near or "")


def _rubric_and_customer(document: Document, shelf: "Shelf") -> Iterator[Problem]:
    for kind, code in (("rubric", "SD208"), ("customer", "SD206")):
        name = mapping(document.data).get(kind)
        if not isinstance(name, str):
            continue
        held = shelf.document(kind, name)
        if held is None:
            yield from unknown(document, (kind,), code, name, shelf.ids(kind))
        elif not held.usable:
            yield document.problem((kind,), code, "faulty", name=name, file=held.name)


def _choices(document: Document, shelf: "Shelf") -> Iterator[Problem]:
    data = mapping(document.data)
    rubric = _rubric(data, shelf)
    facts = tuple(mapping(data.get("facts")))
    meters = tuple(mapping(data.get("meters")))
    yield from _facts(document, ("learned",), data.get("learned"), facts)
    for path, choice in choices(data):
        for meter in mapping(choice.get("effect")):
            yield from unknown(document, (*path, "effect", meter), "SD204", meter, meters, key=True)
        yield from _facts(document, (*path, "learn"), choice.get("learn"), facts)
        if rubric is not None:
            yield from _judged(document, path, choice, rubric)
    if rubric is not None:
        for path, table in tables(data):
            yield from _measured(document, (*path, "points"), table.get("points"), rubric)


def _facts(
    document: Document, path: Path, written: object, known: Iterable[str]
) -> Iterator[Problem]:
    for position, fact in enumerate(entries(written)):
        if isinstance(fact, str):
            yield from unknown(document, (*path, position), "SD203", fact, known)


def _judged(
    document: Document, path: Path, choice: Mapping[str, Any], rubric: Mapping[str, Any]
) -> Iterator[Problem]:
    criteria = tuple(mapping(rubric.get("criteria")))
    for criterion in mapping(choice.get("points")):
        at = (*path, "points", criterion)
        yield from unknown(document, at, "SD202", criterion, criteria, key=True)
    breach = choice.get("breach")
    if isinstance(breach, str):
        breaches = tuple(mapping(rubric.get("breaches")))
        yield from unknown(document, (*path, "breach"), "SD205", breach, breaches)


def _measured(
    document: Document, path: Path, points: object, rubric: Mapping[str, Any]
) -> Iterator[Problem]:
    criteria = tuple(mapping(rubric.get("criteria")))
    for measure, criterion in mapping(points).items():
        if isinstance(criterion, str):
            yield from unknown(document, (*path, measure), "SD202", criterion, criteria)


def _rubric(data: Mapping[str, Any], shelf: "Shelf") -> Mapping[str, Any] | None:
    name = data.get("rubric")
    held = shelf.document("rubric", name) if isinstance(name, str) else None
    return mapping(held.data) if held is not None and held.readable else None


def _timeouts(document: Document) -> Iterator[Problem]:
    for _, path, scene in scenes(document.data):
        name = scene.get("timeout")
        offered = mapping(scene.get("choices"))
        if not isinstance(name, str) or not offered:
            continue
        yield from unknown(document, (*path, "timeout"), "SD209", name, offered)
        if "when" in mapping(offered.get(name)):
            yield document.problem((*path, "timeout"), "SD210", name=name)


def _meters_and_facts(document: Document) -> Iterator[Problem]:
    data = mapping(document.data)
    meters = mapping(data.get("meters"))
    for kind in ("meters", "facts"):
        for name in mapping(data.get(kind)):
            if name in (*WORDS, TURN):
                yield document.key_problem((kind, name), "SD222", "reserved", name=name)
            elif kind == "facts" and name in meters:
                first = document.marks.key(("meters", name))
                yield document.key_problem((kind, name), "SD222", name=name, first=first.line)


def _terms(document: Document, shelf: "Shelf") -> Iterator[Problem]:
    glossary = shelf.glossary
    if glossary is not None and not glossary.readable:
        return  # its own problem is told of it, not of every term
    for position, term in enumerate(entries(mapping(document.data).get("terms"))):
        if isinstance(term, str):
            yield from unknown(document, ("terms", position), "SD207", term, shelf.terms)


def _variant(document: Document, shelf: "Shelf") -> Iterator[Problem]:
    data = mapping(document.data)
    name = data.get("variant_of")
    if not isinstance(name, str):
        return
    if name == data.get("id"):
        yield document.problem(("variant_of",), "SD220", "itself", name=name)
    else:
        yield from unknown(document, ("variant_of",), "SD220", name, shelf.scenarios)
