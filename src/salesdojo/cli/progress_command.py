"""`salesdojo progress`: how one person stands at each scenario and course, and what they can do."""

import argparse
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.bars import bar
from salesdojo.cli.printing import figure, number, out, out_json, table
from salesdojo.cli.surroundings import surroundings
from salesdojo.i18n import message
from salesdojo.records.assignments.assigned import due_by_scenario
from salesdojo.records.model import Standing
from salesdojo.records.planning.next_up import next_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.cli.surroundings import Surroundings
    from salesdojo.records.history.progress import Progress
    from salesdojo.records.mastery.courses import CourseStanding
    from salesdojo.records.mastery.skills import Skill


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `progress` takes."""
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Print the belt and the tables."""
    here = surroundings(wish)
    told = here.progress(whole=wish.json)
    standings = told.standings
    titles = {entry.id: entry.title.spoken(here.language) for entry in here.library.entries}
    # What lies in no pack, or no longer does, was played all the same.
    played = [*(one for one in titles if one in standings), *sorted(standings.keys() - titles)]
    if wish.json:
        out_json(_everything_as_json(here, told, played))
        return 0
    from salesdojo.cli.assigned_rows import print_assigned
    from salesdojo.cli.belt_rows import print_belt

    print_belt(told.belt, here.language)
    out()
    if not played:
        out(message("cli.progress_none", here.language, person=here.name))
        here.say_unknown()
    else:
        head = message("cli.progress_head", here.language).split("|")
        rows = [
            (
                titles.get(one, one),
                figure(standings[one].first),
                figure(standings[one].best),
                figure(standings[one].latest),
                str(standings[one].attempts),
                message(_state(standings[one]), here.language),
            )
            for one in played
        ]
        out(table([tuple(head), *rows]))
        _skills(told.skills, here.language)
        _courses(told.courses, here)
        _lately(here)
    assigned = here.assigned()
    print_assigned(assigned, here.library, here.language)
    following = next_up(here.library, standings, told.courses, due_by_scenario(assigned))
    if following is not None:
        out()
        out(message("cli.progress_next", here.language, scenario=following.scenario))
    return 0


def _everything_as_json(
    here: "Surroundings", told: "Progress", played: "Sequence[str]"
) -> dict[str, object]:
    from salesdojo.cli.assigned_rows import assigned_as_json
    from salesdojo.cli.belt_rows import belt_as_json
    from salesdojo.cli.course_rows import course_as_json
    from salesdojo.cli.progress_json import lately_as_json

    return {
        "belt": belt_as_json(told.belt),
        "scenarios": [{"id": one, **_as_json(told.standings[one])} for one in played],
        "skills": [_skill_as_json(skill) for skill in told.skills],
        "courses": [course_as_json(course) for course in told.courses],
        "assigned": [assigned_as_json(one) for one in here.assigned()],
        **lately_as_json(here.lately(), here.library.entries, here.clock()),
    }


def _lately(here: "Surroundings") -> None:
    """Print how the latest attempts went, what is due, what goes wrong, how talks end."""
    from salesdojo.cli.progress_due import print_due
    from salesdojo.cli.progress_lately import print_lately
    from salesdojo.cli.progress_outcomes import print_outcomes
    from salesdojo.cli.progress_recurring import print_recurring

    told = here.lately()
    if told is None:
        return
    print_lately(told.overview, here.language)
    print_due(told.advice.due, here.language)
    print_recurring(told.recurring, here.language)
    print_outcomes(told.ends, here.library.entries, here.language)


def _skills(skills: "tuple[Skill, ...]", language: str) -> None:
    """Print what the attempts say of each criterion, the least likely mastered first."""
    if not skills:
        return
    head = message("cli.progress_skills_head", language).split("|")
    out()
    out(message("cli.progress_skills", language))
    out(table([tuple(head), *(_skill_row(skill, language) for skill in skills)]))
    out(message("cli.progress_skills_note", language))


def _courses(courses: "tuple[CourseStanding, ...]", here: "Surroundings") -> None:
    """Print how the person stands in each course of the pack."""
    from salesdojo.cli.course_rows import course_rows

    if courses:
        out()
        out(message("progress.courses", here.language))
        out(table(course_rows(courses, here.library.entries, here.language)))


def _skill_row(skill: "Skill", language: str) -> tuple[str, ...]:
    from salesdojo.records.mastery.ability import expected_share

    ability = skill.ability
    name, attempts = f"  {skill.name.spoken(language)}", str(ability.attempts)
    if ability.vague:
        return name, "-", "-", attempts, message("cli.progress_vague", language)
    low, high = (expected_share(end) for end in ability.interval)
    middle = expected_share(ability.mean)
    told = message("cli.progress_mastered", language) if ability.mastered else bar(middle)
    return name, f"{middle:.0%}", f"{low:.0%}-{high:.0%}", attempts, told


def _skill_as_json(skill: "Skill") -> dict[str, object]:
    ability = skill.ability
    low, high = ability.interval
    return {
        "criterion": skill.criterion,
        "name": dict(skill.name.by_language),
        "ability": ability.mean,
        "low": low,
        "high": high,
        "mastery": ability.mastery,
        "mastered": ability.mastered,
        "enough": not ability.vague,
        "attempts": [
            {"attempt": one.attempt, "share": one.share, "weight": one.weight}
            for one in skill.evidence
        ],
    }


def _state(standing: Standing) -> str:
    if standing.unfinished:
        return "cli.progress_unfinished"
    return "cli.progress_passed" if standing.passed else "cli.progress_not_yet"


def _as_json(standing: Standing) -> dict[str, object]:
    def quality(value: float | None) -> float | None:
        return None if value is None else number(value)

    return {
        "first": quality(standing.first),
        "best": quality(standing.best),
        "latest": quality(standing.latest),
        "attempts": standing.attempts,
        "passed": standing.passed,
        "unfinished": standing.unfinished,
    }
