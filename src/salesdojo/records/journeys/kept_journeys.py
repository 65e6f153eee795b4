"""The store's door to journeys: each method one transaction that may be tried again."""

from salesdojo.records.database.database import Database
from salesdojo.records.journeys import journeys
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, JourneyRecord, Person, Playable


class KeptJourneys:
    """The journeys in one database; `Store.journeys` is one."""

    def __init__(self, database: Database) -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database

    def begin(self, journey_id: str, person: Person, journey: str, at: int) -> JourneyRecord:
        """Begin the pack's `journey` under a new id; the same again changes nothing.

        Raises:
            RecordsError: DB023 the id stands for another one.
        """
        return self._database.write(
            lambda connection: journeys.begin(connection, journey_id, person, journey, at)
        )

    def take_up(self, journey_id: str, person: Person, journey: str, at: int) -> JourneyRecord:
        """Return the unfinished journey, or begin one: of two windows at once only one begins.

        Raises:
            RecordsError: DB023 the id stands for another one.
        """
        return self._database.write(
            lambda connection: journeys.take_up(connection, journey_id, person, journey, at)
        )

    def begin_chapter(  # noqa: PLR0913 - what an attempt is, and where it belongs
        self,
        journey: JourneyRecord,
        place: int,
        attempt_id: str,
        scenario: Playable,
        *,
        seed: int,
        mode: Mode,
        language: str,
        at: int,
    ) -> AttemptRecord:
        """Begin the attempt of a chapter, or return the one that another window began there.

        Args:
            journey: an unfinished one.
            place: of the chapter, from 1.
            attempt_id: that nothing else has.
            scenario: as it begins in this journey.
            seed: 0 to 2**63 - 1.
            mode: how it is played.
            language: spoken now.
            at: UTC in milliseconds.

        Raises:
            UsageError: US022 for a seed out of range.
            RecordsError: DB033 no such journey, DB034 no chapter can follow there.
        """
        record = AttemptRecord(
            id=attempt_id,
            person=journey.person,
            scenario=scenario.id,
            revision=scenario.revision,
            seed=seed,
            mode=mode,
            language=language,
            begun_at=at,
            finished_at=None,
            abandoned_at=None,
            fork=None,
            saved=0,
        )
        return self._database.write(
            lambda connection: journeys.begin_chapter(
                connection, journey.id, place, record, scenario
            )
        )

    def record(self, journey_id: str) -> JourneyRecord:
        """Return one journey.

        Raises:
            RecordsError: DB033 no such journey.
        """
        return self._database.read(lambda connection: journeys.record_of(connection, journey_id))

    def unfinished(self, person: Person, journey: str) -> JourneyRecord | None:
        """Return the journey to take up again: the last begun, neither finished nor abandoned."""
        return self._database.read(
            lambda connection: journeys.unfinished(connection, person.id, journey)
        )

    def of_person(self, person: Person) -> tuple[JourneyRecord, ...]:
        """Return every journey of `person`, in the order they were begun."""
        return self._database.read(lambda connection: journeys.of_person(connection, person.id))

    def finish(self, journey_id: str, outcome: str, at: int) -> None:
        """Keep how the journey ended; the same again changes nothing.

        Raises:
            RecordsError: DB033 no such journey.
        """
        self._database.write(
            lambda connection: journeys.finish(connection, journey_id, outcome, at)
        )

    def abandon(self, journey_id: str, at: int) -> None:
        """Leave an unfinished journey and its unfinished chapter behind.

        Raises:
            RecordsError: DB033 no such journey.
        """
        self._database.write(lambda connection: journeys.abandon(connection, journey_id, at))
