"""The latest evidence of a skill, looked up when it is opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdojo.content.library import Library
from salesdojo.content.text import Text
from salesdojo.records.history.evidence import with_evidence
from salesdojo.records.history.progress import progress
from salesdojo.records.mastery.ability import Ability
from salesdojo.records.mastery.figures import LATELY
from salesdojo.records.mastery.skills import DAY, Skill, Weighed
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution
from salesdojo.tui.evidence_pages import skill_page
from support.records import aoki, url
from support.servers import Base
from tui.small_pack import DRILLS, small_library

NOON = 1_760_000_000_000


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


@pytest.fixture(name="library")
def _library(tmp_path: Path) -> Library:
    return small_library(tmp_path, drills=DRILLS)


def play(store: Store, library: Library, name: str, line: str, at: int) -> None:
    found = library.scenario(name)
    session = Session.start(
        store, aoki(store), found, seed=1, mode=Mode.PRACTICE, language="en", clock=lambda: at
    )
    while session.attempt.outcome is None:
        offered = [one.id for one in session.attempt.offered]
        session.take(line if line in offered else offered[0])
    session.result(solution(found, None))


def test_it_is_the_end_of_all_the_evidence_whatever_the_clock_said(
    store: Store, library: Library
) -> None:
    for number in range(LATELY + 5):
        day = -9 if number % 7 == 3 else 99 if number == LATELY else number
        name, line = ("first_call", "ask") if number % 4 else ("all_set", "push")
        play(store, library, name, line, NOON + day * DAY)
    now = NOON + 80 * DAY
    whole = progress(store, aoki(store), library, now, None, whole=True).skills
    skills = progress(store, aoki(store), library, now, None).skills
    assert len(skills) == len(whole) == 2
    assert len(max(whole, key=lambda one: len(one.evidence)).evidence) > LATELY
    for skill, expected in zip(skills, whole, strict=True):
        opened = with_evidence(store, aoki(store), skill, now, None)
        assert opened.evidence == expected.evidence[-LATELY:]
        assert (opened.ability, opened.name) == (expected.ability, expected.name)


def test_what_was_never_met_has_none(store: Store) -> None:
    skill = Skill("inquiry", Text.of("Inquiry"), Ability())
    assert with_evidence(store, aoki(store), skill, NOON, None) == skill


def test_the_page_says_how_many_came_before_those_it_lists() -> None:
    evidence = (Weighed("a", "talk", NOON, 1.0, 0.0, 1.0),)
    name = Text.of("Inquiry")
    listed = skill_page(Skill("inquiry", name, Ability(attempts=1), evidence), {}, "en")
    more = skill_page(Skill("inquiry", name, Ability(attempts=9_951), evidence), {}, "en")
    assert len(more.paragraphs) == len(listed.paragraphs) + 1
    assert "the latest 1; 9950 before them" in more.paragraphs[-1]
