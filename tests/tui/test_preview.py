"""The preview on the screen: the talk beside its figures and problems, following the file."""

import json
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.authoring.checking.examining import Examined
from salesdojo.authoring.previewing.examination import glance
from salesdojo.content.problem import Problem
from salesdojo.content.visible import visible
from salesdojo.tui.preview_app import PreviewApp
from salesdojo.tui.screens.preview import PreviewScreen
from salesdojo.tui.themes import DAY
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.problem_strip import ProblemStrip
from tui.previewing import at_rest, gone, press, previewed, read, save, sees, shown, visit_file
from tui.screens_as_text import SIZES
from tui.small_pack import Plain, both
from tui.talking import HOSTILE, IN_COMPANY, acts, visit

ALL_SIZES = [*SIZES, (40, 12)]


def size_name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def with_choice(scene: str, choice: str, **keys: object) -> Plain:
    """Return the visit with some keys of a choice changed."""
    plain = visit()
    plain["scenes"][scene]["choices"][choice].update(keys)
    return plain


def without_choice(scene: str, choice: str) -> Plain:
    plain = visit()
    del plain["scenes"][scene]["choices"][choice]
    return plain


@pytest.mark.parametrize("size", ALL_SIZES, ids=size_name)
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_opening(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    async with previewed(visit_file(tmp_path), language=language, size=size) as pilot:
        snapshot.assert_match(await at_rest(pilot), "opening.txt")


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_talk_on_its_way_and_at_its_end(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    async with previewed(visit_file(tmp_path), language=language, size=size) as pilot:
        await press(pilot, "2")
        snapshot.assert_match(await at_rest(pilot), "under_way.txt")
        await press(pilot, "2")
        snapshot.assert_match(await at_rest(pilot), "over.txt")


@pytest.mark.parametrize("size", ALL_SIZES, ids=size_name)
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_problems_and_the_lines_they_are_in(
    tmp_path: Path,
    snapshot: Snapshot,
    language: str,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = visit_file(tmp_path, start="dor", terms=["商談", "値引き"])
    monkeypatch.chdir(file.parent)
    async with previewed(Path(file.name), language=language, size=size) as pilot:
        snapshot.assert_match(await at_rest(pilot), "unplayable.txt")
        await press(pilot, "p")
        await press(pilot, "down")
        snapshot.assert_match(await at_rest(pilot), "problems.txt")


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_scenes_to_jump_to(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    plain = visit()["scenes"]
    plain["cellar"] = {"customer": both("暗いですね。", "It is dark."), "end": "lost"}
    file = visit_file(tmp_path, scenes=plain)
    async with previewed(file, language=language, size=size) as pilot:
        await press(pilot, "j")
        snapshot.assert_match(await at_rest(pilot), "scenes.txt")


# playing


async def test_costs_points_and_v_follow_the_choices(tmp_path: Path) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        assert "1 ask  costs nothing  inquiry +3" in shown(pilot)
        assert "2 pitch  costs 80  inquiry -1" in shown(pilot)
        screen = await press(pilot, "2")
        assert "V 40  quality 20" in screen
        assert "pitch, costs 80" in screen


async def test_back_and_restart_take_decisions_back(tmp_path: Path) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        assert "table, decision 2" in await press(pilot, "1")
        assert "door, decision 1" in await press(pilot, "b")
        assert "This is the beginning." in await press(pilot, "b")
        assert "after 2 decisions" in await press(pilot, "1", "1")
        assert "door, decision 1" in await press(pilot, "r")


@pytest.mark.parametrize("typed", ["B", "ｂ", "Ｂ"])
async def test_caps_lock_and_full_width_input_do_not_lock_the_keys(
    tmp_path: Path, typed: str
) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        assert "table, decision 2" in await press(pilot, "１")
        assert "door, decision 1" in await press(pilot, typed)
        await press(pilot, "J")
        assert "TaBle" in await press(pilot, *"TaBle")


async def test_enter_begins_again_at_the_end(tmp_path: Path) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        assert "Advanced. Press Enter to begin again." in await press(pilot, "1", "1")
        assert "door, decision 1" in await press(pilot, "enter")


async def test_random_play_goes_to_the_end_and_plays_another_talk_from_there(
    tmp_path: Path,
) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        assert "after 2 decisions" in await press(pilot, "x")
        assert "Random talk 2." in await press(pilot, "x")
        assert "decision 2" in await press(pilot, "r", "s")


async def test_a_hidden_meter_and_a_breach_are_shown_to_the_author(tmp_path: Path) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        screen = await press(pilot, "1", "2")
        assert "mood (hidden)" in screen
        assert "lies" in screen
        assert "Lost, not passed" in screen


async def test_what_is_not_offered_is_named_with_the_reason(tmp_path: Path) -> None:
    file = visit_file(tmp_path)
    save(file, with_choice("door", "budget", when="trust > 90"))
    async with previewed(file) as pilot:
        assert "Not offered now: budget (when trust > 90)" in shown(pilot)


# jumping


async def test_a_jump_goes_the_shortest_road_and_says_which(tmp_path: Path) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        screen = await press(pilot, "j", *"goo", "enter")
        assert "The shortest road to good: ask, offer" in screen
        assert "good, after 2 decisions" in screen
        assert "Back to table on the same road." in await press(pilot, "j", *"tabl", "enter")


async def test_a_scene_is_found_by_what_is_said_there(tmp_path: Path) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        screen = await press(pilot, "j", *"what does")
        assert "table" in screen
        assert "Please keep" not in screen.partition("Jump")[2].partition("V 100")[0]
        assert "No scene matches." in await press(pilot, *"zzz")
        assert "door, decision 1" in await press(pilot, "enter", "escape")


async def test_where_no_road_leads_a_jump_says_so(tmp_path: Path) -> None:
    scenes = visit()["scenes"]
    scenes["cellar"] = {"customer": both("暗い。", "Dark."), "end": "lost"}
    async with previewed(visit_file(tmp_path, scenes=scenes)) as pilot:
        screen = await press(pilot, "j", *"cellar", "enter")
        assert "No road that could be found leads to cellar." in screen
        assert "door, decision 1" in screen


async def test_a_jump_that_needs_other_chance_says_so(tmp_path: Path) -> None:
    scenes = visit()["scenes"]
    scenes["attic"] = {"customer": both("上です。", "Up here."), "end": "lost"}
    scenes["street"] = {
        "customer": both("雨です。", "It rains."),
        "goto": [{"weight": 19, "to": "door"}, {"weight": 1, "to": "attic"}],
    }
    async with previewed(visit_file(tmp_path, start="street", scenes=scenes)) as pilot:
        assert "door, decision 1" in shown(pilot)
        screen = await press(pilot, "j", *"attic", "enter")
        assert "Chance had to fall another way: the talk opens in attic." in screen
        assert "Up here." in screen


async def test_a_scenario_too_large_to_be_solved_is_still_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdojo.practice.state_graph.STATE_LIMIT", 1)
    async with previewed(visit_file(tmp_path)) as pilot:
        assert "Too large to be solved" in shown(pilot)
        assert "table, decision 2" in await press(pilot, "1")
        assert "too large to be solved" in await press(pilot, "j", *"good", "enter")
        assert "after 2 decisions" in await press(pilot, "x")


# following the file


async def test_another_wording_shows_at_the_same_place(tmp_path: Path) -> None:
    file = visit_file(tmp_path)
    async with previewed(file) as pilot:
        await press(pilot, "1", "down")
        save(file, with_choice("table", "lie", say=both("必ず。", "For certain.")))
        screen = await sees(pilot, "For certain.")
        assert "reloaded 1" in screen
        assert "Read again: same road, same scene." in screen
        assert "> 2 lie" in screen


async def test_where_the_road_parts_is_said_and_mending_it_brings_the_road_back(
    tmp_path: Path,
) -> None:
    file = visit_file(tmp_path)
    async with previewed(file) as pilot:
        await press(pilot, "3", "1")
        save(file, without_choice("door", "budget"))
        screen = await sees(pilot, "decision 1 is lost. door has no choice budget any more.")
        assert "door, decision 1" in screen
        save(file, visit())
        assert "good, after 2 decisions" in await sees(pilot, "reloaded 2")


async def test_a_broken_file_leaves_the_old_version_to_play(tmp_path: Path) -> None:
    file = visit_file(tmp_path)
    async with previewed(file) as pilot:
        save(file, visit(start="dor"))
        screen = await sees(pilot, "SD201")
        assert "OLD VERSION" in screen
        assert "errors: 1, warnings: 0" in screen
        assert "table, decision 2" in await press(pilot, "1")
        save(file, visit())
        assert "OLD VERSION" not in await sees(pilot, "reloaded 2")


async def test_a_file_broken_from_the_beginning_begins_once_it_is_mended(tmp_path: Path) -> None:
    file = visit_file(tmp_path, start="dor")
    async with previewed(file) as pilot:
        assert "There is nothing to play yet." in shown(pilot)
        await press(pilot, "1", "b", "r", "x", "s", "j", "enter")
        save(file, visit())
        assert "door, decision 1" in await sees(pilot, "reloaded 1")


async def test_problems_that_are_open_follow_the_file(tmp_path: Path) -> None:
    file = visit_file(tmp_path, start="dor")
    async with previewed(file) as pilot:
        assert '"start": "dor"' in await press(pilot, "p")
        save(file, visit(start="table", level=9))
        assert '"level": 9' in await sees(pilot, "SD105")
        save(file, visit())
        await gone(pilot, "SD105")
        assert "door, decision 1" in await press(pilot, "escape")


async def test_a_problem_in_the_rubric_shows_the_rubric(tmp_path: Path) -> None:
    file = visit_file(tmp_path)
    rubric = tmp_path / "pack" / "rubrics" / "basics.yaml"
    rubric.write_text(rubric.read_text("utf-8").replace('"weight": 60', '"weight": 61'), "utf-8")
    async with previewed(file) as pilot:
        assert "basics.yaml" in shown(pilot)
        assert "SD217" in shown(pilot)
        assert '"criteria": {' in await press(pilot, "p", "down")


async def test_half_a_file_is_never_shown(tmp_path: Path) -> None:
    file = visit_file(tmp_path)
    whole = json.dumps(with_choice("door", "ask", say=both("さて。", "Well now.")))
    async with previewed(file) as pilot:
        with file.open("w", encoding="utf-8") as opened:
            for start in range(0, len(whole), 400):
                opened.write(whole[start : start + 400])
                opened.flush()
                await pilot.pause(0.01)
                assert "OLD VERSION" not in shown(pilot)
        assert "reloaded 1 " in await sees(pilot, "Well now.")


async def test_a_file_that_vanishes_is_said_and_comes_back(tmp_path: Path) -> None:
    file = visit_file(tmp_path)
    async with previewed(file) as pilot:
        file.unlink()
        assert "OLD VERSION" in await sees(pilot, "The file is gone.")
        save(file, visit())
        assert "OLD VERSION" not in await gone(pilot, "The file is gone.")


async def test_play_does_not_wait_for_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rules take a while; until they have spoken, what they said last stays."""
    file = visit_file(tmp_path)
    ruled = Event()

    def slowly(path: Path) -> Examined:
        assert ruled.wait(20)
        found = glance(path)
        return replace(found, problems=(Problem(str(path), 3, 1, "SD506"),))

    monkeypatch.setattr("salesdojo.tui.preview_reading.examination", slowly)
    monkeypatch.setattr(Problem, "message", lambda *_: "an opinion")
    app = PreviewApp(file, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "checking" in await sees(pilot, "door, decision 1")
        ruled.set()
        assert "an opinion" in await sees(pilot, "errors: 1")
        ruled.clear()
        save(file, with_choice("door", "ask", say=both("さて。", "Well now.")))
        screen = await sees(pilot, "Well now.")
        assert "checking" in screen
        assert "an opinion" in screen
        ruled.set()
        await sees(pilot, "errors: 1")


async def test_a_click_on_a_problem_shows_its_line(tmp_path: Path) -> None:
    file = visit_file(tmp_path, start="dor", terms=["値引き"])
    async with previewed(file) as pilot:
        await pilot.click(ProblemStrip, offset=(5, 1))
        assert '"start": "dor"' in await sees(pilot, "^")


# languages, themes, strangers' text


async def test_another_language_keeps_the_place_and_the_highlight(tmp_path: Path) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        await press(pilot, "1", "down")
        screen = await press(pilot, "l")
        assert "table 発言2回目" in screen
        assert "> 2 lie" in screen
        assert pilot.app.query_one(Choices).highlighted == 1


async def test_the_theme_changes(tmp_path: Path) -> None:
    async with previewed(visit_file(tmp_path)) as pilot:
        await press(pilot, "d")
        assert pilot.app.theme == DAY.name


async def test_without_an_editor_the_key_says_what_to_set(tmp_path: Path) -> None:
    file = visit_file(tmp_path, start="dor")
    async with previewed(file) as pilot:
        assert "Set VISUAL or EDITOR" in await press(pilot, "e")
        assert "Set VISUAL or EDITOR" in await press(pilot, "p", "e")


def spoiled(plain: object, words: str) -> object:
    match plain:
        case {"ja": _, "en": _}:
            return {"ja": words, "en": words}
        case dict():
            return {key: spoiled(value, words) for key, value in plain.items()}
        case list():
            return [spoiled(value, words) for value in plain]
        case _:
            return plain


def acting(words: str) -> bool:
    """Say whether a file may hold `words` only as an escape, and not even so."""
    return visible(words) != words


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        *((words, False) for words in IN_COMPANY),
        *((words, True) for words in IN_COMPANY if acting(words)),
    ],
    ids=range(len(IN_COMPANY) + sum(map(acting, IN_COMPANY))),
)
async def test_hostile_words_are_only_words(tmp_path: Path, words: str, escaped: bool) -> None:
    file = visit_file(tmp_path)
    written = json.dumps(spoiled(visit(), words), ensure_ascii=escaped, indent=1)
    file.write_bytes(written.encode("utf-8", "surrogatepass"))
    app = PreviewApp(file, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        assert acts(app) == []
        for keys in (("1",), ("x",), ("p",), ("escape", "j"), ("escape", "l")):
            await press(pilot, *keys)
            assert acts(app) == []
        assert app.is_running


@pytest.mark.parametrize("words", [one for one in HOSTILE[:8] if one.strip()], ids=range(8))
async def test_hostile_ids_are_only_words(tmp_path: Path, words: str) -> None:
    file = visit_file(tmp_path)
    plain = visit(start=words)
    plain["scenes"][words] = plain["scenes"].pop("door")
    plain["facts"][words] = "a fact"
    file.write_text(json.dumps(plain), encoding="utf-8")
    app = PreviewApp(file, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        assert acts(app) == []
        await press(pilot, "p", "down", "down")
        assert acts(app) == []
        assert app.is_running


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_o_shows_where_every_choice_leads(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    async with previewed(visit_file(tmp_path), language=language, size=size) as pilot:
        await press(pilot, "o")
        await pilot.app.workers.wait_for_complete()
        snapshot.assert_match(await at_rest(pilot), "outline.txt")


async def test_the_outline_changes_its_language_and_goes_back_to_the_talk(tmp_path: Path) -> None:
    async with previewed(visit_file(tmp_path), language="en") as pilot:
        await press(pilot, "o", "l")
        await pilot.app.workers.wait_for_complete()
        assert "最善の道" in await at_rest(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PreviewScreen)
