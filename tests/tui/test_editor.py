"""Which command opens a person's editor at a line."""

from pathlib import Path

import pytest

from salesdojo.errors import UsageError
from salesdojo.tui.editor import editor_command, editor_of

FILE = Path("/pack/closing/last_call.yaml")


@pytest.mark.parametrize(
    ("environment", "editor"),
    [
        ({}, None),
        ({"EDITOR": "vim"}, "vim"),
        ({"EDITOR": "vim", "VISUAL": "code --wait"}, "code --wait"),
        ({"EDITOR": "vim", "VISUAL": "  "}, "vim"),
    ],
)
def test_visual_goes_before_editor(environment: dict[str, str], editor: str | None) -> None:
    assert editor_of(environment) == editor


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+12", str(FILE)]),
        ("emacs -nw", ["emacs", "-nw", "+12", str(FILE)]),
        ("'/opt/my editor/nano'", ["/opt/my editor/nano", "+12", str(FILE)]),
        ("code --wait", ["code", "--wait", "--goto", f"{FILE}:12"]),
        ("/usr/bin/hx", ["/usr/bin/hx", f"{FILE}:12"]),
    ],
)
def test_the_line_is_given_as_the_editor_wants_it(editor: str, command: list[str]) -> None:
    assert editor_command(editor, FILE, 12) == command


def test_a_file_is_never_taken_for_an_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert editor_command("vim", Path("-c:quit.yaml"), 1)[-1] == str(tmp_path / "-c:quit.yaml")


@pytest.mark.parametrize("editor", ["'", '"', "''"])
def test_an_editor_that_is_no_command_is_refused(editor: str) -> None:
    with pytest.raises(UsageError, match="US067"):
        editor_command(editor, FILE, 1)
