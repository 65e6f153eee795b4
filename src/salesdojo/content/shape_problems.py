"""From a validator's error to problems in a trainer's words.

Where a schema knows better than its keyword what went wrong, its ``$comment``
names the code: ``SD107``, or ``SD109.two`` with the form of the sentence.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Protocol

from salesdojo.content.document import Document, Path, dotted
from salesdojo.content.problem import Problem
from salesdojo.content.slips import sign_in_key
from salesdojo.content.suggesting import nearest

_TYPE_FORMS: Final[Mapping[frozenset[str], str]] = {
    frozenset({"string"}): "string",
    frozenset({"integer"}): "integer",
    frozenset({"integer", "null"}): "integer",
    frozenset({"boolean"}): "boolean",
    frozenset({"object"}): "object",
    frozenset({"array"}): "array",
    frozenset({"string", "object"}): "text",
    frozenset({"string", "object", "array"}): "lines",
    frozenset({"string", "array"}): "goto",
    frozenset({"integer", "string"}): "figure",
    frozenset({"integer", "object"}): "meter",
    frozenset({"number"}): "number",
    frozenset({"string", "number", "object"}): "option",
}


class ShapeError(Protocol):
    """What is used of a `jsonschema.ValidationError`, whose own types allow for unset fields."""

    message: str
    validator: Any
    """The keyword that was not met."""
    validator_value: Any
    """What the keyword asks for."""
    instance: Any
    schema: Any

    @property
    def absolute_path(self) -> Iterable[str | int]:
        """The keys and positions that lead to `instance`."""

    @property
    def absolute_schema_path(self) -> Iterable[str | int]:
        """The keywords that lead to `validator`."""


def problems_of(error: ShapeError, document: Document) -> Iterator[Problem]:
    """Yield the problems that one validation error of `document` stands for."""
    path: Path = tuple(error.absolute_path)
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(error, path, document)
        case "required":
            yield from _missing_keys(error, path, document)
        case "dependentRequired":
            yield from _missing_partners(error, path, document)
        case "type":
            yield from _wrong_type(error, path, document)
        case "enum":
            yield _not_allowed(error, path, document)
        case "minimum" | "maximum":
            yield _out_of_range(error, path, document)
        case "pattern" | "not" | "minLength" | "maxLength":
            yield _wrong_form(error, path, document)
        case "uniqueItems":
            yield from _given_twice(error, path, document)
        case "minItems" | "maxItems" | "minProperties" | "maxProperties":
            yield _wrong_count(error, path, document)
        case _:
            yield document.problem(path, "SD100", reason=error.message)


def shown(value: object) -> str:
    """Write a value for a message: short, and never the inside of a mapping or list.

    A text of several words is quoted, so that the sentence around it can be told from it.
    """
    if isinstance(value, Mapping):
        return "{...}"
    if isinstance(value, list):
        return "[...]"
    if not isinstance(value, str):
        return json.dumps(value)
    return f'"{value}"' if " " in value or value.endswith((".", "。")) else value


def _unknown_keys(error: ShapeError, path: Path, document: Document) -> Iterator[Problem]:
    known = error.schema.get("properties", {})
    patterns = [re.compile(pattern) for pattern in error.schema.get("patternProperties", {})]
    missing = [key for key in known if key not in error.instance]
    for key in error.instance:
        if key in known or any(pattern.search(key) for pattern in patterns):
            continue
        at = (*path, key)
        sign = sign_in_key(key)
        if sign is not None:
            mark = document.inside_key(at, sign.offset)
            values = {"sign": key[sign.offset], "name": key[: sign.offset]}
            yield Problem.at(document.name, mark, "SD101", sign.form, **values)
            continue
        near = nearest(key, missing) or nearest(key, known)
        form = "suggestion" if near else ("language" if patterns else "")
        yield document.key_problem(
            at,
            "SD101",
            form,
            where=dotted(at),
            suggestion=near or "",
            parent=str(path[-1]) if path else "",
        )


def _missing_keys(error: ShapeError, path: Path, document: Document) -> Iterator[Problem]:
    code, form = _code(error.schema, "SD102")
    missing = [key for key in error.validator_value if key not in error.instance]
    if code == "SD102" and len(missing) > 1:
        form = "several" if path else "of_file"
        keys = ", ".join(missing)
        yield document.key_problem(path, code, form, where=dotted(path), keys=keys)
        return
    for key in missing:
        where = dotted((*path, key) if code == "SD102" else path)
        yield document.key_problem(path, code, form, where=where)


def _missing_partners(error: ShapeError, path: Path, document: Document) -> Iterator[Problem]:
    for key, partners in error.validator_value.items():
        for partner in partners:
            if key in error.instance and partner not in error.instance:
                yield document.key_problem(
                    (*path, key), "SD110", "partner", key=key, partner=partner
                )


def _wrong_type(error: ShapeError, path: Path, document: Document) -> Iterator[Problem]:
    if any(refused[:-1] == path for refused in document.refused):
        return  # What was refused in it made it none of what was meant: that is told.
    wanted = error.validator_value
    types = frozenset([wanted] if isinstance(wanted, str) else wanted)
    if error.instance is None:
        yield document.problem(path, "SD103", "empty", where=dotted(path))
        return
    form = _TYPE_FORMS[types] if path else "file"
    digits = _half_width(error.instance) if "integer" in types else None
    yield document.problem(
        path,
        "SD103",
        form if digits is None else "full_width",
        where=dotted(path),
        found=shown(error.instance),
        suggestion=digits or "",
    )


def _half_width(value: object) -> str | None:
    """Return a whole number that was typed in full-width digits as YAML knows it, or None."""
    if not isinstance(value, str) or value.isascii():
        return None
    digits = unicodedata.normalize("NFKC", value).strip()
    return digits if re.fullmatch("-?[0-9]{1,9}", digits, re.ASCII) else None


def _not_allowed(error: ShapeError, path: Path, document: Document) -> Problem:
    allowed = [str(value) for value in error.validator_value if value is not None]
    found = shown(error.instance)
    near = nearest(found, allowed)
    return document.problem(
        path,
        "SD104",
        "suggestion" if near else "",
        where=dotted(path),
        found=found,
        suggestion=near or "",
        allowed=", ".join(allowed),
    )


def _out_of_range(error: ShapeError, path: Path, document: Document) -> Problem:
    return document.problem(
        path,
        "SD105",
        where=dotted(path),
        found=shown(error.instance),
        lowest=error.schema.get("minimum", ""),
        highest=error.schema.get("maximum", ""),
    )


def _wrong_form(error: ShapeError, path: Path, document: Document) -> Problem:
    code, form = _code(error.schema, "SD106")
    if error.validator == "maxLength":
        code, form = "SD113", "long"
    found = shown(error.instance)
    if "propertyNames" in error.absolute_schema_path:
        path = (*path, error.instance)
        return document.key_problem(path, code, form, where=dotted(path), found=found)
    if error.validator == "not":
        return document.key_problem(path, code, form, key=str(path[-1]), where=dotted(path[:-1]))
    return document.problem(path, code, form, where=dotted(path), found=found)


def _given_twice(error: ShapeError, path: Path, document: Document) -> Iterator[Problem]:
    seen = set()
    for position, entry in enumerate(error.instance):
        if isinstance(entry, str) and entry in seen:
            yield document.problem((*path, position), "SD112", where=dotted(path), found=entry)
        elif isinstance(entry, str):
            seen.add(entry)


def _wrong_count(error: ShapeError, path: Path, document: Document) -> Problem:
    form = "few" if error.validator.startswith("min") else "many"
    return document.key_problem(
        path,
        "SD108",
        form,
        where=dotted(path),
        count=len(error.instance),
        limit=error.validator_value,
    )


def _code(schema: Mapping[str, Any], otherwise: str) -> tuple[str, str]:
    code, _, form = str(schema.get("$comment") or otherwise).partition(".")
    return code, form
