"""A whole pack to begin with: a scenario that passes, all it refers to, a hook and a CI file."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salesdojo import settings
from salesdojo.authoring.scaffolding.begun import NewFile, unwritable
from salesdojo.authoring.scaffolding.languages import in_languages, note, with_notes
from salesdojo.authoring.scaffolding.templates import (
    customer_template,
    pack_template,
    rubric_template,
    stage_template,
    term_template,
)
from salesdojo.content.catalogue import Stage
from salesdojo.content.document_reading import read_document
from salesdojo.content.ids import is_id
from salesdojo.content.schemas import KINDS, schema_file
from salesdojo.errors import UsageError
from salesdojo.i18n import LANGUAGES, message


@dataclass(frozen=True, slots=True)
class PackPlan:
    """What a new pack is to hold."""

    root: Path
    identity: str
    """The id of its scenario."""
    stage: Stage
    languages: tuple[str, ...]


def begun_pack(plan: PackPlan) -> tuple[NewFile, ...]:
    """Return the files of a new pack.

    Raises:
        UsageError: US063 when its folder is there and not empty, or no folder; US085
            when it cannot be looked into.
    """
    _refuse_what_is_taken(plan.root)
    template = stage_template(plan.stage.value)
    held: dict[str, Any] = read_document(plan.stage.value, template.encode()).data
    return tuple(_files(plan, template, held))


def _files(plan: PackPlan, template: str, held: dict[str, Any]) -> Iterator[NewFile]:
    yield NewFile(plan.root / "pack.yaml", _manifest(plan))
    yield NewFile(plan.root / "glossary.yaml", _glossary(plan, held["terms"]))
    for kind, name, text in (
        ("rubric", held["rubric"], rubric_template(held["rubric"])),
        ("customer", held["customer"], customer_template(held["customer"])),
    ):
        content = _schema_line(kind, "../") + in_languages(text, plan.languages)
        yield NewFile(plan.root / f"{kind}s" / f"{name}.yaml", content)
    own = template.replace(f"id: {held['id']}\n", f"id: {plan.identity}\n", 1)
    scenario = with_notes(in_languages(own, plan.languages), plan.languages)
    place = plan.root / plan.stage.value / f"{plan.identity}.yaml"
    yield NewFile(place, _schema_line("scenario", "../") + scenario)
    for kind in KINDS:
        shape = (settings.schemas_folder() / schema_file(kind)).read_text("utf-8")
        yield NewFile(plan.root / "schemas" / schema_file(kind), shape)
    yield from _guides(plan)
    yield NewFile(plan.root / ".githooks" / "pre-commit", pack_template("pre-commit"), True)
    yield NewFile(plan.root / ".github" / "workflows" / "check.yml", pack_template("check.yml"))


def _guides(plan: PackPlan) -> Iterator[NewFile]:
    """Yield the guide for trainers: README.md in the first language, others beside it."""
    for place, language in enumerate(plan.languages):
        text = pack_template(f"README.{language}.md")
        told = text.format(stage=plan.stage.value, scenario=plan.identity)
        yield NewFile(plan.root / (f"README.{language}.md" if place else "README.md"), told)


def _manifest(plan: PackPlan) -> str:
    # The folder we stand in may be gone; its pack has no name of its own then.
    name = plan.root.name.lower().replace("-", "_")
    text = (
        "#: pack\n"
        f"id: {name if is_id(name) else 'my_pack'}\n"
        f"name: {_both('pack_name')}\n"
        "#: languages\n"
        f"languages: [{', '.join(plan.languages)}]\n"
        "#: limit\n"
        "random_pass_limit: 5\n"
        "\n"
        "#: courses\n"
        "courses:\n"
        "  first_course:\n"
        f"    name: {_both('course_name')}\n"
        "    role: sales_representative\n"
        f"    scenarios: [{plan.identity}]\n"
    )
    return _schema_line("pack") + with_notes(in_languages(text, plan.languages), plan.languages)


def _glossary(plan: PackPlan, terms: Sequence[str]) -> str:
    entries = "\n".join(term_template(term) for term in terms)
    text = f"id: glossary\nterms:\n{entries}"
    return (
        _schema_line("glossary")
        + note("glossary", plan.languages)
        + in_languages(text, plan.languages)
    )


def _both(name: str) -> str:
    pairs = ", ".join(
        f'{language}: "{message(f"scaffolding.{name}", language)}"' for language in LANGUAGES
    )
    return f"{{{pairs}}}"


def _schema_line(kind: str, up: str = "") -> str:
    return f"# yaml-language-server: $schema={up}schemas/{schema_file(kind)}\n"


def _refuse_what_is_taken(root: Path) -> None:
    try:
        if not os.path.lexists(root):
            return
        taken = not root.is_dir() or any(root.iterdir())
    except OSError as fault:
        raise unwritable(root, fault) from fault
    if taken:
        raise UsageError("US063", place=str(root))
