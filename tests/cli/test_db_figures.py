"""`salesdojo db figures`: what managers read is as told from the attempts, or made so."""

import pytest
from pytest_snapshot.plugin import Snapshot

from support.company import company
from support.records import raw
from support.servers import Base

from .conftest import Say

BOTH = pytest.mark.parametrize("language", ["en", "ja"])


def filled(base: Base) -> None:
    """Let a company practise."""
    with company(base, 1) as one:
        for _ in range(6):
            one.step("play")


def shown(said: object) -> str:
    return f"{said.out}--\n{said.err}"  # type: ignore[attr-defined]


@BOTH
def test_all_is_as_told(say: Say, base: Base, snapshot: Snapshot, language: str) -> None:
    filled(base)
    said = say("db", "figures", "--db", base.url, "--lang", language)
    assert said.code == 0
    snapshot.assert_match(shown(said), f"equal_{language}.txt")


@BOTH
def test_what_differs_is_said_and_rebuilt(
    say: Say, base: Base, snapshot: Snapshot, language: str
) -> None:
    filled(base)
    raw(base, "UPDATE summary SET shown = '[]'")
    raw(base, "UPDATE scenario_tally SET many = many + 1")
    raw(base, "DELETE FROM item_tally")
    words = ("--db", base.url, "--lang", language)
    said = say("db", "figures", *words)
    assert said.code == 1
    snapshot.assert_match(shown(said), f"differs_{language}.txt")
    rebuilt = say("db", "figures", "--rebuild", *words)
    assert (rebuilt.code, rebuilt.err) == (0, "")
    snapshot.assert_match(shown(rebuilt), f"rebuilt_{language}.txt")
    assert say("db", "figures", *words).code == 0


@BOTH
def test_damage_of_one_person_is_said(
    say: Say, base: Base, snapshot: Snapshot, language: str
) -> None:
    filled(base)
    raw(base, "DELETE FROM derived")
    raw(
        base,
        "UPDATE result SET body = '{' WHERE number = (SELECT min(number) FROM finished_attempt)",
    )
    words = ("--db", base.url, "--lang", language)
    said = say("db", "figures", *words)
    assert said.code == 1
    snapshot.assert_match(shown(said), f"damaged_{language}.txt")
    rebuilt = say("db", "figures", "--rebuild", *words)
    assert rebuilt.code == 1
    snapshot.assert_match(shown(rebuilt), f"damaged_rebuilt_{language}.txt")


def test_of_no_records_there_is_nothing_to_say(say: Say) -> None:
    said = say("db", "figures")
    assert (said.code, said.err) == (0, "")
