"""What a quick command must not load: heavy parts are imported where they are used."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.clean_pack import write_clean_pack
from support.terminal import surroundings

HEAVY = {
    "textual",
    "yaml",
    "jsonschema",
    "jsonschema_rs",
    "sqlalchemy",
    "alembic",
    "budoux",
    "fsrs",
    "graphlay",
    "rich",
}


def loaded_by(arguments: list[str], home: Path) -> set[str]:
    code = (
        "import sys; sys.argv = ['salesdojo', *sys.argv[1:]]\n"
        "from salesdojo.__main__ import main\n"
        "code = main()\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=surroundings(home),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(eval(done.stderr.strip().splitlines()[-1]))  # noqa: S307 - our own list


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_version_and_help_load_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    assert not loaded_by(arguments, tmp_path) & (HEAVY | {"argparse", "importlib.metadata"})


def test_a_check_of_what_is_known_as_clean_loads_nothing_heavy(tmp_path: Path) -> None:
    root = write_clean_pack(tmp_path / "pack")
    loaded_by(["check", str(root)], tmp_path)
    again = loaded_by(["check", str(root)], tmp_path)
    assert not again & (HEAVY | {"concurrent", "multiprocessing", "importlib.metadata"})


def test_list_loads_nothing_heavy_once_the_pack_is_known(tmp_path: Path) -> None:
    loaded_by(["list"], tmp_path)
    assert not loaded_by(["list"], tmp_path) & HEAVY
