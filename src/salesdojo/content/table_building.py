"""From the `table:` of a scene, checked, to the model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from salesdojo.content.model import Bargaining, Branch
from salesdojo.content.table import (
    Behaviour,
    Curve,
    Ending,
    Interest,
    Issue,
    Measure,
    Option,
    Question,
    Reason,
    Style,
    Table,
    curved_points,
)
from salesdojo.content.table_lines import customer_lines
from salesdojo.content.table_options import option_ids, option_text, range_numbers
from salesdojo.content.text import Text

Plain = Mapping[str, Any]
Goto = Callable[[str | Sequence[Plain] | None], tuple[Branch, ...]]
"""From a `goto` as it is written to the ways out of it; None is the next scene."""

NEVER: Final = "never"
"""What `walk_at` says of a customer that never leaves."""
WORTH: Final = 100
"""The points that a measure of 100 gives, where the file does not say."""
_AS_USUAL: Final = Behaviour()


def build_bargaining(written: Plain, goto: Goto) -> Bargaining:
    """Build the negotiation table of a scene from a mapping that has been checked."""
    return Bargaining(
        table=build_table(written),
        mood=written["behaviour"]["mood"],
        points=MappingProxyType({Measure(m): c for m, c in written["points"].items()}),
        worth=written.get("worth", WORTH),
        lines=customer_lines(
            {name: tuple(map(Text.of, said)) for name, said in written.get("lines", {}).items()}
        ),
        goto=MappingProxyType({one: goto(_leads(written["goto"], one)) for one in Ending}),
    )


def build_table(written: Plain) -> Table:
    """Build what is bargained over, and with whom."""
    interests: Plain = written.get("interests", {})
    return Table(
        rounds=written["rounds"],
        issues=tuple(_issue(name, one, interests) for name, one in written["issues"].items()),
        reserve_ours=written["reserve"]["ours"],
        reserve_theirs=written["reserve"]["theirs"],
        behaviour=_behaviour(written["behaviour"]),
        questions=tuple(
            Question(name, Text.of(say)) for name, say in written.get("questions", {}).items()
        ),
        interests=tuple(_interest(name, one) for name, one in interests.items()),
        reasons=tuple(
            Reason(name, one["issue"], tuple(one.get("fits", ())), Text.of(one["text"]))
            for name, one in written.get("reasons", {}).items()
        ),
        alternative=Text.of(written.get("alternative", {})),
    )


def _leads(goto: Plain, ending: Ending) -> str | Sequence[Plain] | None:
    """Return where an ending leads; without a deal, it is where walking away leads."""
    written: str | Sequence[Plain] | None = goto.get(ending, goto.get(Ending.WALKED_AWAY))
    return written


def _issue(name: str, written: Plain, interests: Plain) -> Issue:
    locked = {
        interest: one["unlocks"]
        for interest, one in interests.items()
        if one["issue"] == name and "unlocks" in one
    }
    labels = _labels(written)
    options = zip(labels, _points(written, "ours"), _points(written, "theirs"), strict=True)
    ids = option_ids([*_words(written), *(option_text(one["option"]) for one in locked.values())])
    opened = (Option("", ours, theirs, label) for label, ours, theirs in options)
    unlocked = (_unlocked(interest, one) for interest, one in locked.items())
    return Issue(
        id=name,
        options=tuple(
            replace(one, id=key) for key, one in zip(ids, (*opened, *unlocked), strict=True)
        ),
        label=Text.of(written.get("label", name)),
        ordinal=written.get("kind") != "nominal",
    )


def _unlocked(interest: str, written: Plain) -> Option:
    label = Text.of(written["label"]) if "label" in written else option_text(written["option"])
    return Option("", written["ours"], written["theirs"], label, interest)


def _numbers(written: Plain) -> tuple[str, ...]:
    ends = written["range"]
    return range_numbers(ends["from"], ends["to"], ends["step"])


def _words(written: Plain) -> tuple[Text, ...]:
    """Return the options that are open from the start, as they are written."""
    if "range" in written:
        return tuple(map(Text.of, _numbers(written)))
    return tuple(map(option_text, written["options"]))


def _labels(written: Plain) -> tuple[Text, ...]:
    """Return what is shown of them: a number has its unit behind it."""
    words = _words(written)
    unit = Text.of(written.get("range", {}).get("unit", {}))
    if not unit.by_language:
        return words
    return tuple(
        Text(tuple((language, _measured(number, name)) for language, name in unit.by_language))
        for number in _numbers(written)
    )


def _measured(number: str, unit: str) -> str:
    """Put a unit behind a number: ``90 EUR``, but ``90%`` and ``90円``."""
    apart = unit[0].isascii() and unit[0].isalpha()
    return f"{number} {unit}" if apart else f"{number}{unit}"


def _points(written: Plain, side: str) -> Sequence[int]:
    """Return the points of one side for the options that are open from the start."""
    points = written[side]
    if "range" not in written:
        listed: Sequence[int] = points
        return listed
    upwards = (points["toward"] == "high") == (written["range"]["from"] < written["range"]["to"])
    curve = Decimal(str(points.get("curve", 1)))
    return curved_points(len(_numbers(written)), points["points"], curve, upwards=upwards)


def _behaviour(written: Plain) -> Behaviour:
    walk_at = written.get("walk_at", _AS_USUAL.walk_at)
    return Behaviour(
        curve=Curve(written.get("curve", _AS_USUAL.curve)),
        start=written.get("start", _AS_USUAL.start),
        end=written.get("end", _AS_USUAL.end),
        mirror=written.get("mirror", _AS_USUAL.mirror),
        style=Style(written.get("style", _AS_USUAL.style)),
        walk_at=None if walk_at == NEVER else walk_at,
    )


def _interest(name: str, written: Plain) -> Interest:
    return Interest(
        id=name,
        issue=written["issue"],
        ask=tuple(written["ask"]),
        trust=written.get("trust", 0),
        text=Text.of(written["text"]),
        reveals=written.get("reveals"),
    )
