"""What is due to be practised again, as a table."""

from typing import TYPE_CHECKING, Final

from salesdojo.cli.printing import out, table
from salesdojo.i18n import message
from salesdojo.records.mastery.course_saying import day_in_a_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.planning.due import Due

_SHOWN: Final = 8


def print_due(due: "Sequence[Due]", language: str) -> None:
    """Print what is due now, the first `_SHOWN` of it by name."""
    out()
    out(message("overview.cli_due", language))
    if not due:
        out(f"  {message('overview.cli_due_none', language)}")
        return
    out(table([_row(one, language) for one in due[:_SHOWN]]))
    if len(due) > _SHOWN:
        more = message("overview.cli_due_more", language, count=len(due) - _SHOWN)
        out(f"  {more}")


def _row(one: "Due", language: str) -> tuple[str, ...]:
    kind = message(f"overview.cli_due_{one.kind}", language)
    since = day_in_a_column(one.card.due, language)
    return (
        f"  {kind}",
        one.name.spoken(language),
        message("overview.cli_due_since", language, date=since),
    )
