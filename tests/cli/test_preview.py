"""`preview` where it cannot open: it says why, and what to do instead."""

from pathlib import Path

import pytest

from support.packs import write_pack

from .conftest import Say


@pytest.mark.parametrize(
    ("language", "words"), [("en", "needs a terminal"), ("ja", "端末の画面が必要です")]
)
def test_without_a_terminal_check_is_named(say: Say, home: Path, language: str, words: str) -> None:
    file = write_pack(home / "pack") / "approach" / "talk.yaml"
    said = say("preview", str(file), "--lang", language)
    assert (said.code, said.out) == (2, "")
    assert "US065" in said.err
    assert words in said.err
    assert f"salesdojo check {file}" in said.err


@pytest.mark.parametrize(("language", "words"), [("en", "There is no file"), ("ja", "ファイル")])
def test_a_file_that_is_not_there_is_a_mistake(
    say: Say, home: Path, language: str, words: str
) -> None:
    said = say("preview", str(home / "tlak.yaml"), "--lang", language)
    assert (said.code, said.out) == (2, "")
    assert "US066" in said.err
    assert words in said.err


def test_a_folder_cannot_be_previewed(say: Say, home: Path) -> None:
    said = say("preview", str(home))
    assert (said.code, "US066" in said.err) == (2, True)


def test_a_file_must_be_named(say: Say) -> None:
    said = say("preview")
    assert (said.code, "US035" in said.err) == (2, True)
