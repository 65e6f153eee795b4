"""What `analyse` prints of a negotiation table: what is in it, and what players get."""

from typing import TYPE_CHECKING, Final

from salesdojo.cli.figure_columns import to_the_right
from salesdojo.cli.printing import figure, number, table
from salesdojo.i18n import message
from salesdojo.i18n.figures import percent_figure

if TYPE_CHECKING:
    from salesdojo.authoring.table_figures import TableFigures
    from salesdojo.practice.table.frontier import Point

_INDENT: Final = "  "
_MARKS: Final = ("nash", "joint", "egalitarian", "kalai_smorodinsky")


def table_in_words(figures: "TableFigures", language: str) -> str:
    """Return the figures of a table as lines."""
    said = message(
        "tables.what_is_in",
        language,
        outcomes=f"{figures.outcomes:,}",
        frontier=figures.frontier,
        rational=figures.rational,
    )
    parts = [message("tables.head", language, scene=figures.scene), f"{_INDENT}{said}"]
    if figures.marks is None:
        parts.append(_INDENT + message("tables.no_zone", language))
    parts += [_indented(_marks(figures, language)), _indented(_players(figures, language))]
    return "\n".join([*parts, *_told(figures, language)])


def table_as_json(figures: "TableFigures") -> dict[str, object]:
    """Return the figures of a table as JSON: measures 0-100, `deals` 0-1."""
    marks = figures.marks
    return {
        "scene": figures.scene,
        "outcomes": figures.outcomes,
        "frontier": figures.frontier,
        "rational": figures.rational,
        "reserve": _point(figures.reserve),
        **{name: None if marks is None else _point(getattr(marks, name)) for name in _MARKS},
        "moods": list(figures.moods),
        "players": {
            one.player.value: {
                "mean": number(one.mean),
                "deals": number(one.deals),
                **{measure.value: number(score) for measure, score in one.measures.items()},
            }
            for one in figures.players
        },
    }


def _point(point: "Point") -> dict[str, int]:
    return {"ours": point.ours, "theirs": point.theirs}


def _marks(figures: "TableFigures", language: str) -> str:
    marks = {} if figures.marks is None else {m: getattr(figures.marks, m) for m in _MARKS}
    points: dict[str, Point] = {**marks, "reserve": figures.reserve}
    head = message("tables.marks_head", language).split("|")
    rows = [
        (message(f"tables.{name}", language), str(point.ours), str(point.theirs))
        for name, point in points.items()
    ]
    return table(to_the_right([head, *rows], range(1, 3)))


def _players(figures: "TableFigures", language: str) -> str:
    measures = list(dict.fromkeys(one for held in figures.players for one in held.measures))
    names = (message(f"tables.{measure.value}", language) for measure in measures)
    first, *last = message("tables.players_head", language).split("|")
    rows = [
        (
            message(f"tables.player_{held.player.value}", language),
            *(figure(held.measures[measure]) for measure in measures),
            percent_figure(held.deals),
            figure(held.mean),
        )
        for held in figures.players
    ]
    head = (first, *names, *last)
    return table(to_the_right([head, *rows], range(1, len(head))))


def _told(figures: "TableFigures", language: str) -> list[str]:
    moods = ", ".join(map(str, figures.moods))
    return [_INDENT + line for line in message("tables.told", language, moods=moods).split("|")]


def _indented(text: str) -> str:
    return "\n".join(f"{_INDENT}{line}" for line in text.splitlines())
