"""Case B of a scenario: the same structure, every text of the story to be written anew."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from salesdojo.authoring.scaffolding.begun import Begun
from salesdojo.authoring.scaffolding.destination import Destination
from salesdojo.authoring.scaffolding.languages import note
from salesdojo.authoring.scaffolding.placeholders import PlaceholderWriter
from salesdojo.authoring.scaffolding.scenario import editor_line
from salesdojo.authoring.scaffolding.shared_parts import rubric_for, terms_known
from salesdojo.content.document import BEGINNING
from salesdojo.content.document_reading import read_document
from salesdojo.content.files import UnreadableFileError, file_bytes
from salesdojo.content.problem import Problem
from salesdojo.content.reading import read_scenario
from salesdojo.content.reference_parts import mapping
from salesdojo.errors import ContentError


@dataclass(frozen=True, slots=True)
class Source:
    """The scenario that a case B is begun from."""

    path: Path
    written: Mapping[str, Any]
    """Its data; empty where there are problems."""
    problems: tuple[Problem, ...]
    """Where there are any nothing could be promised of a copy: begin none."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the scenario in the file `path`."""
        problems = read_scenario(path).problems
        if problems:
            return cls(path, {}, problems)
        try:
            content = file_bytes(path)
        except UnreadableFileError as fault:  # it was there a moment ago
            return cls(path, {}, (Problem.at(str(path), BEGINNING, fault.code, fault.form),))
        return cls(path, mapping(read_document(str(path), content).data), ())


def begun_variant(
    identity: str,
    source: Source,
    languages: Sequence[str],
    destination: Destination,
    path: Path | None,
) -> Begun:
    """Begin case B of the scenario `source`.

    It names only what is there at `destination`: a rubric that is not is copied, a
    customer that is not is asked for in the file, a term that is not is left out.
    """
    written = source.written
    rubric = rubric_for(
        written, _rubric_text(source.path, written["rubric"]), destination, languages
    )
    known = written["id"] in destination.shelf.scenarios
    changed = {
        "id": identity,
        **({"variant_of": written["id"]} if known else {}),
        **{key: value for key, value in written.items() if key not in ("id", "variant_of")},
        "rubric": rubric.id,
        "customer": _customer(written["customer"], destination),
    }
    if "terms" in written:
        changed["terms"] = list(terms_known(written["terms"], destination))
    text = "".join(
        (
            editor_line(destination, path, languages),
            note("variant", languages, source=written["id"]),
            "" if known else note("variant_outside", languages, source=written["id"]),
            *(f"{line}\n" for line in _lines(changed, languages)),
        )
    )
    return Begun(text, path, () if rubric.new is None else (rubric.new,))


def _lines(written: Mapping[str, Any], languages: Sequence[str]) -> Iterator[str]:
    """Yield the lines, a blank one before each part and each scene."""
    writer = PlaceholderWriter(languages)
    for key, value in written.items():
        if key in ("briefing", "meters", "facts", "start", "tests"):
            yield ""
        if key != "scenes":
            yield from writer.pair(key, value, (key,))
            continue
        yield "scenes:"
        for place, (name, scene) in enumerate(value.items()):
            yield from ("",) if place else ()
            yield from writer.pair(name, scene, ("scenes", name))


def _customer(
    written: str | Mapping[str, Any], destination: Destination
) -> str | Mapping[str, Any]:
    if not isinstance(written, str) or written in destination.shelf.ids("customer"):
        return written
    known = destination.shelf.ids("customer")
    if known:
        return known[0]
    return {"id": written, **dict.fromkeys(("name", "company", "role", "manner"), written)}


def _rubric_text(source: Path, name: str) -> str:
    """Return the text of the rubric that the original is judged by."""
    held = Destination.around(source.parent).shelf.document("rubric", name)
    if held is None:  # it was there a moment ago
        raise ContentError("CT002", scenario=str(source), count=1)
    return "".join(
        f"{line}\n" for line in held.lines if not line.startswith("# yaml-language-server:")
    )
