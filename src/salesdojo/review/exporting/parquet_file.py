"""The table of criteria as Parquet, column by column.

An attempt's cells are made into columns once and repeated for each criterion by Arrow: half
the time of a row a criterion.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO, Final

from salesdojo.errors import ReviewError
from salesdojo.review.exporting.columns import NAME, OF_ATTEMPT, OF_CRITERION, figures, of_attempt
from salesdojo.review.exporting.ended_rows import Finished
from salesdojo.review.exporting.tries import Tries

GROUP: Final = 120_000
"""Rows of a row group: some tens of megabytes while it is written."""
_WORDS: Final = frozenset(
    {"person", NAME, "team", "scenario", "revision", "scored_by", "mode", "language", "journey",
     "outcome", "criterion"}
)  # fmt: skip
"""Columns with the same few words again and again."""
_UNSCORED: Final = (None, None, None)
"""Of an attempt at a scenario that gives no points: it has a row all the same."""


def write_parquet(
    pages: Iterable[Sequence[Finished]], file: BinaryIO, *, names: bool
) -> Iterator[int]:
    """Write the attempts of `pages`; yield how many rows each page became.

    Raises:
        ReviewError: RV005 pyarrow is not installed.
        RecordsError: DB018 a stored result is damaged.
    """
    arrow, parquet = _library()
    schema = _schema(arrow, names=names)
    tries = Tries()
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        group: list[Any] = []
        held = 0
        for page in pages:
            made = _batch(arrow, schema, page, tries, names=names)
            group.append(made)
            held += made.num_rows
            if held >= GROUP:
                writer.write_table(arrow.Table.from_batches(group, schema))
                group, held = [], 0
            yield made.num_rows
        if held:
            writer.write_table(arrow.Table.from_batches(group, schema))


def require_library() -> None:
    """Do nothing where Parquet can be written.

    Raises:
        ReviewError: RV005 pyarrow is not installed.
    """
    _library()


def _library() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as missing:
        raise ReviewError("RV005") from missing
    return pa, parquet


def _schema(arrow: Any, *, names: bool) -> Any:  # noqa: ANN401 - an optional library's
    word = arrow.dictionary(arrow.int32(), arrow.string())
    time = arrow.timestamp("ms", tz="UTC")
    kinds = {
        "attempt": arrow.string(),
        "seed": arrow.int64(),
        "begun": time,
        "finished": time,
        "try": arrow.int32(),
        "fork_of": arrow.string(),
        "chapter": arrow.int32(),
        "quality": arrow.float64(),
        "passed": arrow.bool_(),
        "luck": arrow.float64(),
        "level": arrow.int8(),
        "share": arrow.float64(),
        **dict.fromkeys(_WORDS, word),
    }
    columns = (*_of_attempt(names=names), *OF_CRITERION)
    return arrow.schema([(name, kinds[name]) for name in columns])


def _of_attempt(*, names: bool) -> tuple[str, ...]:
    return (*OF_ATTEMPT[:2], NAME, *OF_ATTEMPT[2:]) if names else OF_ATTEMPT


def _batch(
    arrow: Any,  # noqa: ANN401 - as above
    schema: Any,  # noqa: ANN401
    page: Sequence[Finished],
    tries: Tries,
    *,
    names: bool,
) -> Any:  # noqa: ANN401
    cells: list[tuple[object, ...]] = []
    repeated: list[int] = []
    scored: list[tuple[object, ...]] = []
    for one in page:
        tried = tries.of(one.attempt)
        if one.body is None:
            continue
        told = figures(one, one.body)
        mine = [(name, level, share) for name, (_, _, share, level) in told.criteria.items()]
        scored += mine or [_UNSCORED]
        repeated += [len(cells)] * (len(mine) or 1)
        cells.append(of_attempt(one.attempt, one.scored_by, tried, told, names=names))
    if not cells:
        return arrow.RecordBatch.from_pylist([], schema=schema)
    kinds = [column.type for column in schema]
    of_attempts, of_criteria = list(zip(*cells, strict=True)), list(zip(*scored, strict=True))
    places = arrow.array(repeated, arrow.int32())
    columns = [
        *(
            _column(arrow, column, kind).take(places)
            for column, kind in zip(of_attempts, kinds, strict=False)
        ),
        *(
            _column(arrow, column, kind)
            for column, kind in zip(of_criteria, kinds[len(of_attempts) :], strict=True)
        ),
    ]
    return arrow.RecordBatch.from_arrays(columns, schema=schema)


def _column(arrow: Any, cells: Sequence[object], kind: Any) -> Any:  # noqa: ANN401 - as above
    if arrow.types.is_dictionary(kind):
        return arrow.array(cells, arrow.string()).dictionary_encode()
    return arrow.array(cells, kind)
