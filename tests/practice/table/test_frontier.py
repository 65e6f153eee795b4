"""The frontier and its landmarks, held against trying every package."""

from fractions import Fraction

from hypothesis import given, settings

from salesdojo.content.table import Table
from salesdojo.practice.table.frontier import Frontier, Point, frontier
from salesdojo.practice.table.landmarks import landmarks
from salesdojo.practice.table.packages import all_interests, ours, theirs
from support.tables import issue, outcomes, tables, worked_example

Worths = set[tuple[int, int]]


def undominated(worths: Worths) -> Worths:
    return {
        one
        for one in worths
        if not any(o[0] >= one[0] and o[1] >= one[1] and o != one for o in worths)
    }


@settings(max_examples=300)
@given(table=tables())
def test_the_frontier_is_what_brute_force_finds(table: Table) -> None:
    for learned in ((), all_interests(table)):
        every = outcomes(table, learned)
        front = frontier(table, learned)

        best = undominated(set(every.values()))
        assert set(front.points) == best
        assert list(front.points) == sorted(best, reverse=True)
        assert set(front.rational) == {
            (a, b) for a, b in best if a >= table.reserve_ours and b >= table.reserve_theirs
        }


@settings(max_examples=200)
@given(table=tables())
def test_a_point_is_made_by_its_lexicographically_first_package(table: Table) -> None:
    learned = all_interests(table)
    every = outcomes(table, learned)
    front = frontier(table)
    for point in front.points:
        assert front.package(point) == min(p for p, worth in every.items() if worth == point)


@settings(max_examples=200)
@given(table=tables())
def test_the_options_used_are_those_of_any_package_on_the_frontier(table: Table) -> None:
    every = outcomes(table, all_interests(table))
    front = frontier(table)
    on_it = [package for package, worth in every.items() if worth in set(front.points)]
    assert front.options_used == tuple(
        frozenset(package[number] for package in on_it) for number in range(len(table.issues))
    )


@settings(max_examples=300)
@given(table=tables())
def test_landmarks_are_the_best_of_all_packages_that_both_can_accept(table: Table) -> None:
    gains = {
        (a - table.reserve_ours, b - table.reserve_theirs)
        for a, b in outcomes(table, all_interests(table)).values()
        if a >= table.reserve_ours and b >= table.reserve_theirs
    }
    marks = landmarks(table, frontier(table))
    if not gains:
        assert marks is None
        return
    assert marks is not None

    def gain(point: Point) -> tuple[int, int]:
        found = (point.ours - table.reserve_ours, point.theirs - table.reserve_theirs)
        assert found in gains
        return found

    def shares(one: tuple[int, int]) -> list[Fraction]:
        return sorted(Fraction(g, max(1, top)) for g, top in zip(one, ideal, strict=True))

    every = outcomes(table, all_interests(table)).values()
    ideal = (
        max(a for a, _ in every) - table.reserve_ours,
        max(b for _, b in every) - table.reserve_theirs,
    )
    assert marks.reach == (max(a for a, _ in gains), max(b for _, b in gains))
    nash, joint = gain(marks.nash), gain(marks.joint)
    assert nash[0] * nash[1] == max(a * b for a, b in gains)
    assert sum(joint) == max(map(sum, gains))
    assert sorted(gain(marks.egalitarian)) == max(map(sorted, gains))
    assert shares(gain(marks.kalai_smorodinsky)) == max(map(shares, gains))


def test_the_worked_example_has_the_figures_it_was_told_with() -> None:
    table = worked_example()
    front = frontier(table)
    marks = landmarks(table, front)

    assert len(outcomes(table, ())) == 2100
    assert len(front.points) == 47
    assert len(front.rational) == 30
    assert marks is not None
    assert marks.nash == (7000, 6000)
    assert marks.joint == (7600, 5500)
    assert marks.kalai_smorodinsky == (6600, 6300)
    assert marks.reach == (9100 - 3500, 8550 - 3000)
    assert (5700, 6050) in outcomes(table, ()).values()
    for point in front.points:
        package = front.package(point)
        assert (ours(table, package), theirs(table, package)) == point


def test_the_best_for_us_gives_the_customer_what_is_asked_or_there_is_none() -> None:
    front: Frontier = frontier(worked_example())
    assert front.best_for_us(6000) == (7000, 6000)
    assert front.best_for_us(5999) == (7000, 6000)
    assert front.best_for_us(6001) != (7000, 6000)
    assert front.best_for_us(10_001) is None


def test_points_under_zero_are_folded_like_others() -> None:
    table = Table(2, (issue("a", (-5, 3), (4, -9)), issue("b", (0, -2), (-1, 6))), -99, -99)
    assert set(frontier(table).points) == undominated(set(outcomes(table, ()).values()))
