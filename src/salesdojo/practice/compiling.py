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

from salesdojo.content.condition import Binary, Expression, Name, Node, Number, Unary
from salesdojo.content.model import Branch, Choice, Scenario, Scene
from salesdojo.practice.liveness import Live, Liveness, recurring
from salesdojo.practice.stepping import HIGHEST, LOWEST, State, at_rest, blended

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
    space: dict[str, object] = {"mix": _mix, "bisect": bisect_right, **writer.tables}
    exec(compile(source, f"<moves of {scenario.id}>", "exec"), space)  # noqa: S102
    moves: list[Moves] = [space[f"moves_{number}"] for number in numbering.scenes.values()]  # type: ignore[misc]
    return moves, numbering


def _mix(branches: Sequence[tuple[int, Compiled | Mixed]]) -> Mixed:
    """Flatten a draw among draws, as `stepping.blended` does."""
    rests = [(weight, to if isinstance(to, list) else [(1, to)]) for weight, to in branches]
    return list(blended(rests))


@dataclass(frozen=True)
class _MovesWriter:
    """Writes, for each scene, `enter_N` (cut down and rest, or go on) and `moves_N`."""

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
        lines = [f"def enter_{number}({variables}):"]
        if at_rest(scene):
            lines.append(f"    return {self._rest(number, self.liveness[scene.id])}")
        else:
            lines.append(f"    return {self._goto(scene.goto)}")
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
        arguments = f"({self.numbering.meters}f, k, t)"
        calls = [f"enter_{self.numbering.scenes[branch.to]}{arguments}" for branch in goto]
        if goto[0].weight is not None:
            drawn = [
                f"({branch.weight}, {call})"
                for branch, call in zip(goto, calls, strict=True)
                if branch.weight
            ]
            return f"mix([{', '.join(drawn)}])"
        whole = calls[-1]
        for branch, call in reversed(list(zip(goto, calls, strict=True))[:-1]):
            if branch.when is None:
                whole = call
                continue
            whole = f"({call} if {python_of(branch.when, self.numbering.names)} else {whole})"
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
