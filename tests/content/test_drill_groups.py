"""Drills grouped: by the criterion they train, whichever rubric names it."""

from salesdojo.content.catalogue import Entry, Judged, Motion, Stage
from salesdojo.content.drill_groups import drill_groups, group_of
from salesdojo.content.text import Text


def entry(name: str, *criteria: tuple[str, str], kind: str = "drill", level: int = 1) -> Entry:
    judged = tuple(Judged(one, Text.of(words)) for one, words in criteria)
    title = Text.of(name)
    return Entry(
        name,
        kind,
        title,
        Stage.APPROACH,
        Motion.NONE,
        level,
        1,
        None,
        Text.of("Tanabe"),
        (),
        judged,
    )


ASK = entry("ask", ("inquiry", "Questions"))
DIG = entry("dig", ("inquiry", "Discovery"), level=2)
SUM = entry("sum", ("inquiry", "Discovery"))
BOW = entry("bow", ("manners", "Manners"))
BARE = entry("bare")
ENTRIES = (entry("talk", ("inquiry", "Questions"), kind="scenario"), ASK, BARE, BOW, DIG, SUM)


def test_the_largest_group_comes_first_and_easy_drills_before_hard() -> None:
    found = [(group.id, [one.id for one in group.drills]) for group in drill_groups(ENTRIES)]
    assert found == [("inquiry", ["ask", "sum", "dig"]), ("", ["bare"]), ("manners", ["bow"])]


def test_a_group_is_called_what_most_of_its_drills_call_it() -> None:
    names = [
        group.criterion and group.criterion.name.spoken("en") for group in drill_groups(ENTRIES)
    ]
    assert names == ["Discovery", None, "Manners"]


def test_the_next_drill_is_of_the_same_criterion_round_the_end() -> None:
    group = group_of("ask", ENTRIES)
    assert group is not None
    assert [group.after(one) for one in ("ask", "sum", "dig", "bow")] == [SUM, DIG, ASK, None]


def test_a_drill_alone_has_no_next_and_a_scenario_no_group() -> None:
    alone = group_of("bow", ENTRIES)
    assert alone is not None
    assert alone.after("bow") is None
    assert group_of("talk", ENTRIES) is None
