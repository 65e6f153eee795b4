"""What a negotiation table can come to, as choices: so exact values know tables too.

A table has too many ends to go through them all. Those that count are what the named players
really reach with this customer, from every mood in which a talk can come to the table; the
knowing expert's is the best that `best_reply` finds. Each end is a choice that is offered in that
mood alone, with the points, the mood and the facts that it brings. What a trainee reaches beyond
the best of them costs nothing (`scoring`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from salesdojo.content.condition import parse
from salesdojo.content.model import Bargaining, Choice, Outcome, Scenario, Scene
from salesdojo.content.move_words import WALK_AWAY
from salesdojo.content.text import Text
from salesdojo.practice.at_table import as_choice
from salesdojo.practice.following import AS
from salesdojo.practice.liveness import liveness_with_moods
from salesdojo.practice.state_graph import explore
from salesdojo.practice.stepping import State
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.move_text import move_text
from salesdojo.practice.table.moves import WalkAway
from salesdojo.practice.table.players import Player, played_out
from salesdojo.practice.table.state import TableState, opened

Moods = Mapping[str, frozenset[int]]
"""By scene with a table: the moods (0-100) in which a talk can come to it."""
Ends = Mapping[str, Mapping[str, Choice]]
"""By scene with a table, its ends by id."""
_KNOWN: Final[dict[str, Ends]] = {}
"""By revision: a scenario is solved, scored and replayed by parts that know nothing of another."""
_MOST_KNOWN: Final = 64


def with_table_ends(scenario: Scenario) -> Scenario:
    """Return a scenario whose tables can be gone past by choices; itself where it has none.

    Raises:
        TooLargeError: PR003 when it is too large to be scored exactly.
    """
    tables = [scene.id for scene in scenario.scenes.values() if scene.bargaining]
    if not tables or all(scenario.scenes[scene].choices for scene in tables):
        return scenario
    known = _KNOWN.get(scenario.revision)
    if known is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        known = _KNOWN[scenario.revision] = _ends_met(scenario, tables)
    return _with_choices(scenario, known)


def with_table_ends_from(scenario: Scenario, state: State) -> Scenario:
    """Return a scenario likewise, with the ends of tables that a talk can come to from `state`.

    A trainee leaves a table in moods that no named player does: behind it another may lie.

    Raises:
        TooLargeError: as `with_table_ends`.
    """
    tables = [scene.id for scene in scenario.scenes.values() if scene.bargaining]
    return _with_choices(scenario, _ends_met(scenario, tables, (state,)))


def moods_met(scene: Scene) -> tuple[int, ...]:
    """Return the moods in which a talk can come to a table, rising; of a scene with its ends."""
    return tuple(sorted({int(end.rpartition(" ")[2]) for end in scene.choices}))


def _ends_met(
    scenario: Scenario, tables: Sequence[str], begun: Sequence[State] | None = None
) -> Ends:
    """Find the moods in which each table is come to: behind one table others may lie."""
    moods: Moods = {scene: frozenset() for scene in tables}
    while True:
        ends = {scene: _ends(scenario.scenes[scene], moods[scene]) for scene in tables}
        found = _moods_met(_with_choices(scenario, ends), moods, begun)
        if found == moods:
            return ends
        moods = found


def _moods_met(scenario: Scenario, moods: Moods, begun: Sequence[State] | None) -> Moods:
    """Return the moods in which talks come to each table, those that are known among them."""
    graph = explore(scenario, liveness_with_moods(scenario), begun)
    places = {meter: place for place, meter in enumerate(scenario.meters)}
    met = {scene: set(known) for scene, known in moods.items()}
    for number in range(len(graph)):
        state = graph.state(number)
        bargaining = scenario.scenes[state.scene].bargaining
        if bargaining is not None:
            met[state.scene].add(state.meters[places[bargaining.mood]])
    return {scene: frozenset(found) for scene, found in met.items()}


def _with_choices(scenario: Scenario, ends: Ends) -> Scenario:
    scenes = {
        name: _scene(scene, ends[name]) if name in ends else scene
        for name, scene in scenario.scenes.items()
    }
    return replace(scenario, scenes=MappingProxyType(scenes))


def _scene(scene: Scene, ends: Mapping[str, Choice]) -> Scene:
    if not ends:  # where no talk comes to, as far as is known, it ends
        return replace(scene, end=Outcome.STALLED)
    return replace(scene, choices=ends)


def _ends(scene: Scene, moods: frozenset[int]) -> Mapping[str, Choice]:
    bargaining = scene.bargaining
    if bargaining is None:
        msg = "only a table has ends"
        raise AssertionError(msg)
    ends = (end for mood in sorted(moods) for end in _ends_from(bargaining, mood))
    return MappingProxyType({end.id: end for end in ends})


def _ends_from(bargaining: Bargaining, mood: int) -> Iterator[Choice]:
    begun = opened(bargaining.table, mood)
    for player in Player:
        yield table_end(
            bargaining,
            played_out(bargaining.table, mood, player),
            f"{AS} {player.value} from {mood}",
            mood,
        )
    left, _ = moved(begun, WalkAway())
    yield table_end(bargaining, left, f"{WALK_AWAY} from {mood}", mood)


def table_end(bargaining: Bargaining, ended: TableState, name: str, mood: int) -> Choice:
    """Return a whole negotiation as one choice, offered in the mood it began in."""
    said = "; ".join(move_text(bargaining.table, turn.move) for turn in ended.turns)
    choice = as_choice(bargaining, ended, name, Text.of(said), None)
    return replace(choice, when=parse(f"{bargaining.mood} == {mood}"), repeat=False)
