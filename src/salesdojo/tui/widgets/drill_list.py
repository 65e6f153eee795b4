"""The drills by criterion: a row a criterion, of which one at a time shows its drills."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets.option_list import Option

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.widgets.row_list import SpokenRows
from salesdojo.tui.widgets.scenario_list import Column, figure, row
from salesdojo.tui.widths import pad, width_of

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.content.drill_groups import DrillGroup
    from salesdojo.records.model import Standing

_GROUP: Final = ":"
"""Before a criterion's id: no scenario's id has a colon."""
_INDENT: Final = "    "


def group_name(group: "DrillGroup", language: str) -> str:
    """Return what the criterion of `group` is called."""
    if group.criterion is None:
        return message("drills.without_criterion", language)
    return visible(group.criterion.name.spoken(language))


def passed_in(group: "DrillGroup", standings: "Mapping[str, Standing]") -> int:
    """Return how many drills of `group` are passed."""
    return sum(one.id in standings and standings[one.id].passed for one in group.drills)


class DrillList(SpokenRows):
    """Rows to choose from; the ids of its drills are the scenarios'."""

    def __init__(self, groups: "Sequence[DrillGroup]", language: str) -> None:
        """List `groups`, all folded."""
        super().__init__(language, id="drills")
        self._groups = tuple(groups)
        self._standings: Mapping[str, Standing] = {}
        self._unfolded: str | None = None

    def show_standings(self, standings: "Mapping[str, Standing]") -> None:
        """Fill in the figures."""
        self._standings = standings
        self.fill()

    def unfold(self, option: str) -> bool:
        """Unfold, or fold, the criterion whose row is `option`; False where it is a drill's.

        Of the criterion unfolded the first drill not passed yet is highlighted.
        """
        group = next((one for one in self._groups if _GROUP + one.id == option), None)
        if group is None:
            return False
        self._unfolded = None if self._unfolded == group.id else group.id
        waiting = (one.id for one in group.drills if not self._passed(one.id))
        drill = next(waiting, group.drills[0].id)
        self.fill(option if self._unfolded is None else drill)
        return True

    def choose(self, drill: str) -> None:
        """Highlight a drill, its criterion unfolded."""
        for group in self._groups:
            if any(one.id == drill for one in group.drills):
                self._unfolded = group.id
                self.fill(drill)

    def rows(self) -> Iterator[Option]:
        """Yield the criteria, below the one unfolded its drills."""
        for group in self._groups:
            yield Option(self._group_row(group), id=_GROUP + group.id)
            if group.id == self._unfolded:
                for drill in group.drills:
                    yield Option(self._drill_row(drill), id=drill.id)

    def _group_row(self, group: "DrillGroup") -> Content:
        count = message(
            "drills.passed",
            self.language,
            passed=passed_in(group, self._standings),
            all=len(group.drills),
        )
        sign = "-" if group.id == self._unfolded else "+"
        room = max(0, self.row_width - width_of(count) - 4)
        return Content.assemble(
            (f"{sign} ", "$accent"),
            (pad(group_name(group, self.language), room), "bold"),
            ("  " + count, "$quiet"),
        )

    def _drill_row(self, drill: "Entry") -> Content:
        standing = self._standings.get(drill.id)
        passed = self._passed(drill.id)
        cells = {
            "scenario": visible(drill.title.spoken(self.language)),
            "best": figure(standing.best if standing else None),
            "state": message("tui.home_state_passed", self.language) if passed else "",
        }
        layout = (Column("scenario", 0), Column("best", 4), Column("state", 6))
        shown = row(cells, layout, max(0, self.row_width - len(_INDENT)))
        return Content(_INDENT + shown).stylize("$success" if passed else "")

    def _passed(self, drill: str) -> bool:
        return drill in self._standings and self._standings[drill].passed
