"""A journey that is remembered: left in a chapter, taken up, finished, or left behind."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from salesdojo.content.catalogue import Journey
from salesdojo.content.library import Library, open_library
from salesdojo.content.model import Scenario
from salesdojo.content.text import Text
from salesdojo.errors import RecordsError
from salesdojo.practice.journey_story import Deal
from salesdojo.practice.solving import solve
from salesdojo.records.journeys.journey_places import journey_places
from salesdojo.records.journeys.journey_session import JourneySession, Means
from salesdojo.records.journeys.journey_telling import told
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.journeys import FIRST, write_journey_pack
from support.records import aoki, begun, decision, url
from support.servers import Base


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


@pytest.fixture(name="library")
def _library(tmp_path: Path) -> Library:
    return open_library(write_journey_pack(tmp_path / "pack"), None)


NUMBERS = count()


@pytest.fixture(name="means")
def _means(store: Store, library: Library) -> Means:
    return Means(
        store=store,
        scenario_of=library.scenario,
        language="en",
        clock=lambda: 1_000,
        new_id=lambda: f"id{next(NUMBERS)}",
        new_seed=lambda: 7,
        cache=None,
    )


def taken_up(means: Means, library: Library, *, fresh: bool = False) -> JourneySession:
    (journey,) = library.pack.journeys
    return JourneySession.taken_up(means, aoki(means.store), journey, fresh=fresh)


def talk(journey: JourneySession, *choices: str) -> None:
    session = journey.session or journey.go_on()
    for choice in choices:
        session.take(choice)
    journey.conclude()


def alone(store: Store, library: Library, scenario: str) -> Session:
    return Session.start(
        store,
        aoki(store),
        library.scenario(scenario),
        seed=7,
        mode=Mode.PRACTICE,
        language="en",
        clock=lambda: 1_000,
        new_id=lambda: f"id{next(NUMBERS)}",
    )


def test_the_second_chapter_begins_where_the_first_one_ended(
    means: Means, library: Library
) -> None:
    journey = taken_up(means, library)
    talk(journey, "show_product")
    assert (journey.chapter, journey.over) == (1, False)
    session = journey.go_on()
    assert session.attempt.meters == {"trust": 20}
    assert [choice.id for choice in session.attempt.offered] == ["ask_late", "discount"]
    assert session.record.revision != library.scenario("second_visit").revision


def test_a_journey_is_taken_up_in_the_middle_of_its_second_chapter(
    means: Means, library: Library
) -> None:
    journey = taken_up(means, library)
    talk(journey, "ask_usual")
    begun_as = journey.go_on().record
    again = taken_up(means, library)
    assert again.session is not None
    assert again.session.record == begun_as
    assert again.session.attempt.facts == {"overtime"}
    assert (again.chapter, again.carried) == (2, journey.carried)
    talk(again, "remind")
    assert again.over
    assert again.story().deal is Deal.WON


def test_a_journey_left_between_two_chapters_goes_on_with_the_next(
    means: Means, library: Library
) -> None:
    talk(taken_up(means, library), "ask_usual")
    again = taken_up(means, library)
    assert again.session is not None
    assert again.session.attempt.scenario.id == "second_visit"


def test_what_ended_before_it_was_scored_is_scored_when_it_is_taken_up(
    means: Means, library: Library, store: Store
) -> None:
    journey = taken_up(means, library)
    talk(journey, "ask_usual")
    journey.go_on().take("remind")  # and here the power fails
    again = taken_up(means, library)
    assert (again.session, again.over) == (None, True)
    assert store.journeys.record(journey.record.id).outcome == "won"
    assert again.story().lowest == 100


@pytest.mark.parametrize(
    ("choices", "outcome"),
    [
        (["insist"], "lost"),
        (["ask_usual", "remind"], "won"),
        (["ask_usual", "ask_late"], "stalled"),
    ],
)
def test_a_journey_is_finished_by_its_last_chapter_or_a_lost_deal(
    means: Means, library: Library, store: Store, choices: list[str], outcome: str
) -> None:
    journey = taken_up(means, library)
    for choice in choices:
        talk(journey, choice)
    assert journey.over
    (kept,) = store.journeys.of_person(aoki(store))
    assert (kept.outcome, len(kept.chapters)) == (outcome, len(choices))
    assert store.journeys.unfinished(aoki(store), "hoshino") is None
    assert taken_up(means, library).record.id != journey.record.id


def test_a_fresh_journey_leaves_the_unfinished_one_and_its_chapter_behind(
    means: Means, library: Library, store: Store
) -> None:
    old = taken_up(means, library)
    new = taken_up(means, library, fresh=True)
    assert store.journeys.record(old.record.id).abandoned_at == 1_000
    assert store.attempt(_first(old)).abandoned_at == 1_000
    assert taken_up(means, library).record.id == new.record.id


def _first(journey: JourneySession) -> str:
    assert journey.session is not None
    return journey.session.record.id


def test_a_chapter_is_not_what_playing_the_scenario_alone_takes_up(
    means: Means, library: Library, store: Store
) -> None:
    journey = taken_up(means, library)
    assert store.unfinished(aoki(store), "first_visit") is None
    talk(journey, "ask_usual")
    retried = journey.go_on().fork_at(1)
    assert store.unfinished(aoki(store), "second_visit") is None
    retried.fork_at(1)  # a retry of a retry of a chapter
    assert store.unfinished(aoki(store), "second_visit") is None
    left = alone(store, library, "second_visit")
    found = store.unfinished(aoki(store), "second_visit")
    assert found is not None
    assert found.id == left.record.id


def test_the_first_chapter_counts_as_an_attempt_and_later_ones_do_not(
    means: Means, library: Library, store: Store
) -> None:
    journey = taken_up(means, library)
    talk(journey, "ask_usual")
    talk(journey, "ask_late")
    assert set(store.standings(aoki(store))) == {"first_visit"}
    assert [one.passed for one in store.finished(aoki(store))] == [True, False]
    session = alone(store, library, "second_visit")
    session.take("remind")
    session.result(solve(session.attempt.scenario))
    standing = store.standings(aoki(store))["second_visit"]
    assert (standing.first, standing.attempts) == (100, 1)
    assert store.standings(aoki(store))["first_visit"].first == 100
    assert store.finished(aoki(store))[-1].passed


def test_a_chapter_under_way_is_unfinished_only_in_its_journey(
    means: Means, library: Library, store: Store
) -> None:
    journey = taken_up(means, library)
    talk(journey, "ask_usual")
    journey.go_on()
    assert not store.standings(aoki(store))["first_visit"].unfinished
    assert "second_visit" not in store.standings(aoki(store))


def test_two_windows_play_the_same_chapter(means: Means, library: Library) -> None:
    one, other = taken_up(means, library), taken_up(means, library)
    talk(one, "ask_usual")
    assert other.session is not None
    other.session = other.session.resumed()
    other.conclude()
    begun_by_one, begun_by_other = one.go_on(), other.go_on()
    assert begun_by_one.record.id == begun_by_other.record.id


def test_a_chapter_is_under_way_once_something_was_said_in_it(
    store: Store, means: Means, tmp_path: Path
) -> None:
    again = """  agreed:
    customer: {ja: "それで？", en: "And then?"}
    choices:
      meet:
        say: {ja: "来週は。", en: "Next week?"}
        why: {ja: "次です。", en: "A step."}
        goto: met
  met:
    customer: {ja: "では来週に。", en: "Next week then."}
