"""What an author reads beside a negotiation table: both sides' points, which no trainee sees."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.practice.table.earning import could
from salesdojo.practice.table.packages import Package, fits, ours, theirs
from salesdojo.tui.standing_rows import Row, Section

if TYPE_CHECKING:
    from salesdojo.practice.table.state import TableState


def table_sections(
    state: "TableState", draft: Package | None, language: str
) -> tuple[Section, ...]:
    """Return how a negotiation stands; `draft` is the offer in the making."""
    found = (
        Section(message("preview_table.title", language), tuple(_rows(state, draft, language))),
        Section(message("preview_table.interests", language), tuple(_interests(state, language))),
    )
    return tuple(section for section in found if section.rows)


def _rows(state: "TableState", draft: Package | None, language: str) -> Iterator[Row]:
    table = state.table
    if draft is not None and fits(table, draft, state.learned):
        yield _points(state, "draft", draft, language)
    if state.nearest is not None:
        yield _points(state, "offer", state.nearest, language)
    if state.standing is not None:
        yield _points(state, "counter", state.standing, language)
    wanted = "-" if state.target is None else str(state.target)
    yield Row(message("preview_table.wants", language), f"- / {wanted}", "$accent bold")
    reserve = f"{table.reserve_ours} / {table.reserve_theirs}"
    yield Row(message("preview_table.reserve", language), reserve)
    marks = could(table).marks
    if marks is None:
        yield Row(message("preview_table.no_zone", language), "-")
    else:
        nash = f"{marks.nash.ours} / {marks.nash.theirs}"
        yield Row(message("preview_table.nash", language), nash)
    yield Row(message("preview_table.mood", language), str(state.mood))
    yield Row(message("preview_table.left", language), str(state.left))


def _points(state: "TableState", name: str, package: Package, language: str) -> Row:
    figure = f"{ours(state.table, package)} / {theirs(state.table, package)}"
    return Row(message(f"preview_table.{name}", language), figure, "$accent bold")


def _interests(state: "TableState", language: str) -> Iterator[Row]:
    told = message("preview_table.told", language)
    for interest in state.table.interests:
        if interest.id in state.learned:
            yield Row(interest.id, told, "$success bold")
        else:
            trust = message("preview_table.trust", language, trust=interest.trust)
            yield Row(interest.id, trust, "$quiet")
