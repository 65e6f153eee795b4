"""The belt as `salesdojo progress` tells of it: as lines, and as JSON."""

from typing import TYPE_CHECKING

from salesdojo.cli.printing import out
from salesdojo.i18n import message
from salesdojo.records.mastery.belt_saying import belt_sentences, grade_name
from salesdojo.records.mastery.belts import Kind

if TYPE_CHECKING:
    from salesdojo.records.mastery.belts import BeltStanding, Requirement
    from salesdojo.records.mastery.grades import Grade


def print_belt(belt: "BeltStanding", language: str) -> None:
    """Print the belt, what is missing for the next, and what runs out."""
    out(message("belts.line", language, grade=grade_name(belt.grade, language)))
    for sentence in belt_sentences(belt, language):
        out(f"  {sentence}")


def belt_as_json(belt: "BeltStanding") -> dict[str, object]:
    """Return everything that a belt rests on; days as ISO 8601 has them."""
    expires = belt.expires
    return {
        "grade": _id(belt.grade),
        "next": _id(belt.next),
        "reachable": belt.reachable,
        "requirements": [_requirement(one, belt) for one in belt.requirements],
        "missing": [one.kind for one in belt.missing],
        "expires": None
        if expires is None
        else {"on": expires.on.isoformat(), "course": expires.course, "then": _id(expires.then)},
        "rested": _id(belt.rested),
    }


def _requirement(one: "Requirement", belt: "BeltStanding") -> dict[str, object]:
    told: dict[str, object] = {
        "kind": one.kind,
        "have": one.have,
        "need": one.need,
        "most": one.most,
    }
    if one.kind is Kind.CERTIFICATES:
        parts: list[dict[str, object]] = [
            {
                "course": held.course.id,
                "state": held.state,
                "until": None if held.until is None else held.until.isoformat(),
            }
            for held in belt.certificates
        ]
        return told | {"certificates": parts}
    parts = [
        {
            "criterion": part.criterion,
            "counts": part.counts,
            "rested": part.rested,
            "most": part.most,
            "attempts": part.attempts,
        }
        for part in belt.criteria
    ]
    return told | {"criteria": parts}


def _id(grade: "Grade | None") -> str | None:
    return None if grade is None else grade.id
