"""Reports for tests, and an HTML page as a reader gets it: text, outline, tables."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from salesdojo.review.reporting.parts import Report
from salesdojo.review.reporting.person_reading import read_person
from salesdojo.review.reporting.person_report import person_report
from salesdojo.review.reporting.team_report import team_report
from salesdojo.review.team_reading import read_team
from support.practised_team import Company

VOID: Final = frozenset({"meta", "link", "br", "img", "input", "hr"})
_LINES: Final = frozenset({
    "h1", "h2", "p", "li", "tr", "caption", "summary", "title", "text", "desc", "footer", "a",
})  # fmt: skip


def of_person(made: Company, name: str, language: str = "en") -> Report:
    """Return the report about one of the company."""
    person = made.store.known_person(name, "east")
    assert person is not None
    told = read_person(made.store, person, made.library, made.at, made.cache)
    return person_report(told, language)


def of_team(made: Company, language: str = "en", team: str = "east") -> Report:
    """Return the report about the company's team."""
    table = read_team(made.store, team, made.library, made.at)
    return team_report(table, made.store.recent.last_in_team(team), language)


@dataclass
class Read(HTMLParser):
    """A page, read."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    """Tag, name, value."""
    lines: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _line: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self._open.append(tag)
        if tag in {"td", "th"} and self._line:
            self._line += " | "

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"{tag} ends what was not begun"
        if tag in _LINES and self._line.strip():
            self.lines.append(f"{'## ' if tag == 'h2' else ''}{self._line.strip()}")
            self._line = ""

    def handle_data(self, data: str) -> None:
        if "style" not in self._open and (data.strip() or self._line):
            self._line += data

    def close(self) -> None:
        """Read to the end; what is left open fails."""
        super().close()
        assert not self._open

    @property
    def text(self) -> str:
        """Everything that is read, a line a paragraph, row or label."""
        return "\n".join(self.lines) + "\n"

    def values(self, name: str, tag: str | None = None) -> list[str]:
        """Return the values of an attribute."""
        return [
            value for of, called, value in self.attributes if called == name and tag in {None, of}
        ]


def read(page: bytes) -> Read:
    """Read a page."""
    told = Read()
    told.feed(page.decode())
    told.close()
    return told
