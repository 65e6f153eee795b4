"""Negotiation tables as trainers see them: in figures, in the picture, while they write."""

from pathlib import Path

import pytest

from salesdojo.authoring.analysis import analyse
from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.authoring.graphing.parts import Kind
from salesdojo.authoring.graphing.picture import picture, unsolved_picture
from salesdojo.authoring.previewing.jumping import jump
from salesdojo.authoring.previewing.rehearsal import Apart, Rehearsal
from salesdojo.authoring.previewing.standing import closed, standing
from salesdojo.authoring.table_figures import looked_at
from salesdojo.content.problem import Problem
from salesdojo.content.table import Ending
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.exact_play import at_random, choices_taken
from salesdojo.practice.solving import explored
from salesdojo.practice.table.frontier import Point
from salesdojo.practice.table.players import Player
from support.clean_pack import TABLE, write_clean_pack
from support.packs import changed
from support.table_talks import OPENING, table_talk

LINE = 'customer: {ja: "はい。", en: "Yes."}'

UNLOCKS = """\
          unlocks:
            option: {ja: "夜の番号", en: "a night number"}
            ours: 800
            theirs: 2000
"""
FAR_OFF = '      lines: {far_off: [{ja: "遠いですね。", en: "Far off."}]}\n'


def problems(root: Path, codes: str | None = None, **texts: str) -> tuple[Problem, ...]:
    selection = Selection.read(codes, None) if codes else Selection()
    return check(groups([write_clean_pack(root, **texts)]), selection, None).problems


def told(root: Path, codes: str, text: str) -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in problems(root, codes, renewal=text)]


def line_of(text: str, passage: str) -> int:
    return text.partition(passage)[0].count("\n") + 1


def test_the_figures_of_the_worked_example_are_those_of_its_theory() -> None:
    (table,) = analyse(table_talk({"interests": {}})).tables
    assert (table.scene, table.outcomes, table.frontier, table.rational) == ("terms", 2100, 47, 30)
    assert table.marks is not None
    assert (table.marks.nash, table.marks.joint) == (Point(7000, 6000), Point(7600, 5500))
    assert table.marks.kalai_smorodinsky == Point(6600, 6300)
    assert table.reserve == Point(3500, 3000)


def test_players_are_measured_in_the_moods_in_which_a_talk_comes_to_the_table() -> None:
    (table,) = analyse(table_talk()).tables
    assert table.moods == (35, 55)
    players = {one.player: one for one in table.players}
    assert list(players) == list(Player)
    assert players[Player.EXPERT].mean > players[Player.SPLITTER].mean + 10
    assert players[Player.EXPERT].deals == 1


@pytest.mark.parametrize(
    ("moods", "some"),
    [((), ()), ((7,), (7,)), ((1, 2, 3), (1, 2, 3)), (tuple(range(9)), (0, 2, 4, 6, 8))],
)
def test_of_many_moods_both_ends_and_some_between_are_looked_at(
    moods: tuple[int, ...], some: tuple[int, ...]
) -> None:
    assert looked_at(moods) == some


def test_a_table_without_a_zone_has_no_landmarks() -> None:
    (table,) = analyse(table_talk({"reserve": {"ours": 9000, "theirs": 9000}})).tables
    assert (table.rational, table.marks) == (0, None)


def test_the_random_player_bargains_at_random() -> None:
    solved = explored(table_talk())
    taken = choices_taken(solved, at_random(solved))
    assert {choice for (scene, choice), share in taken.items() if scene == "terms" and share} == {
        "as random from 35",
        "as random from 55",
    }


def test_a_table_is_left_by_its_four_endings_in_the_picture() -> None:
    scenario = table_talk()
    for drawn in (picture(explored(scenario)), unsolved_picture(scenario)):
        (node,) = (node for node in drawn.nodes if node.scene == "terms")
        assert node.kind is Kind.TABLE
        ways = {way.target: [step.choice for step in way.steps] for way in drawn.ways_from("terms")}
        assert ways == {
            "grudging": ["deal"],
            "signed": ["deal"],
            "polite": ["walked_away", "no_time"],
            "gone": ["they_left"],
        }
        assert all(node.reached for node in drawn.nodes)
    assert drawn.ways_from("terms")[0].steps[0].conditional


