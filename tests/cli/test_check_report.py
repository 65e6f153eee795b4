"""`check` as a person reads it: problems stand apart by one blank line."""

from pathlib import Path

from support.packs import SCENARIO, changed

from .conftest import Say


def test_one_blank_line_stands_between_problems(say: Say, home: Path) -> None:
    broken = home / "late.yaml"
    broken.write_text(changed(SCENARIO, "minutes:", "minuets:"), encoding="utf-8")
    said = say("check", str(broken), "--lang", "en", "--select", "SD1")
    assert said.code == 1
    assert said.out.count("\n\n") == said.out.count(": SD1")
    assert "\n\n\n" not in said.out
