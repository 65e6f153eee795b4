"""The first line of the first screen, whatever the names and the width."""

from hypothesis import given
from hypothesis import strategies as st

from salesdojo.tui.figures.home_head import home_head

NAMES = st.text(st.sampled_from("aZ 見積ｶ"), max_size=60)


@given(pack=NAMES, belt=NAMES, name=NAMES, width=st.integers(30, 200))
def test_it_fills_its_line_and_no_more(pack: str, belt: str, name: str, width: int) -> None:
    assert home_head(pack, belt, name, width).cell_length == width


def test_where_there_is_little_room_the_belt_gives_way_first() -> None:
    wide = home_head("The pack of the house", "Belt: white", "Aoki", 60).plain
    assert [part for part in wide.split("  ") if part] == [
        "The pack of the house",
        "Belt: white",
        "Aoki",
    ]
    narrow = home_head("The pack of the house", "Belt: white", "Aoki", 30).plain
    assert narrow.split() == ["The", "pack", "of", "the", "house", "Aoki"]
