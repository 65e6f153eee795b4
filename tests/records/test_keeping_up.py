"""What a finish asks of a server: each statement is a round trip."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.engine import Engine

from support.company import company
from support.servers import Base

KEPT = ("UPDATE summary", "INSERT INTO scenario_tally", "INSERT INTO item_tally")


@contextmanager
def statements() -> Iterator[list[str]]:
    """Note every statement that is sent meanwhile."""
    sent: list[str] = []

    def note(*told: object) -> None:
        sent.append(str(told[2]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_summary_and_both_tallies_go_to_a_server_in_one_statement(base: Base) -> None:
    with company(base, 3) as one:
        for _ in range(12):  # everybody has a row of the summary
            one.step("play")
        with statements() as sent:
            one.step("play")
    kept = [text for text in sent if any(part in text for part in KEPT)]
    assert len(kept) == 1
    assert all(part in kept[0] for part in KEPT)


def test_what_was_known_before_is_read_by_the_statement_that_puts_it_in_order(base: Base) -> None:
    with company(base, 3) as one:
        with statements() as sent:
            one.step("play")
        told = [text for text in sent if "INSERT INTO finished_attempt" in text]
        assert ["summary.totals" in text for text in told] == [True]
        assert len(base.raw("SELECT 1 FROM finished_attempt")) == 1


def test_a_retry_from_a_turn_is_in_order_and_counts_nowhere(base: Base) -> None:
    with company(base, 3) as one:
        one.step("play")
        ended = base.raw("SELECT * FROM scenario_tally")
        one.step("retry")
        assert len(base.raw("SELECT 1 FROM finished_attempt")) == 2
        assert base.raw("SELECT * FROM scenario_tally") == ended


def test_a_server_keeps_summaries_unpacked(base: Base) -> None:
    assert base.raw(
        "SELECT attname, attstorage FROM pg_attribute "
        "WHERE attrelid = 'summary'::regclass AND attname IN ('shown', 'totals') ORDER BY 1"
    ) == [("shown", "e"), ("totals", "e")]
