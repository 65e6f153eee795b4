"""The rubric, customer and terms that a new scenario can use where it goes.

What the pack has is taken when it fits; else a shipped rubric is copied into the
pack, and a customer written into the scenario: it must read at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from salesdojo.authoring.scaffolding.begun import NewFile
from salesdojo.authoring.scaffolding.destination import Destination
from salesdojo.authoring.scaffolding.languages import in_languages
from salesdojo.authoring.scaffolding.promises import promises_hold
from salesdojo.authoring.scaffolding.templates import customer_template
from salesdojo.content.reference_parts import choices, mapping


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a scenario asks of its rubric."""

    criteria: frozenset[str]
    breaches: frozenset[str]

    @classmethod
    def of(cls, scenario: Mapping[str, Any]) -> "Judgement":
        """Collect what the choices of a scenario, as read from its file, are judged by."""
        said = [choice for _, choice in choices(scenario)]
        return cls(
            frozenset(name for choice in said for name in mapping(choice.get("points"))),
            frozenset(choice["breach"] for choice in said if "breach" in choice),
        )

    def fits(self, rubric: Mapping[str, Any]) -> bool:
        """Tell whether a rubric, as read from its file, knows all of it."""
        return self.criteria <= mapping(rubric.get("criteria")).keys() and (
            self.breaches <= mapping(rubric.get("breaches")).keys()
        )


@dataclass(frozen=True, slots=True)
class RubricFound:
    """The rubric that a scenario is to name."""

    id: str
    new: NewFile | None
    """The file to write when the pack has none that fits."""


def rubric_for(
    scenario: Mapping[str, Any], copied: str, destination: Destination, languages: Sequence[str]
) -> RubricFound:
    """Return the rubric for a scenario: its own if it fits, else another, else a new one.

    Args:
        scenario: what it is for, as read from its file.
        copied: the text of the one it was written for, in case none there fits.
        destination: where the scenario goes.
        languages: what a copy is written in.
    """
    wanted, asked = scenario["rubric"], Judgement.of(scenario)
    known = destination.shelf.ids("rubric")
    for name in sorted(known, key=lambda one: one != wanted):
        held = destination.shelf.document("rubric", name)
        if held is None or held.problems or not asked.fits(mapping(held.data)):
            continue
        # What ships was written with what ships: only a pack's own has to be tried.
        if destination.pack is None or promises_hold(scenario, mapping(held.data)):
            return RubricFound(name, None)
    name = next(one for one in _numbered(wanted) if one not in known)
    text = in_languages(copied, languages).replace(f"id: {wanted}\n", f"id: {name}\n", 1)
    return RubricFound(name, NewFile(_home(destination) / f"{name}.yaml", text))


def customer_lines(
    wanted: str, destination: Destination, languages: Sequence[str], *, only: bool = False
) -> str:
    """Return the lines of a scenario that say whom it meets.

    The customer `wanted` if the destination has it, else the first it has (unless
    `only` that one will do), else the person written out.
    """
    known = [
        name
        for name in destination.shelf.ids("customer")
        if (held := destination.shelf.document("customer", name)) and not held.problems
    ]
    if wanted in known:
        return f"customer: {wanted}\n"
    if known and destination.pack is not None and not only:
        return f"customer: {known[0]}\n"
    person = in_languages(customer_template(wanted), languages)
    return "customer:\n" + "".join(f"  {line}\n" for line in person.splitlines())


def terms_known(wanted: Iterable[str], destination: Destination) -> tuple[str, ...]:
    """Return those of the terms that the glossary there has."""
    return tuple(term for term in wanted if term in destination.shelf.terms)


def _numbered(name: str) -> Iterable[str]:
    yield name
    yield from (f"{name}_{number}" for number in count(2))


def _home(destination: Destination) -> Path:
    pack = destination.pack if destination.pack is not None else destination.folder
    return (pack or Path()) / "rubrics"
