"""Columns of figures, which stand to the right in a table."""

from collections.abc import Container, Sequence

from salesdojo.content.width import display_width


def to_the_right(rows: Sequence[Sequence[str]], figures: Container[int]) -> list[tuple[str, ...]]:
    """Return `rows` with the columns whose places are in `figures` filled up on the left."""
    widest = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    return [
        tuple(
            " " * (widest[place] - display_width(cell)) + cell if place in figures else cell
            for place, cell in enumerate(row)
        )
        for row in rows
    ]
