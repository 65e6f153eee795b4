"""What all tests of screens share: style sheets parsed once, and a pilot that does not sleep."""

from collections.abc import Iterator

import pytest
from textual import app, pilot, screen
from textual.css.stylesheet import Stylesheet

from support.at_rest import FRAME, frame, paint_later, resized, wait_for_idle, wait_for_screen
from support.parsed_styles import remembered


@pytest.fixture(scope="session", autouse=True)
def _parsed_styles() -> Iterator[None]:
    """Let no app parse what another parsed before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", remembered)
        yield


@pytest.fixture(scope="session", autouse=True)
def _at_rest() -> Iterator[None]:
    """Let the pilot go on as soon as the app has come to rest."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (app, pilot):
            patch.setattr(module, "wait_for_idle", wait_for_idle)
        patch.setattr(pilot.Pilot, "_wait_for_screen", wait_for_screen)
        patch.setattr(screen, "UPDATE_PERIOD", FRAME)
        patch.setattr(screen.Screen, "_on_timer_update", frame)
        patch.setattr(screen.Screen, "_compositor_refresh", paint_later)
        patch.setattr(screen.Screen, "_screen_resized", resized)
        yield
