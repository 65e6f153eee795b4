"""Opening the debrief of an attempt that is over, from a screen that looks back."""

from functools import partial
from typing import TYPE_CHECKING

from salesdojo.errors import SalesdojoError

if TYPE_CHECKING:
    from salesdojo.records.looking_back import PlayedAttempt
    from salesdojo.tui.screens.looking import Answers, LookingScreen


def debrief_of(screen: "LookingScreen", attempt: str, turn: int | None = None) -> "Answers":
    """Play an attempt again and show its debrief over `screen`, for `LookingScreen.ask`.

    Args:
        screen: which asks; left meanwhile, it shows nothing.
        attempt: the id of one that the person finished.
        turn: the decision (from 1) to begin at; None begins at the verdict.

    Raises:
        RecordsError: DB018, DB025, DB055, as in `looking_back.played_attempt`.
    """
    from salesdojo.records.looking_back import played_attempt

    memory = screen.dojo.memory
    store, person = memory.store(), screen.person()
    played = played_attempt(store, person, attempt, memory.clock, memory.new_id)
    yield partial(_show, screen, played, turn)


def _show(screen: "LookingScreen", played: "PlayedAttempt", turn: int | None) -> None:
    from salesdojo.tui.screens.debrief import DebriefScreen

    if not screen.is_current:
        return
    session = played.session
    try:
        taught = frozenset(session.attempt.scenario.terms)
        terms = tuple(term for term in screen.dojo.library.glossary if term.id in taught)
    except SalesdojoError:
        terms = ()  # the debrief does without the glossary
    debrief = DebriefScreen(
        session,
        played.result,
        terms,
        hinted=played.hinted,
        recalls=played.recalls,
        first=turn,
        of=screen.of,
    )
    screen.app.push_screen(debrief)
