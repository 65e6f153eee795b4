"""A scaffold of each stage can be practised at once, in any of its languages."""

import re
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from salesdojo.content.catalogue import Stage
from salesdojo.practice.following import replay
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import solve
from support.scaffolds import (
    LANGUAGE_SETS,
    chance_of_passing,
    every_text,
    readable,
    scaffold,
    shown_width,
    walked,
)

every_stage = pytest.mark.parametrize("stage", Stage)
every_set = pytest.mark.parametrize("languages", LANGUAGE_SETS, ids="_".join)
LIMIT = 0.03
"""A random clicker passes less often than this; packs allow 5% where they say nothing."""


@every_set
@every_stage
def test_it_reads_without_problems_and_its_golden_paths_come_true(
    stage: Stage, languages: tuple[str, ...], tmp_path: Path
) -> None:
    scenario = readable(scaffold(tmp_path, stage, languages))
    solution = solve(scenario)
    assert scenario.stage is stage
    assert [path.id for path in scenario.golden_paths] == ["exemplar", "average", "poor"]
    came_to = {}
    for path in scenario.golden_paths:
        result = score(replay(scenario, 1, path.play), solution)
        came_to[path.id] = result.quality
        assert (result.outcome, result.passed) == (path.end, path.passed)
    assert came_to["exemplar"] == 100
    assert 25 < came_to["average"] < 70
    assert came_to["poor"] <= 25


@every_set
@every_stage
def test_its_texts_are_in_the_languages_asked_for_and_in_no_other(
    stage: Stage, languages: tuple[str, ...], tmp_path: Path
) -> None:
    path = scaffold(tmp_path, stage, languages)
    text = path.read_text("utf-8")
    scenario = readable(path)
    assert scenario.title.languages == (languages if len(languages) > 1 else ())
    told = set(re.findall(r"^ *# (.*)", text, re.MULTILINE))
    japanese = {line for line in told if re.search("[ぁ-ん]", line)}
    assert bool(japanese) == ("ja" in languages)
    assert bool(told - japanese) == ("en" in languages)
    if languages == ("en",):
        headwords = re.search(r"^terms: .*", text, re.MULTILINE)
        assert headwords is not None
        assert not re.search("[ぁ-んァ-ヶ一-龠]", text.replace(headwords[0], ""))
    assert "#:" not in text


@every_stage
def test_nobody_passes_by_chance_by_length_or_by_place(stage: Stage, tmp_path: Path) -> None:
    scenario = readable(scaffold(tmp_path, stage, ("ja", "en")))
    solution = solve(scenario)
    assert chance_of_passing(scenario) < LIMIT
    assert not walked(scenario, solution, "first").passed
    for language in ("ja", "en"):
        assert not walked(scenario, solution, "longest", language).passed
        assert not walked(scenario, solution, "shortest", language).passed


@every_stage
def test_the_best_line_is_rarely_the_longest_and_stands_anywhere(
    stage: Stage, tmp_path: Path
) -> None:
    scenario = readable(scaffold(tmp_path, stage, ("ja", "en")))
    decisions = [scene.choices for scene in scenario.scenes.values() if scene.choices]
    assert len(decisions) == 5
    best = [
        next(choice for choice in choices.values() if max(choice.points.values(), default=0) == 3)
        for choices in decisions
    ]
    for language in ("ja", "en"):
        longest = sum(
            shown_width(one.say.spoken(language))
            == max(shown_width(choice.say.spoken(language)) for choice in choices.values())
            for one, choices in zip(best, decisions, strict=True)
        )
        assert longest <= 1
    places = {list(choices).index(one.id) for one, choices in zip(best, decisions, strict=True)}
    assert len(places) >= 2


@every_stage
def test_it_shows_all_that_the_format_can_do(stage: Stage, tmp_path: Path) -> None:
    scenario = readable(scaffold(tmp_path, stage, ("en",)))
    scenes = scenario.scenes.values()
    choices = [choice for scene in scenes for choice in scene.choices.values()]
    assert all(len(scene.choices) in (0, 4) for scene in scenes)
    assert all(choice.reply for choice in choices)
    assert len({choice.why for choice in choices}) == len(choices)
    assert all(scene.hint for scene in scenes if scene.choices)
    assert {fact for choice in choices for fact in choice.learn} == set(scenario.facts)
    assert {str(choice.when) for choice in choices if choice.when} != set()
    assert len([choice for choice in choices if choice.breach]) == 1
    assert any(len(scene.customer) > 1 for scene in scenes)
    assert any(len(choice.goto) > 1 for choice in choices)
    assert len({scene.end for scene in scenes if scene.end}) == 3


@every_stage
def test_no_sign_is_drawn_in_different_widths(stage: Stage, tmp_path: Path) -> None:
    scenario = readable(scaffold(tmp_path, stage, ("ja", "en")))
    ambiguous = {
        sign for text in every_text(scenario) for sign in text if east_asian_width(sign) == "A"
    }
    assert ambiguous == set()


@every_stage
def test_both_languages_say_about_as_much(stage: Stage, tmp_path: Path) -> None:
    scenario = readable(scaffold(tmp_path, stage, ("ja", "en")))
    texts = every_text(scenario)
    for japanese, english in zip(texts[::2], texts[1::2], strict=True):
        assert 0.5 <= shown_width(english) / shown_width(japanese) <= 2.5, english
