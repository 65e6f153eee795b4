"""Items of a company: every figure again from the raw results, and what cannot be told."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import isclose, sqrt
from pathlib import Path
from statistics import correlation, covariance, mean, stdev, variance
from typing import Any

import pytest

from salesdojo.content.library import Library
from salesdojo.errors import ContentError, RecordsError, ReviewError
from salesdojo.records.reviews.remark import Remark, RemarkKind
from salesdojo.records.store import Store
from salesdojo.review.item_model import LEAST, Sign, Untold, VersionItems
from salesdojo.review.item_statistics import Band
from salesdojo.review.items import items, overview
from support.deal import BEST, deal
from support.records import decision, raw, url
from support.servers import Base
from support.trainees import company, play
from tui.small_pack import small_library

Row = dict[str, Any]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return small_library(tmp_path, deal(), deal("other_deal"))


@pytest.fixture
def store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    with Store.open(url(tmp_path / "own.db")) as store:
        yield store


def shown(store: Store, library: Library, name: str = "deal", **keys: Any) -> VersionItems:
    found = items(store, library, None, name, **keys).shown
    assert found is not None
    return found


def attempts(place: Path | Base) -> dict[str, list[Row]]:
    """Return the results of every person at the deal, as they are stored, by person."""
    rows = raw(
        place,
        "SELECT a.person, r.body FROM result r JOIN attempt a ON a.id = r.attempt"
        " WHERE a.scenario = 'deal' ORDER BY r.number",
    )
    found: dict[str, list[Row]] = defaultdict(list)
    for person, body in rows:
        found[person].append(json.loads(body))
    return found


def lost(result: Row, scene: str) -> float | None:
    """Return what a scene cost, in points to a tenth; None where it was not met."""
    losses = [one["loss"] for one in result["decisions"] if one["scene"] == scene]
    return round(sum(losses), 1) if losses else None


def taken(result: Row, scene: str) -> str | None:
    return next((one["choice"] for one in result["decisions"] if one["scene"] == scene), None)


def near(found: Any, expected: float) -> bool:
    assert isinstance(found, float)
    return isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9)


def test_every_figure_is_what_the_raw_results_come_to(
    place: Path | Base, store: Store, library: Library
) -> None:
    company(store, library.scenario("deal"), 50, tries=3)
    people = attempts(place)
    first = [results[0] for results in people.values()]
    quality = [round(one["quality"], 1) for one in first]
    assert 0 in quality  # who lost more than there is to lose
    found = shown(store, library)
    told = found.version.attempted

    assert told.firsts == len(first) == 50
    assert near(told.mean, mean(quality))
    assert near(told.deviation, stdev(quality))
    assert near(told.passed, mean(one["passed"] for one in first))
    for gain, places in zip(told.gains, ((1,), (2, 3)), strict=True):
        pairs = [
            round(results[at]["quality"], 1) - round(results[at - 1]["quality"], 1)
            for results in people.values()
            for at in places
            if at < len(results)
        ]
        assert gain.many == len(pairs)
        few = len(pairs) < LEAST
        assert gain.mean is Untold.TOO_FEW if few else near(gain.mean, mean(pairs))

    scenes = ("open", "doubt", "need", "close")
    xs = {scene: [-(lost(one, scene) or 0.0) for one in first] for scene in scenes}
    rests = {
        scene: [min(100.0, total - x) for total, x in zip(quality, xs[scene], strict=True)]
        for scene in scenes
    }
    alpha = 100 * 4 / 3 * (1 - sum(map(variance, xs.values())) / variance(quality))
    assert near(found.consistency, alpha)
    assert near(found.error_ratio, 100 * sqrt(1 - alpha / 100))
    assert near(found.standard_error, sqrt(1 - alpha / 100) * stdev(quality))
    for flips in found.flips:
        up = [
            one["passed"] and now < 70 + flips.points
            for one, now in zip(first, quality, strict=True)
        ]
        down = [
            not one["passed"] and 70 - flips.points <= now < 70
            for one, now in zip(first, quality, strict=True)
        ]
        assert near(flips.raised, mean(up))
        assert near(flips.lowered, mean(down))

    roots = {
        scene: sqrt(
            covariance(xs[scene], [x + r for x, r in zip(xs[scene], rests[scene], strict=True)])
        )
        for scene in scenes
    }
    assert [one.scene for one in found.decisions] == list(scenes)
    for item in found.decisions:
        x, rest = xs[item.scene], rests[item.scene]
        met = [one for one in first if lost(one, item.scene) is not None]
        assert item.met == len(met)
        assert near(item.loss, mean(lost(one, item.scene) or 0.0 for one in met))
        if len(met) < LEAST:
            assert item.discrimination is item.facility is item.weight is Untold.TOO_FEW
        else:
            assert near(item.discrimination, 100 * correlation(x, rest))
            most = covariance(sorted(x), sorted(rest))
            assert near(item.efficiency, 100 * covariance(x, rest) / most)
            assert near(item.weight, 100 * roots[item.scene] / sum(roots.values()))
        for choice in item.choices:
            takers = [one for one in met if taken(one, item.scene) == choice.id]
            assert choice.taken == len(takers)
            assert near(choice.share, len(takers) / len(met))
            if not takers:
                assert choice.quality is choice.rest is choice.loss is None
                continue
            assert near(choice.quality, mean(round(one["quality"], 1) for one in takers))
            others = [
                min(100.0, round(one["quality"], 1) + (lost(one, item.scene) or 0))
                for one in takers
            ]
            assert near(choice.rest, mean(others))
            assert near(choice.loss, mean(lost(one, item.scene) or 0.0 for one in takers))


def test_a_facility_is_a_hundred_where_nothing_is_lost_and_none_where_all_is(
    own: Store, library: Library
) -> None:
    for number in range(40):
        start = "ask" if number < 30 else "push"
        roads = (start, "dig", "thanks", "plan")
        road = roads if start == "ask" else ("push", "calm", *roads[1:])
        play(own, own.person(f"p{number}"), library.scenario("deal"), road)
    first, doubt, need, close = shown(own, library).decisions
    # ask 3, push -1, of 9 points in all: 4 ninths of a hundred, the most that a line costs.
    assert first.facility == pytest.approx(0.75, abs=1e-3)
    assert first.loss == pytest.approx(0.25 * 400 / 9, abs=0.05)
    assert doubt.facility is Untold.TOO_FEW
    assert need.facility == close.facility == 1.0
    assert need.discrimination is need.efficiency is Untold.ALIKE
    assert need.weight == pytest.approx(0)


@pytest.mark.parametrize("many", [0, 1, 29, 30])
def test_under_thirty_first_attempts_are_too_few_to_say(
    own: Store, library: Library, many: int
) -> None:
    for number in range(many):
        road = BEST if number % 2 else ("tell", "pitch", "thanks", "wait")
        play(own, own.person(f"p{number}"), library.scenario("deal"), road)
    found = items(own, library, None, "deal")
    if not many:
        assert (found.shown, found.versions, found.here) == (None, (), True)
        assert overview(own, library, None).rows == ()
        return
    assert found.shown is not None
    few = [found.shown.consistency, found.shown.flips[0].raised, found.shown.decisions[0].weight]
    few += [found.shown.decisions[0].facility, found.shown.decisions[0].discrimination]
    assert {one is Untold.TOO_FEW for one in few} == {many < LEAST}
    row = overview(own, library, None).rows[0]
    assert (row.unused is Untold.TOO_FEW) == (many < LEAST)
    told = found.shown.version.attempted
    assert (told.firsts, told.deviation is None) == (many, many == 1)
    assert told.gain.mean is Untold.TOO_FEW


def test_where_all_are_alike_nothing_is_told_apart(own: Store, library: Library) -> None:
    for number in range(LEAST):
        play(own, own.person(f"p{number}"), library.scenario("deal"), BEST)
    found = shown(own, library)
    assert found.consistency is found.error_ratio is found.standard_error is Untold.ALIKE
    assert found.version.attempted.deviation == 0
    first, doubt, *_ = found.decisions
    assert first.discrimination is first.efficiency is first.weight is Untold.ALIKE
    assert (first.band, first.facility) == (None, 1.0)
    assert doubt.loss is None
    assert [choice.share for choice in doubt.choices] == [None, None]
    assert [choice.id for choice in first.choices if choice.best] == ["ask"]
    assert [choice.signs for choice in first.choices] == [(), *3 * ((Sign.RARE,),)]
    unused = overview(own, library, None).rows[0].unused
    assert not isinstance(unused, Untold)
    assert Counter(one.scene for one in unused) == {"open": 3, "need": 2, "close": 2}


def test_who_loses_more_than_there_is_lost_nothing_elsewhere_for_one_decision_alone(
    own: Store, library: Library
) -> None:
    for number in range(33):
        road = BEST if number % 2 else ("ask", "dig", "thanks", "beg")
        play(own, own.person(f"p{number}"), library.scenario("deal"), road)
    *_, close = shown(own, library).decisions
    assert {choice.rest for choice in close.choices if choice.taken} == {100.0}
    assert close.discrimination is Untold.ALIKE
    assert close.weight == pytest.approx(100)


def test_a_line_that_the_stronger_take_is_worth_a_look(own: Store, library: Library) -> None:
    for number in range(33):
        strong = number % 3 == 0
        road = ("tell", "dig", "thanks", "plan") if strong else ("ask", "pitch", "thanks", "wait")
        play(own, own.person(f"p{number}"), library.scenario("deal"), road)
    first, *_ = shown(own, library).decisions
    ask, tell, *_ = first.choices
    assert tell.rest is not None
    assert ask.rest is not None
    assert tell.rest > ask.rest
    assert (ask.signs, ask.dead) == ((), False)
    assert (tell.signs, tell.dead) == ((Sign.STRONG,), True)
    assert first.band is Band.WRONG


def test_other_words_are_the_same_version_and_other_points_are_another(
    tmp_path: Path, own: Store
) -> None:
    old = small_library(tmp_path / "old", deal(top=2))
    before = small_library(tmp_path / "before", deal(title="A deal"))
    now = small_library(tmp_path / "now", deal())
    for number, library in enumerate([old] * 3 + [before] * 2 + [now]):
        play(own, own.person(f"p{number}"), library.scenario("deal"), BEST)
    found = items(own, now, None, "deal")
    present, older = found.versions
    revisions = (now.revision("deal"), before.revision("deal"))
    assert (present.revisions, present.current) == (revisions, True)
    assert (older.revisions, older.current) == ((old.revision("deal"),), False)
    assert [one.attempted.firsts for one in found.versions] == [3, 3]
    assert found.shown is not None
    assert found.shown.version == present
    asked = items(own, now, None, "deal", revision=old.revision("deal")[:8].upper())
    assert asked.shown is not None
    assert asked.shown.version == older
    assert asked.shown.scenario.revision == old.revision("deal")
    (row,) = overview(own, now, None).rows
    assert (row.version, row.others) == (present, 1)
    for wrong in ("", "zz", "%"):
        with pytest.raises(ReviewError, match="RV040"):
            items(own, now, None, "deal", revision=wrong)


def test_a_scenario_that_the_pack_has_no_longer_is_told_in_its_own_words(
    tmp_path: Path, own: Store, library: Library
) -> None:
    play(own, own.person("p"), library.scenario("deal"), BEST)
    without = small_library(tmp_path / "without", deal("other_deal"))
    found = items(own, without, None, "deal")
    assert (found.here, found.title.spoken("en"), found.versions[0].current) == (
        False, "The deal", None,
    )  # fmt: skip
    assert found.shown is not None
    assert len(found.shown.decisions) == 4
    told = overview(own, without, None)
    assert [(row.id, row.kind) for row in told.rows] == [("deal", None)]
    assert list(told.unplayed) == ["other_deal"]
    with pytest.raises(ContentError, match="CT001"):
        items(own, without, None, "no_deal")
    with pytest.raises(ContentError, match="CT001"):
        items(None, without, None, "deal")


def test_without_records_nothing_was_finished(library: Library) -> None:
    assert items(None, library, None, "deal").shown is None
    assert set(overview(None, library, None).unplayed) == {"deal", "other_deal"}


def test_later_attempts_and_those_at_other_scenarios_are_no_items(
    own: Store, library: Library
) -> None:
    person = own.person("p")
    for road in (BEST, ("push", "argue", "rush", "thanks", "beg")):
        play(own, person, library.scenario("deal"), road)
    play(own, person, library.scenario("other_deal"), BEST)
    found = shown(own, library)
    assert found.version.attempted.firsts == 1
    assert [choice.taken for choice in found.decisions[0].choices] == [1, 0, 0, 0]
    assert [gain.many for gain in found.version.attempted.gains] == [1, 0]


def test_remarks_stand_beside_the_decision_they_are_about(
    tmp_path: Path, own: Store, library: Library
) -> None:
    old = small_library(tmp_path / "old", deal(top=2))
    for number, pack in enumerate((library, old)):
        person = own.person(f"p{number}")
        name = play(own, person, pack.scenario("deal"), BEST)
        for turn, (scene, choice) in enumerate(
            (("open", "ask"), ("need", "dig"), ("nod", "thanks")), start=1
        ):
            own.append(name, decision(turn, choice, scene=scene))
            own.remarks.keep(
                Remark(f"{name}.{turn}", name, turn, choice, RemarkKind.WRONG, None, "en", 5)
            )
    found = shown(own, library)
    assert [len(item.heard) for item in found.decisions] == [1, 0, 1, 0]
    assert found.elsewhere == 4
    assert [row.heard for row in overview(own, library, None).rows] == [6]


def test_a_damaged_revision_is_counted_and_left_out(
    tmp_path: Path, own: Store, library: Library
) -> None:
    play(own, own.person("p"), library.scenario("deal"), BEST)
    play(own, own.person("p"), library.scenario("other_deal"), BEST)
    place, cache = tmp_path / "own.db", tmp_path / "kept"
    with sqlite3.connect(place) as base:
        base.execute(
            "UPDATE scenario_revision SET bytes = ? WHERE sha256 = ?",
            (b'{"scenario": "<script>"}', library.revision("other_deal")),
        )
    told = overview(own, library, cache)
    assert ([row.id for row in told.rows], told.unreadable) == (["deal"], 1)
    kept = cache / "outlines.json"
    assert overview(own, library, cache) == told
    for damage in ("", "[]", '["outlines-1", {"a": 1}]', '["other", {}]'):
        kept.write_text(damage)
        assert overview(own, library, cache) == told
    kept.unlink()
    kept.mkdir()
    assert overview(own, library, cache) == told


def test_tallies_never_told_are_an_error_and_no_figure(
    place: Path | Base, store: Store, library: Library
) -> None:
    play(store, store.person("p"), library.scenario("deal"), BEST)
    raw(place, "DELETE FROM derived")
    with pytest.raises(RecordsError, match="DB070"):
        items(store, library, None, "deal")
    with pytest.raises(RecordsError, match="DB070"):
        overview(store, library, None)


def test_the_overview_says_what_each_scenario_says(
    store: Store, library: Library, tmp_path: Path
) -> None:
    company(store, library.scenario("deal"), 33, tries=2)
    company(store, library.scenario("other_deal"), 31, of="q")
    told = overview(store, library, tmp_path / "kept")
    assert [row.id for row in told.rows] == ["deal", "other_deal"]
    for row in told.rows:
        found = shown(store, library, row.id)
        assert row.version == found.version
        assert not isinstance(row.unused, Untold)
        assert {(one.scene, one.choice, one.taken, one.met) for one in row.unused} == {
            (item.scene, choice.id, choice.taken, item.met)
            for item in found.decisions
            for choice in item.choices
            if Sign.RARE in choice.signs
        }
