"""The dojo for one session: its list of what to practise is where every talk comes back to."""

from typing import TYPE_CHECKING, Any

from salesdojo.tui.app import SHARED_STYLES, DojoApp
from salesdojo.tui.screens.practise import PractiseScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from salesdojo.records.planning.plan import Plan
    from salesdojo.records.planning.practised import Moment


class PractiseApp(DojoApp):
    """A dojo that begins at a session instead of at home."""

    # A first screen's own styles are not read in time.
    CSS_PATH = [  # noqa: RUF012 - as Textual declares it
        SHARED_STYLES,
        "screens/practise.tcss",
    ]

    def __init__(self, session: "Plan", before: "Moment", **dojo: Any) -> None:  # noqa: ANN401 - as DojoApp has them
        """Build the app; `dojo` is what `DojoApp` takes.

        Args:
            session: not empty.
            before: the person as the session begins.
            dojo: for the dojo itself.
        """
        super().__init__(**dojo)
        self._session = session
        self._before = before

    def get_default_screen(self) -> "Screen[None]":
        """Begin at the session."""
        return PractiseScreen(self._session, self._before)
