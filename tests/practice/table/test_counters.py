"""The customer's counters, held against trying every package."""

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.table import Issue, Table
from salesdojo.practice.table.counters import even, similarity, tradeoff
from salesdojo.practice.table.packages import all_interests, open_places, theirs
from support.tables import issue, outcomes, tables, worked_example


def even_by_trial(table: Table, learned: frozenset[str], target: int) -> tuple[int, ...]:
    """The definition, share by share."""
    for share in range(100, -1, -1):
        taken = []
        for one in table.issues:
            places = open_places(one, learned)
            values = {place: one.options[place].theirs for place in places}
            high, low = max(values.values()), min(values.values())
            within = [p for p in places if 100 * values[p] >= 100 * high - share * (high - low)]
            taken.append(min(within, key=lambda place: (values[place], place)))
        if theirs(table, tuple(taken)) >= target:
            break
    return tuple(taken)


@settings(max_examples=300)
@given(table=tables(), data=st.data())
def test_even_is_the_largest_share_of_every_issue_that_still_meets_the_target(
    table: Table, data: st.DataObject
) -> None:
    learned = data.draw(st.sampled_from([frozenset[str](), all_interests(table)]))
    values = [worth[1] for worth in outcomes(table, learned).values()]
    target = data.draw(st.integers(min(values), max(values)))
    made = even(table, learned, target)
    assert made == even_by_trial(table, learned, target)
    assert theirs(table, made) >= target


@settings(max_examples=300)
@given(table=tables(), data=st.data())
def test_tradeoff_is_the_most_similar_package_that_meets_the_target(
    table: Table, data: st.DataObject
) -> None:
    learned = data.draw(st.sampled_from([frozenset[str](), all_interests(table)]))
    every = outcomes(table, learned)
    last = data.draw(st.sampled_from(sorted(every)))
    weights = data.draw(st.tuples(*(st.integers(1, 5) for _ in table.issues)))
    target = data.draw(st.integers(0, max(worth[1] for worth in every.values())))

    def likeness(package: tuple[int, ...]) -> int:
        return sum(
            weight * similarity(one, a, b)
            for weight, one, a, b in zip(weights, table.issues, package, last, strict=True)
        )

    enough = [package for package, worth in every.items() if worth[1] >= target]
    best = min(enough, key=lambda package: (-likeness(package), -every[package][1], package))
    assert tradeoff(table, learned, target, last, weights) == best


def test_options_are_alike_by_their_distance_or_not_at_all() -> None:
    ordinal = issue("delivery", (0, 1, 2, 3), (3, 2, 1, 0))
    nominal = Issue("venue", ordinal.options, ordinal=False)
    assert [similarity(ordinal, 0, other) for other in range(4)] == [1000, 667, 334, 0]
    assert [similarity(nominal, 1, other) for other in range(4)] == [0, 1000, 0, 0]


def test_an_even_customer_leaves_the_trades_to_the_trainee() -> None:
    """In the worked example its counters are never on the frontier between the ends."""
    table = worked_example()
    counters = [even(table, (), target) for target in range(3500, 9500, 500)]
    worths = [outcomes(table, ())[one] for one in counters]
    assert worths[-1] == (800, 9400)
    better = [
        (a, b)
        for a, b in worths
        if any(o[0] > a and o[1] >= b for o in outcomes(table, ()).values())
    ]
    assert len(better) > len(worths) // 2
