"""A small pack on disk for tests: one scenario, one rubric, one customer, a glossary."""

from pathlib import Path
from typing import Final

SCENARIO: Final = """\
id: talk
title: {ja: 商談, en: A talk}
stage: approach
motion: outbound
level: 1
minutes: 5
rubric: practice
customer: someone
terms: [商談]
briefing:
  situation: A room
  goal: A deal
meters: {trust: 40}
facts:
  cash: Cash is short
start: opening
scenes:
  opening:
    customer: Well?
    choices:
      ask:
        say: Why is that?
        points: {inquiry: 3}
        effect: {trust: 10}
        learn: [cash]
        why: Reasons come first
        goto: done
      push:
        say: Sign here
        points: {inquiry: -1}
        breach: false_identity
        why: Too early
        goto: [{when: trust > 60, to: done}, {to: gone}]
  done:
    customer: Good.
    satisfaction: trust + 20
    end: won
  gone:
    customer: Goodbye.
    end: lost
tests:
  exemplar: {play: [ask], end: won, quality: ">= 95", passed: true}
"""
RUBRIC: Final = """\
id: practice
name: Practice
pass: 70
cuts: [40, 65, 85]
criteria:
  inquiry: {name: Inquiry, weight: 60, levels: [one, two, three, four]}
  value: {name: Value, weight: 40, levels: [one, two, three, four], minimum: 2}
breaches:
  false_identity: Hides who you are
"""
CUSTOMER: Final = """\
id: someone
name: {ja: 誰か, en: Someone}
company: Somewhere
role: Buyer
manner: Calm
cares: [Peace]
"""
GLOSSARY: Final = """\
id: glossary
terms:
  商談:
    reading: しょうだん
    name: {ja: 商談, en: sales meeting}
    meaning: A meeting
    example: See you there
    synonyms:
      - {name: 交渉, difference: About terms}
"""
PACK: Final = """\
id: small
name: A small pack
languages: [ja, en]
courses:
  first:
    name: First
    role: sales_representative
    scenarios: [talk]
"""

FILES: Final = {
    "pack.yaml": PACK,
    "glossary.yaml": GLOSSARY,
    "rubrics/practice.yaml": RUBRIC,
    "customers/someone.yaml": CUSTOMER,
    "approach/talk.yaml": SCENARIO,
}


def write_pack(root: Path, **changed: str) -> Path:
    """Write the pack into `root`; a change names a file without folder and ending."""
    for relative, text in FILES.items():
        path = root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), encoding="utf-8")
    return root


def changed(text: str, old: str, new: str) -> str:
    """Return `text` with one passage replaced; it must be there exactly once."""
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    return text.replace(old, new)


def place_of(text: str, passage: str) -> tuple[int, int]:
    """Return the line and column where `passage` begins in `text`."""
    before, found, _ = text.partition(passage)
    assert found, f"{passage!r} is not there"
    return before.count("\n") + 1, len(before) - before.rfind("\n")
