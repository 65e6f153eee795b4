"""The braille canvas: dots go where they belong, and plain signs stand in for them."""

from hypothesis import given
from hypothesis import strategies as st

from salesdojo.tui.widgets.braille_canvas import canvas_lines
from salesdojo.tui.widths import width_of


def test_the_eight_dots_of_a_cell_are_the_eight_bits_of_its_sign() -> None:
    dots = [(x, y) for y in range(4) for x in range(2)]
    signs = [canvas_lines(1, 1, [([dot], "o")], {}, braille=True)[0] for dot in dots]
    assert signs == ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"]
    assert canvas_lines(1, 1, [(dots, "o")], {}, braille=True) == ["⣿"]


def test_dots_of_different_layers_share_a_cell() -> None:
    layers = [([(0, 0)], "o"), ([(1, 3), (3, 3)], ".")]
    assert canvas_lines(2, 1, layers, {}, braille=True) == ["⢁⢀"]


def test_without_braille_the_first_layer_gives_its_sign() -> None:
    layers = [([(0, 0)], "o"), ([(1, 3), (3, 3)], ".")]
    assert canvas_lines(3, 1, layers, {}, braille=False) == ["o. "]


def test_marks_stand_over_dots() -> None:
    layers = [([(0, 0), (2, 4)], "o")]
    assert canvas_lines(2, 2, layers, {(0, 0): "N"}, braille=True) == ["N ", " ⠁"]


@given(
    width=st.integers(1, 12),
    height=st.integers(1, 6),
    dots=st.lists(st.tuples(st.integers(-9, 40), st.integers(-9, 40))),
    braille=st.booleans(),
)
def test_every_line_has_the_width_and_what_lies_outside_is_left_out(
    width: int, height: int, dots: list[tuple[int, int]], *, braille: bool
) -> None:
    lines = canvas_lines(width, height, [(dots, "o")], {}, braille=braille)
    assert [width_of(line) for line in lines] == [width] * height
    cells = {(x // 2, y // 4) for x, y in dots if 0 <= x < 2 * width and 0 <= y < 4 * height}
    assert sum(sign != " " for line in lines for sign in line) == len(cells)
