"""The drills by criterion: a row a criterion, of which one at a time shows its drills."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.widgets.scenario_list import Column, figure, row
from salesdojo.tui.widths import pad, width_of

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.content.drill_groups import DrillGroup
    from salesdojo.records.model import Standing

_GROUP: Final = ":"
"""Before a criterion's id: no scenario's id has a colon."""
_INDENT: Final = "    "
_BESIDE: Final = 5
"""Cells of a screen that are not a row's text."""


def group_name(group: "DrillGroup", language: str) -> str:
    """Return what the criterion of `group` is called."""
    if group.criterion is None:
        return message("drills.without_criterion", language)
    return visible(group.criterion.name.spoken(language))


def passed_in(group: "DrillGroup", standings: "Mapping[str, Standing]") -> int:
    """Return how many drills of `group` are passed."""
    return sum(one.id in standings and standings[one.id].passed for one in group.drills)


class DrillList(OptionList):
    """Rows to choose from; the ids of its drills are the scenarios'."""

    def __init__(self, groups: "Sequence[DrillGroup]", language: str) -> None:
        """List `groups`, all folded."""
        super().__init__(id="drills", markup=False, compact=True)
        self._groups = tuple(groups)
        self._language = language
        self._standings: Mapping[str, Standing] = {}
        self._unfolded: str | None = None
        self._width = 0
        """That the rows were laid out for."""

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()

    def on_resize(self, _: Resize) -> None:
        """Lay the rows out in the new width."""
        if self._room != self._width:
            self._fill()

    def retranslate(self, language: str) -> None:
        """Show every row in `language`."""
        self._language = language
        self._fill()

    def show_standings(self, standings: "Mapping[str, Standing]") -> None:
        """Fill in the figures."""
        self._standings = standings
        self._fill()

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
        self._fill(option if self._unfolded is None else drill)
        return True

    def choose(self, drill: str) -> None:
        """Highlight a drill, its criterion unfolded."""
        for group in self._groups:
            if any(one.id == drill for one in group.drills):
                self._unfolded = group.id
                self._fill(drill)

    @property
    def chosen(self) -> str | None:
        """The id of the row highlighted."""
        option = self.highlighted_option
        return None if option is None else option.id

    @property
    def _room(self) -> int:
        width = self.scrollable_content_region.width
        return max(0, width or self.app.size.width - _BESIDE)

    def _fill(self, highlight: str | None = None) -> None:
        chosen = highlight or self.chosen
        self._width = self._room
        self.set_options(self._rows())
        if self.option_count:
            known = chosen is not None and chosen in self._id_to_option
            self.highlighted = self.get_option_index(chosen) if chosen and known else 0

    def _rows(self) -> Iterator[Option]:
        for group in self._groups:
            yield Option(self._group_row(group), id=_GROUP + group.id)
            if group.id == self._unfolded:
                for drill in group.drills:
                    yield Option(self._drill_row(drill), id=drill.id)

    def _group_row(self, group: "DrillGroup") -> Content:
        count = message(
            "drills.passed",
            self._language,
            passed=passed_in(group, self._standings),
            all=len(group.drills),
        )
        sign = "-" if group.id == self._unfolded else "+"
        room = max(0, self._width - width_of(count) - 4)
        return Content.assemble(
            (f"{sign} ", "$accent"),
            (pad(group_name(group, self._language), room), "bold"),
            ("  " + count, "$quiet"),
        )

    def _drill_row(self, drill: "Entry") -> Content:
        standing = self._standings.get(drill.id)
        passed = self._passed(drill.id)
        cells = {
            "scenario": visible(drill.title.spoken(self._language)),
            "best": figure(standing.best if standing else None),
            "state": message("tui.home_state_passed", self._language) if passed else "",
        }
        layout = (Column("scenario", 0), Column("best", 4), Column("state", 6))
        shown = row(cells, layout, max(0, self._width - len(_INDENT)))
        return Content(_INDENT + shown).stylize("$success" if passed else "")

    def _passed(self, drill: str) -> bool:
        return drill in self._standings and self._standings[drill].passed
