"""A scenario as Python source: the same step, a hundred times as fast.

The source is made of integers and of names that stand here (`m0`, `f`, `k`,
`t`): nothing of a file's text enters it. A compiled state is a tuple

    (scene number, meter 0, meter 1, ..., facts as bits, choices taken as bits, turn)

already cut down to what can still matter. Property tests hold this form equal
to `stepping`.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from salesdojo.content.condition import Binary, Expression, Name, Node, Number, Unary
from salesdojo.content.model import Branch, Choice, Scenario, Scene
from salesdojo.practice.liveness import Live, Liveness, recurring
from salesdojo.practice.stepping import HIGHEST, LOWEST, State, Weighted, at_rest, spread

Compiled = tuple[int, ...]
"""A state as the compiled form has it."""
Mixed = list[tuple[int, Compiled]]
"""The states a draw can bring, with whole weights."""
Move = tuple[int, bool, Compiled | Mixed]
"""A choice's number, whether its points count, and where it leads."""
Moves = Callable[[Compiled], list[Move]]


@dataclass(frozen=True)
class Numbering:
    """The numbers that stand for a scenario's names in its compiled form."""

    scenario: Scenario

    @cached_property
    def scenes(self) -> Mapping[str, int]:
        """Scene numbers, in the file's order."""
        return {scene: number for number, scene in enumerate(self.scenario.scenes)}

    @cached_property
    def scene_names(self) -> tuple[str, ...]:
        """Scenes by number."""
        return tuple(self.scenario.scenes)

    @cached_property
    def choices(self) -> tuple[tuple[str, Choice], ...]:
        """(scene, choice) by number, in the file's order."""
        return tuple(
            (scene.id, choice)
            for scene in self.scenario.scenes.values()
            for choice in scene.choices.values()
        )

    @cached_property
    def choice_numbers(self) -> Mapping[tuple[str, str], int]:
        """Choice numbers by (scene, choice)."""
        return {(scene, choice.id): number for number, (scene, choice) in enumerate(self.choices)}

    @cached_property
    def facts(self) -> Mapping[str, int]:
        """Fact numbers: the bit each has."""
        return {fact: number for number, fact in enumerate(self.scenario.facts)}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The Python expression for each name a condition can read."""
        meters = {meter: f"m{number}" for number, meter in enumerate(self.scenario.meters)}
        facts = {fact: f"(f >> {number} & 1)" for fact, number in self.facts.items()}
        return {**meters, **facts, "turn": "t"}

    @cached_property
    def meters(self) -> str:
        """The meters' variables, each followed by a comma."""
        return "".join(f"m{number}, " for number in range(len(self.scenario.meters)))

    def fact_bits(self, facts: frozenset[str] | Sequence[str]) -> int:
        """Return the facts as bits."""
        return sum(1 << self.facts[fact] for fact in set(facts))

    def taken_bits(self, taken: frozenset[tuple[str, str]]) -> int:
        """Return the choices as bits."""
        return sum(1 << self.choice_numbers[choice] for choice in taken)

    def compiled(self, state: State) -> Compiled:
        """Return a state, cut down already, as the compiled form has it."""
        return (
            self.scenes[state.scene],
            *state.meters,
            self.fact_bits(state.facts),
            self.taken_bits(state.taken),
            state.turn,
        )

    def state(self, compiled: Compiled) -> State:
        """Return the state that `compiled` has it as: the way back."""
        scene, *meters, facts, taken, turn = compiled
        return State(
            self.scene_names[scene],
            tuple(meters),
            frozenset(fact for fact, number in self.facts.items() if facts >> number & 1),
            frozenset(
                (at, choice.id)
                for number, (at, choice) in enumerate(self.choices)
                if taken >> number & 1
            ),
            turn,
        )


def python_of(condition: Expression, names: Mapping[str, str]) -> str:
    """Return the condition as a Python expression over `names`."""
    return _python(condition.tree, names)


