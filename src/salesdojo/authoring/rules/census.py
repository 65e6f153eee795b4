"""What happens at least once over every state that can be reached.

Which scenes are met, which choices are offered, and which entry of each list (the
customer's lines, the ways of a goto) is ever the one that counts: decided by going
through all states, not guessed from the graph.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from salesdojo.content.condition import Expression
from salesdojo.content.document import Path
from salesdojo.content.model import Branch, Choice, Scenario, Scene
from salesdojo.practice.liveness import Liveness, liveness, liveness_with_lines
from salesdojo.practice.solving import Explored
from salesdojo.practice.starts import starts
from salesdojo.practice.state_graph import StateGraph, explore
from salesdojo.practice.stepping import State, at_rest, before_the_opening, taking, values
from salesdojo.practice.too_large import TooLargeError
from salesdojo.practice.valuing import most_points


@dataclass(slots=True)
class Asked:
    """One condition, or the lack of one, and how it was answered so far."""

    held: bool = False
    failed: bool = False
    counted: bool = False
    """In a list: it was the first that held."""

    @property
    def both(self) -> bool:
        """Whether it was seen both to hold and to fail."""
        return self.held and self.failed

    def note(self, holds: bool) -> bool:
        """Note one answer, and return it."""
        self.held |= holds
        self.failed |= not holds
        return holds


@dataclass(frozen=True, slots=True)
class Census:
    """What was met. Conditions of scenes that are never met are not in it."""

    scenes: frozenset[str]
    offered: frozenset[tuple[str, str]]
    """(scene, choice) offered at least once."""
    conditions: Mapping[Path, Asked]
    """By the path of the `when`, or of the last entry of a list, which has none."""


def choice_path(scene: str, choice: str) -> Path:
    """Return where a choice is written."""
    return ("scenes", scene, "choices", choice)


def census(explored: Explored) -> Census:
    """Go through every state of a scenario.

    The wording of lines multiplies states; where that makes too many of them, the
    conditions of lines are left out.
    """
    scenario = explored.scenario
    graph, lines = explored.graph, False
    if _lines_differ(scenario):
        try:
            graph, lines = explore(scenario, liveness_with_lines(scenario)), True
        except TooLargeError:
            lines = False
    counter = _Counter(scenario, asks_lines=lines)
    counter.count(graph, (before_the_opening(scenario),))
    return counter.taken()


def census_from_anywhere(scenario: Scenario) -> Census:
    """Go through every state that is reached with any facts known and the meters anywhere.

    The conditions of lines are left out where they make too many states. Where there are
    too many without them, everything counts as met, so that nothing is said to be missing.
    """
    read = (liveness_with_lines, liveness) if _lines_differ(scenario) else (liveness,)
    for live_of in read:
        try:
            live = live_of(scenario)
            begun = starts(scenario, live)
            graph = explore(scenario, live, begun)
        except TooLargeError:
            continue
        counter = _Counter(scenario, asks_lines=live_of is liveness_with_lines)
        counter.count(graph, begun)
        return counter.taken()
    choices = ((scene.id, one) for scene in scenario.scenes.values() for one in scene.choices)
    return Census(frozenset(scenario.scenes), frozenset(choices), {})


def earned_from_anywhere(scenario: Scenario) -> frozenset[str]:
    """Return the criteria that earn something from any such start; all, where nobody can tell."""
    try:
        live: Liveness = liveness(scenario)
        most = most_points(explore(scenario, live, starts(scenario, live)))
    except TooLargeError:
        return frozenset(scenario.rubric.criteria)
    return frozenset(criterion for criterion, points in most.items() if points > 0)


def _lines_differ(scenario: Scenario) -> bool:
    return any(line.when for scene in scenario.scenes.values() for line in scene.customer)


Values = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _List:
    """A list of which the first entry counts whose condition holds."""

    path: Path
    whens: tuple[Expression | None, ...]


@dataclass(slots=True)
class _Counter:
    scenario: Scenario
    asks_lines: bool
    scenes: set[str] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    conditions: dict[Path, Asked] = field(default_factory=dict)
    pending: dict[Path, list[_List]] = field(default_factory=dict)
    """By the goto of a choice: the lists on its way of which more can be learned."""

    def taken(self) -> Census:
        return Census(frozenset(self.scenes), frozenset(self.offered), self.conditions)

    def count(self, graph: StateGraph, begun: Iterable[State]) -> None:
        for start in begun:
            opening = values(self.scenario, start)
            self._walk(opening, (Branch(self.scenario.start),), ("start",))
        for number, edges in enumerate(graph.edges):
            scene = self.scenario.scenes[graph.scene(number)]
            self._offers(scene, graph, number)
            for edge in edges:
                scene_id, choice = graph.numbering.choices[edge[0]]
                self._take(graph, number, scene_id, choice)

    def _offers(self, scene: Scene, graph: StateGraph, number: int) -> None:
        for choice in scene.choices.values():
            if choice.when is None:
                continue
            asked = self.conditions.setdefault((*choice_path(scene.id, choice.id), "when"), Asked())
            if asked.both:
                continue
            state = graph.state(number)
            # A choice taken before is not offered again, whatever its condition says.
            if choice.repeat or (scene.id, choice.id) not in state.taken:
                asked.note(bool(choice.when.value(values(self.scenario, state))))

    def _take(self, graph: StateGraph, number: int, scene: str, choice: Choice) -> None:
        self.offered.add((scene, choice.id))
        path = (*choice_path(scene, choice.id), "goto")
        if path not in self.pending:
            self.pending[path] = self._lists_after(choice.goto, path)
        elif not self.pending[path]:
            return
        after = taking(self.scenario, graph.state(number), choice)
        self._walk(values(self.scenario, after), choice.goto, path)
        self.pending[path] = [one for one in self.pending[path] if not self._is_known(one)]

    def _walk(self, held: Values, goto: Sequence[Branch], path: Path) -> None:
        """Follow `goto` to every scene in which the talk can come to rest."""
        waiting = self._following(held, goto, path)
        # Draws may lead apart and together again: each scene is met once, not by every way.
        seen = set(waiting)
        while waiting:
            name = waiting.pop()
            scene = self.scenario.scenes[name]
            self._meet(held, scene)
            if not at_rest(scene):
                onward = self._following(held, scene.goto, ("scenes", name, "goto"))
                waiting += [to for to in onward if to not in seen]
                seen.update(onward)

    def _meet(self, held: Values, scene: Scene) -> None:
        self.scenes.add(scene.id)
        if self.asks_lines:
            whens = [line.when for line in scene.customer]
            self._first(("scenes", scene.id, "customer"), whens, held)

    def _following(self, held: Values, goto: Sequence[Branch], path: Path) -> list[str]:
        if goto[0].weight is not None:
            return [branch.to for branch in goto if branch.weight]
        return [goto[self._first(path, [branch.when for branch in goto], held)].to]

    def _lists_after(self, goto: Sequence[Branch], path: Path) -> list[_List]:
        """Return every list that can be asked on the way along `goto`."""
        lists = {path: _List(path, tuple(branch.when for branch in goto))}
        waiting = [branch.to for branch in goto]
        seen = set(waiting)
        while waiting:
            scene = self.scenario.scenes[waiting.pop()]
            said = ("scenes", scene.id, "customer")
            lists[said] = _List(said, tuple(line.when for line in scene.customer))
            if at_rest(scene):
                continue
            onward = ("scenes", scene.id, "goto")
            lists[onward] = _List(onward, tuple(branch.when for branch in scene.goto))
            waiting += [branch.to for branch in scene.goto if branch.to not in seen]
            seen.update(waiting)
        return list(lists.values())

    def _is_known(self, asked: _List) -> bool:
        """Say whether nothing more can be learned of a list."""
        if not any(asked.whens):
            return True
        if asked.path[-1] == "customer" and not self.asks_lines:
            return True
        return all(
            self._of(asked.path, place, when).counted
            and (when is None or self._of(asked.path, place, when).both)
            for place, when in enumerate(asked.whens)
        )

    def _first(self, path: Path, whens: Sequence[Expression | None], held: Values) -> int:
        """Return which entry of a list counts, and note how each was answered."""
        counts: int | None = None
        for place, when in enumerate(whens):
            asked = self._of(path, place, when)
            # What comes after the entry that counts is asked only while it teaches something.
            if counts is not None and (when is None or asked.both):
                continue
            holds = when is None or asked.note(bool(when.value(held)))
            if holds and counts is None:
                counts = place
                asked.counted = True
        return len(whens) - 1 if counts is None else counts

    def _of(self, path: Path, place: int, when: Expression | None) -> Asked:
        entry = (*path, place) if when is None else (*path, place, "when")
        found = self.conditions.get(entry)
        if found is None:
            found = self.conditions[entry] = Asked()
        return found
