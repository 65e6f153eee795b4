"""The first problems of a file, a line each: errors before warnings, never hidden."""

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from salesdojo.content.problem import Severity
from salesdojo.i18n import message
from salesdojo.tui.widths import cut, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.content.problem import Problem


class ProblemStrip(Static):
    """As many problems as there are lines for; a click asks for one of them."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    ProblemStrip { width: 100%; height: auto; padding: 0 1; text-wrap: nowrap; }
    """

    class Asked(Message):
        """A problem was clicked."""

        def __init__(self, place: int) -> None:
            """Name it by its place among those shown, from 0."""
            super().__init__()
            self.place = place

    def __init__(self, file: str) -> None:
        """Show problems of `file`: none are known yet."""
        super().__init__(markup=False)
        self._file = file
        self._language = "en"
        self._problems: tuple[Problem, ...] | None = None

    def show(self, problems: "Sequence[Problem] | None", language: str) -> None:
        """Show other problems, worst first; None before there was any reading."""
        self._problems = None if problems is None else tuple(problems)
        self._language = language
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the lines there is room for."""
        width, room = self.content_size.width, max(1, self.content_size.height)
        if not self._problems:
            words = "no_problems" if self._problems is not None else "reading"
            return Content.styled(cut(message(f"preview.{words}", self._language), width), "$quiet")
        shown = self._problems[: room if len(self._problems) <= room else max(1, room - 1)]
        lines = [problem_line(one, self._file, self._language, width) for one in shown]
        left = len(self._problems) - len(shown)
        if left and room > 1:
            more = message("preview.more_problems", self._language, count=left)
            lines.append(Content.styled(cut(more, width), "$quiet"))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return a line a problem; the styles say how many there may be."""
        return max(1, len(self._problems or ()))

    def on_click(self, event: Click) -> None:
        """Ask for the problem that was hit."""
        if self._problems:
            self.post_message(self.Asked(min(event.y, len(self._problems) - 1)))


def worst_first(problems: "Sequence[Problem]") -> "tuple[Problem, ...]":
    """Return problems with the errors before the warnings, each by place."""
    return tuple(sorted(problems, key=lambda one: one.severity is not Severity.ERROR))


def problem_line(problem: "Problem", file: str, language: str, width: int) -> Content:
    """Say a problem in one line of `width` cells: where, which, what."""
    line = {"line": problem.line}
    if problem.path == file:
        place = message("preview.problem_place", language, **line)
    else:
        name = problem.path.rpartition("/")[2]
        place = message("preview.problem_elsewhere", language, file=name, **line)
    place = cut(place, max(1, width // 2))
    style = "$error bold" if problem.severity is Severity.ERROR else "$warning bold"
    room = width - width_of(place) - len(problem.code) - 3
    return Content.assemble(
        (place, "$quiet"), " ", (problem.code, style), "  ",
        cut(problem.message(language), max(0, room)),
    )  # fmt: skip
