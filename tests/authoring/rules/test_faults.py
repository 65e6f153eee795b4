"""A seeded fault of each code: found, at its line and column, and nothing else reported."""

from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.authoring.rules.catalogue import (
    PACK_RULES,
    SOLVED_TALK_RULES,
    TALK_RULES,
    WRITTEN_RULES,
)
from salesdojo.content.codes import CODES, WARNINGS
from salesdojo.content.problem import Problem
from salesdojo.i18n.en.rules import MESSAGES
from salesdojo.i18n.en.tables import MESSAGES as OF_TABLES
from support.clean_pack import DRILL, DRILLS, FILES, TABLE, write_clean_pack
from support.faults import FAULTS, Fault
from support.table_faults import SEEN
from support.table_talk import TABLES as BAD_TABLES

ELSEWHERE = {
    "SD309": "test_too_large.py",
    "SD413": "keying/test_agreement.py",
    **dict.fromkeys((rule.code for rule in PACK_RULES), "test_journeys.py"),
    **{f"SD70{number}": "records/test_assignment_file.py" for number in range(1, 8)},
    **dict.fromkeys((bad.code for bad in BAD_TABLES), "content/test_bad_tables.py"),
}
RULES = {
    *(rule.code for rule in WRITTEN_RULES),
    *(rule.code for rule in TALK_RULES),
    *(rule.code for rule in SOLVED_TALK_RULES),
}


def problems(root: Path) -> tuple[Problem, ...]:
    return check(groups([root]), Selection(), None).problems


def test_nothing_is_wrong_with_the_pack_the_faults_are_put_into(tmp_path: Path) -> None:
    assert problems(write_clean_pack(tmp_path, too_dear=DRILL, renewal=TABLE)) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_found_at_its_place_and_nothing_else(fault: Fault, tmp_path: Path) -> None:
    root = write_clean_pack(tmp_path, **fault.texts)
    told = problems(root)
    assert [one.code for one in told] == [fault.code], [one.line_of_text("en") for one in told]
    (one,) = told
    (place,) = (relative for relative in (*FILES, *DRILLS) if Path(relative).stem == fault.told_of)
    assert (one.path, one.form) == (str(root / place), fault.form)
    assert (one.line, one.column) == fault.place
    for language in ("en", "ja"):
        assert "{" not in one.message(language)


def test_every_rule_has_a_fault_and_every_code_a_rule() -> None:
    shown = {fault.code for fault in FAULTS}
    assert shown == RULES
    assert shown | set(ELSEWHERE) >= {code for code in CODES if code >= "SD3"}


def test_every_sentence_of_a_rule_is_seen() -> None:
    shown = {str(fault) for fault in FAULTS} | SEEN
    of_tables = {key for key in OF_TABLES if key[:5] in WARNINGS}
    assert of_tables <= shown
    unseen = {key for key in MESSAGES if key not in shown and key[:5] not in ELSEWHERE}
    # A road of no choice, and lines without languages.
    assert unseen == {"SD302", "SD303", "SD408"}
