"""Random play at over a million decisions a second, by the scenario as one function.

Whole talks are played by generated Python (see `compiling` for what may enter
it); every talk gives its road, so that any of them can be replayed step by step.
The stream of chance is SHAKE-128 (FIPS 202) of a seed: fixed by the standard,
not by a Python version.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import shake_128
from typing import Final

from salesdojo.content.model import Branch, Choice, Outcome, Scenario, Scene
from salesdojo.practice.compiling import effects_of, python_of
from salesdojo.practice.knots import Knots
from salesdojo.practice.liveness import Liveness, liveness
from salesdojo.practice.numbering import Numbering

WORD: Final = 65_536
"""Each step of chance takes one 16-bit word: shares are exact to 1 in 65,536."""
_WORDS_AT_ONCE: Final = 1 << 16
LONGEST_TALK: Final = 10_000
"""Decisions after which a random talk in a loop is given up."""

Played = tuple[int, tuple[int, ...], list[int], list[int]]
"""End scene number, points by criterion, choice numbers, and the scenes drawn by chance."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk of the random player."""

    road: tuple[tuple[str, str], ...]
    """(scene, choice) of each decision."""
    drawn: tuple[str, ...]
    """Where chance led, draw by draw."""
    end: str
    """The scene in which it ended."""
    outcome: Outcome
    points: tuple[tuple[str, int], ...]
    """Points by criterion, in the rubric's order."""


def words(seed: int) -> Iterator[int]:
    """Yield 16-bit words for ever, the same for the same seed on every machine."""
    block = 0
    while True:
        stream = shake_128(f"salesdojo words 1 {seed} {block}".encode())
        octets = stream.digest(2 * _WORDS_AT_ONCE)
        # Little-endian by definition: a big-endian machine swaps.
        yield from memoryview(octets).cast("H") if _LITTLE else _swapped(octets)
        block += 1


_LITTLE: Final = memoryview(b"\x01\x00").cast("H")[0] == 1


def _swapped(octets: bytes) -> Iterator[int]:
    return (octets[place] | octets[place + 1] << 8 for place in range(0, len(octets), 2))


@dataclass(frozen=True)
class RandomPlayer:
    """Plays a scenario by clicking anything that is offered, each with the same chance."""

    scenario: Scenario

    def decisions(self, talks: int, seed: int) -> int:
        """Play `talks` talks and return how many decisions they took."""
        play, word = self._play, words(seed).__next__
        return sum(len(play(word)[2]) for _ in range(talks))

    def talks(self, number: int, seed: int) -> Iterator[Talk]:
        """Play `number` talks, one after the other."""
        word = words(seed).__next__
        return (self._talk(self._play(word)) for _ in range(number))

    def _talk(self, played: Played) -> Talk:
        end, points, road, drawn = played
        scenes = tuple(self.scenario.scenes.values())
        return Talk(
            road=tuple(
                (scene, choice.id)
                for scene, choice in (self._numbering.choices[number] for number in road)
            ),
            drawn=tuple(scenes[number].id for number in drawn),
            end=scenes[end].id,
            outcome=scenes[end].end or Outcome.STALLED,
            points=tuple(zip(self.scenario.rubric.criteria, points, strict=True)),
        )

    @cached_property
    def _numbering(self) -> Numbering:
        return Numbering(self.scenario)

    @cached_property
    def _play(self) -> Callable[[Callable[[], int]], Played]:
        writer = _PlayWriter(
            self.scenario, self._numbering, Knots(self.scenario).recurring, liveness(self.scenario)
        )
        space: dict[str, object] = {}
        exec(compile(writer.source(), f"<play of {self.scenario.id}>", "exec"), space)  # noqa: S102
        return space["play"]  # type: ignore[return-value]


