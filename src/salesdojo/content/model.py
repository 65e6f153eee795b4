"""What a trainer wrote, as immutable values: docs/trainers/format.md in types.

Everything here has been checked: names refer to what exists, integers are in
range, and following `goto` without choosing always comes to a choice or an end.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from salesdojo.content.catalogue import Motion, Stage
from salesdojo.content.condition import Expression
from salesdojo.content.move_words import asked_in
from salesdojo.content.table import Ending, Measure, Table
from salesdojo.content.table_lines import Lines
from salesdojo.content.text import Text


class Outcome(StrEnum):
    """How a talk ends. It feeds the close rate, never the quality."""

    WON = "won"
    ADVANCED = "advanced"
    DECLINED = "declined"
    """A good "no-go": a deal rightly not pursued."""
    STALLED = "stalled"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing a rubric judges."""

    id: str
    name: Text
    weight: int
    """1-100; a rubric's weights total 100."""
    levels: tuple[Text, Text, Text, Text]
    """What level 1, 2, 3 and 4 look like."""
    minimum: int | None
    """The level (1-4) under which an attempt fails, where there is one."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """What is judged, how heavily, and what fails an attempt outright."""

    id: str
    name: Text
    pass_mark: int
    """0-100; the quality from which an attempt passes."""
    cuts: tuple[int, int, int]
    """The shares (percent of the most that can be earned) where level 2, 3 and 4 begin."""
    criteria: Mapping[str, Criterion]
    breaches: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Customer:
    """Whom the trainee meets. Never the hidden facts."""

    id: str
    name: Text
    company: Text
    role: Text
    manner: Text
    """How they speak."""
    cares: tuple[Text, ...]
    """What they care about."""


@dataclass(frozen=True, slots=True)
class Meter:
    """A figure of the talk that choices move, such as trust."""

    id: str
    name: Text
    start: int
    """0-100."""
    hidden: bool
    """Whether the trainer hides its gauge."""


@dataclass(frozen=True, slots=True)
class Line:
    """One way a customer opens a scene."""

    say: Text
    when: Expression | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a choice does to a meter; the result is clamped to 0-100."""

    meter: str
    amount: int
    sets: bool
    """True: the meter becomes `amount`. False: `amount` is added."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One way out of a scene or choice."""

    to: str
    when: Expression | None = None
    weight: int | None = None
    """Set on every branch of a draw and on no other."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line the trainee may say."""

    id: str
    say: Text
    why: Text
    """The coach's reason."""
    reply: Text | None
    """The customer's immediate reaction."""
    when: Expression | None
    points: Mapping[str, int]
    """Points by criterion."""
    effects: tuple[Effect, ...]
    learn: tuple[str, ...]
    """Facts it uncovers."""
    breach: str | None
    repeat: bool
    """Offered again after it was taken, without points."""
    goto: tuple[Branch, ...]
    """Never empty: left out in the file, it is the next scene."""


@dataclass(frozen=True, slots=True)
class Bargaining:
    """A negotiation table in a talk: what it hangs on, and what it leads to."""

    table: Table
    mood: str
    """The meter that the customer's mood starts from and is given back to."""
    points: Mapping[Measure, str]
    """The criterion that each measure gives points for; those left out give none."""
    worth: int
    """The points (1-100) that a measure of 100 gives."""
    lines: Lines
    """The customer's words by situation: those of the scenario, else those that come along."""
    goto: Mapping[Ending, tuple[Branch, ...]]
    """Where each ending leads; never empty."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A moment of the talk: the customer speaks, then exactly one thing follows."""

    id: str
    customer: tuple[Line, ...]
    speaker: Text | None
    """Who speaks here, where it is not the customer of the scenario."""
    note: Text | None
    """The stage direction."""
    hint: Text | None
    choices: Mapping[str, Choice]
    """Empty unless the trainee speaks here."""
    goto: tuple[Branch, ...]
    """Empty unless the talk moves on by itself."""
    end: Outcome | None
    satisfaction: Expression | None
    """What the customer felt, 0-100 after clamping; only at an end."""
    seconds: int | None
    """How long the trainee has, where time is limited."""
    timeout: str | None
    """The choice that silence takes."""
    fixed_order: bool
    """Choices are shown in the file's order instead of shuffled."""
    bargaining: Bargaining | None = None
    """Set where a negotiation table follows."""

    @property
    def ways(self) -> tuple[tuple[Branch, ...], ...]:
        """Every way out: of each choice, of each ending of a table, or by itself."""
        if self.bargaining is not None:
            return tuple(self.bargaining.goto.values())
        if self.choices:
            return tuple(choice.goto for choice in self.choices.values())
        return (self.goto,) if self.goto else ()

    def words(self, line: str) -> Text:
        """Return what is said with a choice, or with a question asked at the table.

        Of any other move, which only the talk knows in words, it is the move itself.
        """
        if line in self.choices and self.bargaining is None:
            return self.choices[line].say
        questions = self.bargaining.table.questions if self.bargaining else ()
        asked = asked_in(line)
        return next((one.say for one in questions if one.id == asked), Text.of(line))


@dataclass(frozen=True, slots=True)
class Briefing:
    """The card read before play."""

    situation: Text
    goal: Text
    known: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class GoldenPath:
    """A road the trainer promises: run by ``salesdojo check``."""

    id: str
    play: tuple[str, ...]
    end: Outcome | None
    quality: str | None
    """A comparison such as ``>= 95``."""
    passed: bool | None


@dataclass(frozen=True, slots=True)
class Scenario:
    """One role-play, with the rubric and the customer it names."""

    id: str
    title: Text
    stage: Stage
    motion: Motion
    level: int
    """1 (first week) to 5."""
    minutes: int
    rubric: Rubric
    customer: Customer
    terms: tuple[str, ...]
    briefing: Briefing
    meters: Mapping[str, Meter]
    facts: Mapping[str, Text]
    learned: tuple[str, ...]
    """Facts known before the talk begins."""
    start: str
    scenes: Mapping[str, Scene]
    variant_of: str | None
    golden_paths: tuple[GoldenPath, ...]
    revision: str
    """sha-256 (hex) of `canonical`."""
    canonical: bytes = field(repr=False)
    """Scenario, rubric and customer as JSON: what is stored with an attempt and replayed."""

    @property
    def known(self) -> tuple[Text, ...]:
        """What the trainee is told before the talk: of the briefing, then facts learned before."""
        return (*self.briefing.known, *(self.facts[fact] for fact in self.learned))

    @property
    def judged(self) -> tuple[Criterion, ...]:
        """The criteria of the rubric that something gives points for, in its order."""
        pointed = {
            criterion
            for scene in self.scenes.values()
            for choice in scene.choices.values()
            for criterion in choice.points
        }
        for scene in self.scenes.values():
            if scene.bargaining is not None:
                pointed.update(scene.bargaining.points.values())
        return tuple(one for one in self.rubric.criteria.values() if one.id in pointed)

    @property
    def bargains(self) -> bool:
        """Whether it has a negotiation table."""
        return any(scene.bargaining for scene in self.scenes.values())

    @property
    def decides_once(self) -> bool:
        """Whether one scene alone asks for a line, as in a drill: too little to prove a level."""
        asked = sum(bool(scene.choices) for scene in self.scenes.values())
        return asked == 1 and not self.bargains


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another word for a term, and how it differs."""

    name: Text
    difference: Text


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    id: str
    """The Japanese headword."""
    reading: str
    name: Text
    meaning: Text
    example: Text
    synonyms: tuple[Synonym, ...]
    note: Text | None
