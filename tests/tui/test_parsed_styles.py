"""What tests get as a style sheet is what Textual parses."""

from pathlib import Path

import pytest
from textual.css.model import RuleSet

from support.parsed_styles import by_parsing
from tui.screens_as_text import dojo, press, settled


@pytest.mark.parametrize("theme", ["dojo-night", "dojo-day"])
async def test_what_is_remembered_is_what_is_parsed(tmp_path: Path, theme: str) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.theme = theme
        await press(pilot, "enter", "escape", "p", "h")
        sheet = app.stylesheet
        parsed = [
            rule
            for place, source in sheet.source.items()
            for rule in by_parsing(
                sheet, source.content, place, source.is_defaults, source.tie_breaker, source.scope
            )
        ]
        assert [told(rule) for rule in sheet.rules] == [told(rule) for rule in parsed]


def told(rule: RuleSet) -> tuple[str, str, bool, int]:
    return rule.selectors, repr(rule.styles.get_rules()), rule.is_default_rules, rule.tie_breaker
