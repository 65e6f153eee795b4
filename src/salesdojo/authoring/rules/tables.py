"""Rules about negotiation tables that can be played but teach little: SD812 to SD816."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.rules.talk import SolvedTalk, Talk
from salesdojo.authoring.table_figures import looked_at, player_gets
from salesdojo.content.document import Path
from salesdojo.content.model import Bargaining
from salesdojo.content.problem import Problem
from salesdojo.practice.table.best_reply import best_reply
from salesdojo.practice.table.earning import could
from salesdojo.practice.table.packages import ours
from salesdojo.practice.table.players import Player, played_out
from salesdojo.practice.table.state import opened
from salesdojo.practice.table_ends import moods_met

FEWEST_POINTS: Final = 5
"""Points of a frontier on which there is something to find."""
LEAST_GAP: Final = 10
"""Points by which the knowing expert does better than the splitter."""
_MOST_NAMED: Final = 5
"""Options that are named in one problem."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table, and where it is written."""

    scene: str
    path: Path
    held: Bargaining
    without_zone: bool
    """Whether the file declares that no deal is good for both sides."""


def deals_that_are_none(talk: Talk) -> Iterator[Problem]:
    """A table at which no deal gives both sides their reserve, without saying so.

    Bad:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                price: {range: {from: 100, to: 120, step: 2}, ours: {toward: high, points: 1000}, theirs: {toward: low, points: 1000}}
              reserve: {ours: 700, theirs: 600}
              behaviour: {mood: trust}
              points: {claim: inquiry, relationship: value}
              goto: {deal: signed, walked_away: parted}

    Good:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                price: {range: {from: 100, to: 120, step: 2}, ours: {toward: high, points: 1000}, theirs: {toward: low, points: 1000}}
              reserve: {ours: 700, theirs: 600}
              zone: none
              behaviour: {mood: trust}
              points: {claim: inquiry, relationship: value}
              goto: {deal: signed, walked_away: parted}
    """
    for table in _tables(talk):
        rational = len(could(table.held.table).front.rational)
        if not rational and not table.without_zone:
            yield talk.key_problem((*table.path, "reserve"), "SD812")
        elif rational and table.without_zone:
            yield talk.key_problem((*table.path, "zone"), "SD812", "declared", count=rational)


def frontiers_of_few_packages(talk: Talk) -> Iterator[Problem]:
    """A table with fewer than five packages that nobody can improve on for both sides.

    Bad:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                delivery: {options: [1 wk, 2 wk, 4 wk], ours: [0, 600, 1000], theirs: [900, 700, 0]}
              reserve: {ours: 100, theirs: 100}
              behaviour: {mood: trust}
              points: {claim: inquiry, relationship: value}
              goto: {deal: signed, walked_away: parted}

    Good:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                delivery: {options: [1 wk, 2 wk, 4 wk], ours: [0, 600, 1000], theirs: [900, 700, 0]}
                support: {options: [phone, mail], ours: [0, 250], theirs: [300, 0]}
              reserve: {ours: 100, theirs: 100}
              behaviour: {mood: trust}
              points: {claim: inquiry, relationship: value}
              goto: {deal: signed, walked_away: parted}
    """
    for table in _tables(talk):
        count = len(could(table.held.table).front.points)
        if count < FEWEST_POINTS:
            at = (*table.path, "issues")
            yield talk.key_problem(at, "SD813", count=count, least=FEWEST_POINTS)


def options_no_good_deal_has(talk: Talk) -> Iterator[Problem]:
    """An option that stands in no package of the frontier: another is always better for both.

    Bad:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                delivery: {options: [1 wk, 2 wk, 4 wk], ours: [0, 600, 500], theirs: [900, 700, 100]}
              reserve: {ours: 100, theirs: 100}
              behaviour: {mood: trust}
              points: {claim: inquiry, relationship: value}
              goto: {deal: signed, walked_away: parted}

    Good:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                delivery: {options: [1 wk, 2 wk, 4 wk], ours: [0, 600, 1000], theirs: [900, 700, 0]}
              reserve: {ours: 100, theirs: 100}
              behaviour: {mood: trust}
              points: {claim: inquiry, relationship: value}
              goto: {deal: signed, walked_away: parted}
    """
    for table in _tables(talk):
        used = could(table.held.table).front.options_used
        for issue, places in zip(table.held.table.issues, used, strict=True):
            unused = [one.id for at, one in enumerate(issue.options) if at not in places]
            if unused:
                more = ", ..." if len(unused) > _MOST_NAMED else ""
                options = ", ".join(unused[:_MOST_NAMED]) + more
                at = (*table.path, "issues", issue.id)
                yield talk.key_problem(at, "SD814", options=options, issue=issue.id)


