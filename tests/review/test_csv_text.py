"""CSV that any reader reads back, and in which no cell is a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.review.csv_text import MARK, csv_text, safe


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_compute_is_words(sign: str) -> None:
    assert safe(f"{sign}cmd|' /C calc'!A0") == f"'{sign}cmd|' /C calc'!A0"
    assert safe(f"  {sign}1") == f"'  {sign}1"


@pytest.mark.parametrize(
    "unseen", ["\u3000", "\u00a0", "\u200b", "\ufeff", "\u200d", "\u202e", "\x00", " \u3000 "]
)
def test_what_cannot_be_seen_before_a_formula_hides_none(unseen: str) -> None:
    assert safe(f"{unseen}=1+1") == f"'{unseen}=1+1"
    assert safe(f"{unseen}青木=1") == f"{unseen}青木=1"


def test_other_text_stays_as_it_is() -> None:
    assert [safe(one) for one in ("a=1", "", " ", "青木", None)] == ["a=1", "", " ", "青木", None]


def test_figures_stay_figures_and_nothing_stays_nothing() -> None:
    assert csv_text([(-1.5, 3, None, "", "ok")]) == "-1.5,3,,,ok\r\n"


def test_the_mark_stands_first_only_on_wish() -> None:
    assert csv_text([("あ",)], bom=True) == f"{MARK}あ\r\n"
    assert not csv_text([("あ",)]).startswith(MARK)


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
                         min_size=2, max_size=2)))  # fmt: skip
def test_every_text_is_read_back(rows: list[list[str]]) -> None:
    read = list(csv.reader(StringIO(csv_text(rows), newline="")))
    assert read == [[str(safe(cell)) for cell in row] for row in rows]
    formulas = [cell for row in read for cell in row if cell[:1] in set("=+-@")]
    assert formulas == []
