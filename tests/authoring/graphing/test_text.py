"""The outline for the terminal."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_snapshot.plugin import Snapshot

from salesdojo.authoring.graphing.fitting import columns, fitted, wrapped
from salesdojo.authoring.graphing.picture import picture, unsolved_picture
from salesdojo.authoring.graphing.text import WIDTH, text
from salesdojo.content.kinsoku import NO_START
from salesdojo.content.model import Scenario
from salesdojo.practice.solving import explored
from support.long_talk import long_talk
from support.pictures import hostile_talk, small_talk


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_outline_of_a_small_talk(snapshot: Snapshot, language: str) -> None:
    snapshot.assert_match(text(picture(explored(small_talk())), language), f"{language}.txt")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_outline_of_what_cannot_be_solved(snapshot: Snapshot, language: str) -> None:
    snapshot.assert_match(text(unsolved_picture(small_talk()), language), f"{language}.txt")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("talk", [long_talk, hostile_talk])
def test_no_line_is_wider_than_a_terminal_or_controls_it(
    talk: Callable[[], Scenario], language: str
) -> None:
    for line in text(picture(explored(talk())), language).splitlines():
        assert columns(line) <= WIDTH
        assert line == line.rstrip()
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in line)


def test_each_scene_stands_there_once_and_nothing_but_ascii_leads_on() -> None:
    lines = text(picture(explored(long_talk())), "en").splitlines()
    # A scene follows an empty line; a star may stand before it.
    heads = [line[2:].split()[0] for before, line in pairwise(lines) if not before]
    assert heads == list(long_talk().scenes)
    assert sum(" -> " in line for line in lines) == 118


@given(st.text(max_size=80), st.integers(2, 40), st.integers(1, 4))
@settings(max_examples=200, deadline=None)
def test_wrapping_keeps_to_its_width_and_loses_nothing_unsaid(
    words: str, width: int, lines: int
) -> None:
    found = wrapped(words, width, lines)
    assert len(found) <= lines
    assert all(columns(line) <= width for line in found)
    kept = "".join("".join(found).split())
    whole = "".join(fitted(words, 10_000).split())
    assert kept == whole or found[-1].endswith("..")


def test_a_line_of_japanese_breaks_between_phrases_and_never_before_a_closing_sign() -> None:
    said = "おっと。失礼、少しだけ待ってください。すぐに、もどりますので。"
    assert wrapped(said, 30, 3) == (
        "おっと。失礼、少しだけ",
        "待ってください。すぐに、",
        "もどりますので。",
    )
    for width in range(6, 40):
        assert not [line for line in wrapped(said, width, 20) if line[0] in NO_START]


def test_what_does_not_fit_is_said_to_be_cut() -> None:
    assert fitted("あいうえお", 8) == "あいう.."
    assert fitted("👩‍👩‍👧‍👦" * 5, 7) == "👩‍👩‍👧‍👦" * 2 + ".."
    assert wrapped("one two three four", 9, 2) == ("one two", "three f..")
