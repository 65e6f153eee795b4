"""From plain, checked mappings to the model, and the canonical bytes between them."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final, TypeVar

from salesdojo.content.catalogue import Motion, Stage
from salesdojo.content.condition import ConditionError, Expression, parse
from salesdojo.content.model import (
    Branch,
    Briefing,
    Choice,
    Criterion,
    Customer,
    Effect,
    GoldenPath,
    Line,
    Meter,
    Outcome,
    Rubric,
    Scenario,
    Scene,
    Synonym,
    Term,
)
from salesdojo.content.table_building import build_bargaining
from salesdojo.content.text import Text
from salesdojo.errors import ContentError

T = TypeVar("T")
Plain = Mapping[str, Any]
"""A mapping as JSON has it: checked for shape and references before it comes here."""

NOT_PLAYED: Final = ("tests",)
"""Keys that do not enter the canonical form: they change nothing that is played."""


def canonical_bytes(scenario: Plain, rubric: Plain, customer: Plain) -> bytes:
    """Return what is hashed, stored with attempts, and replayed."""
    played = {key: value for key, value in scenario.items() if key not in NOT_PLAYED}
    played.pop("customer", None)
    document = {"scenario": played, "rubric": rubric, "customer": customer}
    return canonical_json(document)


def canonical_json(document: Plain) -> bytes:
    """Return a canonical form's bytes; `document` has scenario, rubric and customer."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def scenario_from_canonical(canonical: bytes, tests: Plain | None = None) -> Scenario:
    """Build the scenario that `canonical_bytes` wrote; `tests` are its golden paths.

    Raises:
        ContentError: CT003 when the bytes are not of that form.
    """
    try:
        document = json.loads(canonical)
        return _scenario(document, canonical, tests or {})
    except (ValueError, KeyError, TypeError, AttributeError, ConditionError) as fault:
        raise ContentError("CT003", reason=f"{type(fault).__name__}") from fault


def build_scenario(scenario: Plain, rubric: Plain, customer: Plain) -> Scenario:
    """Build a scenario from mappings that have been checked."""
    canonical = canonical_bytes(scenario, rubric, customer)
    return _scenario(json.loads(canonical), canonical, scenario.get("tests", {}))


def _scenario(document: Plain, canonical: bytes, tests: Plain) -> Scenario:
    written: Plain = document["scenario"]
    scenes = tuple(written["scenes"])
    following = dict(pairwise(scenes))
    briefing = written["briefing"]
    return Scenario(
        id=written["id"],
        title=Text.of(written["title"]),
        stage=Stage(written["stage"]),
        motion=Motion(written["motion"]),
        level=written["level"],
        minutes=written["minutes"],
        rubric=build_rubric(document["rubric"]),
        customer=build_customer(document["customer"]),
        terms=tuple(written.get("terms", ())),
        briefing=Briefing(
            Text.of(briefing["situation"]),
            Text.of(briefing["goal"]),
            tuple(Text.of(known) for known in briefing.get("known", ())),
        ),
        meters=_frozen({name: _meter(name, m) for name, m in written.get("meters", {}).items()}),
        facts=_frozen({name: Text.of(fact) for name, fact in written.get("facts", {}).items()}),
        learned=tuple(written.get("learned", ())),
        start=written["start"],
        scenes=_frozen(
            {name: _scene(name, s, following.get(name)) for name, s in written["scenes"].items()}
        ),
        variant_of=written.get("variant_of"),
        golden_paths=tuple(_golden_path(name, path) for name, path in tests.items()),
        revision=sha256(canonical).hexdigest(),
        canonical=canonical,
    )


def build_rubric(written: Plain) -> Rubric:
    """Build a rubric from a mapping that has been checked."""
    low, middle, high = written["cuts"]
    return Rubric(
        id=written["id"],
        name=Text.of(written["name"]),
        pass_mark=written["pass"],
        cuts=(low, middle, high),
        criteria=_frozen({name: _criterion(name, c) for name, c in written["criteria"].items()}),
        breaches=_frozen({name: Text.of(b) for name, b in written.get("breaches", {}).items()}),
    )


