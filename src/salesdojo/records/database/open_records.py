"""Records that are open: used within a ``with``, or closed at the end."""

from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from salesdojo.records.database.database import Database


class OpenRecords:
    """Records in one database."""

    def __init__(self, database: "Database") -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database

    def __enter__(self) -> Self:
        """Use them within a ``with``."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close them."""
        self.close()

    def close(self) -> None:
        """Close every connection; what was written is durable already."""
        self._database.close()
