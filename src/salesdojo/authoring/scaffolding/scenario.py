"""A scenario of each stage to begin with: it passes `check` and explains the format."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from salesdojo.authoring.scaffolding.begun import Begun
from salesdojo.authoring.scaffolding.destination import Destination
from salesdojo.authoring.scaffolding.languages import in_languages, note, with_notes
from salesdojo.authoring.scaffolding.shared_parts import (
    customer_lines,
    rubric_for,
    terms_known,
)
from salesdojo.authoring.scaffolding.templates import rubric_template, stage_template
from salesdojo.content.catalogue import Stage
from salesdojo.content.document_reading import read_document
from salesdojo.content.ids import is_id, is_reserved
from salesdojo.content.problem import excerpt
from salesdojo.errors import UsageError

_NOT_A_CUSTOMER: Final = frozenset({Stage.COACHING})
"""Stages whose partner is a colleague: no customer of a pack can stand in."""


def valid_id(name: str) -> str:
    """Return `name` when it can be an id.

    Raises:
        UsageError: US060.
    """
    if not is_id(name) or is_reserved(name):
        raise UsageError("US060", name=excerpt(name))
    return name


def valid_stage(name: str) -> Stage:
    """Return the stage `name`.

    Raises:
        UsageError: US061, with the nearest there is; US068 for drills.
    """
    known = [stage.value for stage in Stage]
    if name in known:
        return Stage(name)
    if name.rstrip("s") == "drill":
        raise UsageError("US068")
    from salesdojo.content.suggesting import nearest_few

    (near,) = nearest_few(name, known, most=1)
    raise UsageError("US061", stage=excerpt(name), nearest=near, stages=", ".join(known))


def begun_scenario(
    identity: str,
    stage: Stage,
    languages: Sequence[str],
    destination: Destination,
    path: Path | None,
) -> Begun:
    """Begin a scenario.

    Args:
        identity: its id, which is one.
        stage: which of the nine.
        languages: those of its texts and notes, the first first.
        destination: what it may refer to.
        path: where it will stand; None when it is printed.
    """
    template = stage_template(stage.value)
    held: dict[str, Any] = read_document(stage.value, template.encode()).data
    rubric = rubric_for(held, rubric_template(held["rubric"]), destination, languages)
    customer = customer_lines(
        held["customer"], destination, languages, only=stage in _NOT_A_CUSTOMER
    )
    terms = terms_known(held["terms"], destination)
    text = in_languages(template, languages)
    text = _with(text, "id", f"id: {identity}\n")
    text = _with(text, "rubric", f"rubric: {rubric.id}\n")
    text = _with(text, "customer", customer)
    text = _with(text, "terms", f"terms: [{', '.join(terms)}]\n")
    if rubric.id != held["rubric"]:
        text = text.replace("#: nearest\n", "")
    head = editor_line(destination, path, languages)
    beside = () if rubric.new is None else (rubric.new,)
    return Begun(head + with_notes(text, languages), path, beside)


def editor_line(destination: Destination, path: Path | None, languages: Sequence[str]) -> str:
    """Return the first line, by which an editor finds the schema; or how to come by it."""
    schema = destination.schema_beside(path, "scenario")
    if schema is None:
        return note("schema_missing", languages)
    return f"# yaml-language-server: $schema={schema}\n"


def _with(text: str, key: str, line: str) -> str:
    """Return `text` with the line of a key at its top level replaced."""
    return re.sub(rf"^{key}: .*\n", lambda _: line, text, count=1, flags=re.MULTILINE)
