"""The picture in DOT: names and values are strings, and no text ends one."""

import re
from collections.abc import Callable

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.authoring.graphing.dot import dot
from salesdojo.authoring.graphing.picture import picture, unsolved_picture
from salesdojo.content.model import Scenario
from salesdojo.practice.solving import explored
from support.long_talk import long_talk
from support.pictures import hostile_talk, small_talk

STRING = r'"(?:[^"\\\x00-\x1f&]|&amp;|\\\\|\\"|\\n)*"'
ATTRIBUTES = rf"\[[a-z]+={STRING}(?:, [a-z]+={STRING})*\]"
LINES = re.compile(
    rf"digraph {STRING} \{{"
    rf"|  (?:graph|node|edge) {ATTRIBUTES}"
    rf"|  {STRING}(?: -> {STRING})? {ATTRIBUTES}"
    r"|\}"
)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_small_talk_in_dot(snapshot: Snapshot, language: str) -> None:
    snapshot.assert_match(dot(picture(explored(small_talk())), language), f"{language}.dot")


@pytest.mark.parametrize("talk", [hostile_talk, long_talk, small_talk])
def test_no_text_leaves_its_string(talk: Callable[[], Scenario]) -> None:
    for drawing in (picture(explored(talk())), unsolved_picture(talk())):
        for language in ("en", "ja"):
            for line in dot(drawing, language).splitlines():
                assert LINES.fullmatch(line), line


def test_signs_that_dot_would_obey_are_shown() -> None:
    drawn = dot(picture(explored(hostile_talk())), "en")
    assert r"\\N \\G" in drawn
    assert "&amp;lt;b&amp;gt;" in drawn
    assert r"\\\"];" in drawn
