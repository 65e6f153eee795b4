"""A company of trainees for tests: each plays as well as they are able to, by a seed."""

from itertools import count
from random import Random

from salesdojo.content.model import Scenario
from salesdojo.practice.solving import Solution, solve
from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.session import Session
from salesdojo.records.store import Store

_NUMBERS = count()


def company(
    store: Store, scenario: Scenario, many: int, *, seed: int = 7, tries: int = 1, of: str = "p"
) -> list[Person]:
    """Let `many` people play `scenario` up to `tries` times; they get better every time."""
    random, solution = Random(seed), solve(scenario)
    people = []
    for number in range(many):
        person = store.person(f"{of}{number}")
        able = random.random()
        for tried in range(random.randint(1, tries)):
            play(store, person, scenario, solution, random, able + 0.1 * tried)
        people.append(person)
    return people


def play(  # noqa: PLR0913, PLR0917 - what a talk hangs on
    store: Store,
    person: Person,
    scenario: Scenario,
    solution: Solution,
    random: Random,
    able: float,
) -> Session:
    """Play a talk: of the choices offered the one worth most now, with the chance `able`."""
    session = Session.start(
        store,
        person,
        scenario,
        seed=random.randrange(2**31),
        mode=Mode.PRACTICE,
        language="en",
        clock=lambda: 1_000,
        new_id=lambda: f"t{next(_NUMBERS)}",
    )
    while session.attempt.outcome is None:
        offered = session.attempt.offered
        best = max(offered, key=lambda one: solution.worth(one.points))
        chosen = best if random.random() < able else random.choice(offered)
        session.take(chosen.id)
    session.result(solution)
    return session
