"""The close rate, inbound and outbound apart, first attempts apart from all, as a table."""

from typing import TYPE_CHECKING

from salesdojo.cli.printing import out, table
from salesdojo.content.catalogue import Motion
from salesdojo.i18n import message
from salesdojo.records.history.outcomes import funnel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.history.outcomes import Tally
    from salesdojo.records.history.recent import Ends


def print_outcomes(ends: "Sequence[Ends]", entries: "Sequence[Entry]", language: str) -> None:
    """Print the close rate of the ways in which customers were met; nothing before a talk."""
    if not funnel(ends, entries).whole.talks:
        return
    rows = [tuple(message("overview.cli_close_head", language).split("|"))]
    for motion in (*Motion, None):
        first = funnel(ends, entries, first_only=True, motion=motion).whole
        every = funnel(ends, entries, motion=motion)
        if motion is None or every.whole.talks:
            name = message(f"overview.motion_{motion or 'all'}", language)
            rows.append((f"  {name}", _words(first, language), _words(every.whole, language)))
    out()
    out(message("overview.close_rate", language))
    out(table(rows))


def _words(tally: "Tally", language: str) -> str:
    """Return a close rate and what it is of; ``-`` of nothing."""
    if tally.close_rate is None:
        return message("overview.close_none", language)
    return message(
        "overview.close_of",
        language,
        rate=f"{tally.close_rate:.0%}",
        won=tally.won,
        decided=tally.decided,
    )
