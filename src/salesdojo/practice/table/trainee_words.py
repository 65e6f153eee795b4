"""What the trainee says for a move: what is new in an offer, and that the rest stands."""

from collections.abc import Mapping
from typing import Final

from salesdojo.content.model import Bargaining
from salesdojo.content.table import Table
from salesdojo.content.text import Text
from salesdojo.i18n import catalogue, message
from salesdojo.practice.table.moves import (
    Accept,
    Ask,
    GiveReason,
    IfThen,
    Move,
    Offer,
    Propose,
    Several,
    WalkAway,
)
from salesdojo.practice.table.naming import called, joined, languages, terms
from salesdojo.practice.table.packages import Package
from salesdojo.practice.table.replies import LETTERS, changes
from salesdojo.practice.table.state import TableState

_TWO: Final = 2


def trainee_says(bargaining: Bargaining, before: TableState, move: Move) -> Text:
    """Return a move, made as things stand `before` it, in the words of the trainee."""
    return Text.of(
        {
            language: joined(_Speaker(bargaining.table, before, language).says(move), language)
            for language in languages(bargaining.table)
        }
    )


class _Speaker:
    """The trainee, in one language."""

    def __init__(self, table: Table, before: TableState, language: str) -> None:
        self.table = table
        self.language = language
        self.turn = before.turn
        self.standing = before.standing
        self.last = before.nearest

    def says(self, move: Move) -> list[str]:
        match move:
            case Ask(question):
                return [self._text({one.id: one.say for one in self.table.questions}, question)]
            case GiveReason(reason):
                return [self._reason(reason)]
            case Accept():
                return [self._in_turn("accept", terms=self._terms(_whole(self.standing or ())))]
            case WalkAway():
                return [self._in_turn("walk_away")]
        why = [] if move.reason is None else [self._reason(move.reason)]
        return why + self._offer(move)

    def _offer(self, move: Offer) -> list[str]:
        match move:
            case Propose(package):
                return self._proposes(package)
            case Several(packages):
                return self._lays_out(packages)
            case IfThen():
                return self._offers_if(move)

    def _proposes(self, package: Package) -> list[str]:
        if self.last is None:
            return [self._in_turn("first", terms=self._terms(_whole(package)))]
        changed = changes(self.last, package)
        if not changed:
            return [self._in_turn("same")]
        steps = [
            self._ours(issue, place) - self._ours(issue, self.last[issue])
            for issue, place in changed.items()
        ]
        way = "yielding" if max(steps) <= 0 else "harder" if min(steps) >= 0 else "changed"
        return [self._in_turn(way, terms=self._terms(changed)), *self._rest(len(changed))]

    def _lays_out(self, packages: tuple[Package, ...]) -> list[str]:
        two = len(packages) == _TWO
        first, *others = packages
        apart = {issue for other in others for issue in changes(first, other)}
        alike = {issue: place for issue, place in _whole(first).items() if issue not in apart}
        new = alike if self.last is None else _both(alike, changes(self.last, first))
        said = [self._in_turn("two_packages" if two else "three_packages")]
        for letter, package in zip(LETTERS, packages, strict=False):
            differing = {issue: package[issue] for issue in sorted(apart)}
            said.append(self._message("package", letter=letter, terms=self._terms(differing)))
        if new:
            said.append(self._message("in_both" if two else "in_all", terms=self._terms(new)))
        said += self._rest(len(apart) + len(new))
        return [*said, self._in_turn("which_of_two" if two else "which_of_three")]

    def _offers_if(self, move: IfThen) -> list[str]:
        traded = (move.give, move.want)
        names = {
            f"{role}{part}": word
            for role, issue in zip(("give", "want"), traded, strict=True)
            for part, word in self._settled(issue, move.package[issue]).items()
        }
        said = [self._in_turn("if_then", **names)]
        changed = changes(self.last or move.package, move.package)
        along = {issue: place for issue, place in changed.items() if issue not in traded}
        if along:
            said.append(self._message("along", terms=self._terms(along)))
        return said + self._rest(len(traded) + len(along))

    def _settled(self, issue: int, place: int) -> Mapping[str, str]:
        found = self.table.issues[issue]
        option = found.options[place]
        return {"": called(found, self.language), "_option": called(option, self.language)}

    def _rest(self, named: int) -> list[str]:
        return [self._in_turn("rest")] if named < len(self.table.issues) else []

    def _terms(self, chosen: Mapping[int, int]) -> str:
        return terms(self.table, chosen, self.language)

    def _ours(self, issue: int, place: int) -> int:
        return self.table.issues[issue].options[place].ours

    def _reason(self, reason: str) -> str:
        return self._text({one.id: one.text for one in self.table.reasons}, reason)

    def _text(self, texts: Mapping[str, Text], called: str) -> str:
        return texts[called].spoken(self.language) or called

    def _in_turn(self, way: str, **names: str) -> str:
        ways = [key for key in catalogue(self.language, "table_says") if key.startswith(f"{way}_")]
        return self._message(ways[self.turn % len(ways)], **names)

    def _message(self, way: str, **names: str) -> str:
        said = message(f"table_says.{way}", self.language, **names)
        return said[:1].upper() + said[1:]


def _whole(package: Package) -> dict[int, int]:
    return dict(enumerate(package))


def _both(some: Mapping[int, int], others: Mapping[int, int]) -> dict[int, int]:
    return {issue: place for issue, place in some.items() if issue in others}