def test_the_traffic_of_a_table_is_that_of_all_who_come_to_it() -> None:
    drawn = picture(explored(table_talk()))
    out = [way.traffic or 0 for way in drawn.ways_from("terms")]
    assert sum(out) == pytest.approx(1)
    assert any(way.best for way in drawn.ways_from("terms"))


def test_nothing_behind_a_table_is_called_unreachable(tmp_path: Path) -> None:
    grudging = "[{when: trust < 1, to: parted}, {to: renewed}]"
    behind = f"  left: {{{LINE}, goto: {grudging}}}\n  island: {{{LINE}, end: lost}}\n"
    text = changed(TABLE, "walked_away: parted}", "walked_away: parted, they_left: left}")
    text = changed(text, "tests:\n", f"{behind}tests:\n")
    assert told(tmp_path, "SD3", text) == [("SD301", line_of(text, "  island:"))]


def test_a_chance_of_nothing_is_found_among_the_endings(tmp_path: Path) -> None:
    text = changed(
        TABLE,
        "walked_away: parted}",
        "walked_away: [{weight: 1, to: parted}, {weight: 0, to: parted}]}",
    )
    assert told(tmp_path, "SD3", text) == [("SD307", line_of(text, "weight: 0"))]


def test_a_criterion_that_the_table_never_gives_points_on_is_told_of(tmp_path: Path) -> None:
    text = changed(TABLE, "      interests:\n", "      interests: {}\n      # ")
    text = text.replace(text.partition("      # ")[2].partition("      reasons:")[0], "\n")
    text = changed(text, ", fits: [lapse]", "")
    assert ("SD401", line_of(text, "discovery: inquiry")) in told(tmp_path, "SD4", text)


def test_texts_of_a_table_are_wanted_in_every_language(tmp_path: Path) -> None:
    for passage in (
        'label: {ja: "納期", en: "Delivery"}',
        '{ja: "メール", en: mail}',
        'text: {ja: "移行作業も含みます。", en: "It includes the move."}',
        'why_hurry: {ja: "お急ぎなのはなぜでしょうか。", en: "May I ask why the hurry?"}',
    ):
        japanese = passage.partition(", en:")[0]
        line = line_of(TABLE, passage)
        text = changed(TABLE, passage, f"{japanese}}}")
        assert told(tmp_path / str(line), "SD501", text) == [("SD501", line)]


@pytest.mark.parametrize(
    "passage",
    [
        "納期",
        "1週間",
        "担当者",
        "お急ぎなのは",
        "今の保守が",
        "移行作業も",
        "夜の番号",
        "遠いですね",
    ],
)
def test_what_is_said_at_a_table_is_read_by_the_rules_of_manners(
    tmp_path: Path, passage: str
) -> None:
    text = changed(TABLE, "          reveals: fact:lapse\n", UNLOCKS)
    text = changed(text, "      goto: {deal", f"{FAR_OFF}      goto: {{deal")
    text = changed(text, passage, f"{passage}貴社")
    (problem,) = problems(tmp_path, "SD503,SD504", renewal=text)
    assert (problem.code, problem.line) == ("SD504", line_of(text, "貴社"))
    assert problem.column == len(text.partition("貴社")[0].rpartition("\n")[2]) + 1


def test_a_customer_may_speak_as_it_likes_but_for_what_nobody_says_aloud(tmp_path: Path) -> None:
    casual = changed(TABLE, "今の保守が", "すみません、今の保守が")
    assert told(tmp_path, "SD503", casual) == []


def test_what_only_a_table_tells_can_be_learnt_where_a_talk_comes_to_it(tmp_path: Path) -> None:
    assert told(tmp_path / "met", "SD411", TABLE) == []
    island = f"start: hello\nscenes:\n  hello: {{{LINE}, goto: parted}}\n  terms:"
    text = changed(TABLE, "start: terms\nscenes:\n  terms:", island)
    found = told(tmp_path / "unmet", "SD411", text)
    assert found == [("SD411", line_of(text, '  lapse: {ja: "保守'))]


