"""Values in the records that salesdojo never writes: said, with the way out.

Anyone who may write the file can put anything into it, and whoever restores a stranger's
backup has a stranger's values. What cannot be read is then no fault of the program's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError

_WHOLE: Final = 100.0
_HAIR: Final = 1e-6
"""By how much sums of floating-point numbers may be off."""
_FAULTS: Final = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)


def believable(quality: float) -> float:
    """Return `quality` as a column holds it, which anybody may have prettied.

    Raises:
        ValueError: it is none from 0 to 100.
    """
    if not -_HAIR <= quality <= _WHOLE + _HAIR:
        msg = f"a quality of {quality}"
        raise ValueError(msg)
    return quality


@contextmanager
def never_written() -> Iterator[None]:
    """Say of what cannot be read within the block that it was not written by us.

    Raises:
        RecordsError: DB064, with the fault as its cause.
    """
    try:
        yield
    except _FAULTS as fault:
        raise RecordsError("DB064", fault=excerpt(f"{type(fault).__name__}: {fault}")) from fault
