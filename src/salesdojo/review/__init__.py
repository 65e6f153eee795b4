"""What managers and trainers read: figures of teams and items, reports, exports.

It decides no score: every figure is taken from the records and leads back to them. `open` gives
the records to analysts as plain rows (docs/analysts.md).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdojo.review.notebook import Notebook


def open(place: str | None = None) -> "Notebook":  # noqa: A001 - read as salesdojo.review.open
    """Open the records at `place`: a file, a URL, or None for where salesdojo has them.

    Raises:
        RecordsError: DB027 there are none, or what else keeps them from being read.
    """
    from salesdojo.review.notebook import Notebook

    return Notebook(place)