def tables_that_teach_to_split(solved: SolvedTalk) -> Iterator[Problem]:
    """A table at which someone who knows the customer does hardly better than who splits.

    Bad:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                price: {range: {from: 100, to: 120, step: 2}, ours: {toward: high, points: 1000}, theirs: {toward: low, points: 1000}}
              reserve: {ours: 300, theirs: 300}
              behaviour: {mood: trust}
              points: {efficiency: inquiry}
              goto: {deal: signed, walked_away: parted}

    Good:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                price: {range: {from: 100, to: 120, step: 2}, ours: {toward: high, points: 1000}, theirs: {toward: low, points: 1000}}
              reserve: {ours: 300, theirs: 300}
              behaviour: {mood: trust}
              points: {claim: inquiry}
              goto: {deal: signed, walked_away: parted}
    """
    for table, moods in _bargained(solved):
        wanted = tuple(table.held.points)
        expert, splitter = (
            player_gets(table.held.table, moods, player, wanted).mean
            for player in (Player.EXPERT, Player.SPLITTER)
        )
        if expert - splitter < LEAST_GAP and _pays(table.held, moods):
            yield solved.talk.key_problem(
                (*table.path, "behaviour"),
                "SD815",
                expert=f"{expert:.0f}",
                splitter=f"{splitter:.0f}",
                least=LEAST_GAP,
            )


def customers_that_take_nothing(solved: SolvedTalk) -> Iterator[Problem]:
    """A customer that never takes a deal that is worth the trainee's while.

    Bad:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                price: {range: {from: 100, to: 120, step: 2}, ours: {toward: high, points: 1000}, theirs: {toward: low, points: 1000}}
              reserve: {ours: 300, theirs: 300}
              behaviour: {mood: trust, end: 90}
              points: {claim: inquiry}
              goto: {deal: signed, walked_away: parted}

    Good:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                price: {range: {from: 100, to: 120, step: 2}, ours: {toward: high, points: 1000}, theirs: {toward: low, points: 1000}}
              reserve: {ours: 300, theirs: 300}
              behaviour: {mood: trust, end: 20}
              points: {claim: inquiry}
              goto: {deal: signed, walked_away: parted}
    """
    for table, moods in _bargained(solved):
        if not _pays(table.held, moods):
            reserve = table.held.table.reserve_ours
            yield solved.talk.key_problem((*table.path, "behaviour"), "SD816", reserve=reserve)


def _pays(held: Bargaining, moods: tuple[int, ...]) -> bool:
    """Tell whether in some mood the customer takes a deal that gives us our reserve."""
    least = held.table.reserve_ours
    for mood in moods:
        deal = played_out(held.table, mood, Player.EXPERT).deal
        if deal is not None and ours(held.table, deal) >= least:
            return True
    replies = (best_reply(opened(held.table, mood)) for mood in moods)
    return any(reply is not None and reply.point.ours >= least for reply in replies)


def _tables(talk: Talk) -> Iterator[_Table]:
    for scene in talk.scenario.scenes.values():
        if scene.bargaining is not None:
            path: Path = ("scenes", scene.id, "table")
            written = talk.document.data["scenes"][scene.id]["table"]
            yield _Table(scene.id, path, scene.bargaining, "zone" in written)


def _bargained(solved: SolvedTalk) -> Iterator[tuple[_Table, tuple[int, ...]]]:
    """Yield each table with a zone of agreement that a talk comes to, and in which moods."""
    scenes = solved.explored.scenario.scenes
    for table in _tables(solved.talk):
        moods = looked_at(moods_met(scenes[table.scene]))
        if moods and could(table.held.table).front.rational:
            yield table, moods
