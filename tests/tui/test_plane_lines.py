"""The plane of both sides' points: everything that was done and possible stands on it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.looking_back import LookedBack, looked_back
from salesdojo.practice.table.moves import Propose, WalkAway
from salesdojo.practice.table.players import Player, played
from salesdojo.practice.table.state import opened
from salesdojo.tui.figures.plane_lines import plane_lines
from salesdojo.tui.widths import width_of
from support.bargains import renewal
from support.tables import tables, talk, worked_example


def drawn(told: LookedBack, width: int = 76, *, braille: bool = True) -> list[str]:
    return [line.plain for line in plane_lines(told, "en", width, braille=braille)]


def plane(lines: list[str]) -> str:
    """Return what stands right of the axis."""
    return "\n".join(line.partition("|")[2] for line in lines if "|" in line)


def test_both_roads_the_deal_and_the_nash_point_are_marked() -> None:
    told = looked_back(played(worked_example(), 50, Player.LOGROLLER))
    lines = drawn(told)
    signs = plane(lines)
    assert all(sign in signs for sign in "1234567*Nabcdefg")
    assert lines[1].startswith(" 10000|1")
    assert any(line.startswith("  3500|") for line in lines)
    assert any("0                 3000  " in line for line in lines)


def test_our_points_go_up_and_theirs_to_the_right() -> None:
    told = looked_back(played(worked_example(), 50, Player.LOGROLLER))
    rows = plane(drawn(told)).splitlines()
    place = {
        sign: (row, rows[row].index(sign))
        for sign in "1*Na"
        for row in range(len(rows))
        if sign in rows[row]
    }
    assert place["1"][0] < place["N"][0] < place["*"][0] < place["a"][0]
    assert place["1"][1] < place["N"][1] < place["a"][1]


def test_plain_signs_are_ascii() -> None:
    told = looked_back(played(renewal(), 50, Player.SEVERAL))
    assert "\n".join(drawn(told, braille=False)).isascii()


def test_offers_after_the_ninth_round_share_a_sign() -> None:
    state = opened(renewal(rounds=12), 90)
    for price in range(20, 9, -1):
        state, _ = moved(state, Propose((price, 1, 4, 3)))
    state, _ = moved(state, WalkAway())
    signs = plane(drawn(looked_back(state), 100))
    assert signs.count("+") >= 2
    assert "9" in signs


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_every_negotiation_fits_every_width(data: st.DataObject) -> None:
    told = looked_back(talk(data, data.draw(tables())))
    width, braille = data.draw(st.integers(30, 120)), data.draw(st.booleans())
    lines = drawn(told, width, braille=braille)
    assert max(map(width_of, lines)) <= width
    signs = plane(lines)
    assert ("*" in signs) == (told.end.deal is not None)
    assert ("N" in signs) == (told.marks is not None)
