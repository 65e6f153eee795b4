"""The hook of a new pack refuses a commit of a broken file, in a real repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from salesdojo.content.catalogue import Stage
from support.packs import changed
from support.scaffolds import new_pack

pytest.importorskip("salesdojo.cli.check_command", reason="the hook runs `salesdojo check`")


class Repository:
    """A git repository of a new pack, with its hook enabled as its guide says."""

    def __init__(self, root: Path, home: Path) -> None:
        self.root = root
        programs = str(Path(sys.executable).parent)
        self.environment = {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(home),
            "SALESDOJO_CACHE": str(home / "cache"),
            "SALESDOJO_LANG": "en",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        self.git("init", "--quiet")
        self.git("config", "user.name", "Trainer")
        self.git("config", "user.email", "trainer@example.com")
        self.git("config", "core.hooksPath", ".githooks")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.git("add", "--all")
        return self.git("commit", "--quiet", "--message", "Another story")

    @property
    def commits(self) -> int:
        return len(self.git("log", "--oneline").stdout.splitlines())


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(new_pack(tmp_path / "ours", Stage.FOLLOW_UP), tmp_path)


def spoil(file: Path) -> None:
    text = file.read_text("utf-8")
    file.write_text(changed(text, "stage: follow_up\n", "stage: folow_up\n"), encoding="utf-8")


def test_a_whole_pack_is_committed(repository: Repository) -> None:
    done = repository.commit()
    assert (done.returncode, repository.commits) == (0, 1), done.stderr


def test_a_broken_scenario_is_refused_and_named(repository: Repository) -> None:
    spoil(repository.root / "follow_up" / "first_talk.yaml")
    done = repository.commit()
    assert (done.returncode, repository.commits) == (1, 0)
    said = done.stdout + done.stderr
    assert "SD104" in said
    assert "first_talk.yaml" in said
    assert "--no-verify" in said


def test_what_is_staged_counts_not_what_lies_in_the_folder(repository: Repository) -> None:
    repository.git("add", "--all")
    spoil(repository.root / "follow_up" / "first_talk.yaml")
    done = repository.git("commit", "--quiet", "--message", "The good one")
    assert (done.returncode, repository.commits) == (0, 1), done.stderr


def test_a_commit_without_scenarios_is_not_held_up(repository: Repository) -> None:
    repository.commit()
    (repository.root / "README.md").write_text("Ours.\n", encoding="utf-8")
    repository.environment["PATH"] = os.environ["PATH"].replace(
        str(Path(sys.executable).parent), ""
    )
    assert repository.commit().returncode == 0


def test_without_the_program_nothing_slips_through(repository: Repository) -> None:
    git = Path(subprocess.check_output(["which", "git"], text=True).strip())
    tools = repository.root.parent / "tools"
    tools.mkdir()
    for name in ("git", "sh", "mktemp", "rm"):
        found = Path(subprocess.check_output(["which", name], text=True).strip())
        (tools / name).symlink_to(found)
    assert git.is_file()
    repository.environment["PATH"] = str(tools)
    done = repository.commit()
    assert (done.returncode, repository.commits) == (1, 0)
    assert "salesdojo is not installed" in done.stderr
