"""What a negotiation table promises beyond its shape: that it can be bargained over."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from salesdojo.content.document import Document, Path
from salesdojo.content.name_checks import unknown
from salesdojo.content.problem import Problem
from salesdojo.content.reference_parts import entries, mapping, ways
from salesdojo.content.suggesting import nearest
from salesdojo.content.table import Behaviour
from salesdojo.content.table_lines import PLACEHOLDERS
from salesdojo.content.table_options import MOST_DECIMALS, MOST_OPTIONS, range_fault
from salesdojo.content.table_parts import SIDES, WrittenIssue, is_points, issues, tables

MOST_IN_ALL: Final = 300
"""Options of all issues together."""
MOST_SPAN: Final = 10_000
"""Points between the worst and the best package of a side."""
USUAL: Final = Behaviour()
"""What a customer does where the file does not say."""
_IN_BRACES: Final = re.compile(r"\{([a-z_]+)\}")
_FACT: Final = "fact:"
_LIMITS: Final = {"many": MOST_OPTIONS, "decimals": MOST_DECIMALS}
_TABLES_FOLLOWED: Final = 100
"""A file can hold thousands of scenes: more tables than these are not asked whether they return."""


def table_problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the negotiation tables of a scenario."""
    for path, table in tables(document.data):
        written = tuple(issues(table, path))
        for issue in written:
            yield from _range_problems(document, issue)
            yield from _lengths(document, issue)
            yield from _given_twice(document, issue)
        yield from _too_many(document, path, written)
        yield from _reach(document, path, table, written)
        yield from _names(document, path, table)
        yield from _aspirations(document, path, table)
        yield from _placeholders(document, (*path, "lines"), table.get("lines"))
    yield from _met_twice(document)


def _range_problems(document: Document, issue: WrittenIssue) -> Iterator[Problem]:
    fault = None if issue.range is None else range_fault(*issue.range)
    if issue.range is not None and fault is not None:
        first, last, step = map(str, issue.range)
        at = (*issue.path, "range", "to" if fault == "empty" else "step")
        yield document.problem(
            at, "SD804", fault, first=first, last=last, step=step, limit=_LIMITS.get(fault, 0)
        )


def _lengths(document: Document, issue: WrittenIssue) -> Iterator[Problem]:
    options = issue.written.get("options")
    if not isinstance(options, list):
        return
    for side in SIDES:
        points = issue.written.get(side)
        if isinstance(points, list) and len(points) != len(options):
            yield document.problem(
                (*issue.path, side), "SD801", side=side, count=len(points), options=len(options)
            )


def _given_twice(document: Document, issue: WrittenIssue) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for path, text in issue.texts:
        # Words for every language are met again in the words of any.
        words = [(language, said.strip()) for language, said in text.by_language]
        asked = [key for language, said in words for key in ((language, said), ("", said))]
        double = next((said for key, said in asked if (key, said) in seen), None)
        if double is not None:
            yield document.problem(path, "SD805", option=double, issue=issue.id)
        seen.update(words, (("", said) for _, said in words))


def _too_many(document: Document, path: Path, written: Sequence[WrittenIssue]) -> Iterator[Problem]:
    counts = {issue.id: issue.open + len(issue.unlocks) for issue in written}
    for issue in written:
        # More of them in the file itself is a matter of shape.
        if counts[issue.id] > MOST_OPTIONS >= issue.open:
            yield document.key_problem(
                issue.path, "SD802", count=counts[issue.id], limit=MOST_OPTIONS
            )
    total = sum(counts.values())
    if total > MOST_IN_ALL:
        yield document.key_problem(
            (*path, "issues"), "SD802", "all", count=total, limit=MOST_IN_ALL
        )


def _reach(
    document: Document, path: Path, table: Mapping[str, Any], written: Sequence[WrittenIssue]
) -> Iterator[Problem]:
    reserve = mapping(table.get("reserve"))
    for side in SIDES:
        opened = [issue.points(side, locked=False) for issue in written]
        every = [issue.points(side, locked=True) for issue in written]
        if not written or not all(opened):
            continue  # points that are none are told of already
        span = sum(max(points) - min(points) for points in every)
        if span > MOST_SPAN:
            yield document.key_problem(
                (*path, "issues"), "SD803", side=side, span=span, limit=MOST_SPAN
            )
        least, most, unlocked = reserve.get(side), sum(map(max, opened)), sum(map(max, every))
        if is_points(least) and least > most:
            form = "locked" if least <= unlocked else ""
            at = (*path, "reserve", side)
            yield document.problem(at, "SD806", form, side=side, reserve=least, most=most)


