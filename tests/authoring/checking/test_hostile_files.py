"""Whatever is in a file, check answers with problems at places in it: never with a crash."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.clean_pack import CUSTOMER, GLOSSARY, PACK, RUBRIC, SCENARIO
from support.examining import KINDS, problems_of

TEXTS = {
    "scenario": SCENARIO,
    "rubric": RUBRIC,
    "customer": CUSTOMER,
    "glossary": GLOSSARY,
    "pack": PACK,
}
HOSTILE = (
    "[@click=app.quit]x[/]", "[/ 見積[b]", "割引 [5%]", "[red", "\x1b]52;c;aGk=\x07", "\x1b[2J",
    "a\rb", "\u202eabc", "é", "e\u0301", "㍻", "👩‍👩‍👧‍👦", "𠮷野家", "ﾊﾝｶｸ", "あ" * 10_000,
    "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "'; DROP TABLE attempt;--", "{{7*7}}",
    "{name}", "%s%n", "../../etc/passwd", "", " ", "\\ud800", "\x00", "\x85", "\u2028", "\ufeff",
    "&a", "*a", "<<", "!!python/object", "? x", "- x", "# noqa: SD301", "|", ">-", "---", "...",
    "%YAML 1.1", "null", "~", "no", ".nan", "1e999", "0x7fffffffffffffffff", "=5", "trust > 999",
    "not " * 40, "(" * 30, "turn", "御社", "貴社", "弊社の社長様", "ございます※…①",
)  # fmt: skip
NUMBERS = ("0", "-1", "100", "101", "-100", "99999999999999999999", "1.5", "true", "=0", "x", "[]")
bounded = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("kind", KINDS)
@bounded
@given(content=st.binary(max_size=400))
def test_any_bytes_are_answered(kind: str, content: bytes) -> None:
    problems_of(kind, content)


@pytest.mark.parametrize("kind", KINDS)
@bounded
@given(words=st.lists(st.sampled_from([*HOSTILE, ":", ": ", "\n", "\n  ", "{", "}", "[", ", "])))
def test_any_words_are_answered(kind: str, words: list[str]) -> None:
    problems_of(kind, "".join(words).encode("utf-8", "surrogatepass"))


Change = Callable[[st.DrawFn, list[str]], None]


def _place(draw: st.DrawFn, lines: list[str]) -> int:
    return draw(st.integers(0, len(lines) - 1))


def delete(draw: st.DrawFn, lines: list[str]) -> None:
    begin = _place(draw, lines)
    del lines[begin : begin + draw(st.integers(1, 8))]
    lines.append("")


def duplicate(draw: st.DrawFn, lines: list[str]) -> None:
    begin = _place(draw, lines)
    some = lines[begin : begin + draw(st.integers(1, 12))]
    at = _place(draw, lines)
    lines[at:at] = some


def swap(draw: st.DrawFn, lines: list[str]) -> None:
    one, other = _place(draw, lines), _place(draw, lines)
    lines[one], lines[other] = lines[other], lines[one]


def insert(draw: st.DrawFn, lines: list[str]) -> None:
    at = _place(draw, lines)
    offset = draw(st.integers(0, len(lines[at])))
    lines[at] = lines[at][:offset] + draw(st.sampled_from(HOSTILE)) + lines[at][offset:]


def replace_value(draw: st.DrawFn, lines: list[str]) -> None:
    """Put something hostile, or a number, where a value stands."""
    at = _place(draw, lines)
    key, colon, value = lines[at].partition(": ")
    words = [*HOSTILE, *NUMBERS, *value.replace("}", " ").replace(",", " ").split()]
    lines[at] = f"{key}{colon}{draw(st.sampled_from(words))}"


def change_number(draw: st.DrawFn, lines: list[str]) -> None:
    digits = [
        (at, offset)
        for at, line in enumerate(lines)
        for offset, sign in enumerate(line)
        if sign.isdigit()
    ]
    if digits:
        at, offset = draw(st.sampled_from(digits))
        line = lines[at]
        lines[at] = line[:offset] + draw(st.sampled_from(NUMBERS)) + line[offset + 1 :]


def shift(draw: st.DrawFn, lines: list[str]) -> None:
    at = _place(draw, lines)
    lines[at] = draw(st.sampled_from(("  ", " ", "\t"))) + lines[at]


def rename(draw: st.DrawFn, lines: list[str]) -> None:
    """Lead a goto, a fact or a choice elsewhere: words of the file take each other's place."""
    words = sorted({word for line in lines for word in line.replace(":", " ").split()
                    if word.isidentifier()})  # fmt: skip
    if words:
        at = _place(draw, lines)
        old = [word for word in words if word in lines[at]]
        if old:
            lines[at] = lines[at].replace(
                draw(st.sampled_from(old)), draw(st.sampled_from(words)), 1
            )


CHANGES: tuple[Change, ...] = (
    delete, duplicate, swap, insert, replace_value, change_number, shift, rename,
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, kind: str) -> bytes:
    lines = TEXTS[kind].split("\n")
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4)):
        change(draw, lines)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


@pytest.mark.slow
@settings(bounded, max_examples=400)
@given(content=mutated("scenario"))
def test_a_scenario_that_was_tampered_with_is_answered(content: bytes) -> None:
    problems_of("scenario", content)


@pytest.mark.parametrize("kind", KINDS[1:])
@bounded
@given(data=st.data())
def test_a_shared_file_that_was_tampered_with_is_answered(kind: str, data: st.DataObject) -> None:
    problems_of(kind, data.draw(mutated(kind)))


def test_a_file_cannot_write_lines_of_its_own_into_a_report() -> None:
    forged = SCENARIO.replace("start: 40", 'start: "x\\nNo problems were found."', 1)
    (problem, *_) = problems_of("scenario", forged.encode())
    assert problem.message("en").endswith(".")
    assert "x\N{SYMBOL FOR LINE FEED}No problems" in problem.message("en")


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_every_text_of_a_scenario_may_be_hostile(hostile: str) -> None:
    quoted = hostile.replace("\\", "\\\\").replace('"', '\\"')
    for place in ("The quiet line", "Nothing is wrong here.", "An open question about his day."):
        assert SCENARIO.count(place) == 1
        problems_of("scenario", SCENARIO.replace(place, quoted).encode("utf-8", "surrogatepass"))