def build_customer(written: Plain) -> Customer:
    """Build a customer from a mapping that has been checked."""
    return Customer(
        id=written["id"],
        name=Text.of(written["name"]),
        company=Text.of(written["company"]),
        role=Text.of(written["role"]),
        manner=Text.of(written["manner"]),
        cares=tuple(Text.of(care) for care in written.get("cares", ())),
    )


def build_term(name: str, written: Plain) -> Term:
    """Build a glossary entry from a mapping that has been checked."""
    return Term(
        id=name,
        reading=written["reading"],
        name=Text.of(written["name"]),
        meaning=Text.of(written["meaning"]),
        example=Text.of(written["example"]),
        synonyms=tuple(
            Synonym(Text.of(one["name"]), Text.of(one["difference"]))
            for one in written.get("synonyms", ())
        ),
        note=_text(written.get("note")),
    )


def _frozen(items: dict[str, T]) -> Mapping[str, T]:
    return MappingProxyType(items)


def _criterion(name: str, written: Plain) -> Criterion:
    first, second, third, fourth = (Text.of(level) for level in written["levels"])
    return Criterion(
        name,
        Text.of(written["name"]),
        written["weight"],
        (first, second, third, fourth),
        written.get("minimum"),
    )


def _meter(name: str, written: int | Plain) -> Meter:
    if isinstance(written, int):
        return Meter(name, Text.of(name), written, hidden=False)
    return Meter(
        name,
        Text.of(written.get("name", name)),
        written["start"],
        hidden=written.get("hidden", False),
    )


def _scene(name: str, written: Plain, following: str | None) -> Scene:
    end = written.get("end")
    choices = {
        choice: _choice(choice, what, following)
        for choice, what in written.get("choices", {}).items()
    }
    table = written.get("table")
    moves_on = not choices and end is None and table is None
    return Scene(
        id=name,
        customer=_lines(written["customer"]),
        speaker=_text(written.get("speaker")),
        note=_text(written.get("note")),
        hint=_text(written.get("hint")),
        choices=_frozen(choices),
        goto=_goto(written.get("goto"), following) if moves_on else (),
        end=Outcome(end) if end is not None else None,
        satisfaction=_expression(written.get("satisfaction")),
        seconds=written.get("seconds"),
        timeout=written.get("timeout"),
        fixed_order=written.get("order") == "fixed",
        bargaining=None
        if table is None
        else build_bargaining(table, lambda goto: _goto(goto, following)),
    )


def _choice(name: str, written: Plain, following: str | None) -> Choice:
    return Choice(
        id=name,
        say=Text.of(written["say"]),
        why=Text.of(written["why"]),
        reply=_text(written.get("reply")),
        when=_expression(written.get("when")),
        points=_frozen(dict(written.get("points", {}))),
        effects=tuple(_effect(meter, e) for meter, e in written.get("effect", {}).items()),
        learn=tuple(written.get("learn", ())),
        breach=written.get("breach"),
        repeat=written.get("repeat", False),
        goto=_goto(written.get("goto"), following),
    )


def _lines(written: str | Plain | Sequence[Plain]) -> tuple[Line, ...]:
    if isinstance(written, Sequence) and not isinstance(written, str):
        return tuple(Line(Text.of(one["say"]), _expression(one.get("when"))) for one in written)
    return (Line(Text.of(written), None),)


def _text(written: str | Plain | None) -> Text | None:
    return None if written is None else Text.of(written)


def _expression(written: str | int | None) -> Expression | None:
    return None if written is None else parse(str(written))


def _effect(meter: str, written: int | str) -> Effect:
    if isinstance(written, str):
        return Effect(meter, int(written.removeprefix("=")), sets=True)
    return Effect(meter, written, sets=False)


def _goto(written: str | Sequence[Plain] | None, following: str | None) -> tuple[Branch, ...]:
    if written is None:
        if following is None:
            msg = "the last scene has nowhere to go"
            raise ValueError(msg)
        return (Branch(following),)
    if isinstance(written, str):
        return (Branch(written),)
    return tuple(
        Branch(one["to"], _expression(one.get("when")), one.get("weight")) for one in written
    )


def _golden_path(name: str, written: Plain) -> GoldenPath:
    end = written.get("end")
    return GoldenPath(
        name,
        tuple(written["play"]),
        Outcome(end) if end is not None else None,
        written.get("quality"),
        written.get("passed"),
    )
