"""Lines break by phrases and words, and never where Japanese forbids it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from salesdojo.content.kinsoku import NO_END, NO_START
from salesdojo.content.visible import visible
from salesdojo.tui.widths import cut, pad, pad_left, width_of
from salesdojo.tui.wrapping import line_spans, wrap
from tui.talking import HOSTILE

JAPANESE = (
    "差し支えなければ、Copier Proの背景を(2026年)伺えますか？ 値段は10% offで「高い」です。"
    "ちょっとお待ちください。キャンセルーの件、メーカーに確認します！"
)
MIXED = st.text(
    st.sampled_from("あいうえ営業を、。」「（）ょッーー abcDE12 -!?%\n\u3000ｶﾞ🙂"), max_size=80
)


def test_japanese_breaks_between_phrases() -> None:
    assert wrap("差し支えなければ、その背景を伺えますか。", 20) == [
        "差し支えなければ、",
        "その背景を",
        "伺えますか。",
    ]


def test_english_breaks_between_words() -> None:
    assert wrap("May I ask what is behind that?", 12) == ["May I ask", "what is", "behind that?"]


def test_a_hyphenated_word_may_break_after_its_hyphen() -> None:
    assert wrap("a well-known face", 9) == ["a well-", "known", "face"]


def test_words_and_figures_within_japanese_stay_whole() -> None:
    for width in range(9, 40):
        for whole in ("Copier", "2026", "10%"):
            assert any(whole in line for line in wrap(JAPANESE, width)), width


@pytest.mark.parametrize("width", range(8, 60))
def test_no_line_begins_or_ends_with_what_it_must_not(width: int) -> None:
    for line in wrap(JAPANESE, width):
        assert line[0] not in NO_START, line
        assert line[-1] not in NO_END, line


def test_a_phrase_that_no_line_holds_is_cut_where_it_may_be() -> None:
    assert wrap("あああああっああ", 12) == ["あああああ", "っああ"] or wrap(
        "あああああっああ", 12
    ) == ["ああああ", "あっああ"]


def test_a_long_word_is_cut() -> None:
    assert wrap("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_line_feeds_stay() -> None:
    assert wrap("a\n\nb\n", 10) == ["a", "", "b", ""]


def test_spaces_at_a_break_belong_to_no_line() -> None:
    assert wrap("ab   cd", 4) == ["ab", "cd"]
    assert wrap("  indented", 20) == ["  indented"]


@pytest.mark.parametrize("width", [-1, 0, 1])
def test_the_narrowest_width_is_survived(width: int) -> None:
    assert wrap("あa🙂", width) == ["あ", "a", "🙂"]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("width", [1, 7, 80])
def test_hostile_words_are_made_visible_and_fit(words: str, width: int) -> None:
    lines = wrap(words, width)
    assert lines
    assert "".join(lines).replace(" ", "") == visible(words).replace(" ", "")
    assert all(cell_len(line) <= max(2, width) for line in lines)


@given(MIXED, st.integers(2, 30))
def test_every_line_fits_and_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert _unspaced("".join(lines)) == _unspaced(visible(text))


@given(MIXED, st.integers(1, 30))
def test_spans_are_in_order_and_apart(text: str, width: int) -> None:
    end = 0
    for first, last in line_spans(text, width):
        assert end <= first <= last <= len(text)
        end = last


@pytest.mark.parametrize(
    "text",
    ["あ" * 10_000, "今日は晴れです。" * 1_250, "word " * 2_000, "x" * 10_000, "。" * 10_000],
    ids=["kana", "sentences", "words", "word", "stops"],
)
def test_ten_thousand_characters_take_no_time_to_speak_of(text: str) -> None:
    began = time.perf_counter()
    wrap(text, 60)
    # 0.06 s were measured on a slow core; a quadratic way takes minutes.
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("width", range(8))
@pytest.mark.parametrize("text", ["営業部門", "sales", "ﾊﾝｶｸ", "", "a\nb", "\x1b[2J"])
def test_texts_are_padded_and_cut_to_the_very_width(text: str, width: int) -> None:
    assert width_of(pad(text, width)) == width
    assert width_of(pad_left(text, width)) == width
    assert width_of(cut(text, width)) <= width


def test_what_is_cut_has_a_sign() -> None:
    assert cut("営業部門", 7) == "営業.."
    assert cut("営業部門", 8) == "営業部門"
    assert cut("営業部門", 1) == "."


def _unspaced(text: str) -> str:
    return text.replace(" ", "").replace("\u3000", "").replace("\n", "")
