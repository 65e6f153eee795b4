"""What all tests of screens share: Textual's style sheets, parsed once."""

from collections.abc import Iterator

import pytest
from textual.css.stylesheet import Stylesheet

from support.parsed_styles import remembered


@pytest.fixture(scope="session", autouse=True)
def _parsed_styles() -> Iterator[None]:
    """Let no app parse what another parsed before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", remembered)
        yield