def _python(tree: Node, names: Mapping[str, str]) -> str:
    match tree:
        case Number(value=value):
            return str(value)
        case Name(id=name):
            return names[name]
        case Unary(sign=sign, operand=operand):
            return f"({sign} {_python(operand, names)})"
        case Binary(sign="and" | "or" as sign):
            # bool(): `3 and 5` is 5 in Python and 1 in a condition.
            joined = f" {sign} ".join(
                f"bool({_python(part, names)})" for part in _chain(tree, sign)
            )
            return f"({joined})"
        case Binary(sign="+" | "-"):
            return f"({_sum(tree, names)})"
        case Binary(sign=sign, left=left, right=right):
            return f"({_python(left, names)} {sign} {_python(right, names)})"


def _sum(tree: Node, names: Mapping[str, str]) -> str:
    terms: list[str] = []
    while isinstance(tree, Binary) and tree.sign in ("+", "-"):
        terms.append(f" {tree.sign} {_python(tree.right, names)}")
        tree = tree.left
    return _python(tree, names) + "".join(reversed(terms))


def _chain(tree: Node, sign: str) -> list[Node]:
    """Return the parts of ``a and b and c``: nested as deep, Python would refuse them."""
    parts: list[Node] = []
    while isinstance(tree, Binary) and tree.sign == sign:
        parts.append(tree.right)
        tree = tree.left
    return [tree, *reversed(parts)]


def effects_of(choice: Choice, scenario: Scenario) -> list[str]:
    """Return the statements that apply a choice's effects to the meters' variables."""
    number = {meter: position for position, meter in enumerate(scenario.meters)}
    lines: list[str] = []
    for effect in choice.effects:
        name = f"m{number[effect.meter]}"
        if effect.sets:
            lines.append(f"{name} = {min(HIGHEST, max(LOWEST, effect.amount))}")
        elif effect.amount > 0:
            lines.append(f"{name} += {effect.amount}")
            lines.append(f"if {name} > {HIGHEST}: {name} = {HIGHEST}")
        elif effect.amount < 0:
            lines.append(f"{name} -= {-effect.amount}")
            lines.append(f"if {name} < {LOWEST}: {name} = {LOWEST}")
    return lines


def compile_moves(scenario: Scenario, liveness: Liveness) -> tuple[list[Moves], Numbering]:
    """Return, by scene number, the function from a state to its moves; and the numbers."""
    numbering = Numbering(scenario)
    writer = _MovesWriter(scenario, liveness, numbering, recurring(scenario))
    source = "\n".join(chain.from_iterable(map(writer.scene, scenario.scenes.values())))
    space: dict[str, Any] = {"bisect": bisect_right, **writer.tables}
    exec(compile(source, f"<moves of {scenario.id}>", "exec"), space)  # noqa: S102
    space["settle"] = _settling(space, numbering)
    moves: list[Moves] = [space[f"moves_{number}"] for number in numbering.scenes.values()]
    return moves, numbering


def _settling(space: Mapping[str, Any], numbering: Numbering) -> Callable[..., Compiled | Mixed]:
    """Return the function that follows scenes to where the talk rests, in a compiled space."""
    numbers = numbering.scenes.values()
    steps = {number: space[f"step_{number}"] for number in numbers if f"step_{number}" in space}

    def settle(first: Weighted[int], values: tuple[int, ...]) -> Compiled | Mixed:
        def following(number: int) -> Weighted[int] | None:
            return steps[number](*values) if number in steps else None

        rests = [
            (weight, space[f"enter_{number}"](*values))
            for weight, number in spread(first, following)
        ]
        return rests[0][1] if len(rests) == 1 else rests

    return settle


