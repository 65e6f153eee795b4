"""The table's sheet in lines: every width and height holds it, in both languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.moves import Ask, Propose
from salesdojo.practice.table.packages import all_interests
from salesdojo.practice.table.state import TableState, opened
from salesdojo.practice.table.view import view
from salesdojo.tui.figures.course_lines import course_lines
from salesdojo.tui.figures.table_lines import table_lines
from salesdojo.tui.figures.table_rows import Told
from salesdojo.tui.table_draft import Draft
from salesdojo.tui.widths import width_of
from support.bargains import renewal
from support.tables import tables, talk

LANGUAGES = ("ja", "en")


def after(*moves: Ask | Propose) -> TableState:
    state = opened(renewal(), 50)
    for move in moves:
        state, _ = moved(state, move)
    return state


def lines(
    state: TableState, language: str = "en", width: int = 78, most: int = 14, **changes: object
) -> list[str]:
    draft = Draft.of(state)
    for name, value in changes.items():
        draft = getattr(draft, name)(value)
    told = Told(state, view(state), draft, language)
    return [line.plain for line in table_lines(told, None, width, most)]


OFFERED = after(Ask("why_delivery"), Propose((19, 4, 4, 3)), Propose((17, 3, 4, 3)))


def test_the_halves_stand_side_by_side_in_80_columns() -> None:
    shown = lines(OFFERED)
    assert "YOUR OFFER" in shown[1]
    assert "THEIR LAST OFFER" in shown[1]


def test_the_halves_stand_one_below_the_other_where_it_is_narrower() -> None:
    shown = lines(OFFERED, width=58, most=18)
    heads = [at for at, line in enumerate(shown) if "OFFER" in line]
    assert len(heads) == 2
    assert heads[1] - heads[0] == 5


@pytest.mark.parametrize("language", LANGUAGES)
@given(width=st.integers(30, 130), most=st.integers(5, 40), row=st.integers(0, 3))
def test_every_width_and_height_is_kept(language: str, width: int, most: int, row: int) -> None:
    shown = lines(OFFERED, language, width, most, at=row)
    assert len(shown) <= most
    assert max(map(width_of, shown)) <= width
    assert sum(line.startswith("> ") for line in shown) >= 1
    assert any("%" in line for line in shown)


@settings(max_examples=40)
@given(st.data())
def test_every_table_at_every_turn_can_be_shown(data: st.DataObject) -> None:
    state = talk(data, data.draw(tables()))
    width, most = data.draw(st.integers(30, 130)), data.draw(st.integers(5, 30))
    now = opened(state.table, state.turns[0].mood[0])
    for turn in state.turns:
        shown = lines(now, data.draw(st.sampled_from(LANGUAGES)), width, most)
        assert len(shown) <= most
        assert max(map(width_of, shown)) <= width
        now, _ = moved(now, turn.move)


def test_the_customers_points_are_not_shown_unless_they_were_told() -> None:
    hidden = [str(option.theirs) for issue in renewal().issues for option in issue.options]
    mine = {str(option.ours) for issue in renewal().issues for option in issue.options}
    state, shown = opened(renewal(), 50), ""
    for step in range(6):
        state, _ = moved(state, Propose((19 - step, 4, 4, 3)))
        for row in range(4):
            shown += "\n".join(lines(state, width=130, most=40, at=row))
    words = set(shown.replace("(", " ").replace(",", " ").split())
    assert words.isdisjoint(set(hidden) - mine - {"0"})
    assert all_interests(state.table).isdisjoint(words)


def test_a_figure_that_fits_is_a_table_and_else_sentences() -> None:
    head, rows = ("Round", "what", "cost"), [("1", "offer", "-"), ("2", "question", "30")]
    wide = [line.plain for line in course_lines(head, rows, 40, "en")]
    assert wide == ["Round  what      cost", "1      offer     -", "2      question  30"]
    narrow = [line.plain for line in course_lines(head, rows, 18, "en")]
    assert narrow == ["Round 1; what", "  offer", "Round 2; what", "  question; cost", "  30"]


def test_where_two_halves_are_too_many_lines_their_options_stand_beside_ours() -> None:
    shown = lines(OFFERED, width=58, most=12)
    assert [line.partition(" | ")[2].split() for line in shown[1:6]] == [
        ["THEIRS"],
        ["92", "EUR", "?"],
        ["1", "wk", "!!"],
        ["net", "0", "?"],
        ["48", "m", "?"],
    ]