"""
    first = FIRST.replace(
        '  agreed:\n    customer: {ja: "では来週に。", en: "Next week then."}\n', again
    )
    longer = open_library(write_journey_pack(tmp_path / "longer", first_visit=first), None)
    (journey,) = longer.pack.journeys
    taken = taken_up(replace(means, scenario_of=longer.scenario), longer)

    def said() -> str:
        return journey_places(store, aoki(store), [journey])[journey.id].in_words(2, "en")

    assert said() == "chapter 1 of 2 comes next"
    assert taken.session is not None
    taken.session.take("ask_usual")
    assert said() == "chapter 1 of 2, in the middle of the talk"
    taken.session.take("meet")
    taken.conclude()
    assert said() == "chapter 2 of 2 comes next"


def test_of_two_windows_that_begin_at_once_only_one_begins(
    means: Means, library: Library, store: Store
) -> None:
    elsewhere: list[JourneySession] = []

    def scenario_of(name: str) -> Scenario:
        if not elsewhere:  # the other window is a moment faster
            elsewhere.append(taken_up(means, library))
        return library.scenario(name)

    here = taken_up(replace(means, scenario_of=scenario_of), library)
    assert here.record.id == elsewhere[0].record.id
    assert here.session is not None
    assert elsewhere[0].session is not None
    assert here.session.record.id == elsewhere[0].session.record.id
    assert len(store.journeys.of_person(aoki(store))) == 1


def test_what_another_window_finished_is_told_and_nothing_new_is_begun(
    means: Means, library: Library, store: Store
) -> None:
    (journey,) = library.pack.journeys
    one, other = taken_up(means, library), taken_up(means, library)
    talk(one, "ask_usual")
    talk(one, "ask_late")
    told_there = JourneySession.gone_on(means, journey, other.record.id)
    assert told_there.over
    assert [chapter.outcome for chapter in told_there.story().chapters] == [
        chapter.outcome for chapter in one.story().chapters
    ]
    assert len(store.journeys.of_person(aoki(store))) == 1


def test_what_another_window_left_behind_does_not_go_on(means: Means, library: Library) -> None:
    (journey,) = library.pack.journeys
    one = taken_up(means, library)
    talk(one, "ask_usual")
    taken_up(means, library, fresh=True)
    with pytest.raises(RecordsError, match="DB034"):
        JourneySession.gone_on(means, journey, one.record.id)


def test_an_attempt_in_a_journey_is_whole_by_its_chain_and_its_stored_bytes(
    means: Means, library: Library, store: Store
) -> None:
    journey = taken_up(means, library)
    talk(journey, "show_product")
    session = journey.go_on()
    session.take("ask_late")
    result = journey.conclude()
    assert store.verify_chain(session.record.id) is None
    again = Session.resume(store, store.attempt(session.record.id), clock=lambda: 2_000)
    assert again.attempt.state == session.attempt.state
    assert again.result(solve(again.attempt.scenario)) == result


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_backup_holds_journeys(
    means: Means, library: Library, store: Store, tmp_path: Path
) -> None:
    talk(taken_up(means, library), "ask_usual")
    kept = store.journeys.of_person(aoki(store))
    store.backup(tmp_path / "copy.db")
    with Store.open(url(tmp_path / "copy.db")) as copy:
        assert copy.journeys.of_person(aoki(copy)) == kept
        assert dict(copy.status().counts)["journey_chapter"] == 1


def test_what_does_not_fit_is_refused(store: Store, means: Means, library: Library) -> None:
    with pytest.raises(RecordsError, match="DB033"):
        store.journeys.record("nowhere")
    journey = taken_up(means, library)
    written = library.scenario("second_visit")
    keys = {"seed": 1, "mode": Mode.PRACTICE, "language": "en", "at": 1}
    with pytest.raises(RecordsError, match="DB034"):
        store.journeys.begin_chapter(journey.record, 3, "x", written, **keys)  # type: ignore[arg-type]
    talk(journey, "insist")
    with pytest.raises(RecordsError, match="DB034"):
        store.journeys.begin_chapter(journey.record, 2, "x", written, **keys)  # type: ignore[arg-type]
    with pytest.raises(RecordsError, match="DB023"):
        store.journeys.begin(journey.record.id, aoki(store), "another", 1_000)
    with pytest.raises(ValueError, match="no chapter"):
        journey.conclude()


def test_beginning_the_same_journey_again_changes_nothing(store: Store) -> None:
    one = store.journeys.begin("j", aoki(store), "year", 5)
    assert store.journeys.begin("j", aoki(store), "year", 5) == one
    begun(store)
    store.append("a1", decision(1))
    assert store.unfinished(aoki(store), "talk") is not None


def test_a_broken_chapter_takes_its_journey_off_the_pack(tmp_path: Path) -> None:
    root = write_journey_pack(tmp_path, second_visit="id: second_visit\n")
    assert open_library(root, None).pack.journeys == ()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_story_says_which_line_was_closed_and_why(
    means: Means, library: Library, language: str
) -> None:
    journey = taken_up(means, library)
    talk(journey, "show_product")
    talk(journey, "ask_late")
    (heading,), first, second, standing = told(journey.story(), journey.journey, language)
    words = {
        "en": ("Hoshino Works", "It saves the thirty hours", "They work late", "the deal is open"),
        "ja": ("ほしの製作所", "残業が月30時間減ります", "残業が続いている", "商談は継続中"),
    }[language]
    assert words[0] in heading
    assert len(first) == 2
    assert [word in line for word, line in zip(words[1:3], second[-2:], strict=True)] == [True] * 2
    assert words[3] in standing[0]


def test_a_journey_of_one_chapter_is_over_after_it(means: Means) -> None:
    short = Journey("short", Text.of("Short"), Text.of("Somewhere"), ("first_visit",))
    journey = JourneySession.taken_up(means, aoki(means.store), short)
    talk(journey, "ask_usual")
    assert journey.over
