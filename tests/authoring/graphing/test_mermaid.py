"""The picture in Mermaid: every line is one of the few kinds that we write."""

import re
from collections.abc import Callable

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.authoring.graphing.mermaid import mermaid
from salesdojo.authoring.graphing.picture import picture, unsolved_picture
from salesdojo.content.model import Scenario
from salesdojo.practice.solving import explored
from support.long_talk import long_talk
from support.pictures import HOSTILE, hostile_talk, small_talk

LABEL = r'"(?:[^\x00-\x7f]|[A-Za-z0-9 .,?/_]|#\d+;|<br/>)*"'
LINES = re.compile(
    r"flowchart TD"
    rf"|  n\d+(?:\[{LABEL}\]|\({LABEL}\)|\{{\{{{LABEL}\}}\}}|\(\[{LABEL}\]\))"
    rf"|  n\d+ (?:-->|-\.->)(?:\|{LABEL}\|)? n\d+"
    r"|  classDef [a-z]+ fill:#\w{6},stroke:#\w{6},stroke-width:3px,color:#\w{6}"
    r"|  class n\d+(?:,n\d+)* [a-z]+"
    r"|  style n\d+ (?:stroke:#\w{6},stroke-width:3px|stroke-dasharray:6 4)"
    r"|  linkStyle \d+ stroke-width:\d\.\dpx(?:,stroke:#\w{6})?"
)
MOST = 50_000
"""Characters; beyond them Mermaid draws nothing unless it is told to."""


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_small_talk_in_mermaid(snapshot: Snapshot, language: str) -> None:
    snapshot.assert_match(mermaid(picture(explored(small_talk())), language), f"{language}.mmd")


@pytest.mark.parametrize("talk", [hostile_talk, long_talk, small_talk])
def test_no_text_leaves_its_label(talk: Callable[[], Scenario]) -> None:
    for drawing in (picture(explored(talk())), unsolved_picture(talk())):
        for language in ("en", "ja"):
            for line in mermaid(drawing, language).splitlines():
                assert LINES.fullmatch(line), line


def test_sixty_scenes_are_not_too_long() -> None:
    drawing = picture(explored(long_talk()))
    assert all(len(mermaid(drawing, language)) < MOST for language in ("en", "ja"))


def test_hostile_texts_are_shown_as_they_are() -> None:
    lines = mermaid(picture(explored(hostile_talk())), "en").splitlines()
    shown = [re.sub(r"#(\d+);", lambda found: chr(int(found[1])), line) for line in lines]
    for text in ("<script>alert(1)</script>", '"]', "{{7*7}}", "割引 [5%]", "#quot;", "`md`"):
        assert text in HOSTILE
        assert any(f"<br/>{text}<br/>" in line for line in shown), text
