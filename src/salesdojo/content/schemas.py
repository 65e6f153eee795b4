"""The JSON Schemas, and the two validators that read them: never from anywhere else."""

import json
import re
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from salesdojo import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema import ValidationError
    from jsonschema.protocols import Validator
    from jsonschema_rs import Draft202012Validator

KINDS: Final = ("scenario", "rubric", "customer", "pack", "glossary", "keys", "assignments")
"""The kinds of file there are; each has a schema of its name."""


def schema_file(kind: str) -> str:
    """Return the name of the schema file of a kind."""
    return f"{kind}.schema.json"


@cache
def schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind."""
    text = (settings.schemas_folder() / schema_file(kind)).read_text(encoding="utf-8")
    held: dict[str, Any] = json.loads(text)
    return held


def schemas_digest() -> str:
    """Return a digest of all schemas: what was checked by others is checked again."""
    digest = sha256()
    for kind in KINDS:
        digest.update((settings.schemas_folder() / schema_file(kind)).read_bytes())
    return digest.hexdigest()


@cache
def quick_validator(kind: str) -> "Draft202012Validator | None":
    """Return the validator that says yes or no at once; None where its wheel is missing."""
    try:
        import jsonschema_rs
    except ImportError:
        return None
    resources = [(f"json-schema:///{schema_file(other)}", schema(other)) for other in KINDS]
    return jsonschema_rs.Draft202012Validator(
        schema(kind), registry=jsonschema_rs.Registry(resources), offline=True
    )


@cache
def wordy_validator(kind: str) -> "Validator":
    """Return the validator that names every error with its place."""
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    # A registry of our own files and no retrieval: a reference elsewhere fails.
    registry = Registry().with_resources(
        (schema_file(other), DRAFT202012.create_resource(schema(other))) for other in KINDS
    )
    return _validator_class()(schema(kind), registry=registry)


def _validator_class() -> "type[Validator]":
    from jsonschema import Draft202012Validator, validators

    keywords = {
        "additionalProperties": _additional_properties,
        "pattern": _pattern,
        "uniqueItems": _unique_items,
    }
    extended: type[Validator] = validators.extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]
    return extended


def _additional_properties(
    validator: Any,  # noqa: ANN401 - its own types leave out `descend`
    wanted: bool | dict[str, Any],
    instance: object,
    schema: dict[str, Any],
) -> "Iterator[ValidationError]":
    """Go through other keys in the file's order: jsonschema's own differs from run to run."""
    from jsonschema import ValidationError

    if not isinstance(instance, dict):
        return
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    others = [
        key
        for key in instance
        if key not in known and not any(_compiled(pattern).search(key) for pattern in patterns)
    ]
    if isinstance(wanted, dict):
        for key in others:
            yield from validator.descend(instance[key], wanted, path=key)
    elif others and not wanted:
        yield ValidationError("has other keys")


def _pattern(_: object, pattern: str, instance: object, __: object) -> "Iterator[ValidationError]":
    """Match as ECMA does: ``$`` is the end, not the place before a last line break."""
    from jsonschema import ValidationError

    if isinstance(instance, str) and not _compiled(pattern).search(instance):
        yield ValidationError("does not match")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\$(?=\)|\||$)", r"\\Z", pattern))


def _unique_items(
    _: object, wanted: bool, instance: object, __: object
) -> "Iterator[ValidationError]":
    """Find an equal pair of texts in linear time; other values are refused for their type."""
    from jsonschema import ValidationError

    if not wanted or not isinstance(instance, list):
        return
    texts = [item for item in instance if isinstance(item, str)]
    if len(set(texts)) < len(texts):
        yield ValidationError("has equal entries")
