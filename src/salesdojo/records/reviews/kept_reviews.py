"""The store's door to reviews: each method one transaction that may be tried again."""

from collections.abc import Sequence
from typing import Final

from salesdojo.records.database.database import Database
from salesdojo.records.model import Person
from salesdojo.records.reviews import blind_levels, review_names, review_queue, reviews
from salesdojo.records.reviews.blind_levels import Judgement
from salesdojo.records.reviews.review_order import Waiting
from salesdojo.records.reviews.review_queue import PassMarks, Wanted
from salesdojo.records.reviews.said import Heard, Said

MOST: Final = 100
"""Attempts listed at once."""


class KeptReviews:
    """What reviewers say in one database; `Store.reviews` is one."""

    def __init__(self, database: Database) -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database
        self._marks: PassMarks = {}

    def to_review(self, wanted: Wanted, *, many: int = MOST) -> tuple[Waiting, ...]:
        """Return the attempts that wait, what matters most first (`review_queue.to_review`)."""
        return self._database.read(
            lambda connection: review_queue.to_review(connection, wanted, self._marks, many)
        )

    def reviewed(self, wanted: Wanted, *, many: int = MOST) -> tuple[Waiting, ...]:
        """Return the attempts that were reviewed, what was reviewed last first."""
        return self._database.read(
            lambda connection: review_queue.reviewed(connection, wanted, self._marks, many)
        )

    def named(self, name: str) -> str:
        """Return the id of anybody's finished attempt that `name` is, or begins.

        Raises:
            RecordsError: DB075 there is none, or more than one.
        """
        return self._database.read(lambda connection: review_names.named(connection, name))

    def of_attempt(self, attempt_id: str) -> tuple[Heard, ...]:
        """Return all that is said of an attempt, in the order it was said."""
        return self._database.read(lambda connection: reviews.of_attempt(connection, attempt_id))

    def keep(self, said: Said) -> None:
        """Keep a comment, another level, or that the attempt is reviewed; again changes nothing.

        Raises:
            RecordsError: DB017 no such attempt, DB018 its result was changed, DB023 the id
                stands for another word, DB060 the reviewer was erased, DB075 the attempt is not
                over, DB076 it is the reviewer's own, DB077 it has no such decision, or no level
                of that criterion.
        """
        self._database.write(lambda connection: reviews.keep(connection, said))

    def keep_blind(self, levels: Sequence[Said]) -> None:
        """Keep one reviewer's blind levels of one attempt, all of them; again changes nothing.

        Raises:
            RecordsError: as in `keep`; DB078 the reviewer has seen or given levels already.
        """
        self._database.write(lambda connection: reviews.keep_blind(connection, levels))

    def keep_read(self, said: Said) -> bool:
        """Keep that somebody saw what is said of an attempt, where that is news.

        Returns:
            Whether there was anything new for the trainee whose attempt it is.
        """
        return self._database.write(lambda connection: reviews.keep_read(connection, said))

    def unread(self, person: Person) -> tuple[str, ...]:
        """Return the attempts of `person` of which something was said that they have not read."""
        return self._database.read(lambda connection: reviews.unread(connection, person.id))

    def judgements(self, team: str | None = None) -> tuple[Judgement, ...]:
        """Return the latest blind levels, of one team's attempts or of all, as given."""
        return self._database.read(lambda connection: blind_levels.judgements(connection, team))