@dataclass(frozen=True)
class _MovesWriter:
    """Writes, for each scene, `enter_N` (cut down, and rest) or `step_N` (go on), and `moves_N`."""

    scenario: Scenario
    liveness: Liveness
    numbering: Numbering
    recurring: frozenset[str]

    @cached_property
    def tables(self) -> dict[str, object]:
        """The tables by which meters and turns are cut down on entering a scene."""
        tables: dict[str, object] = {}
        for scene, number in self.numbering.scenes.items():
            live = self.liveness[scene]
            tables[f"turns_{number}"] = (0, *live.turns)
            for meter, kinds in enumerate(live.meters):
                tables[f"kinds_{number}_{meter}"] = kinds
        return tables

    def scene(self, scene: Scene) -> list[str]:
        number = self.numbering.scenes[scene.id]
        variables = f"{self.numbering.meters}f, k, t"
        if at_rest(scene):
            rest = self._rest(number, self.liveness[scene.id])
            lines = [f"def enter_{number}({variables}): return {rest}"]
        else:
            lines = [f"def step_{number}({variables}): return {self._ways(scene.goto)}"]
        lines += [f"def moves_{number}(state):", "    moves = []"]
        lines.append(f"    _, {self.numbering.meters}f, k, t = state")
        for choice in scene.choices.values():
            lines += [f"    {line}" for line in self._move(scene, choice)]
        return [*lines, "    return moves"]

    def _rest(self, number: int, live: Live) -> str:
        meters = "".join(
            "0, "
            if max(kinds) == 0
            else f"m{meter}, "
            if kinds == tuple(range(len(kinds)))
            else f"kinds_{number}_{meter}[m{meter}], "
            for meter, kinds in enumerate(live.meters)
        )
        facts = self.numbering.fact_bits(live.facts)
        taken = self.numbering.taken_bits(live.taken)
        turn = f"turns_{number}[bisect(turns_{number}, t) - 1]" if live.turns else "0"
        return f"({number}, {meters}f & {facts}, k & {taken}, {turn})"

    def _goto(self, goto: Sequence[Branch]) -> str:
        """Return the expression for the state, or the draw, that the talk comes to."""
        scenes = self.scenario.scenes
        sure = goto[0].weight is None and all(at_rest(scenes[branch.to]) for branch in goto)
        arguments = f"({self.numbering.meters}f, k, t)"
        if not sure:
            return f"settle({self._ways(goto)}, {arguments})"
        return self._chosen(goto, lambda number: f"enter_{number}{arguments}")

    def _ways(self, goto: Sequence[Branch]) -> str:
        """Return the expression for the scene numbers that follow, with their weights."""
        numbers = self.numbering.scenes
        if goto[0].weight is None:
            return f"((1, {self._chosen(goto, str)}),)"
        drawn = (f"({way.weight}, {numbers[way.to]}), " for way in goto if way.weight)
        return f"({''.join(drawn)})"

    def _chosen(self, goto: Sequence[Branch], written: Callable[[int], str]) -> str:
        """Return the expression that takes the first branch whose condition holds."""
        whole = written(self.numbering.scenes[goto[-1].to])
        for branch in reversed(goto[:-1]):
            condition = python_of(branch.when, self.numbering.names) if branch.when else "True"
            whole = f"({written(self.numbering.scenes[branch.to])} if {condition} else {whole})"
        return whole

    def _move(self, scene: Scene, choice: Choice) -> list[str]:
        number = self.numbering.choice_numbers[scene.id, choice.id]
        restore = f"_, {self.numbering.meters}f, k, t = state"
        body = [
            *effects_of(choice, self.scenario),
            f"f |= {self.numbering.fact_bits(choice.learn)}",
            f"k |= {1 << number}",
            "t += 1",
        ]
        fresh = "True"
        if scene.id in self.recurring and choice.repeat:
            fresh = f"not was >> {number} & 1"
            body.insert(0, "was = k")
        body.append(f"moves.append(({number}, {fresh}, {self._goto(choice.goto)}))")
        body.append(restore)
        asked = []
        if scene.id in self.recurring and not choice.repeat:
            asked.append(f"not k >> {number} & 1")
        if choice.when is not None:
            asked.append(python_of(choice.when, self.numbering.names))
        if not asked:
            return body
        return [f"if {' and '.join(asked)}:", *(f"    {line}" for line in body)]
