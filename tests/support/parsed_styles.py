"""Textual's style sheets, parsed once a test process.

Every app parses the same sheets, and with each new screen all of them once more, which took a
tenth of the tests of screens. What a sheet says depends on its text, on where it stands and on
the theme's variables; nothing changes it once it is parsed, and the widgets of one app share it
already. tui/test_parsed_styles.py holds that what is remembered is what the parser says.
"""

from typing import Any, Final

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

__all__ = ["by_parsing", "remembered"]

by_parsing: Final = Stylesheet._parse_rules  # noqa: SLF001 - Textual has no public way
_PARSED: Final[dict[tuple[object, ...], list[RuleSet]]] = {}


def remembered(sheet: Stylesheet, css: str, **where: Any) -> list[RuleSet]:
    """Do as `Stylesheet._parse_rules`; of what was parsed before give the same rules."""
    variables = sheet._variables  # noqa: SLF001 - Textual has no public way
    key = (css, tuple(where.items()), tuple(variables.items()))
    if key not in _PARSED:
        _PARSED[key] = by_parsing(sheet, css, **where)
    return list(_PARSED[key])
