"""What is shown of a pack before any scenario is read, to JSON and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salesdojo.content.catalogue import Course, Entry, Journey, Judged, Motion, Pack, Stage
from salesdojo.content.problem import Problem, Severity
from salesdojo.content.text import Text

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Index:
    """A pack, its scenarios in short, and what is wrong with its files."""

    pack: Pack
    entries: tuple[Entry, ...]
    """Along the pipeline, easy before hard."""
    problems: tuple[Problem, ...]
    broken: Mapping[str, int]
    """Scenarios left out, with how many errors each has."""

    def to_json(self) -> bytes:
        """Write it down; the place of the pack is left out, so that it may move."""
        document = {
            "pack": _pack_written(self.pack),
            "entries": [_entry_written(entry) for entry in self.entries],
            "problems": [_problem_written(one, self.pack.root) for one in self.problems],
            "broken": dict(self.broken),
        }
        return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_json(cls, written: bytes, root: Path) -> "Index":
        """Read what `to_json` wrote, for the pack at `root`."""
        document = json.loads(written)
        return cls(
            _pack(document["pack"], root),
            tuple(_entry(entry) for entry in document["entries"]),
            tuple(_problem(one, root) for one in document["problems"]),
            document["broken"],
        )


def _text(text: Text) -> dict[str, str]:
    return dict(text.by_language)


def _maybe(written: Plain | None) -> Text | None:
    return None if written is None else Text.of(written)


def _pack_written(pack: Pack) -> Plain:
    return {
        "id": pack.id,
        "name": _text(pack.name),
        "languages": pack.languages,
        "random_pass_limit": pack.random_pass_limit,
        "courses": [
            {
                "id": course.id,
                "name": _text(course.name),
                "role": course.role,
                "scenarios": course.scenarios,
                "required": course.required,
                "after": course.after,
                "certifies": None if course.certifies is None else _text(course.certifies),
                "valid_months": course.valid_months,
            }
            for course in pack.courses
        ],
        "journeys": [
            {
                "id": journey.id,
                "name": _text(journey.name),
                "account": _text(journey.account),
                "scenarios": journey.scenarios,
            }
            for journey in pack.journeys
        ],
    }


def _pack(written: Plain, root: Path) -> Pack:
    return Pack(
        root=root,
        id=written["id"],
        name=Text.of(written["name"]),
        languages=tuple(written["languages"]),
        random_pass_limit=written["random_pass_limit"],
        courses=tuple(
            Course(
                id=course["id"],
                name=Text.of(course["name"]),
                role=course["role"],
                scenarios=tuple(course["scenarios"]),
                required=tuple(course["required"]),
                after=tuple(course["after"]),
                certifies=_maybe(course["certifies"]),
                valid_months=course["valid_months"],
            )
            for course in written["courses"]
        ),
        journeys=tuple(
            Journey(
                id=journey["id"],
                name=Text.of(journey["name"]),
                account=Text.of(journey["account"]),
                scenarios=tuple(journey["scenarios"]),
            )
            for journey in written["journeys"]
        ),
    )


def _entry_written(entry: Entry) -> Plain:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": _text(entry.title),
        "stage": entry.stage,
        "motion": entry.motion,
        "level": entry.level,
        "minutes": entry.minutes,
        "variant_of": entry.variant_of,
        "customer_name": _text(entry.customer_name),
        "terms": entry.terms,
        "criteria": [[one.id, _text(one.name)] for one in entry.criteria],
        "weights": entry.weights,
    }


def _entry(written: Plain) -> Entry:
    return Entry(
        id=written["id"],
        kind=written["kind"],
        title=Text.of(written["title"]),
        stage=Stage(written["stage"]),
        motion=Motion(written["motion"]),
        level=written["level"],
        minutes=written["minutes"],
        variant_of=written["variant_of"],
        customer_name=Text.of(written["customer_name"]),
        terms=tuple(written["terms"]),
        criteria=tuple(Judged(name, Text.of(words)) for name, words in written["criteria"]),
        weights=tuple(written["weights"]),
    )


def _problem_written(problem: Problem, root: Path) -> list[object]:
    path = Path(problem.path)
    inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else problem.path
    return [
        inside,
        problem.line,
        problem.column,
        problem.code,
        problem.values,
        problem.form,
        problem.severity,
    ]


def _problem(written: list[Any], root: Path) -> Problem:
    inside, line, column, code, values, form, severity = written
    shown = tuple((name, value) for name, value in values)
    return Problem(str(root / inside), line, column, code, shown, form, Severity(severity))
