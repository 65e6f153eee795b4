"""A whole pack read and checked: its index, its scenarios, its glossary, all as bytes.

What has an error is left out and named; the rest of the pack opens.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from salesdojo.content.catalogue import Course, Entry, Journey, Judged, Pack, Stage
from salesdojo.content.checking import checked
from salesdojo.content.document import Document
from salesdojo.content.index import Index
from salesdojo.content.model import Scenario
from salesdojo.content.pack_files import PackFile, PackFiles
from salesdojo.content.problem import Problem, errors_among
from salesdojo.content.reading import built
from salesdojo.content.reference_parts import mapping
from salesdojo.content.shelf import Shelf
from salesdojo.content.text import Text

RANDOM_PASS_LIMIT: Final = 5
"""Percent, where a pack names none."""
_STAGES: Final = tuple(Stage)


@dataclass(frozen=True, slots=True)
class CompiledPack:
    """A pack ready to be kept and opened again."""

    index: Index
    glossary: bytes
    """The terms as JSON, by headword."""
    scenarios: Mapping[str, bytes]
    """By id: one line of golden paths, then the canonical form."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield what is kept, each with its name; the index comes last and vouches for the rest."""
        for name, compiled in self.scenarios.items():
            yield scenario_file(name), compiled
        yield "glossary", self.glossary
        yield "index", self.index.to_json()

    def file(self, name: str) -> bytes:
        """Return what is kept as `name`, the glossary or a scenario."""
        if name == "glossary":
            return self.glossary
        return self.scenarios[name.removeprefix("scenario.")]


def scenario_file(name: str) -> str:
    """Return the name under which the compiled scenario `name` is kept."""
    return f"scenario.{name}"


def compiled_pack(files: PackFiles, read: Callable[[Path], bytes]) -> CompiledPack:
    """Read and check every file of a pack; `read` gives a file's bytes."""
    shelf = Shelf(files, read)
    manifest = _manifest(files, read, shelf)
    problems = [*files.problems, *manifest.problems, *_shared_problems(files, shelf)]
    playable: list[tuple[PackFile, Scenario, bytes]] = []
    broken: dict[str, int] = {}
    for file in files.of("scenario").values():
        document = checked("scenario", file.name, file.id, _reader(read, file), shelf)
        problems.extend(document.problems)
        if document.usable:
            scenario = built(document, shelf)
            playable.append((file, scenario, _compiled(document, scenario)))
        else:
            broken[file.id] = len(errors_among(document.problems))
    ids = frozenset(scenario.id for _, scenario, _ in playable)
    return CompiledPack(
        Index(
            _pack(files.root, manifest, ids),
            tuple(sorted((_entry(file, one) for file, one, _ in playable), key=_place)),
            tuple(sorted(problems)),
            broken,
        ),
        _glossary(shelf),
        {scenario.id: compiled for _, scenario, compiled in playable},
    )


def _reader(read: Callable[[Path], bytes], file: PackFile) -> Callable[[], bytes]:
    return lambda: read(file.path)


def _manifest(files: PackFiles, read: Callable[[Path], bytes], shelf: Shelf) -> Document:
    path = files.root / "pack.yaml"
    return checked("pack", str(path), "pack", lambda: read(path), shelf)


def _shared_problems(files: PackFiles, shelf: Shelf) -> Iterator[Problem]:
    for kind in ("rubric", "customer", "glossary"):
        for name in files.of(kind):
            document = shelf.document(kind, name)
            if document is not None:
                yield from document.problems


def _compiled(document: Document, scenario: Scenario) -> bytes:
    tests = mapping(document.data).get("tests", {})
    written = json.dumps(tests, ensure_ascii=False, separators=(",", ":"))
    return written.encode() + b"\n" + scenario.canonical


def _glossary(shelf: Shelf) -> bytes:
    held = shelf.glossary
    terms = {} if held is None or not held.usable else held.data["terms"]
    return json.dumps(terms, ensure_ascii=False, separators=(",", ":")).encode()


def _entry(file: PackFile, scenario: Scenario) -> Entry:
    variant = "variant" if scenario.variant_of else "scenario"
    return Entry(
        id=scenario.id,
        kind="drill" if file.drill else variant,
        title=scenario.title,
        stage=scenario.stage,
        motion=scenario.motion,
        level=scenario.level,
        minutes=scenario.minutes,
        variant_of=scenario.variant_of,
        customer_name=scenario.customer.name,
        terms=scenario.terms,
        criteria=tuple(Judged(one.id, one.name) for one in scenario.judged),
        weights=tuple(one.weight for one in scenario.judged),
    )


def _place(entry: Entry) -> tuple[int, int, str]:
    return _STAGES.index(entry.stage), entry.level, entry.id


def _pack(root: Path, manifest: Document, playable: frozenset[str]) -> Pack:
    if any(problem.code != "SD220" for problem in errors_among(manifest.problems)):
        # Without its manifest a pack is still a folder of scenarios.
        name = root.absolute().name
        return Pack(root, name, Text.of(name), ("ja", "en"), RANDOM_PASS_LIMIT, (), ())
    written = manifest.data
    return Pack(
        root=root,
        id=written["id"],
        name=Text.of(written["name"]),
        languages=tuple(written["languages"]),
        random_pass_limit=written.get("random_pass_limit", RANDOM_PASS_LIMIT),
        courses=tuple(
            _course(name, course, playable) for name, course in written.get("courses", {}).items()
        ),
        journeys=tuple(
            Journey(
                name,
                Text.of(journey["name"]),
                Text.of(journey["account"]),
                tuple(journey["scenarios"]),
            )
            for name, journey in written.get("journeys", {}).items()
            # Played without one of its chapters it would be another story.
            if playable.issuperset(journey["scenarios"])
        ),
    )


def _course(name: str, written: Mapping[str, Any], playable: frozenset[str]) -> Course:
    certifies = written.get("certifies")
    return Course(
        id=name,
        name=Text.of(written["name"]),
        role=written["role"],
        scenarios=tuple(one for one in written["scenarios"] if one in playable),
        required=tuple(written["scenarios"]),
        after=tuple(written.get("after", ())),
        certifies=None if certifies is None else Text.of(certifies),
        valid_months=written.get("valid_months"),
    )
