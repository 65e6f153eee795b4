"""The table of criteria as CSV (RFC 4180), in which no cell is a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from typing import BinaryIO, Final

from salesdojo.records.person_export import iso_time
from salesdojo.review.exporting.columns import Figures, figures, names_of
from salesdojo.review.exporting.ended_rows import Attempt, Finished
from salesdojo.review.exporting.tries import Tries

_FORMULA: Final = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet begins a formula with; Japanese ones take full-width signs too."""
_TRUTH: Final = ("false", "true")


def write_csv(
    pages: Iterable[Sequence[Finished]], file: BinaryIO, *, names: bool, bom: bool
) -> Iterator[int]:
    """Write the attempts of `pages`; yield how many rows each page became.

    Args:
        pages: of attempts in the order of finishing.
        file: to write to.
        names: with people's names.
        bom: with the mark by which Excel knows UTF-8.

    Raises:
        RecordsError: DB018 a stored result is damaged.
    """
    text = TextIOWrapper(
        file, encoding="utf-8-sig" if bom else "utf-8", errors="backslashreplace", newline=""
    )
    try:
        written = csv.writer(text)  # lines end with CR LF
        written.writerow(names_of(names=names))
        tries = Tries()
        for page in pages:
            rows = [row for one in page for row in _rows(one, tries, names=names)]
            written.writerows(rows)
            yield len(rows)
        text.flush()
    finally:
        text.detach()  # the file is not ours to close


def safe(words: str | None) -> str | None:
    """Return `words` so that no spreadsheet takes them for a formula."""
    return f"'{words}" if words and words[0] in _FORMULA else words


def _rows(found: Finished, tries: Tries, *, names: bool) -> Iterator[tuple[object, ...]]:
    tried = tries.of(found.attempt)
    if found.body is None:
        return
    told = figures(found, found.body)
    first = _cells(found.attempt, found.scored_by, tried, told, names=names)
    if not told.criteria:
        yield (*first, None, None, None)
    for criterion, (_, _, share, level) in told.criteria.items():
        yield (*first, safe(criterion), level, share)


def _cells(
    attempt: Attempt, scored_by: str, tried: int | None, told: Figures, *, names: bool
) -> tuple[object, ...]:
    who = (safe(attempt.name), safe(attempt.team)) if names else (safe(attempt.team),)
    finished = attempt.finished_at
    return (
        safe(attempt.id),
        safe(attempt.person),
        *who,
        safe(attempt.scenario),
        safe(attempt.revision),
        safe(scored_by),
        attempt.seed,
        safe(attempt.mode),
        safe(attempt.language),
        iso_time(attempt.begun_at),
        None if finished is None else iso_time(finished),
        tried,
        safe(attempt.fork_of),
        safe(attempt.journey),
        attempt.chapter,
        safe(told.outcome),
        told.quality,
        _TRUTH[told.passed],
        told.luck,
    )
