"""A scenario of the small pack with a negotiation table, and one bad example of every SD8xx."""

from typing import Final

from support.bad_files import Bad
from support.packs import changed, place_of

TABLE_TALK: Final = """\
id: talk
title: A table
stage: negotiation
motion: none
level: 2
minutes: 5
rubric: practice
customer: someone
briefing: {situation: A room, goal: A deal}
meters: {trust: 50}
facts: {lapse: Their contract lapses}
start: terms
scenes:
  terms:
    customer: What can you offer?
    table:
      rounds: 6
      issues:
        price:
          label: {ja: 単価, en: Price per seat}
          range: {from: 90, to: 130, step: 2, unit: EUR}
          ours: {toward: high, points: 4000, curve: 1.5}
          theirs: {toward: low, points: 3000}
        delivery:
          options: [1 wk, 2 wk, {ja: 4週間, en: 4 wk}, 8 wk]
          ours: [0, 600, 1100, 1500]
          theirs: [4000, 3000, 1500, 0]
        support:
          options: [none, mail, phone]
          kind: nominal
          ours: [1500, 1200, 0]
          theirs: [0, 900, 2500]
      reserve: {ours: 2500, theirs: 3000}
      alternative: The next lead is in May.
      behaviour: {curve: steady, start: 90, end: 10, mirror: 30, mood: trust, walk_at: never}
      questions:
        why_delivery: Why the hurry?
        why_support: Who will call?
      interests:
        lapse:
          issue: delivery
          ask: [why_delivery]
          trust: 40
          text: Our contract lapses on the 3rd.
          reveals: fact:lapse
        pilot:
          issue: support
          ask: [why_support]
          text: A person of our own would do.
          unlocks: {option: own, label: A person of your own, ours: 900, theirs: 2600}
      reasons:
        migration: {issue: price, fits: [lapse], text: It includes the migration.}
      points: {claim: inquiry, efficiency: value}
      worth: 10
      lines: {far_off: [We are far apart.]}
      goto:
        deal: [{when: trust >= 40, to: signed}, {to: cold}]
        walked_away: parted
  signed: {customer: Good., end: won}
  cold: {customer: Well., end: won}
  parted: {customer: Goodbye., end: declined}
tests:
  exemplar: {play: [as expert], end: won, quality: ">= 95", passed: true}
  hasty: {play: [ask why_delivery, propose price=90 delivery=1_wk support=phone], end: won}
"""
"""The file `approach/talk.yaml` of the small pack, if it stood there."""
_SCENE: Final = TABLE_TALK.partition("scenes:\n")[2].partition("  signed:")[0]
_TABLE_LAST: Final = changed(
    changed(TABLE_TALK, _SCENE, ""),
    "tests:\n",
    changed(_SCENE, "        walked_away: parted\n", "") + "tests:\n",
)
_DELIVERY: Final = TABLE_TALK[
    TABLE_TALK.index("        delivery:") : TABLE_TALK.index("        support:")
]
_SUPPORT: Final = TABLE_TALK[
    TABLE_TALK.index("        support:") : TABLE_TALK.index("      reserve:")
]


def _bad(code: str, old: str, new: str, at: str, form: str = "") -> Bad:
    text = changed(TABLE_TALK, old, new)
    return Bad(code, form, text, *place_of(text, at))


def _many(options: int) -> str:
    numbers = ", ".join(map(str, range(options)))
    return "".join(f"          {key}: [{numbers}]\n" for key in ("options", "ours", "theirs"))


