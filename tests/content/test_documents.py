"""What a file's words mean, and where they stand."""

import pytest

from salesdojo.content.document import Document
from salesdojo.content.document_reading import read_document
from salesdojo.content.parsers import ParserFactory, PurePythonParser, fastest_parser
from salesdojo.content.problem import Mark

BOTH = pytest.mark.parametrize("parser", [fastest_parser(), PurePythonParser])


def read(text: str, parser: ParserFactory | None = None) -> Document:
    return read_document("file.yaml", text.encode(), parser)


@BOTH
@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("1:30:00", "1:30:00"),
        ("012", "012"),
        ("1_000", "1_000"),
        ("2026-01-01", "2026-01-01"),
        ("=", "="),
        ("0b11", "0b11"),
        ("1.2.3", "1.2.3"),
        ("+", "+"),
        ("+1", 1),
        ("-0", 0),
        ("0o17", 15),
        ("0x1F", 31),
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
        ("1.5", 1.5),
        ("2.0", 2),
        ("1e3", 1000),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'1'", "1"),
        ('"true"', "true"),
        ("なるほど", "なるほど"),
        ("|\n  a\n  b\n", "a\nb\n"),
        (">-\n  a\n  b\n", "a b"),
    ],
)
def test_words_mean_what_yaml_1_2_says(word: str, meaning: object, parser: ParserFactory) -> None:
    document = read(f"key: {word}\n", parser)
    assert document.problems == ()
    assert document.data == {"key": meaning}
    assert type(document.data["key"]) is type(meaning)


@BOTH
def test_keys_are_text(parser: ParserFactory) -> None:
    document = read("1: a\ntrue: b\nno: c\n1.0: d\nnull: e\n", parser)
    assert document.data == {"1": "a", "true": "b", "no": "c", "1.0": "d", "null": "e"}


@BOTH
def test_every_value_and_key_has_its_place(parser: ParserFactory) -> None:
    marks = read("a:\n  - あ: x\n    b: {c: 'd'}\n", parser).marks
    assert marks.value(("a", 0, "あ")) == Mark(2, 8)
    assert marks.key(("a", 0, "b")) == Mark(3, 5)
    assert marks.value(("a", 0, "b", "c")) == Mark(3, 12)
    assert marks.value(("a", 0, "b", "missing")) == Mark(3, 8)
    assert marks.key(("a", 0)) == Mark(2, 5)


@BOTH
def test_windows_files_and_byte_order_marks_are_fine(parser: ParserFactory) -> None:
    document = read("\ufeffa: 1\r\nb: 二\r\nc:\r\n  d: |\r\n    x\r\n    y\r\n", parser)
    assert document.problems == ()
    assert document.data == {"a": 1, "b": "二", "c": {"d": "x\ny\n"}}
    assert document.marks.key(("b",)) == Mark(2, 1)


@BOTH
def test_emoji_and_combining_marks_count_as_characters(parser: ParserFactory) -> None:
    document = read("a: {b: 👩‍👩‍👧‍👦, c: e\u0301, d: 𠮷野家, e: \U000e0041}\n", parser)
    assert document.problems == ()
    assert document.marks.key(("a", "d")) == Mark(1, 24)


@BOTH
def test_a_question_mark_in_curly_brackets_belongs_to_the_text(parser: ParserFactory) -> None:
    assert read("say: {ja: 何ですか?, en: What?}\n", parser).data == {
        "say": {"ja": "何ですか?", "en": "What?"}
    }


@BOTH
def test_reading_goes_on_after_what_was_refused(parser: ParserFactory) -> None:
    document = read('a: &x 1\nb: *x\nc: !t 2\n<<: 3\na: 4\nd: .nan\ne: "\\x07"\nf: 5\n', parser)
    told = [problem.code for problem in document.problems]
    assert told == ["SD011", "SD012", "SD010", "SD013", "SD008", "SD017", "SD004"]
    assert document.data == {"a": 1, "b": None, "c": "2", "d": None, "e": "\ufffd", "f": 5}
    assert document.refused == {("b",), ("d",)}


@BOTH
def test_nothing_of_a_second_value_is_kept(parser: ParserFactory) -> None:
    document = read("a: {b: 1}\na: {b: 2, c: [3]}\nd: 4\n", parser)
    assert document.data == {"a": {"b": 1}, "d": 4}
    assert document.marks.value(("a", "b")) == Mark(1, 8)
    assert ("a", "c") not in document.marks.values


@BOTH
def test_a_problem_in_a_second_value_is_told_too(parser: ParserFactory) -> None:
    document = read("a: 1\na: {b: .inf}\n", parser)
    assert [problem.code for problem in document.problems] == ["SD008", "SD017"]
    assert document.data == {"a": 1}


@BOTH
def test_thirty_two_levels_are_read(parser: ParserFactory) -> None:
    assert read("[" * 32 + "]" * 32, parser).problems == ()


@BOTH
def test_twenty_thousand_values_are_read(parser: ParserFactory) -> None:
    assert read("[" + "1," * 19_999 + "]", parser).problems == ()


def test_a_file_of_one_mebibyte_is_read() -> None:
    text = f"a: {'x' * (2**20 - 3)}"
    assert read(text).problems == ()
    assert read(text + "x").problems[0].code == "SD002"


@BOTH
@pytest.mark.parametrize(
    "line",
    [
        "a: We are # a comment",
        "a: We are #",
        "a: We are ## a heading",
        'a: "We are #1"',
        "a: 'We are #1'",
        "a: We are#1",
        "a: 5 #five",
        "a: true #five",
        "a: ~ #five",
        "a: #five",
        "a: {b: x} #five",
        "#five\na: b",
        "a: b\n#five",
        "a: b\n  #five",
        "a: |\n  We are #1",
        "a: >\n  We are #1",
        "a: | #five\n  b",
        "a: #five\n  b: c",
    ],
)
def test_a_comment_is_no_problem_where_no_text_is_cut(line: str, parser: ParserFactory) -> None:
    assert read(f"{line}\n", parser).problems == ()


@BOTH
def test_texts_cut_by_comments_are_read_to_the_end_however_many(parser: ParserFactory) -> None:
    document = read("".join(f"a{n}: b #{n}\n" for n in range(300)), parser)
    assert document.readable
    assert document.usable
    assert len(document.data) == 300
    assert {problem.code for problem in document.problems} == {"SD026"}


def test_a_tab_is_named_once_a_line() -> None:
    told = [(one.line, one.column) for one in read("a:\tb\t\nc: d\ne:\tf\n").problems]
    assert told == [(1, 3), (3, 3)]


def test_a_place_inside_a_condition_is_found() -> None:
    document = read("a: trust > 5\nb: 'trust > 5'\nc: >\n  trust >\n  5\nd: \"a\\x41 > 5\"\n")
    assert document.inside(("a",), "trust > 5", 6) == Mark(1, 10)
    assert document.inside(("b",), "trust > 5", 6) == Mark(2, 11)
    assert document.inside(("c",), "trust > 5\n", 6) == Mark(3, 4)
    assert document.inside(("d",), "aA > 5", 2) == Mark(6, 4)