@dataclass(frozen=True)
class _PlayWriter:
    """Writes one function that plays a whole talk: a loop over a tree of scene numbers."""

    scenario: Scenario
    numbering: Numbering
    recurring: frozenset[str]
    liveness: Liveness

    def source(self) -> str:
        criteria = range(len(self.scenario.rubric.criteria))
        starts = [f"m{n} = {meter.start}" for n, meter in enumerate(self.scenario.meters.values())]
        return "\n".join(
            [
                "def play(word):",
                "    road = []; drawn = []; took = road.append",
                f"    f = {self.numbering.fact_bits(self.scenario.learned)}",
                f"    k = t = 0; s = {self.numbering.scenes[self.scenario.start]}",
                *(f"    {line}" for line in starts),
                *(f"    p{number} = 0" for number in criteria),
                "    while True:",
                *self._dispatch(list(self.scenario.scenes.values()), 2),
                f"    return s, ({''.join(f'p{number}, ' for number in criteria)}), road, drawn",
            ]
        )

    def _dispatch(self, scenes: Sequence[Scene], depth: int) -> list[str]:
        """Find the scene by halving: a chain of elifs costs more the longer the story."""
        pad = "    " * depth
        if len(scenes) == 1:
            return [f"{pad}{line}" for line in self._scene(scenes[0])]
        half = len(scenes) // 2
        return [
            f"{pad}if s < {self.numbering.scenes[scenes[half].id]}:",
            *self._dispatch(scenes[:half], depth + 1),
            f"{pad}else:",
            *self._dispatch(scenes[half:], depth + 1),
        ]

    def _scene(self, scene: Scene) -> list[str]:
        if scene.end is not None:
            return ["break"]
        if not scene.choices:
            return self._goto(scene.goto)
        choices = tuple(scene.choices.values())
        offers = [self._offer(scene, choice) for choice in choices]
        if not any(offers):
            lines = [f"c = word() * {len(choices)} >> 16"]
        else:
            lines = ["o = []"]
            lines += [
                f"if {offer}: o.append({place})" if offer else f"o.append({place})"
                for place, offer in enumerate(offers)
            ]
            lines += ["if not o: break", "c = o[word() * len(o) >> 16]"]
        if scene.id in self.recurring:
            lines.append(f"if len(road) > {LONGEST_TALK}: break")
        return [*lines, *self._pick(scene, choices, 0)]

    def _pick(self, scene: Scene, choices: Sequence[Choice], first: int) -> list[str]:
        if len(choices) == 1:
            return self._take(scene, choices[0])
        half = len(choices) // 2
        return [
            f"if c < {first + half}:",
            *(f"    {line}" for line in self._pick(scene, choices[:half], first)),
            "else:",
            *(f"    {line}" for line in self._pick(scene, choices[half:], first + half)),
        ]

    def _offer(self, scene: Scene, choice: Choice) -> str:
        asked = []
        if scene.id in self.recurring and not choice.repeat:
            number = self.numbering.choice_numbers[scene.id, choice.id]
            asked.append(f"not k >> {number} & 1")
        if choice.when is not None:
            asked.append(python_of(choice.when, self.numbering.names))
        return " and ".join(asked)

    def _take(self, scene: Scene, choice: Choice) -> list[str]:
        number = self.numbering.choice_numbers[scene.id, choice.id]
        criteria = tuple(self.scenario.rubric.criteria)
        scored = [f"p{criteria.index(name)} += {earned}" for name, earned in choice.points.items()]
        lines = [f"took({number})"]
        if scored and scene.id in self.recurring and choice.repeat:
            lines += [f"if not k >> {number} & 1:", *(f"    {line}" for line in scored)]
        else:
            lines += scored
        lines += effects_of(choice, self.scenario)
        if choice.learn:
            lines.append(f"f |= {self.numbering.fact_bits(choice.learn)}")
        if scene.id in self.recurring:
            lines.append(f"k |= {1 << number}")
        if any(live.turns for live in self.liveness.values()):
            lines.append("t += 1")
        return [*lines, *self._goto(choice.goto)]

    def _goto(self, goto: Sequence[Branch]) -> list[str]:
        numbers = self.numbering.scenes
        if goto[0].weight is not None:
            return self._draw([branch for branch in goto if branch.weight])
        if len(goto) == 1:
            return [f"s = {numbers[goto[0].to]}"]
        whole = str(numbers[goto[-1].to])
        for branch in reversed(goto[:-1]):
            condition = python_of(branch.when, self.numbering.names) if branch.when else "True"
            whole = f"{numbers[branch.to]} if {condition} else {whole}"
        return [f"s = {whole}"]

    def _draw(self, branches: Sequence[Branch]) -> list[str]:
        total = sum(branch.weight or 0 for branch in branches)
        lines = [f"w = word() * {total} >> 16"]
        below = 0
        for place, branch in enumerate(branches):
            below += branch.weight or 0
            head = "if" if place == 0 else "elif"
            last = place == len(branches) - 1 and place > 0
            lines.append("else:" if last else f"{head} w < {below}:")
            lines.append(f"    s = {self.numbering.scenes[branch.to]}")
        return [*lines, "drawn.append(s)"]
