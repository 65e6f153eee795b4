"""The report for people: the line, the pointer under the place, no tricks by what is in files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_snapshot.plugin import Snapshot
from rich.cells import cell_len

from salesdojo.authoring.reporting.columns import token_length, window
from salesdojo.authoring.reporting.text import summary, text_report
from salesdojo.content.problem import Mark, Problem
from salesdojo.content.width import display_width as width
from salesdojo.i18n import LANGUAGES
from support.reported import PATH, SOURCES, lines, of, problems

ESCAPE = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_as_it_is_read(language: str, columns: int, snapshot: Snapshot) -> None:
    blocks = text_report(problems(), SOURCES, language, width=columns)
    snapshot.assert_match("\n".join(blocks) + "\n", f"{language}_{columns}.txt")


def test_the_first_line_is_place_code_and_message() -> None:
    for problem, block in zip(problems(), text_report(problems(), SOURCES, "en"), strict=True):
        assert block.splitlines()[0] == problem.line_of_text("en")


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 200])
def test_quoted_lines_fit_the_terminal_and_the_pointer_is_under_the_token(columns: int) -> None:
    for block in text_report(problems(), SOURCES, "ja", width=columns):
        if "^" not in block:
            continue
        _, quoted, pointer, _ = block.splitlines()
        assert cell_len(quoted) <= columns
        before, under = pointer.index("^"), pointer.count("^")
        cells = "".join(sign * cell_len(sign) for sign in quoted)
        token = cells[before : before + under]
        assert token.startswith(("#", "\u2409", "\\", "i", "d"))
        if token.startswith(("i", "d")):
            assert token in ("inqiury", "dnoe")


def test_a_file_that_cannot_be_quoted_is_not() -> None:
    (block,) = text_report(of("a.yaml", "SD001"), {}, "en")
    assert block.splitlines()[1:] == ["  = Learn more: salesdojo check --explain SD001"]
    (block,) = text_report(of("a.yaml", "SD020"), {"a.yaml": ("",)}, "en")
    assert len(block.splitlines()) == 2


def test_colours_change_nothing_but_the_colour() -> None:
    plain = lines(text_report(problems(), SOURCES, "en"))
    painted = lines(text_report(problems(), SOURCES, "en", painted=True))
    assert [ESCAPE.sub("", line) for line in painted] == plain
    assert "\x1b[1;31mSD202\x1b[0m" in "\n".join(painted)
    assert "\x1b[1;33mSD026\x1b[0m" in "\n".join(painted)


@pytest.mark.parametrize(("language", "word"), [("en", "warning"), ("ja", "注意")])
def test_a_warning_says_so_without_colour(language: str, word: str) -> None:
    for problem, block in zip(problems(), text_report(problems(), SOURCES, language), strict=True):
        assert (word in block.splitlines()[-1]) == (problem.code == "SD026")


def test_nothing_in_a_file_or_its_name_acts_on_the_terminal() -> None:
    path = "a\x1b[2J\nb\udce3.yaml"
    line = "x: \x1b]0;owned\x07\u202e\r\x9b"
    problem = Problem.at(path, Mark(1, 4), "SD202", name="\x1b[2J\n", suggestion="")
    (block,) = text_report([problem], {path: (line,)}, "en")
    assert len(block.splitlines()) == 4
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", block)


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=60),
    st.integers(0, 60),
    st.integers(0, 70),
    st.integers(10, 90),
)
def test_any_window_fits_and_holds_the_place(line: str, place: int, length: int, room: int) -> None:
    shown = window(line, place, length, room)
    assert width(shown.text) <= room
    assert 0 <= shown.before <= room
    assert shown.under >= 1
    assert shown.before + shown.under <= room


@given(
    st.text(st.sampled_from("abc あ漢ｱ、#{}"), min_size=1, max_size=80),
    st.integers(0, 79),
    st.integers(12, 90),
)
def test_the_pointer_stands_under_the_sign_at_the_place(line: str, place: int, room: int) -> None:
    place = min(place, len(line) - 1)
    shown = window(line, place, 1, room)
    cells = "".join(sign * cell_len(sign) for sign in shown.text)
    assert cells[shown.before] == line[place]
    assert cell_len(shown.text) == width(shown.text)


def test_a_line_of_a_mebibyte_is_cut_without_being_walked_through() -> None:
    line = "長" * 2**19 + "here" + "い" * 2**19
    shown = window(line, 2**19, 4, 40)
    assert cell_len(shown.text) <= 40
    assert shown.text[2:-2].strip("長い") == "here"


@pytest.mark.parametrize(
    ("line", "column", "token"),
    [
        ("goto: dnoe, x", 7, "dnoe"),
        ("say: 理由を、聞く", 6, "理由を"),
        ("a: 'b c' d", 4, "'b c'"),
        ('a: "b c', 4, '"'),
        ("a: trust >= 5", 10, ">="),
        ("a: {b: c}", 4, "{"),
        ("a: -12.5, b", 4, "-12.5"),
        ("a: b #1, c", 6, "#1"),
        ("a: b #", 6, "#"),
        ('a: "b\\x1bc"', 6, "\\x1b"),
        ('a: "b\\qc"', 6, "\\q"),
        ("a: b", 9, ""),
    ],
)
def test_the_token_at_a_place(line: str, column: int, token: str) -> None:
    length = token_length(line, column - 1)
    assert line[column - 1 : column - 1 + length] == token


@pytest.mark.parametrize(
    ("errors", "warnings", "files", "said"),
    [
        (0, 0, 0, "There was no file to check."),
        (0, 0, 1, "No problems were found in 1 file."),
        (0, 0, 14, "No problems were found in 14 files."),
        (1, 0, 1, "1 error was found in 1 file."),
        (3, 0, 1, "3 errors were found in 1 file."),
        (3, 0, 2, "3 errors were found in 2 files."),
        (0, 1, 1, "1 warning was found in 1 file."),
        (0, 3, 2, "3 warnings were found in 2 files."),
        (1, 1, 1, "1 error and 1 warning were found in 1 file."),
        (1, 1, 2, "1 error and 1 warning were found in 2 files."),
        (1, 2, 2, "1 error and 2 warnings were found in 2 files."),
        (3, 1, 2, "3 errors and 1 warning were found in 2 files."),
        (3, 2, 1, "3 errors and 2 warnings were found in 1 file."),
    ],
)
def test_the_last_sentence_counts(errors: int, warnings: int, files: int, said: str) -> None:
    codes = ["SD202"] * errors + ["SD026"] * warnings
    found = [
        one
        for position, code in enumerate(codes)
        for one in of(f"{position % max(files, 1)}.yaml", code)
    ]
    assert summary(found, files, "en") == said


@pytest.mark.parametrize("errors", range(4))
@pytest.mark.parametrize("warnings", range(4))
def test_every_count_has_a_sentence_in_japanese(errors: int, warnings: int) -> None:
    codes = ["SD202"] * errors + ["SD026"] * warnings
    for files in range(1, 4):
        found = [
            one for position, code in enumerate(codes) for one in of(f"{position % files}", code)
        ]
        said = summary(found, files, "ja")
        assert said.endswith("。")
        assert f"{len({one.path for one in found}) or files} 個のファイル" in said


def test_the_path_is_written_as_it_was_given() -> None:
    assert next(text_report(problems()[:1], SOURCES, "en")).startswith(f"{problems()[0].path}:")
    assert PATH in {problem.path for problem in problems()}
