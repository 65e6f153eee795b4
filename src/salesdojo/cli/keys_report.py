"""What `salesdojo keys` shows: a table by scene and choice, what to rewrite, the pass mark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import floor
from typing import Any, Final

from salesdojo.authoring.keying.agreement import (
    ENOUGH,
    Agreement,
    ChoiceAgreement,
    Verdict,
)
from salesdojo.authoring.keying.blind_key import Key
from salesdojo.authoring.keying.pass_mark import PassMark
from salesdojo.cli.printing import number, table
from salesdojo.content.document import Document
from salesdojo.content.model import Scenario
from salesdojo.content.width import display_width
from salesdojo.i18n import message

_RELIABLE: Final = Fraction(800, 1000)
_TENTATIVE: Final = Fraction(667, 1000)
"""Krippendorff's customary limits for alpha ("Content Analysis", on reliability)."""
_COLUMNS: Final = ("choice", "author", "share", "most", "most_share")
_ID_COLUMNS: Final = 24
_TEXT_COLUMNS: Final = 72


@dataclass(frozen=True, slots=True)
class Report:
    """The agreement on one scenario, ready to be told."""

    scenario: Scenario
    document: Document
    agreed: Agreement
    percent: int
    """1-100: how many of the experts must key a choice as its points do."""

    def lines(self, language: str) -> Iterator[str]:
        """Yield what is printed for people."""
        if not self.agreed.experts:
            if not self.agreed.waiting:
                yield message("keys.none", language, scenario=self.scenario.id)
            yield from self._left_out(language)
            return
        yield self._head(language)
        yield ""
        yield from self._table(language)
        yield ""
        if not self.agreed.enough:
            count = len(self.agreed.experts)
            yield message("keys.too_few", language, needed=ENOUGH, count=count)
        else:
            yield from self._unsettled(language)
            few = sum(len(one.keys) < ENOUGH for one in self.agreed.choices)
            if few:
                yield message("keys.few", language, needed=ENOUGH, count=few)
            yield from _alpha(self.agreed.alpha, language)
        yield from self._pass_mark(language)
        yield from self._left_out(language)

    def as_json(self) -> dict[str, object]:
        """Return it for programs; shares are percent, alpha has four places."""
        agreed = self.agreed
        return {
            "scenario": self.scenario.id,
            "experts": list(agreed.experts),
            "waiting": list(agreed.waiting),
            "enough": agreed.enough,
            "required": self.percent,
            "settled": agreed.settled(self.percent),
            "alpha": None if agreed.alpha is None else number(round(float(agreed.alpha), 4)),
            "choices": [self._choice_json(one) for one in agreed.choices],
            "pass_mark": _mark_json(agreed.pass_mark),
            "missing": {
                name: [".".join(at) for at in left] for name, left in agreed.missing.items()
            },
            "unjudged": {name: list(left) for name, left in agreed.unjudged.items()},
            "outdated": {name: list(left) for name, left in agreed.outdated.items()},
        }

    def _choice_json(self, one: ChoiceAgreement) -> dict[str, Any]:
        return {
            "scene": one.scene,
            "choice": one.choice,
            "line": self._line(one),
            "author": int(one.author),
            "keys": {expert: int(key) for expert, key in one.keys.items()},
            "agreement": _percent_json(one.share),
            "most": [int(key) for key in one.most],
            "most_agreement": _percent_json(one.most_share),
            "verdict": one.verdict(self.percent).value,
        }

    def _head(self, language: str) -> str:
        return message(
            "keys.head",
            language,
            title=self.scenario.title.spoken(language),
            scenario=self.scenario.id,
            count=len(self.agreed.experts),
            experts=", ".join(self.agreed.experts),
        )

    def _table(self, language: str) -> Iterator[str]:
        titles = tuple(message(f"keys.column_{name}", language) for name in _COLUMNS)
        rows: list[tuple[str, ...]] = [(f"  {titles[0]}", *titles[1:], "")]
        scenes: list[tuple[str, int]] = []
        for scene, group in groupby(self.agreed.choices, key=lambda one: one.scene):
            scenes.append((scene, len(rows)))
            rows.extend(self._row(one, language) for one in group)
        # One table, so that the columns of all scenes are as wide; the scenes stand between.
        heads = {at: scene for scene, at in scenes}
        for at, line in enumerate(table(rows).split("\n")):
            if at in heads:
                yield heads[at]
            yield line

    def _row(self, one: ChoiceAgreement, language: str) -> tuple[str, ...]:
        verdict = one.verdict(self.percent)
        alone = verdict is Verdict.TOO_FEW and not self.agreed.enough
        return (
            f"  {_cut(one.choice, _ID_COLUMNS)}",
            _key(one.author, language),
            _percent(one.share),
            " / ".join(str(int(key)) for key in one.most)
            if len(one.most) > 1
            else "".join(_key(key, language) for key in one.most) or "-",
            _percent(one.most_share),
            "" if alone else message(f"keys.verdict_{verdict}", language),
        )

    def _unsettled(self, language: str) -> Iterator[str]:
        unsettled = self.agreed.unsettled(self.percent)
        if not unsettled:
            yield message("keys.unsettled_none", language, percent=self.percent)
            return
        yield message("keys.unsettled", language, percent=self.percent)
        for one in unsettled:
            yield from self._one_unsettled(one, language)
        yield ""

    def _one_unsettled(self, one: ChoiceAgreement, language: str) -> Iterator[str]:
        verdict = one.verdict(self.percent)
        at: dict[str, str | int] = {
            "choice": one.choice,
            "scene": one.scene,
            "line": self._line(one),
        }
        yield "  " + message(f"keys.{verdict}", language, **at)
        say = self.scenario.scenes[one.scene].words(one.choice).spoken(language)
        yield f"    {_cut(say, _TEXT_COLUMNS)}"
        for key, experts in one.said():
            form = "said_author" if key == one.author else "said"
            said = message(
                f"keys.{form}", language, key=_key(key, language), experts=", ".join(experts)
            )
            yield f"    {said}"
        for expert, note in one.notes.items():
            text = _cut(note.spoken(language), _TEXT_COLUMNS - len(expert) - 2)
            yield "      " + message("keys.note", language, expert=expert, text=text)

    def _pass_mark(self, language: str) -> Iterator[str]:
        mark = self.agreed.pass_mark
        if mark is None:
            return
        alone = mark.standard_error is None
        yield message(
            "keys.pass_mark_alone" if alone else "keys.pass_mark",
            language,
            mark=f"{mark.percent:.1f}",
            error="" if alone else f"{mark.standard_error:.1f}",
            rubric=self.scenario.rubric.pass_mark,
        )

    def _left_out(self, language: str) -> Iterator[str]:
        for expert in self.agreed.waiting:
            if expert in self.agreed.outdated:
                continue
            yield message("keys.waiting", language, expert=expert)
        missing: Mapping[str, tuple[str, ...]] = {
            expert: tuple(".".join(at) for at in left)
            for expert, left in self.agreed.missing.items()
        }
        for key, left in (
            ("missing", missing),
            ("unjudged", self.agreed.unjudged),
            ("outdated", self.agreed.outdated),
        ):
            for expert, places in left.items():
                yield message(f"keys.{key}", language, expert=expert, places=", ".join(places))

    def _line(self, one: ChoiceAgreement) -> int:
        return self.document.marks.key(("scenes", one.scene, "choices", one.choice)).line


