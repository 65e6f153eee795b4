"""The words for somebody's belt, the same in a terminal's lines and on a screen."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.records.mastery.belts import Kind
from salesdojo.records.mastery.course_saying import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.records.mastery.belts import BeltStanding, Counted, Requirement
    from salesdojo.records.mastery.grades import Grade


def grade_name(grade: "Grade | None", language: str) -> str:
    """Return what a grade is called; None is no belt yet."""
    name = "none" if grade is None else f"{grade.kind}_{grade.number}"
    return message(f"belts.{name}", language)


def missing_in_short(belt: "BeltStanding", language: str) -> str:
    """Return in half a sentence what is missing for the next grade."""
    coming = grade_name(belt.next, language)
    if belt.next is None:
        return message("belts.highest", language)
    if not belt.reachable:
        return message("belts.unreachable", language, next=coming)
    parts = {one.kind: one for one in belt.missing}
    figures: dict[str, str] = {}
    if Kind.MASTERY in parts:
        mastery = parts[Kind.MASTERY]
        figures |= {"have": f"{mastery.have:.2f}", "need": f"{mastery.need:.2f}"}
    if Kind.CERTIFICATES in parts:
        certificates = parts[Kind.CERTIFICATES]
        figures |= {"held": f"{certificates.have:.0f}", "wanted": f"{certificates.need:.0f}"}
    name = "both" if len(parts) > 1 else str(belt.missing[0].kind)
    return message(f"belts.missing_{name}", language, next=coming, **figures)


def belt_sentences(belt: "BeltStanding", language: str) -> tuple[str, ...]:
    """Return what is missing for the next grade, what runs out, and what has faded."""
    return tuple(_sentences(belt, language))


def counted_state(one: "Counted", language: str) -> str:
    """Return in half a sentence how a criterion stands towards a belt."""
    if one.counts < one.rested:
        return message("belts.faded", language, rested=f"{one.rested:.2f}")
    if one.counts > 0:
        return message("belts.told", language, attempts=one.attempts)
    if not one.most:
        return message("belts.impossible", language)
    if not one.attempts:
        return message("belts.unmet", language)
    if not one.enough_scenarios:
        return message("belts.few_scenarios", language, scenarios=one.scenarios)
    name = "vague" if one.vague else "told"
    return message(f"belts.{name}", language, attempts=one.attempts)


def _sentences(belt: "BeltStanding", language: str) -> "Iterator[str]":
    for one in belt.missing:
        yield _missing(one, grade_name(belt.next, language), language)
    names = {one.course.id: one.course.name for one in belt.certificates}
    if belt.expires is not None:
        yield message(
            "belts.expires_none" if belt.expires.then is None else "belts.expires",
            language,
            date=day_in_words(belt.expires.on, language),
            course=names[belt.expires.course].spoken(language),
            then=grade_name(belt.expires.then, language),
        )
    if belt.rested != belt.grade:
        yield message("belts.rested", language, rested=grade_name(belt.rested, language))


def _missing(one: "Requirement", coming: str, language: str) -> str:
    if one.kind is Kind.MASTERY:
        return message(
            "belts.sentence_mastery" if one.possible else "belts.too_little",
            language,
            next=coming,
            have=f"{one.have:.2f}",
            need=f"{one.need:.2f}",
            most=f"{one.most:.2f}",
        )
    return message(
        "belts.sentence_certificates" if one.possible else "belts.too_few",
        language,
        next=coming,
        held=f"{one.have:.0f}",
        wanted=f"{one.need:.0f}",
        most=f"{one.most:.0f}",
    )
