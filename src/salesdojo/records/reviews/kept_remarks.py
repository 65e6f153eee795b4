"""The store's door to remarks: each method one transaction that may be tried again."""

from collections.abc import Mapping
from typing import Final

from salesdojo.records.database.database import Database
from salesdojo.records.reviews import remarks
from salesdojo.records.reviews.remark import Heard, Remark

MOST: Final = 200
"""Remarks read at once, the newest."""
MOST_COUNTED: Final = 5_000
"""Remarks counted at once, the newest."""


class KeptRemarks:
    """The remarks in one database; `Store.remarks` is one."""

    def __init__(self, database: Database) -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database

    def keep(self, remark: Remark) -> None:
        """Keep a remark; the same again changes nothing.

        Raises:
            RecordsError: DB017 no such attempt, DB023 the id stands for another remark,
                DB067 the attempt has no such decision.
        """
        self._database.write(lambda connection: remarks.keep(connection, remark))

    def of_attempt(self, attempt_id: str) -> tuple[Remark, ...]:
        """Return the remarks on an attempt, in the order they were kept."""
        return self._database.read(lambda connection: remarks.of_attempt(connection, attempt_id))

    def of_scenario(
        self, scenario: str, revision: str | None = None, *, most: int = MOST
    ) -> tuple[Heard, ...]:
        """Return the latest remarks on `scenario`, the newest first; who wrote them is not told.

        Args:
            scenario: its id.
            revision: that revision's alone; None for all.
            most: how many at most.
        """
        return self._database.read(
            lambda connection: remarks.of_scenario(connection, scenario, revision, most)
        )

    def counted(self, *, most: int = MOST_COUNTED) -> Mapping[str, int]:
        """Return how many of the latest remarks are on each scenario, by its id.

        Args:
            most: how many remarks are looked at.
        """
        return self._database.read(lambda connection: remarks.counted(connection, most))
