"""A report as one HTML page that needs nothing else: no script, nothing from any network.

Every word of a report is escaped by the template engine, after what acts instead of showing
was made visible; the style is allowed by its hash, so that nothing else can be.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from salesdojo import __version__
from salesdojo.content.visible import visible
from salesdojo.review.reporting.saying import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from salesdojo.review.reporting.parts import Cell, Column, Report, Table


def page(report: "Report") -> bytes:
    """Return the page, as UTF-8."""
    from markupsafe import Markup

    style = _read("report.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()

    def say(name: str, /, **values: str | int) -> str:
        return said(name, report.language, **values)

    def part_title(title: str, part: int, parts: int) -> str:
        return title if parts == 1 else say("heat_part", title=title, part=part, parts=parts)

    written = (
        _templates()
        .get_template("report.html.jinja")
        .render(
            report=report,
            say=say,
            part_title=part_title,
            columns_of=_columns_of,
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=f"sha256-{digest}",
            version=__version__,
        )
    )
    return written.encode()


def _columns_of(table: "Table", row: "tuple[Cell, ...]") -> "Iterator[tuple[Column, Cell]]":
    return zip(table.columns, row, strict=True)


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        autoescape=True,
        loader=FunctionLoader(_read),
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: Any) -> Any:  # noqa: ANN401 - whatever a template names
    """Make visible what acts; markup is our own templates'."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return visible(value)
    return value


def _read(name: str) -> str:
    return files("salesdojo.review").joinpath("pages", name).read_text("utf-8")
