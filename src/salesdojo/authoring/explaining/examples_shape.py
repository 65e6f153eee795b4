"""Bad and good fragments for SD1xx: the wrong shape."""

from collections.abc import Mapping
from typing import Final

from salesdojo.authoring.rules.rule import Example

SHAPE: Final[Mapping[str, Example]] = {
    "SD101": Example(
        bad="""\
scenes:
  gone:
    customer: Goodbye.
    hnit: What did she ask for?
    end: lost
""",
        good="""\
scenes:
  gone:
    customer: Goodbye.
    hint: What did she ask for?
    end: lost
""",
    ),
    "SD102": Example(
        bad="""\
scenes:
  opening:
    customer: Well?
    choices:
      ask:
        say: What is behind that?
        goto: done
""",
        good="""\
scenes:
  opening:
    customer: Well?
    choices:
      ask:
        say: What is behind that?
        why: Reasons come before the price.
        goto: done
""",
    ),
    "SD103": Example(
        bad="briefing:\n  situation: 2026\n  goal:\n",
        good='briefing:\n  situation: "2026"\n  goal: A second meeting\n',
    ),
    "SD104": Example(
        bad="stage: aproach\n",
        good="stage: approach\n",
    ),
    "SD105": Example(
        bad="level: 6\n",
        good="level: 5\n",
    ),
    "SD106": Example(
        bad='title: ""\n',
        good="title: The first call\n",
    ),
    "SD107": Example(
        bad="facts:\n  cash: Cash is short\n  Late deliveries: Deliveries are late\n",
        good="facts:\n  cash: Cash is short\n  late_deliveries: Deliveries are late\n",
    ),
    "SD108": Example(
        bad="""\
scenes:
  opening:
    customer: Well?
    choices: {}
""",
        good="""\
scenes:
  opening:
    customer: Well?
    choices:
      ask: {say: What is behind that?, why: Reasons come first., goto: done}
""",
    ),
    "SD109": Example(
        bad="""\
scenes:
  gone:
    customer: Goodbye.
    goto: done
    end: lost
""",
        good="""\
scenes:
  gone:
    customer: Goodbye.
    end: lost
""",
    ),
    "SD110": Example(
        bad="""\
scenes:
  opening:
    customer: Well?
    timeout: say_nothing
    choices:
      say_nothing: {say: "...", why: Silence decides too., goto: gone}
      ask: {say: What is behind that?, why: Reasons come first., goto: done}
""",
        good="""\
scenes:
  opening:
    customer: Well?
    seconds: 20
    timeout: say_nothing
    choices:
      say_nothing: {say: "...", why: Silence decides too., goto: gone}
      ask: {say: What is behind that?, why: Reasons come first., goto: done}
""",
    ),
    "SD111": Example(
        bad="""\
scenes:
  opening:
    customer:
      - {when: 30 <= trust < 60, say: I am listening.}
      - {say: Well?}
    goto: done
""",
        good="""\
scenes:
  opening:
    customer:
      - {when: 30 <= trust and trust < 60, say: I am listening.}
      - {say: Well?}
    goto: done
""",
    ),
    "SD112": Example(
        bad="terms: [商談, 商談]\n",
        good="terms: [商談]\n",
    ),
    "SD113": Example(
        bad="""\
tests:
  exemplar: {play: [ask], end: won, quality: about 95}
""",
        good="""\
tests:
  exemplar: {play: [ask], end: won, quality: ">= 95"}
""",
    ),
}
"""By code. SD100 is told in words instead."""
