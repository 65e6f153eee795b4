"""Records with something in every table, for tests of what goes through all of them."""

from pathlib import Path

from salesdojo.records.mode import Mode
from salesdojo.records.model import Fork
from salesdojo.records.store import Store
from support.records import Talk, begun, decision, raw, result, url
from support.servers import Base

_REVIEW = (
    "INSERT INTO review "
    "(number, id, attempt, kind, reviewer, trainee, at, criterion, level, words, result) "
)


def fill_every_table(place: Path | Base) -> None:
    """Store two people with attempts, a fork, results, a journey, words and figures."""
    with Store.open(url(place)) as store:
        aoki, baba = store.person("青木 [5%]"), store.person("Baba\\N")
        for attempt, person in (("a1", aoki), ("b1", baba), ("a2", aoki)):
            begun(store, attempt, person=person, seed=2**63 - 1)
            for turn in (1, 2, 3):
                store.append(attempt, decision(turn, f"choice_{turn}", elapsed_ms=turn * 1_234_567))
        begun(store, "a3", person=aoki, seed=2**63 - 1, fork=Fork("a1", 2))
        store.finish("b1", result(1 / 3), 9_000)
        store.finish("a1", result(87.25), 8_000)
        store.finish("a1", result(87.5), 8_500)
        store.abandon("a2", 9_500)
        run = store.journeys.begin("j1", aoki, "long_deal", 500)
        store.journeys.begin_chapter(
            run, 1, "c1", Talk(b'{"scenario": "chapter"}', "chapter"),
            seed=1, mode=Mode.EXAM, language="en", at=600,
        )  # fmt: skip
    for statement in (
        "INSERT INTO figures VALUES ('{aoki}', 'example', 2, 'm1', '{{\"a\": 1}}')",
        "DELETE FROM summary",
        "INSERT INTO summary VALUES ('{aoki}', 2, 'm1', '[1]', '{{\"b\": 2}}')",
        (
            "INSERT INTO assignment VALUES (3, 'first_week', "
            "'scenario', 'talk', 500, 1, '2026-12-18', 80, 3, 'exam', 'east', NULL)"
        ),
        "INSERT INTO assigned_scenario VALUES ('first_week', 'talk', 0)",
        "INSERT INTO assignee VALUES (4, 'first_week', '{aoki}', NULL)",
        "INSERT INTO assignee VALUES (5, 'first_week', NULL, '東 [5%]')",
        "INSERT INTO scenario_figures SELECT sha256, 'm1', '[3]' FROM scenario_revision",
        "INSERT INTO recall VALUES ('a1', 1, 'なぜですか\t\\', 'choice_1', 0.1)",
        "INSERT INTO recall VALUES ('a1', 2, NULL, 'choice_2', 1)",
        (
            "INSERT INTO remark (number, id, attempt, turn, choice, kind, words, language, at) "
            "VALUES (7, 'r1', 'a1', 1, 'choice_1', 'unclear', 'なぜ\n?', 'ja', 9000)"
        ),
        (
            "INSERT INTO remark (number, id, attempt, kind, language, at) "
            "VALUES (9, 'r2', 'b1', 'wrong', 'en', 9001)"
        ),
        _REVIEW
        + "VALUES (3, 'v1', 'a1', 'level', '{baba}', '{aoki}', 9002, 'inquiry', 2, '低い\n', 3)",
        _REVIEW
        + "VALUES (5, 'v2', 'b1', 'comment', '{aoki}', '{baba}', 9003, NULL, NULL, 'Baba?', 1)",
        _REVIEW + "VALUES (8, 'v3', 'a1', 'read', '{aoki}', '{aoki}', 9004, NULL, NULL, NULL, 3)",
    ):
        raw(place, statement.format(aoki=aoki.id, baba=baba.id))


def rows_of(place: Path | Base) -> dict[str, list[tuple[object, ...]]]:
    """Return every row, by table, in the order of the primary key."""
    from salesdojo.records.tables import METADATA

    found = {}
    for table in METADATA.sorted_tables:
        columns = ", ".join(table.columns.keys())
        rows = [tuple(row) for row in raw(place, f"SELECT {columns} FROM {table.name}")]  # noqa: S608
        places = [list(table.columns).index(column) for column in table.primary_key.columns]
        found[table.name] = sorted(rows, key=lambda row: [row[one] for one in places])
    return found