def _key(key: Key, language: str) -> str:
    return message(f"keys.key_{int(key)}", language)


def _alpha(alpha: Fraction | None, language: str) -> Iterator[str]:
    if alpha is None:
        yield message("keys.alpha_none", language)
        return
    weak = "tentative" if alpha >= _TENTATIVE else "weak"
    yield message("keys.alpha", language, alpha=f"{float(alpha):.3f}")
    yield "  " + message(f"keys.alpha_{'reliable' if alpha >= _RELIABLE else weak}", language)


def _percent(share: Fraction | None) -> str:
    # Rounded down: 69.6% is under 70%.
    return "-" if share is None else f"{floor(100 * share)}%"


def _percent_json(share: Fraction | None) -> int | float | None:
    return None if share is None else number(round(float(100 * share), 1))


def _mark_json(mark: PassMark | None) -> dict[str, Any] | None:
    if mark is None:
        return None
    error = mark.standard_error
    return {
        "percent": number(round(mark.percent, 1)),
        "standard_error": None if error is None else number(round(error, 1)),
        "experts": {name: number(round(mean, 1)) for name, mean in mark.by_expert.items()},
    }


def _cut(text: str, columns: int) -> str:
    """Cut `text`, its line feeds taken for spaces, to what fits in so many columns."""
    whole = " ".join(text.split())
    line = whole[:columns]
    if line == whole and display_width(line) <= columns:
        return line
    while display_width(line) > columns - 3:
        line = line[:-1]
    return f"{line}..."
