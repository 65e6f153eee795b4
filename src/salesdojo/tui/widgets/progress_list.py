"""Four parts in one list: belt, courses, skills, scenarios; every row can be opened."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets.option_list import Option

from salesdojo.i18n import message
from salesdojo.records.mastery.course_saying import course_states
from salesdojo.tui.widgets.progress_rows import (
    belt_row,
    course_row,
    scenario_heading,
    scenario_row,
    skill_heading,
    skill_row,
)
from salesdojo.tui.widgets.row_list import SpokenRows
from salesdojo.tui.widths import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.history.progress import Progress

_PARTS: Final = ("belt", "course", "skill", "scenario")


def row_id(part: str, name: str) -> str:
    """Return the id of a row: no scenario's, course's or criterion's id has a colon."""
    return f"{part}:{name}"


class ProgressList(SpokenRows):
    """Rows to open; the ids of its options are made by `row_id`."""

    def __init__(self, entries: "Sequence[Entry]", language: str) -> None:
        """List nothing yet; `entries` is what can be played, in order."""
        super().__init__(language, id="progress")
        self._entries = tuple(entries)
        self._progress: Progress | None = None

    def show_progress(self, progress: "Progress") -> None:
        """Show how the person stands."""
        self._progress = progress
        self.fill()

    def next_part(self) -> None:
        """Highlight the first row of the next part that has any, its heading on top."""
        firsts = [first for first in map(self._first_of, _PARTS) if first is not None]
        here = -1 if self.highlighted is None else self.highlighted
        if firsts:
            self.highlighted = next((first for first in firsts if first > here), firsts[0])
            self.scroll_to(y=self._heading_line(self.highlighted), animate=False, immediate=True)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scroll to the row highlighted; a heading above it comes along."""
        super().scroll_to_highlight(top=top)
        if self.highlighted is not None and self.is_mounted:
            line = self._heading_line(self.highlighted)
            if line < self.scroll_offset.y:
                self.scroll_to(y=line, animate=False, immediate=True)

    @property
    def chosen_part(self) -> tuple[str, str] | None:
        """The part and the name of the row highlighted."""
        if self.chosen is None:
            return None
        part, _, name = self.chosen.partition(":")
        return part, name

    def _first_of(self, part: str) -> int | None:
        rows = (
            place
            for place, option in enumerate(self.options)
            if option.id is not None and option.id.startswith(row_id(part, ""))
        )
        return next(rows, None)

    def _heading_line(self, place: int) -> int:
        """Return the line of the heading right above the row at `place`, else the row's own."""
        if place > 0 and self.options[place - 1].disabled:
            place -= 1
        self._update_lines()
        return self._index_to_line.get(place, 0)

    def fill(self, chosen: str | None = None) -> None:
        """Lay the rows out; what was in sight stays there."""
        top = self.scroll_offset.y
        super().fill(chosen)
        self._update_lines()
        self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def rows(self) -> Iterator[Option]:
        """Yield all four parts, once they are known."""
        return iter(()) if self._progress is None else self._parts(self._progress)

    def _parts(self, progress: "Progress") -> Iterator[Option]:
        yield self._heading(message("belts.belt", self.language))
        line = belt_row(progress.belt, self.row_width, self.language)
        yield Option(line, id=row_id("belt", "belt"))
        yield Option("", disabled=True)
        yield from self._courses(progress)
        yield Option("", disabled=True)
        yield from self._skills(progress)
        yield Option("", disabled=True)
        yield from self._scenarios(progress)

    def _courses(self, progress: "Progress") -> Iterator[Option]:
        yield self._heading(self._say("courses"))
        states = course_states(progress.courses, self._entries, self.language)
        names = [one.course.name.spoken(self.language) for one in progress.courses]
        if not names:
            yield self._remark("no_courses")
        for one in progress.courses:
            state = states[one.course.id]
            line = course_row(one, state, names, self.row_width, self.language)
            yield Option(line, id=row_id("course", one.course.id))

    def _skills(self, progress: "Progress") -> Iterator[Option]:
        name = self._say("skills")
        if progress.skills:
            yield self._heading(skill_heading(name, self.row_width, self.language))
        else:
            yield self._heading(name)
            yield self._remark("no_skills")
        for one in progress.skills:
            line = skill_row(one, self.row_width, self.language)
            yield Option(line, id=row_id("skill", one.criterion))

    def _scenarios(self, progress: "Progress") -> Iterator[Option]:
        begun = [entry for entry in self._entries if entry.id in progress.standings]
        name = self._say("scenarios")
        if begun:
            yield self._heading(scenario_heading(name, self.row_width, self.language))
        else:
            yield self._heading(name)
            yield self._remark("no_scenarios")
        for entry in begun:
            standing = progress.standings[entry.id]
            line = scenario_row(entry, standing, self.row_width, self.language)
            yield Option(line, id=row_id("scenario", entry.id))

    def _heading(self, words: str) -> Option:
        return Option(Content.styled(cut(words, self.row_width), "$secondary bold"), disabled=True)

    def _remark(self, name: str) -> Option:
        words = cut("  " + self._say(name), self.row_width)
        return Option(Content.styled(words, "$quiet"), disabled=True)

    def _say(self, name: str) -> str:
        return message(f"progress.{name}", self.language)
