"""What keeps going wrong, as a list: what it is, how often it was made, what it cost."""

from typing import TYPE_CHECKING, Final

from salesdojo.cli.printing import out
from salesdojo.i18n import message
from salesdojo.records.history.mistake_saying import count_words, mistake_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.history.recurring import Recurring

_SHOWN: Final = 5


def print_recurring(found: "Sequence[Recurring]", language: str) -> None:
    """Print the first of what keeps going wrong; nothing where nothing does."""
    if not found:
        return
    out()
    out(message("overview.cli_wrong", language))
    for one in found[:_SHOWN]:
        out(f"  {mistake_words(one, language)}")
        out(f"    {count_words(one, language)}")