def _names(document: Document, path: Path, table: Mapping[str, Any]) -> Iterator[Problem]:
    data = mapping(document.data)
    facts, known_issues = mapping(data.get("facts")), mapping(table.get("issues"))
    questions, interests = mapping(table.get("questions")), mapping(table.get("interests"))
    mood = mapping(table.get("behaviour")).get("mood")
    if isinstance(mood, str):
        at = (*path, "behaviour", "mood")
        yield from unknown(document, at, "SD204", mood, mapping(data.get("meters")))
    for kind in ("interests", "reasons"):
        for name, one in mapping(table.get(kind)).items():
            at, held = (*path, kind, name), mapping(one)
            yield from _unknown(
                document, (*at, "issue"), "SD808", [held.get("issue")], known_issues
            )
            yield from _unknown(document, (*at, "ask"), "SD807", held.get("ask"), questions)
            yield from _unknown(document, (*at, "fits"), "SD809", held.get("fits"), interests)
            reveals = held.get("reveals")
            if isinstance(reveals, str) and reveals.startswith(_FACT):
                fact = reveals.removeprefix(_FACT)
                yield from unknown(document, (*at, "reveals"), "SD203", fact, facts)


def _unknown(
    document: Document, path: Path, code: str, written: object, known: Iterable[str]
) -> Iterator[Problem]:
    """Tell of the names in a list that are not known; a name alone stands at its key."""
    alone = code == "SD808"
    for position, name in enumerate(entries(written)):
        if isinstance(name, str):
            at = path if alone else (*path, position)
            yield from unknown(document, at, code, name, known)


def _aspirations(document: Document, path: Path, table: Mapping[str, Any]) -> Iterator[Problem]:
    behaviour = mapping(table.get("behaviour"))
    start, end = behaviour.get("start", USUAL.start), behaviour.get("end", USUAL.end)
    if is_points(start) and is_points(end) and end > start:
        key = "end" if "end" in behaviour else "start"
        at = (*path, "behaviour", key)
        yield document.problem(at, "SD810", start=start, end=end)


def _placeholders(document: Document, path: Path, lines: object) -> Iterator[Problem]:
    for situation, said in mapping(lines).items():
        known = PLACEHOLDERS.get(situation)
        for position, text in enumerate(entries(said) if known is not None else ()):
            words = text if isinstance(text, dict) else {"": text}
            for language, one in words.items():
                at = (*path, situation, position, *([language] if language else []))
                for found in _IN_BRACES.finditer(one) if isinstance(one, str) else ():
                    if found[1] not in (known or ()):
                        near = nearest(found[1], known or ())
                        yield Problem.at(
                            document.name,
                            document.inside(at, one, found.start()),
                            "SD817",
                            "suggestion" if near else "",
                            name=found[1],
                            situation=situation,
                            suggestion=near or "",
                        )


def _met_twice(document: Document) -> Iterator[Problem]:
    onward: dict[str, list[str]] = {}
    for way in ways(document.data):
        onward.setdefault(way.scene, []).extend(target for _, target in way.targets())
    for path, _ in islice(tables(document.data), _TABLES_FOLLOWED):
        road = _way_back(str(path[1]), onward)
        if road:
            yield document.key_problem(path, "SD811", scenes=" -> ".join(road))


def _way_back(scene: str, onward: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the shortest way from a scene to itself; empty where there is none."""
    came: dict[str, str] = {}
    queue = deque([scene])
    while queue and scene not in came:
        here = queue.popleft()
        for target in onward.get(here, ()):
            if target not in came:
                came[target] = here
                queue.append(target)
    if scene not in came:
        return ()
    road = [scene]
    while len(road) == 1 or road[-1] != scene:
        road.append(came[road[-1]])
    return tuple(reversed(road))
