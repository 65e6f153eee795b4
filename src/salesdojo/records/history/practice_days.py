"""On which days somebody practised: a calendar, and nothing that could be broken like a streak."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from salesdojo.records.days import local_day
from salesdojo.records.finishing import times_in_order
from salesdojo.records.mastery.skills import DAY

if TYPE_CHECKING:
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store

WEEKS: Final = 26
"""How far back a calendar goes, this week counted."""
DAYS_OF_A_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days up to today, where the person sits."""

    today: date
    counts: Mapping[date, int]
    """Attempts finished, retries too, by day; days without any left out."""

    @property
    def mondays(self) -> tuple[date, ...]:
        """The first days of the last `WEEKS` weeks, the oldest first."""
        this = self.today - timedelta(days=self.today.weekday())
        return tuple(this - timedelta(weeks=back) for back in reversed(range(WEEKS)))

    @property
    def this_week(self) -> tuple[tuple[date, int], ...]:
        """Monday to Sunday of this week, with what was finished; days to come have 0."""
        monday = self.mondays[-1]
        days = (monday + timedelta(days=day) for day in range(DAYS_OF_A_WEEK))
        return tuple((day, self.counts.get(day, 0)) for day in days)

    @property
    def this_month(self) -> int:
        """On how many days of this month something was finished."""
        month = self.today.replace(day=1)
        return sum(day >= month for day in self.counts)


def calendar_of(
    times: Iterable[int], now: int, day_of: Callable[[int], date] = local_day
) -> Calendar:
    """Return the calendar of what was finished at `times`, as of `now`.

    Args:
        times: UTC in milliseconds, in the order of storing, whatever a clock said.
        now: UTC in milliseconds.
        day_of: the day of a time.
    """
    today = day_of(now)
    days = Counter(day_of(at) for at in times_in_order(tuple(times), now))
    return Calendar(today, {day: count for day, count in sorted(days.items()) if day <= today})


def calendar(store: "Store", person: "Person", now: int) -> Calendar:
    """Return the calendar of `person`, from one query.

    Raises:
        RecordsError: what keeps the records from being read.
    """
    since = now - WEEKS * DAYS_OF_A_WEEK * DAY
    return calendar_of(store.recent.times(person, since), now)
