"""The wheel, installed alone into an empty folder, is the whole program."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

REPOSITORY = Path(__file__).parents[1]
EXEMPLAR = (
    "ask_reason,match_scope,ask_this_year,ask_worry,tie_to_result,"
    "two_packages,ask_line,visit_trade,ask_approval,back_plan"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            folder,
            REPOSITORY,
        ],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_pack_and_the_schemas(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    for folder in ("scenarios", "schemas"):
        for file in (REPOSITORY / folder).rglob("*.*"):
            assert f"salesdojo/{file.relative_to(REPOSITORY)}" in names
    scaffolds = REPOSITORY / "src" / "salesdojo" / "authoring" / "scaffolding"
    for folder in ("stages", "people", "pack"):
        for file in (scaffolds / folder).iterdir():
            assert f"{file.relative_to(REPOSITORY / 'src')}" in names
    for folder in ("review/pages", "content/data"):
        for file in (REPOSITORY / "src" / "salesdojo" / folder).iterdir():
            assert f"{file.relative_to(REPOSITORY / 'src')}" in names


@pytest.mark.timeout(300)
def test_the_wheel_works_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """Dependencies come from this environment; salesdojo itself only from the wheel."""
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    site = next((tmp_path / "venv" / "lib").glob("python*/site-packages"))
    with ZipFile(wheel) as packed:
        packed.extractall(site)
    dependencies = [path for path in sys.path if path.endswith("site-packages")]
    # A .pth line for the folder would also run its .pth files: the editable install among them.
    (site / "dependencies.pth").write_text(
        "".join(f"import sys; sys.path.append({path!r})\n" for path in dependencies)
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "SALESDOJO_CACHE": str(tmp_path / "cache"),
        "SALESDOJO_DB": str(tmp_path / "dojo.db"),
    }

    def said(*arguments: str) -> str:
        return subprocess.run(
            [python, "-m", "salesdojo", *arguments],
            cwd=empty,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    where = subprocess.run(
        [python, "-c", "import salesdojo; print(salesdojo.__file__)"],
        cwd=empty, env=environment, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert where.startswith(str(site))
    assert "price_copier" in said("list")
    assert "クロージング" in said("terms", "closing")
    assert '"passed": true' in said("play", "price_copier", "--choose", EXEMPLAR, "--json")
