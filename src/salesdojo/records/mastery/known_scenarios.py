"""The door to figures of scenarios: told once for each revision, and kept in the database."""

from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, bindparam, insert, select, update

from salesdojo.errors import SalesdojoError
from salesdojo.records import json_text
from salesdojo.records.attempts import revision_bytes
from salesdojo.records.mastery.scenario_figures import ScenarioFigures, figures_of
from salesdojo.records.tables import SCENARIO_FIGURES

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.records.database.database import Database

_MADE_BY: Final = "scenario-1"
"""What makes them: another number for another rule."""
_OF: Final = select(SCENARIO_FIGURES.c.made_by, SCENARIO_FIGURES.c.body).where(
    SCENARIO_FIGURES.c.revision == bindparam("revision")
)


class UnlearntError(Exception):
    """A scenario is to be learnt, outside of the transaction that met it."""

    def __init__(self, revision: str) -> None:
        """Tell its `revision`."""
        super().__init__(revision)
        self.revision = revision


class KnownScenarios:
    """Figures of revisions: held, else read from the database, else told anew and kept there.

    They follow from bytes that never change, so every program tells the same.
    """

    def __init__(self, database: "Database") -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database
        self._held: dict[str, ScenarioFigures | None] = {}

    def learn(self, revision: str) -> ScenarioFigures | None:
        """Return the figures of `revision`; None of what is no scenario that can be scored."""
        if revision not in self._held:
            kept = self._database.read(lambda held: _kept(held, revision))
            self._held[revision] = kept or self._told(revision)
        return self._held[revision]

    def of(self, connection: Connection, revision: str) -> ScenarioFigures | None:
        """Return the figures of `revision`, within a transaction; None as in `learn`.

        Raises:
            UnlearntError: nobody knows them yet.
        """
        if revision not in self._held:
            found = _kept(connection, revision)
            if found is None:
                raise UnlearntError(revision)
            self._held[revision] = found
        return self._held[revision]

    def _told(self, revision: str) -> ScenarioFigures | None:
        stored = self._database.read(lambda held: revision_bytes(held, revision))
        try:
            figures = None if stored is None else figures_of(_scenario(stored))
        except (SalesdojoError, ValueError, KeyError, TypeError):
            return None  # tampered with, or of no program that we know: `audit` says which
        if figures is not None:
            self._database.offer(lambda held: _keep(held, revision, figures))
        return figures


def _scenario(stored: bytes) -> "Scenario":
    from salesdojo.content.building import scenario_from_canonical

    return scenario_from_canonical(stored)


def _kept(connection: Connection, revision: str) -> ScenarioFigures | None:
    row = connection.execute(_OF, {"revision": revision}).one_or_none()
    if row is None or row.made_by != _MADE_BY:
        return None
    try:
        return json_text.read(row.body, lambda told: ScenarioFigures(told[0], dict(told[1])))
    except ValueError:
        return None


def _keep(connection: Connection, revision: str, figures: ScenarioFigures) -> bool:
    body = json_text.compact([figures.level, dict(figures.chances)])
    row = {"revision": revision, "made_by": _MADE_BY, "body": body}
    held = SCENARIO_FIGURES.c.revision == revision
    if not connection.execute(update(SCENARIO_FIGURES).where(held).values(row)).rowcount:
        connection.execute(insert(SCENARIO_FIGURES), row)  # where another was first: refused
    return True
