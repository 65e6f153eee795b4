"""Bad and good fragments for SD801 to SD811 and SD817: tables that cannot be bargained over."""

from collections.abc import Mapping
from typing import Final

from salesdojo.authoring.rules.rule import Example

_DELIVERY: Final = """\
        delivery: {options: [1 wk, 2 wk, 4 wk], ours: [0, 600, 1000], theirs: [900, 700, 0]}
"""
_RESERVE: Final = "{ours: 300, theirs: 200}"
_MOOD: Final = "{mood: trust}"


def _table(issues: str = _DELIVERY, reserve: str = _RESERVE, rest: str = "") -> str:
    """Return a scene with a table."""
    behaviour = "" if "behaviour" in rest else f"      behaviour: {_MOOD}\n"
    goto = "" if "goto" in rest else "      goto: {deal: done, walked_away: gone}\n"
    return f"""\
scenes:
  opening:
    customer: What can you offer?
    table:
      rounds: 6
      issues:
{issues}\
      reserve: {reserve}
{behaviour}\
{rest}\
      points: {{claim: value}}
{goto}"""


def _listed(options: str, ours: str, theirs: str) -> str:
    return (
        f"        delivery:\n          options: {options}\n          ours: {ours}\n"
        f"          theirs: {theirs}\n"
    )


def _ranged(step: str, points: int = 1000) -> str:
    return f"""\
        price:
          range: {{from: 90, to: 130, step: {step}, unit: EUR}}
          ours: {{toward: high, points: {points}}}
          theirs: {{toward: low, points: 1000}}
"""


def _asking(ask: str, issue: str, fits: str) -> str:
    return f"""\
      questions: {{why_delivery: Why the hurry?}}
      interests:
        lapse:
          issue: {issue}
          ask: [{ask}]
          text: Our contract lapses on the 3rd.
      reasons: {{migration: {{issue: delivery, fits: [{fits}], text: We move you over.}}}}
"""


_GOOD_NAMES: Final = _table(rest=_asking("why_delivery", "delivery", "lapse"))

TABLES: Final[Mapping[str, Example]] = {
    "SD801": Example(
        bad=_table(_listed("[1 wk, 2 wk, 4 wk]", "[0, 600]", "[900, 700, 0]")),
        good=_table(_listed("[1 wk, 2 wk, 4 wk]", "[0, 600, 1000]", "[900, 700, 0]")),
    ),
    "SD803": Example(
        bad=_table(_DELIVERY + _ranged("10", points=9500)),
        good=_table(_DELIVERY + _ranged("10", points=950)),
    ),
    "SD804": Example(bad=_table(_ranged("15")), good=_table(_ranged("10"))),
    "SD805": Example(
        bad=_table(_listed("[1 wk, 2 wk, 2 wk]", "[0, 600, 1000]", "[900, 700, 0]")),
        good=_table(_listed("[1 wk, 2 wk, 4 wk]", "[0, 600, 1000]", "[900, 700, 0]")),
    ),
    "SD806": Example(
        bad=_table(reserve="{ours: 300, theirs: 1200}"), good=_table(reserve=_RESERVE)
    ),
    "SD807": Example(
        bad=_table(rest=_asking("why_delivry", "delivery", "lapse")), good=_GOOD_NAMES
    ),
    "SD808": Example(
        bad=_table(rest=_asking("why_delivery", "delivry", "lapse")), good=_GOOD_NAMES
    ),
    "SD809": Example(
        bad=_table(rest=_asking("why_delivery", "delivery", "laps")), good=_GOOD_NAMES
    ),
    "SD810": Example(
        bad=_table(rest="      behaviour: {mood: trust, start: 60, end: 80}\n"),
        good=_table(rest="      behaviour: {mood: trust, start: 80, end: 60}\n"),
    ),
    "SD811": Example(
        bad=_table(rest="      goto: {deal: done, walked_away: gone, no_time: opening}\n"),
        good=_table(rest="      goto: {deal: done, walked_away: gone, no_time: gone}\n"),
    ),
    "SD817": Example(
        bad=_table(rest='      lines: {far_off: ["{options} will not do."]}\n'),
        good=_table(rest='      lines: {far_off: ["{option} will not do."]}\n'),
    ),
}
"""By code. SD802, too many options, is told in words instead."""
