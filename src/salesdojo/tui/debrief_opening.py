"""Opening the debrief of an attempt that is over, from a screen that looks back."""

from functools import partial
from typing import TYPE_CHECKING

from salesdojo.errors import SalesdojoError

if TYPE_CHECKING:
    from salesdojo.records.history.looking_back import PlayedAttempt
    from salesdojo.tui.screens.asking import Answers
    from salesdojo.tui.screens.looking import LookingScreen


def debrief_of(screen: "LookingScreen", attempt: str, turn: int | None = None) -> "Answers":
    """Play an attempt again and show its debrief over `screen`, for `LookingScreen.ask`.

    Args:
        screen: which asks; left meanwhile, it shows nothing.
        attempt: the id of one that the person finished.
        turn: the decision (from 1) to begin at; None begins at the verdict.

    Raises:
        RecordsError: DB018, DB025, DB055, as in `looking_back.played_attempt`.
    """
    from salesdojo.records.history.looking_back import played_attempt

    memory = screen.dojo.memory
    store, person = memory.store(), screen.person()
    played = played_attempt(store, person, attempt, memory.clock, memory.new_id)
    yield partial(_show, screen, played, turn)


def _show(screen: "LookingScreen", played: "PlayedAttempt", turn: int | None) -> None:
    from salesdojo.tui.screens.debrief import DebriefScreen
    from salesdojo.tui.screens.own_debrief import OwnDebriefScreen

    if not screen.is_current:
        return
    if screen.of is not None:
        screen.app.push_screen(DebriefScreen(played, first=turn, of=screen.of))
        return
    try:
        taught = frozenset(played.session.attempt.scenario.terms)
        terms = tuple(term for term in screen.dojo.library.glossary if term.id in taught)
    except SalesdojoError:
        terms = ()  # the debrief does without the glossary
    screen.app.push_screen(OwnDebriefScreen(played, terms, first=turn))
