"""A command line of one's own: folders below tmp_path, nothing of this machine."""

from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from salesdojo.cli.running import run
from support.warm import warm_cache


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Say = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every folder and the person to this test's own."""
    for name, value in {
        "SALESDOJO_DB": str(tmp_path / "dojo.db"),
        "SALESDOJO_CACHE": str(warm_cache(tmp_path / "cache")),
        "SALESDOJO_LANG": "en",
        "LOGNAME": "trainee",
    }.items():
        monkeypatch.setenv(name, value)
    return tmp_path


@pytest.fixture
def say(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Run a command line; `typed` is what stands on its standard input."""
    assert home.is_dir()

    def command(*arguments: str, typed: str = "") -> Said:
        monkeypatch.setattr("sys.stdin", StringIO(typed))
        code = run(arguments)
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return command
