"""`play --choose a,b,c`: these choices and moves, then the debrief; a wrong list keeps nothing."""

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.debriefing import debrief, result_as_json
from salesdojo.cli.naming import named_scenario
from salesdojo.cli.printing import out, out_json
from salesdojo.cli.surroundings import Surroundings
from salesdojo.cli.what_follows import what_follows
from salesdojo.content.model import Scenario
from salesdojo.errors import UsageError
from salesdojo.practice.following import moves_of, replay
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.values import solution

SEED_UNLESS_TOLD = 0
"""A list of choices belongs to one draw of chance: without `--seed` it is always this one."""


def play_choices(here: Surroundings, wish: Arguments) -> int:
    """Play the choices, store the attempt, and print its debrief."""
    if wish.scenario is None:
        raise UsageError("US003")
    scenario = named_scenario(here, wish.scenario)
    seed = SEED_UNLESS_TOLD if wish.seed is None else wish.seed
    choices = [choice.strip() for choice in (wish.choose or "").split(",") if choice.strip()]
    _refuse_unfinished(scenario, seed, choices)
    # Before anything is stored: a scenario too large to be scored leaves no attempt behind.
    solved = solution(scenario, here.cache)
    session = Session.start(
        here.store,
        here.person,
        scenario,
        seed=seed,
        mode=Mode.EXAM if wish.exam else Mode.PRACTICE,
        language=here.language,
        clock=here.clock,
        new_id=here.new_id,
    )
    for choice in choices:
        for move in moves_of(session.attempt, choice):
            session.take(move)
    result = session.result(solved)
    if wish.json:
        out_json(result_as_json(session, result))
    else:
        out(debrief(session, result, here.language))
    return 0


def _refuse_unfinished(scenario: Scenario, seed: int, choices: list[str]) -> None:
    """Play in memory first: a wrong list leaves no attempt behind."""
    attempt = replay(scenario, seed, choices)
    if attempt.outcome is None:
        offered = what_follows(attempt)
        raise UsageError("US005", count=len(choices), scene=attempt.scene.id, offered=offered)
