"""Opening the glossary from any screen, at a term where one was asked for."""

from typing import TYPE_CHECKING

from salesdojo.errors import SalesdojoError

if TYPE_CHECKING:
    from salesdojo.content.model import Term
    from salesdojo.tui.app import DojoApp


def show_glossary(
    dojo: "DojoApp", first: str | None = None, otherwise: "tuple[Term, ...] | None" = None
) -> None:
    """Show the glossary, once.

    Args:
        dojo: the app.
        first: the id of the term to begin with.
        otherwise: shown where the glossary cannot be read; None tells why it cannot.
    """
    from salesdojo.tui.screens.glossary import GlossaryScreen
    from salesdojo.tui.screens.home import HomeScreen

    if isinstance(dojo.screen, GlossaryScreen):
        return
    try:
        terms = dojo.library.glossary
    except SalesdojoError as error:
        if otherwise is None:
            dojo.tell(error)
            return
        terms = otherwise
    practise = dojo.open_briefing if isinstance(dojo.screen, HomeScreen) else None
    entries = dojo.library.entries
    dojo.push_screen(
        GlossaryScreen(terms, dojo.language, first, entries=entries, practise=practise)
    )
