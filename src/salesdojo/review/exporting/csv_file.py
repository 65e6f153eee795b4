"""The table of criteria as CSV (RFC 4180), in which no cell is a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from typing import BinaryIO, Final

from salesdojo.records.people.person_export import iso_time
from salesdojo.review.csv_text import safe
from salesdojo.review.exporting.columns import OF_CRITERION, Reader, of_attempt
from salesdojo.review.exporting.ended_rows import Finished
from salesdojo.review.exporting.tries import Tries

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
        written.writerow((*of_attempt(names=names), *OF_CRITERION))
        tries, reader = Tries(), Reader()
        for page in pages:
            rows = [
                row
                for one, tried in zip(page, tries.of_page(page), strict=True)
                for row in _rows(one, tried, reader, names=names)
            ]
            written.writerows(rows)
            yield len(rows)
        text.flush()
    finally:
        text.detach()  # the file is not ours to close


def _rows(
    one: Finished, tried: int | None, reader: Reader, *, names: bool
) -> Iterator[tuple[object, ...]]:
    if one.body is None:
        return
    told = reader.figures(one, one.body)
    who = (safe(one.name), safe(one.team)) if names else (safe(one.team),)
    first = (
        safe(one.id),
        safe(one.person),
        *who,
        safe(one.scenario),
        safe(one.revision),
        safe(one.scored_by),
        one.seed,
        safe(one.mode),
        safe(one.language),
        iso_time(one.begun_at),
        iso_time(one.finished_at),
        tried,
        safe(one.fork_of),
        safe(one.journey),
        one.chapter,
        safe(told.outcome),
        told.quality,
        _TRUTH[told.passed],
        told.luck,
    )
    for criterion, level, share in zip(told.criteria, told.levels, told.shares, strict=True):
        yield (*first, safe(criterion), level, share)
