"""What was found clean is not examined again, until anything it depends on changes."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from salesdojo.authoring.checking import clean_files
from salesdojo.authoring.checking.clean_files import SIZE, CleanFiles, digest
from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from support.clean_pack import FILES, GLOSSARY, PACK, RUBRIC, SCENARIO, write_clean_pack
from support.keys import write_keys
from support.packs import changed

TALK = "discovery/quiet_line.yaml"
NOTHING: list[str] = []
EVERYTHING = Selection()
KEYS = """\
expert: tanaka
keys: {opening: {ask_day: 3, show_product: 0, ask_budget: -1}}
"""


class Checked:
    """A pack, a cache folder, and a check that tells how much it had to do."""

    def __init__(self, folder: Path) -> None:
        self.root = write_clean_pack(folder / "pack")
        self.cache = folder / "cache"

    def __call__(
        self, selection: Selection = EVERYTHING, agreement: int | None = None
    ) -> tuple[int, list[str]]:
        """Return how many files were examined, and the codes found."""
        steps: list[int] = []
        report = check(
            groups([self.root]),
            selection,
            self.cache,
            agreement=agreement,
            on_progress=steps.append,
        )
        assert report.files == len(FILES)
        return len(steps), [problem.code for problem in report.problems]

    def write(self, relative: str, text: str) -> None:
        (self.root / relative).write_text(text, encoding="utf-8")


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    """A clean pack that has been checked once."""
    checked = Checked(tmp_path)
    assert checked() == (len(FILES), NOTHING)
    return checked


def test_a_clean_pack_is_examined_once(checked: Checked) -> None:
    assert checked() == (0, NOTHING)


def test_a_file_that_was_only_touched_stays_clean(checked: Checked) -> None:
    os.utime(checked.root / TALK, (0, 0))
    assert checked() == (0, NOTHING)


def test_a_file_with_problems_is_examined_every_time(checked: Checked) -> None:
    checked.write(TALK, changed(SCENARIO, "minutes: 6", "minutes: 0"))
    assert checked() == (1, ["SD105"])
    assert checked() == (1, ["SD105"])
    checked.write(TALK, SCENARIO)
    assert checked() == (0, NOTHING)


@pytest.mark.parametrize(
    ("relative", "text"),
    [
        ("rubrics/listening.yaml", changed(RUBRIC, "pass: 80", "pass: 79")),
        ("glossary.yaml", changed(GLOSSARY, "しさしつもん", "しさ しつもん")),
        ("pack.yaml", changed(PACK, "A clean pack", "Another pack")),
        ("customers/hoshi.yaml", changed(FILES["customers/hoshi.yaml"], "納期", "品質")),
    ],
)
def test_what_the_files_refer_to_makes_all_of_them_examined_again(
    checked: Checked, relative: str, text: str
) -> None:
    checked.write(relative, text)
    assert checked() == (len(FILES), NOTHING)
    assert checked() == (0, NOTHING)


def test_a_rubric_that_no_longer_fits_is_told_of_by_the_scenario(checked: Checked) -> None:
    checked.write("rubrics/listening.yaml", RUBRIC.replace("certain_gain", "sure_gain"))
    examined, codes = checked()
    assert examined == len(FILES)
    assert codes == ["SD205"]


def test_one_changed_scenario_is_examined_alone(checked: Checked) -> None:
    checked.write(TALK, changed(SCENARIO, "minutes: 6", "minutes: 7"))
    assert checked() == (1, NOTHING)


def test_blind_keys_belong_to_their_scenario(checked: Checked) -> None:
    folder = write_keys(checked.root / TALK, tanaka=KEYS)
    assert checked() == (1, NOTHING)
    assert checked() == (0, NOTHING)
    write_keys(checked.root / TALK, tanaka=KEYS.replace("ask_day", "ask_night"))
    assert checked()[0] == 1
    (folder / "tanaka.yaml").unlink()
    folder.rmdir()
    assert checked() == (0, NOTHING)


def test_another_question_is_another_answer(checked: Checked) -> None:
    assert checked(Selection.read("SD5", None)) == (len(FILES), NOTHING)
    assert checked(Selection.read("SD5", "SD503")) == (len(FILES), NOTHING)
    assert checked(Selection.read("SD5", None)) == (0, NOTHING)
    assert checked(agreement=70)[0] == len(FILES)
    assert checked(agreement=80)[0] == len(FILES)
    assert checked(agreement=70)[0] < len(FILES)
    assert checked() == (0, NOTHING)


def test_agreement_that_is_asked_for_is_asked_of_a_file_known_as_clean(checked: Checked) -> None:
    _, codes = checked(agreement=70)
    assert set(codes) == {"SD413"}


def test_nothing_is_remembered_without_a_cache(tmp_path: Path) -> None:
    root = write_clean_pack(tmp_path / "pack")
    for _ in range(2):
        steps: list[int] = []
        check(groups([root]), Selection(), None, on_progress=steps.append)
        assert len(steps) == len(FILES)
    assert list(tmp_path.iterdir()) == [root]


def place(checked: Checked) -> Path:
    return checked.cache / "check" / "clean"


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"\0" * 5,
        lambda held: held[:-1] + bytes([held[-1] ^ 1]),
        lambda held: held[: len(held) // 2 + 3],
        lambda held: b"x" + held,
        lambda _: os.urandom(4096),
    ],
    ids=["empty", "short", "a bit", "half", "shifted", "anything"],
)
def test_a_damaged_cache_costs_time_and_nothing_else(
    checked: Checked, damage: Callable[[bytes], bytes]
) -> None:
    place(checked).write_bytes(damage(place(checked).read_bytes()))
    examined, codes = checked()
    assert 0 < examined <= len(FILES)
    assert codes == NOTHING
    assert checked() == (0, NOTHING)


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    checked = Checked(tmp_path)
    # A file where the folder should be: not even root can write below it.
    checked.cache.write_text("in the way")
    for _ in range(2):
        assert checked() == (len(FILES), NOTHING)


def test_a_cache_that_is_a_folder_is_done_without(tmp_path: Path) -> None:
    checked = Checked(tmp_path)
    place(checked).mkdir(parents=True)
    for _ in range(2):
        assert checked() == (len(FILES), NOTHING)


def test_two_runs_at_once_both_are_right_and_leave_a_cache_that_can_be_read(
    tmp_path: Path,
) -> None:
    checked = Checked(tmp_path)
    answers: list[tuple[int, list[str]]] = []
    runs = [threading.Thread(target=lambda: answers.append(checked())) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [codes for _, codes in answers] == [NOTHING, NOTHING]
    assert checked() == (0, NOTHING)


def test_two_runs_about_different_files_keep_what_both_found(tmp_path: Path) -> None:
    one, other = CleanFiles(tmp_path), CleanFiles(tmp_path)
    one.keep([digest(b"one")])
    other.keep([digest(b"other")])
    kept = CleanFiles(tmp_path)
    assert digest(b"one") in kept
    assert digest(b"other") in kept


def test_the_oldest_are_forgotten_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clean_files, "MOST", 3)
    for number in range(5):
        CleanFiles(tmp_path).keep([digest(bytes([number]))])
    kept = CleanFiles(tmp_path)
    assert [digest(bytes([number])) in kept for number in range(5)] == [False] * 2 + [True] * 3
    assert (tmp_path / "check" / "clean").stat().st_size == 3 * SIZE


def test_a_digest_is_of_its_parts_as_they_are_parted() -> None:
    told = [(b"ab", b"c"), (b"a", b"bc"), (b"abc",), (b"abc", b""), (b"", b"abc"), ()]
    assert len({digest(*parts) for parts in told}) == len(told)
    assert {len(digest(*parts)) for parts in told} == {SIZE}


def test_a_file_rewritten_while_it_is_examined_is_not_remembered_as_it_was(
    tmp_path: Path,
) -> None:
    checked = Checked(tmp_path)
    wrong = changed(SCENARIO, "minutes: 6", "minutes: 0")
    checked.write(TALK, wrong)
    path = checked.root / TALK
    found = groups([checked.root])
    steps: list[int] = []

    def mend(done: int) -> None:
        steps.append(done)
        path.write_text(SCENARIO, encoding="utf-8")

    # The files come in the order of their paths: another is done before the talk is read.
    assert str(found[0].files[0].path) < str(path)
    assert check(found, Selection(), checked.cache, on_progress=mend).problems == ()
    checked.write(TALK, wrong)
    assert checked() == (1, ["SD105"])
