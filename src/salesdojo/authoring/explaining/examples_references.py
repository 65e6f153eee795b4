"""Bad and good fragments for SD2xx: names that lead nowhere."""

from collections.abc import Mapping
from typing import Final

from salesdojo.authoring.rules.rule import Example


def _choice(line: str) -> str:
    """Return a scene with one choice, of which `line` is a part."""
    return f"""\
scenes:
  opening:
    customer: Well?
    choices:
      ask:
        say: What is behind that?
        why: Reasons come before the price.
        {line}
        goto: done
"""


def _ways(ways: str) -> str:
    """Return a scene that moves on by the list `ways`."""
    return f"scenes:\n  opening:\n    customer: Well?\n    goto: {ways}\n"


def _timeout(silence: str) -> str:
    """Return a scene with little time, and the choice that `silence` takes."""
    return f"""\
scenes:
  opening:
    customer: Well?
    seconds: 20
    timeout: {silence}
    choices:
      ask: {{say: What is behind that?, why: Reasons come first., when: trust > 20, goto: done}}
      wait: {{say: "...", why: Silence decides too., goto: gone}}
"""


def _rubric(first: int, second: int) -> str:
    return f"""\
# rubrics/practice.yaml
criteria:
  inquiry:
    name: Inquiry
    weight: {first}
    levels: [asks nothing, asks, asks why, asks what follows]
  value:
    name: Value
    weight: {second}
    levels: [tells features, names a use, ties it to a need, ties it to money]
"""


def _courses(basics: str, advanced: str) -> str:
    return f"""\
# pack.yaml
courses:
  basics:
    name: Basics
    role: sales_representative
    scenarios: [talk]{basics}
  advanced:
    name: Advanced
    role: sales_representative
    scenarios: [talk]{advanced}
"""


REFERENCES: Final[Mapping[str, Example]] = {
    "SD201": Example(bad="start: openning\n", good="start: opening\n"),
    "SD202": Example(bad=_choice("points: {inqiury: 3}"), good=_choice("points: {inquiry: 3}")),
    "SD203": Example(bad=_choice("learn: [cahs]"), good=_choice("learn: [cash]")),
    "SD204": Example(bad=_choice("effect: {trsut: 10}"), good=_choice("effect: {trust: 10}")),
    "SD205": Example(
        bad=_choice("breach: hidden_identity"), good=_choice("breach: false_identity")
    ),
    "SD206": Example(bad="customer: somebody\n", good="customer: someone\n"),
    "SD207": Example(bad="terms: [名刺交換]\n", good="terms: [商談]\n"),
    "SD208": Example(bad="rubric: practise\n", good="rubric: practice\n"),
    "SD209": Example(bad=_timeout("say_nothing"), good=_timeout("wait")),
    "SD210": Example(bad=_timeout("ask"), good=_timeout("wait")),
    "SD211": Example(
        bad="# approach/talk.yaml\nid: first_talk\n", good="# approach/talk.yaml\nid: talk\n"
    ),
    "SD212": Example(
        bad="""\
scenes:
  afterwards:
    customer: One more thing.
    choices:
      wave: {say: Goodbye!, why: A friendly end.}
""",
        good="""\
scenes:
  afterwards:
    customer: One more thing.
    choices:
      wave: {say: Goodbye!, why: A friendly end., goto: gone}
""",
    ),
    "SD213": Example(
        bad=_ways("[{when: trust > 60, to: done}, {when: trust < 30, to: gone}]"),
        good=_ways("[{when: trust > 60, to: done}, {to: gone}]"),
    ),
    "SD214": Example(
        bad=_ways("[{weight: 1, when: trust > 60, to: done}, {weight: 2, to: gone}]"),
        good=_ways("[{weight: 1, to: done}, {weight: 2, to: gone}]"),
    ),
    "SD215": Example(
        bad=_ways("[{weight: 0, to: done}, {weight: 0, to: gone}]"),
        good=_ways("[{weight: 1, to: done}, {weight: 3, to: gone}]"),
    ),
    "SD216": Example(
        bad="""\
scenes:
  hold_music:
    customer: Please hold.
    goto: reception
  reception:
    customer: Reception.
    goto: hold_music
""",
        good="""\
scenes:
  hold_music:
    customer: Please hold.
    goto: reception
  reception:
    customer: Reception.
    goto: opening
""",
    ),
    "SD217": Example(bad=_rubric(60, 30), good=_rubric(60, 40)),
    "SD218": Example(
        bad="# rubrics/practice.yaml\ncuts: [40, 85, 65]\n",
        good="# rubrics/practice.yaml\ncuts: [40, 65, 85]\n",
    ),
    "SD220": Example(
        bad="# pack.yaml\ncourses:\n  basics:\n    name: Basics\n"
        "    role: sales_representative\n    scenarios: [talks]\n",
        good="# pack.yaml\ncourses:\n  basics:\n    name: Basics\n"
        "    role: sales_representative\n    scenarios: [talk]\n",
    ),
    "SD221": Example(
        bad=_ways("[{when: turst > 60, to: done}, {to: gone}]"),
        good=_ways("[{when: trust > 60, to: done}, {to: gone}]"),
    ),
    "SD222": Example(
        bad="meters: {trust: 40, cash: 50}\nfacts:\n  cash: Cash is short this year\n",
        good="meters: {trust: 40}\nfacts:\n  cash: Cash is short this year\n",
    ),
    "SD224": Example(
        bad=_courses("", "\n    after: [basic]"), good=_courses("", "\n    after: [basics]")
    ),
    "SD225": Example(
        bad=_courses("\n    after: [advanced]", "\n    after: [basics]"),
        good=_courses("", "\n    after: [basics]"),
    ),
    "SD226": Example(
        bad=_ways("[{to: gone}, {when: trust > 60, to: done}, {to: gone}]"),
        good=_ways("[{when: trust > 60, to: done}, {to: gone}]"),
    ),
}
"""By code. SD219 is told in words instead."""
