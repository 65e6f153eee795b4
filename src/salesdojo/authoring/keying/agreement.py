"""How far experts agree on what each choice is worth, with the scenario and with each other."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from salesdojo.authoring.keying.alpha import ordinal_alpha
from salesdojo.authoring.keying.blind_key import BlindKey, Key, authors_key
from salesdojo.authoring.keying.pass_mark import PassMark, pass_mark
from salesdojo.content.model import Scenario
from salesdojo.content.text import Text

ENOUGH: Final = 3
"""Experts under which nothing is said."""
USUAL: Final = 70
"""Percent of the experts who must key a choice as its points do."""
_WHOLE: Final = 100


class Verdict(StrEnum):
    """What the experts' keys say of a choice."""

    AGREED = "agreed"
    REWRITE = "rewrite"
    """They read it differently: the line is at fault."""
    REKEY = "rekey"
    """They agree with each other, but not with its points: the points are at fault."""
    TOO_FEW = "too_few"
    """Fewer than `ENOUGH` have keyed it."""


@dataclass(frozen=True, slots=True)
class ChoiceAgreement:
    """One choice, and who said what of it."""

    scene: str
    choice: str
    author: Key
    """What its points say."""
    keys: Mapping[str, Key]
    """What each expert says, by name; who left it out is not there."""
    notes: Mapping[str, Text]

    @property
    def agreeing(self) -> int:
        """How many experts key it as its points do."""
        return sum(1 for key in self.keys.values() if key == self.author)

    @property
    def share(self) -> Fraction | None:
        """The share of the experts, 0-1, who key it as its points do; None without experts."""
        return Fraction(self.agreeing, len(self.keys)) if self.keys else None

    @property
    def most(self) -> tuple[Key, ...]:
        """The key most experts gave, the highest first where several are even."""
        counts = self._counts()
        return tuple(key for key in Key if counts[key] and counts[key] == max(counts.values()))

    @property
    def most_share(self) -> Fraction | None:
        """The share of the experts, 0-1, who gave (each of) `most`; None without experts."""
        return Fraction(max(self._counts().values()), len(self.keys)) if self.keys else None

    def verdict(self, percent: int = USUAL) -> Verdict:
        """Return what to do where `percent` of the experts must agree."""
        if len(self.keys) < ENOUGH:
            return Verdict.TOO_FEW
        wanted = percent * len(self.keys)
        if _WHOLE * self.agreeing >= wanted:
            return Verdict.AGREED
        together = _WHOLE * max(self._counts().values()) >= wanted and len(self.most) == 1
        return Verdict.REKEY if together else Verdict.REWRITE

    def said(self) -> Iterator[tuple[Key, tuple[str, ...]]]:
        """Yield each key that was given, the best first, with those who gave it."""
        for key in Key:
            experts = tuple(name for name, given in self.keys.items() if given == key)
            if experts:
                yield key, experts

    def _counts(self) -> Counter[Key]:
        return Counter(self.keys.values())


@dataclass(frozen=True, slots=True)
class Agreement:
    """All that the blind keys of a scenario say."""

    experts: tuple[str, ...]
    """Those who have keyed something that counts."""
    waiting: tuple[str, ...]
    """Those whose file holds no key that counts."""
    choices: tuple[ChoiceAgreement, ...]
    """Every choice, in the file's order."""
    alpha: Fraction | None
    """Krippendorff's alpha (ordinal) of the experts over all choices; None: not defined."""
    pass_mark: PassMark | None
    missing: Mapping[str, tuple[tuple[str, str], ...]]
    """By expert of `experts`: the choices (scene, choice) left out, outdated scenes aside."""
    unjudged: Mapping[str, tuple[str, ...]]
    """By expert who judged a borderline person at all: the decisions left out, likewise."""
    outdated: Mapping[str, tuple[str, ...]]
    """By expert: the scenes whose words have changed since."""

    @property
    def enough(self) -> bool:
        """Whether there are experts enough to say anything."""
        return len(self.experts) >= ENOUGH

    def unsettled(self, percent: int = USUAL) -> tuple[ChoiceAgreement, ...]:
        """Return the choices to rewrite or rekey where `percent` of the experts must agree."""
        to_do = (Verdict.REWRITE, Verdict.REKEY)
        return tuple(one for one in self.choices if one.verdict(percent) in to_do)

    def settled(self, percent: int = USUAL) -> bool:
        """Tell whether enough experts have keyed every choice and agree on each."""
        agreed = (one.verdict(percent) is Verdict.AGREED for one in self.choices)
        return self.enough and all(agreed)


def agreement(scenario: Scenario, keys: Sequence[BlindKey]) -> Agreement:
    """Compare the experts' `keys` with each other and with the points of `scenario`.

    The alpha is of the experts alone: the author, who is not blind, is no judge of it.
    """
    choices = tuple(_choices(scenario, keys))
    judging = tuple(key for key in keys if key.keys)
    decisions = tuple(scene.id for scene in scenario.scenes.values() if scene.choices)
    places = tuple((one.scene, one.choice) for one in choices)
    missing = {
        key.expert: tuple(at for at in places if at not in key.keys and at[0] not in key.outdated)
        for key in judging
    }
    unjudged = {
        key.expert: tuple(
            scene for scene in decisions if scene not in {*key.borderline, *key.outdated}
        )
        for key in keys
        if key.borderline
    }
    return Agreement(
        experts=tuple(key.expert for key in judging),
        waiting=tuple(key.expert for key in keys if not key.keys),
        choices=choices,
        alpha=ordinal_alpha(tuple(one.keys.values()) for one in choices),
        pass_mark=pass_mark(keys),
        missing={expert: left for expert, left in missing.items() if left},
        unjudged={expert: left for expert, left in unjudged.items() if left},
        outdated={key.expert: key.outdated for key in keys if key.outdated},
    )


def _choices(scenario: Scenario, keys: Sequence[BlindKey]) -> Iterator[ChoiceAgreement]:
    for scene in scenario.scenes.values():
        for choice in scene.choices.values():
            at = (scene.id, choice.id)
            yield ChoiceAgreement(
                *at,
                authors_key(choice),
                {key.expert: key.keys[at] for key in keys if at in key.keys},
                {key.expert: key.notes[at] for key in keys if at in key.notes},
            )
