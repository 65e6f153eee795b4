"""A company of trainees for tests: each plays as well as they are able to, by a seed."""

from collections.abc import Sequence
from itertools import count
from random import Random

from salesdojo.content.model import Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import Solution, solve
from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.store import Store

_NUMBERS = count()


def company(
    store: Store, scenario: Scenario, many: int, *, tries: int = 1, of: str = "p"
) -> list[Person]:
    """Let `many` people play `scenario` up to `tries` times; they get better every time."""
    random, solution = Random(of), solve(scenario)  # noqa: S311 - the same talks in every run
    people = []
    for number in range(many):
        person = store.person(f"{of}{number}")
        able = random.random()
        for tried in range(random.randint(1, tries)):
            talk = Attempt(scenario, random.randrange(2**31))
            while talk.outcome is None:
                talk, _ = talk.take(_chosen(talk, solution, random, able + 0.1 * tried))
            keep(store, person, talk, solution)
        people.append(person)
    return people


def play(store: Store, person: Person, scenario: Scenario, choices: Sequence[str]) -> str:
    """Play `choices` to the end; return the attempt's id."""
    talk = Attempt(scenario, 1)
    for choice in choices:
        talk, _ = talk.take(choice)
    return keep(store, person, talk, solve(scenario))


def keep(store: Store, person: Person, talk: Attempt, solution: Solution) -> str:
    """Keep the result of a talk that is over, not its decisions; return the attempt's id."""
    name = f"t{next(_NUMBERS)}"
    store.begin(name, person, talk.scenario, talk.seed, Mode.PRACTICE, "en", 1_000)
    store.finish(name, score(talk, solution), 2_000)
    return name


def _chosen(talk: Attempt, solution: Solution, random: Random, able: float) -> str:
    """Return, with the chance `able`, the choice offered that is worth most now; else any."""
    best = max(talk.offered, key=lambda one: solution.worth(one.points))
    return best.id if random.random() < able else random.choice(talk.offered).id
