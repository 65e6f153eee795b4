"""What a session is composed from, for tests: entries, packs and people without files."""

from pathlib import Path

from hypothesis import strategies as st

from salesdojo.content.catalogue import Course, Entry, Journey, Judged, Motion, Pack, Stage
from salesdojo.content.text import Text
from salesdojo.records.mastery.ability import Ability
from salesdojo.records.mastery.known import Known
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.planning.rating import Rating
from salesdojo.records.planning.schedule import Card, Review

NOON = 1_760_000_000_000
CRITERIA = ("closing", "inquiry", "manners")


def entry(
    name: str, *criteria: str, kind: str = "drill", level: int = 1, minutes: int = 1
) -> Entry:
    """Return a drill of each of `criteria`, named as its id, with equal weights."""
    return Entry(
        id=name,
        kind=kind,
        title=Text.of(name),
        stage=Stage.APPROACH,
        motion=Motion.NONE,
        level=level,
        minutes=minutes,
        variant_of="other" if kind == "variant" else None,
        customer_name=Text.of("Tanabe"),
        terms=(),
        criteria=tuple(Judged(one, Text.of(one)) for one in criteria),
        weights=(10,) * len(criteria),
    )


def talk(name: str, *criteria: str, level: int = 1, minutes: int = 8) -> Entry:
    return entry(name, *(criteria or CRITERIA), kind="scenario", level=level, minutes=minutes)


def course(name: str, *scenarios: str, after: tuple[str, ...] = ()) -> Course:
    return Course(name, Text.of(name), "sales", scenarios, scenarios, after, None, None)


def pack(*courses: Course, journeys: tuple[Journey, ...] = ()) -> Pack:
    return Pack(Path("pack"), "small", Text.of("small"), ("en",), 5, courses, journeys)


def journey(name: str, *chapters: str) -> Journey:
    return Journey(name, Text.of(name), Text.of("account"), chapters)


def held(due_in: float, recall: float) -> Card:
    """Return a card due in so many days from noon."""
    return Card(NOON + round(due_in * DAY), recall, (Review("a", NOON - 9 * DAY, Rating.GOOD),))


def able(share: float, error: float = 0.3) -> Ability:
    """Return a sure ability of about `share` over chance at level 3."""
    from math import log

    return Ability(log(share / (1 - share)), error**2, 10)


@st.composite
def people(draw: st.DrawFn, names: tuple[str, ...]) -> Known:
    """Generate someone who met some criteria and finished some of `names`."""
    met = draw(st.sets(st.sampled_from(CRITERIA)))
    done = draw(st.sets(st.sampled_from(names)))
    cards = st.builds(held, st.floats(-30, 30), st.floats(0, 1))
    return Known(
        abilities={
            one: draw(st.builds(able, st.floats(0.05, 0.95), st.floats(0.1, 1.2)))
            for one in sorted(met)
        },
        criteria={one: draw(cards) for one in sorted(met)},
        drills={one: draw(cards) for one in sorted(done)},
        done={one: NOON - draw(st.integers(0, 3 * DAY)) for one in sorted(done)},
        passes=dict.fromkeys(sorted(draw(st.sets(st.sampled_from(names)))), NOON - DAY),
        unfinished=frozenset(draw(st.sets(st.sampled_from(names)))),
    )