def test_what_is_told_behind_a_table_may_be_learnt_by_someone(tmp_path: Path) -> None:
    fact = '  rival: {ja: "他社も来た。", en: "A rival came too."}\n'
    choice = 'say: {ja: "お待ちを。", en: "Wait."}, why: {ja: "遅い。", en: "Late."}'
    behind = f"  left: {{{LINE}, choices: {{wait: {{{choice}, learn: [rival], goto: parted}}}}}}\n"
    text = changed(TABLE, "walked_away: parted}", "walked_away: parted, they_left: left}")
    text = changed(text, "start: terms\n", f"{fact}start: terms\n")
    text = changed(text, "tests:\n", f"{behind}tests:\n")
    text = changed(text, "mood: trust, end: 10", "mood: trust, end: 10, walk_at: 1")
    assert told(tmp_path, "SD411", text) == []


def test_a_drill_may_be_a_single_table_and_needs_no_clock(tmp_path: Path) -> None:
    points = "{claim: objections, efficiency: objections, discovery: inquiry}"
    drill = changed(TABLE, "id: renewal", "id: too_dear")
    drill = changed(drill, points, "{claim: objections, efficiency: objections}")
    assert problems(tmp_path / "one", "SD31,SD41", too_dear=drill) == ()
    two = changed(drill, "{deal: renewed,", "{deal: again,")
    scene = TABLE.partition("  terms:\n")[2].partition("  renewed:")[0]
    scene = changed(scene, points, "{claim: objections}")
    two = changed(two, "  renewed:\n", f"  again:\n{scene}  renewed:\n")
    (problem,) = problems(tmp_path / "two", "SD31", too_dear=two)
    assert problem.code == "SD310"


class TestARehearsal:
    """A talk with a table as its author plays it."""

    def begun(self) -> Rehearsal:
        attempt = Attempt(table_talk(), 1)
        for move in ("warm", "ask why_delivery", OPENING):
            attempt, _ = attempt.take(move)
        return Rehearsal(attempt)

    def test_goes_back_into_the_middle_of_a_negotiation(self) -> None:
        table = self.begun().back().attempt.table
        assert table is not None
        assert (table.turn, table.learned) == (2, ("lapse",))
        again = self.begun().back(2).attempt.table
        assert again is not None
        assert (again.turn, again.learned) == (1, ())
        assert self.begun().back(3).attempt.table is None

    def test_makes_the_same_moves_in_the_next_version(self) -> None:
        label = table_talk({"alternative": "Another lead."})
        moved, parting = self.begun().moved_to(label)
        assert (moved.road, parting) == (self.begun().road, None)
        moved, parting = self.begun().moved_to(table_talk({"questions": {}, "interests": {}}))
        assert len(moved.road) == 1
        assert parting is not None
        assert parting.why is Apart.IMPOSSIBLE

    def test_strolls_through_a_table_to_an_end(self) -> None:
        strolled = Rehearsal(Attempt(table_talk(), 1)).strolled(5)
        assert strolled.attempt.outcome is not None

    def test_stands_somewhere_at_every_move(self) -> None:
        attempt, solution = self.begun().attempt, explored(table_talk()).solution
        assert standing(attempt, solution).losses == (0, 0, 0)
        ended, _ = attempt.take("walk_away")
        lost = standing(ended, solution)
        assert lost.losses[-1] > 0
        assert lost.result is not None

    def test_jumps_behind_a_table(self) -> None:
        found = jump(Rehearsal(Attempt(table_talk(), 1)), explored(table_talk()), "signed")
        assert found is not None
        assert found.rehearsal.attempt.scene.id == "signed"
        (event,) = (one for one in found.rehearsal.attempt.events if one.table and one.table.ends)
        assert event.table is not None
        assert event.table.state.ending is Ending.DEAL

    def test_jumps_to_a_table_as_it_is_written(self) -> None:
        story = table_talk()
        solved = explored(story)
        there = jump(Rehearsal.begun(story, 1), solved, "terms")
        assert there is not None
        assert there.rehearsal.scenario is story
        assert closed(there.rehearsal.attempt) == ()
        behind = jump(there.rehearsal, solved, "signed")
        assert behind is not None
        assert behind.rehearsal.scenario is story
        assert behind.rehearsal.over
