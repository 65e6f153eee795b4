"""One move at a negotiation table, asked for line by line until it can be made."""

from collections.abc import Callable

from salesdojo.cli.printing import out
from salesdojo.cli.streams import put
from salesdojo.cli.table_lines import help_lines, prompt, standing_lines
from salesdojo.cli.table_meaning import meant
from salesdojo.cli.typed_line import HELP, HINTING, LEAVING, typed_line
from salesdojo.errors import PracticeError
from salesdojo.practice.table.state import TableState


def bargained(
    state: TableState, language: str, take: Callable[[str], None], hint: Callable[[], None]
) -> bool:
    """Show how a negotiation stands and `take` a move; False when the trainee leaves.

    What is no move is said, and asked again: nothing is lost by it.
    """
    out()
    for line in standing_lines(state, language):
        out(line)
    while True:
        put(prompt(state, language), at_once=True)
        answer = typed_line()
        if answer is None or answer in LEAVING:
            return False
        if answer in HINTING:
            hint()
        elif answer == HELP:
            for line in help_lines(state, language):
                out(line)
        elif _taken(meant(state.table, answer), language, take):
            return True


def _taken(move: str, language: str, take: Callable[[str], None]) -> bool:
    try:
        take(move)
    except PracticeError as wrong:
        out(f"{wrong.code} {wrong.cause(language)}")
        out(f"  {wrong.remedy(language)}")
        return False
    return True