TABLES: Final = (
    # Shape.
    _bad("SD101", "      rounds: 6", "      ronuds: 6\n      rounds: 6", "ronuds", "suggestion"),
    _bad("SD101", "{far_off:", "{far_of:", "far_of:", "suggestion"),
    _bad("SD102", "      rounds: 6\n", "", "table:"),
    _bad("SD102", "range: {from: 90, to: 130, step: 2, unit: EUR}\n", "\n", "price:"),
    _bad("SD103", "{toward: high, points: 4000, curve: 1.5}", "[0, 1]", "[0, 1]", "object"),
    _bad("SD103", "ours: [0, 600, 1100, 1500]", "ours: {toward: high}", "{toward: high}", "array"),
    _bad("SD103", "points: 4000", "points: 1.5", "1.5, c", "integer"),
    _bad("SD103", "[none, mail, phone]", "[none, true, phone]", "true", "option"),
    _bad("SD103", "step: 2", "step: two", "two", "number"),
    _bad("SD104", "curve: steady", "curve: stead", "stead,", "suggestion"),
    _bad("SD105", "rounds: 6", "rounds: 0", "0\n      issues"),
    _bad("SD105", "rounds: 6", "rounds: 21", "21"),
    _bad("SD105", "[0, 600, 1100, 1500]", "[0, -600, 1100, 1500]", "-600"),
    _bad("SD105", "points: 4000", "points: 10001", "10001"),
    _bad("SD105", "ours: 2500", "ours: 99999", "99999"),
    _bad("SD105", "worth: 10", "worth: 101", "101"),
    _bad("SD105", "curve: 1.5", "curve: 0", "0}\n          theirs: {toward: low"),
    _bad("SD107", "migration: {issue", "Migration: {issue", "Migration:"),
    _bad("SD108", "[why_support]", "[]", "ask: []", "few"),
    _bad(
        "SD109",
        "    customer: What can you offer?\n",
        "    customer: Well?\n    goto: cold\n",
        "table:",
        "two",
    ),
    _bad("SD109", "    customer: What", "    end: won\n    customer: What", "end: won", "two"),
    _bad(
        "SD109",
        "    customer: What",
        "    choices: {wait: {say: Well, why: Why not, goto: cold}}\n    customer: What",
        "table:",
        "two",
    ),
    _bad(
        "SD110",
        "range: {from: 90",
        "kind: nominal\n          range: {from: 90",
        "kind: nominal\n          range",
        "range",
    ),
    _bad("SD112", "[why_support]", "[why_support, why_support]", "why_support]"),
    _bad("SD113", "fact:lapse", "lapses", "lapses\n", "reveals"),
    _bad("SD107", "[as expert]", "[As expert]", "As expert", "step"),
    _bad("SD113", "walk_at: never", "walk_at: ever", "ever}", "walk_at"),
    _bad("SD017", "[0, 600, 1100, 1500]", "[0, .nan, 1100, 1500]", ".nan"),
    _bad("SD017", "curve: 1.5", "curve: .inf", ".inf"),
    # References of every kind.
    _bad("SD201", "{to: cold}", "{to: clod}", "clod", "suggestion"),
    _bad("SD201", "walked_away: parted", "walked_away: zzz", "zzz"),
    _bad("SD202", "claim: inquiry", "claim: inqiury", "inqiury", "suggestion"),
    _bad("SD203", "fact:lapse", "fact:lapsed", "fact:lapsed", "suggestion"),
    _bad("SD204", "mood: trust", "mood: zzz", "zzz"),
    Bad("SD212", "table", _TABLE_LAST, *place_of(_TABLE_LAST, "goto:\n        deal")),
    _bad("SD213", ", {to: cold}]", "]", "when: trust"),
    _bad("SD221", "trust >= 40", "trsut >= 40", "trsut", "suggestion"),
    # Of tables alone.
    _bad("SD801", "ours: [0, 600, 1100, 1500]", "ours: [0, 600, 1100]", "[0, 600, 1100]\n"),
    _bad("SD801", "theirs: [0, 900, 2500]", "theirs: [0, 900, 2500, 9]", "[0, 900, 2500, 9]"),
    _bad("SD802", _SUPPORT, "        support:\n" + _many(200), "support:"),
    _bad(
        "SD802",
        _DELIVERY + _SUPPORT,
        "        delivery:\n" + _many(140) + "        support:\n" + _many(140),
        "issues:",
        "all",
    ),
    _bad(
        "SD803",
        "points: 4000",
        "points: 7200",
        "issues:",
    ),
    _bad("SD804", "from: 90, to: 130", "from: 90, to: 90.0", "90.0", "empty"),
    _bad("SD804", "step: 2", "step: 0", "0, unit", "endless"),
    _bad("SD804", "step: 2", "step: 0.1", "0.1", "many"),
    _bad("SD804", "step: 2", "step: 3", "3, unit", "step"),
    _bad("SD804", "step: 2", "step: 2.0000001", "2.0000001", "decimals"),
    _bad("SD805", "[none, mail, phone]", "[none, mail, mail]", "mail]"),
    _bad("SD805", "{ja: 4週間, en: 4 wk}", "{ja: 4週間, en: 2 wk}", "{ja: 4"),
    _bad("SD805", "{option: own", "{option: phone", "phone, label"),
    _bad("SD806", "theirs: 3000}\n      alt", "theirs: 9601}\n      alt", "9601"),
    _bad(
        "SD806",
        "theirs: 3000}\n      alternative",
        "theirs: 9600}\n      alternative",
        "9600",
        "locked",
    ),
    _bad("SD807", "[why_delivery]", "[why_delivry]", "why_delivry", "suggestion"),
    _bad("SD807", "[why_support]", "[zzz]", "zzz"),
    _bad("SD808", "issue: delivery", "issue: delvery", "delvery", "suggestion"),
    _bad("SD808", "{issue: price", "{issue: zzz", "zzz"),
    _bad("SD809", "fits: [lapse]", "fits: [laps]", "laps]", "suggestion"),
    _bad("SD809", "fits: [lapse]", "fits: [zzz]", "zzz"),
    _bad("SD810", "end: 10", "end: 91", "91"),
    _bad("SD817", "[We are far apart.]", "['No {options}.']", "{options}", "suggestion"),
    _bad("SD817", "[We are far apart.]", "[{ja: x, en: 'No {zzz}.'}]", "{zzz}"),
    _bad("SD811", "{customer: Well., end: won}", "{customer: Well., goto: terms}", "table:"),
)
"""Of the scenario `TABLE_TALK`."""
