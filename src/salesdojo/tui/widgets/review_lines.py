"""What reviewers say in a debrief: a line each, beside what it is about."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.review.saying import standing, words
from salesdojo.tui.widgets.labelled import Labelled

if TYPE_CHECKING:
    from salesdojo.records.reviews.said import Heard


def review_lines(
    heard: "Iterable[Heard]",
    language: str,
    *,
    turn: int | None = None,
    criterion: str | None = None,
) -> Iterator[Labelled]:
    """Yield what stands of a decision, of a criterion or, with neither, of the whole attempt."""
    for one in standing(heard):
        if (one.said.turn, one.said.criterion) == (turn, criterion):
            label = message("reviewing.label", language)
            yield Labelled(label, words(one, language), style="$accent", classes="review")
