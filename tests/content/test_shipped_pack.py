"""The pack that ships opens without a problem."""

from collections import Counter
from typing import Final

import pytest

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.library import Library
from salesdojo.content.model import Choice, Scenario
from salesdojo.content.width import display_width
from salesdojo.practice.following import replay
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import solve
from support.warm import shipped_library

OFTEN: Final = 0.3
"""The share of the drills in which the best line may be the longest."""


@pytest.fixture
def library() -> Library:
    return shipped_library()


@pytest.fixture
def drills(library: Library) -> list[Scenario]:
    return [library.scenario(entry.id) for entry in library.entries if entry.kind == "drill"]


@pytest.fixture
def lines(drills: list[Scenario]) -> list[Scenario]:
    """Drills in which one line is chosen; the others bargain at a table."""
    return [drill for drill in drills if not any(one.bargaining for one in drill.scenes.values())]


def choices(drill: Scenario) -> tuple[Choice, ...]:
    """Return the choices of a drill, the best first."""
    (scene,) = (scene for scene in drill.scenes.values() if scene.choices)
    return tuple(sorted(scene.choices.values(), key=lambda one: -sum(one.points.values())))


def test_the_shipped_pack_has_no_problem(library: Library) -> None:
    assert [problem.line_of_text("en") for problem in library.problems] == []


def test_every_shipped_scenario_is_bilingual_and_comes_back_from_its_canonical_form(
    library: Library,
) -> None:
    for entry in library.entries:
        held = library.scenario(entry.id)
        assert set(held.title.languages) == {"ja", "en"}
        assert scenario_from_canonical(held.canonical).scenes == held.scenes


def test_every_course_names_scenarios_that_are_there(library: Library) -> None:
    known = {entry.id for entry in library.entries}
    for course in library.pack.courses:
        assert course.scenarios
        assert set(course.scenarios) <= known


def test_every_term_a_scenario_teaches_is_in_the_glossary(library: Library) -> None:
    headwords = {term.id for term in library.glossary}
    for entry in library.entries:
        assert set(entry.terms) <= headwords


def test_a_drill_at_a_table_is_nothing_but_the_table(drills: list[Scenario]) -> None:
    tables = [
        (drill, scene)
        for drill in drills
        for scene in drill.scenes.values()
        if scene.bargaining is not None
    ]
    assert len(tables) == 3
    for drill, table in tables:
        assert not any(scene.choices for scene in drill.scenes.values()), drill.id
        assert table.seconds is None
        assert table.bargaining is not None
        assert len(table.bargaining.table.issues) <= 3, drill.id


def test_a_drill_offers_three_or_four_lines_in_half_a_minute(lines: list[Scenario]) -> None:
    for drill in lines:
        (scene,) = (scene for scene in drill.scenes.values() if scene.choices)
        assert (scene.seconds, drill.minutes) == (30, 1), drill.id
        assert 3 <= len(scene.choices) <= 4, drill.id
        best, second, *_ = (sum(one.points.values()) for one in choices(drill))
        assert best > second, drill.id
        assert sum(choices(drill)[0].points.values()) > 0
        silent = scene.choices[scene.timeout or ""]
        assert silent.id != choices(drill)[0].id, drill.id


@pytest.mark.parametrize("language", ["ja", "en"])
def test_whoever_takes_the_longest_line_of_a_drill_is_seldom_right(
    lines: list[Scenario], language: str
) -> None:
    def longest(drill: Scenario) -> bool:
        best, *others = (display_width(one.say.spoken(language)) for one in choices(drill))
        return best > max(others)

    found = [drill.id for drill in lines if longest(drill)]
    assert len(found) <= OFTEN * len(lines), found


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_two_drills_have_one_title_or_one_best_line(
    drills: list[Scenario], lines: list[Scenario], language: str
) -> None:
    titles = Counter(drill.title.spoken(language) for drill in drills)
    best = Counter(choices(drill)[0].say.spoken(language) for drill in lines)
    assert [words for words, count in (titles | best).items() if count > 1] == []


@pytest.mark.parametrize("kind", ["scenario", "variant", "drill"])
def test_the_exemplar_is_perfect(library: Library, kind: str) -> None:
    for entry in library.entries:
        if entry.kind == kind:
            scenario = library.scenario(entry.id)
            exemplar = next(path for path in scenario.golden_paths if path.id == "exemplar")
            result = score(replay(scenario, 0, exemplar.play), solve(scenario))
            assert (result.quality, result.passed) == (100, True), entry.id


def test_a_criterion_is_earned_in_three_decisions_or_at_a_table_or_left_out(
    library: Library,
) -> None:
    for entry in library.entries:
        scenes = library.scenario(entry.id).scenes.values()
        bargained = {
            criterion
            for scene in scenes
            if scene.bargaining is not None
            for criterion in scene.bargaining.points.values()
        }
        for judged in entry.criteria if entry.kind != "drill" else ():
            earning = [
                scene.id
                for scene in scenes
                if any(choice.points.get(judged.id, 0) > 0 for choice in scene.choices.values())
            ]
            assert judged.id in bargained or len(earning) >= 3, (entry.id, judged.id)
