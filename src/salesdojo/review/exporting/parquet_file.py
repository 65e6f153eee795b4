"""The table of criteria as Parquet, column by column.

An attempt's cells are made into columns once and repeated for each criterion by Arrow: half
the time of a row a criterion.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, repeat
from typing import Any, BinaryIO, Final

from salesdojo.errors import ReviewError
from salesdojo.review.exporting.columns import NAME, OF_CRITERION, Figures, Reader, of_attempt
from salesdojo.review.exporting.ended_rows import Finished
from salesdojo.review.exporting.tries import Tries

GROUP: Final = 120_000
"""Rows of a row group: some tens of megabytes while it is written."""
_WORDS: Final = frozenset(
    {"person", NAME, "team", "scenario", "revision", "scored_by", "mode", "language", "journey",
     "outcome", "criterion"}
)  # fmt: skip
"""Columns with the same few words again and again."""
_HELD_AS: Final = {"attempt": "id", "begun": "begun_at", "finished": "finished_at"}
"""Columns that the records call otherwise."""


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
    tries, reader = Tries(), Reader()
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        group: list[Any] = []
        held = 0
        for page in pages:
            made = _batch(arrow, schema, page, tries, reader)
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
    columns = (*of_attempt(names=names), *OF_CRITERION)
    return arrow.schema([(name, kinds[name]) for name in columns])


def _batch(
    arrow: Any,  # noqa: ANN401 - as above
    schema: Any,  # noqa: ANN401
    page: Sequence[Finished],
    tries: Tries,
    reader: Reader,
) -> Any:  # noqa: ANN401
    counted = tries.of_page(page)
    wanted = [one for one in page if one.body is not None]
    if not wanted:
        return arrow.RecordBatch.from_pylist([], schema=schema)
    told = [reader.figures(one, one.body or "") for one in wanted]
    tried = [number for number, one in zip(counted, page, strict=True) if one.body is not None]
    # Turned round as a whole: a tuple of an attempt's cells would take as long as the rest.
    known = dict(zip(Finished._fields, zip(*wanted, strict=True), strict=True))
    known.update(zip(Figures._fields, zip(*told, strict=True), strict=True))
    cells = {
        column: known[_HELD_AS.get(column, column)]
        for column in schema.names
        if column not in (*OF_CRITERION, "try")
    } | {"try": tried}
    lengths = map(len, known["criteria"])
    places = arrow.array(list(chain.from_iterable(map(repeat, count(), lengths))), arrow.int32())
    of_criteria = (known["criteria"], known["levels"], known["shares"])
    columns = {
        name: _column(arrow, column, schema.field(name).type).take(places)
        for name, column in cells.items()
    } | {
        name: _column(arrow, list(chain.from_iterable(column)), schema.field(name).type)
        for name, column in zip(OF_CRITERION, of_criteria, strict=True)
    }
    return arrow.RecordBatch.from_arrays([columns[name] for name in schema.names], schema=schema)


def _column(arrow: Any, cells: Sequence[object], kind: Any) -> Any:  # noqa: ANN401 - as above
    if arrow.types.is_dictionary(kind):
        return arrow.array(cells, arrow.string()).dictionary_encode()
    return arrow.array(cells, kind)
