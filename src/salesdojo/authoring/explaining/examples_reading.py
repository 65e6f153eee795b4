"""Bad and good fragments for SD0xx: a file that cannot be read, or not as it was meant."""

from collections.abc import Mapping
from typing import Final

from salesdojo.authoring.rules.rule import Example

_FACTS: Final = "facts:\n  cash: Cash is short\n  late: Deliveries are late\n"

READING: Final[Mapping[str, Example]] = {
    "SD004": Example(
        bad='title: "Act now\\x07"\n',
        good='title: "Act now!"\n',
    ),
    "SD005": Example(
        bad="briefing:\n\tsituation: A quiet office\n\tgoal: A second meeting\n",
        good="briefing:\n  situation: A quiet office\n  goal: A second meeting\n",
    ),
    "SD006": Example(
        bad="title: Really? Yes: really\n",
        good='title: "Really? Yes: really"\n',
    ),
    "SD007": Example(
        bad="title: {en: Well, now, ja: さて}\n",
        good='title: {en: "Well, now", ja: "さて"}\n',
    ),
    "SD008": Example(
        bad="briefing:\n  situation: A quiet office\n  goal: A second meeting\n  goal: Sign\n",
        good="briefing:\n  situation: A quiet office\n  goal: A second meeting\n",
    ),
    "SD009": Example(
        bad="# raw\nid: talk\ntitle: A talk\n---\nid: another_talk\ntitle: Another talk\n",
        good="# raw\nid: talk\ntitle: A talk\n",
    ),
    "SD010": Example(
        bad="title: !Attention please\n",
        good='title: "!Attention please"\n',
    ),
    "SD011": Example(
        bad="briefing:\n  situation: &room A quiet office\n  goal: A second meeting\n",
        good="briefing:\n  situation: A quiet office\n  goal: A second meeting\n",
    ),
    "SD012": Example(
        bad="briefing:\n  situation: A quiet office\n  goal: *the_usual\n",
        good="briefing:\n  situation: A quiet office\n  goal: A second meeting\n",
    ),
    "SD013": Example(
        bad="facts:\n  cash: Cash is short\n  <<: {late: Deliveries are late}\n",
        good=_FACTS,
    ),
    "SD014": Example(
        bad="# raw\n%YAML 1.1\n---\nid: talk\ntitle: A talk\n",
        good="# raw\nid: talk\ntitle: A talk\n",
    ),
    "SD015": Example(
        bad=f"terms: {'[' * 33}{']' * 33}\n",
        good="terms: [商談]\n",
    ),
    "SD017": Example(
        bad="meters: {trust: .inf}\n",
        good="meters: {trust: 40}\n",
    ),
    "SD018": Example(
        bad="facts:\n  cash: Cash is short\n  ? [late]\n  : Deliveries are late\n",
        good=_FACTS,
    ),
    "SD019": Example(
        bad='facts:\n  cash: Cash is short\n  "late\\u200B": Deliveries are late\n',
        good=_FACTS,
    ),
    "SD020": Example(
        bad="# raw\n# To be written.\n",
        good="# raw\nid: talk\ntitle: A talk\n",
    ),
    "SD026": Example(
        bad="title: We are #1\n",
        good='title: "We are #1"\n',
    ),
}
"""By code. SD001 to SD003, SD016 and SD021 to SD025 are told in words instead."""
