"""What the documentation tells people to type works."""

import re
import shlex
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len

from salesdojo.cli.running import run
from support.warm import warm_cache

REPOSITORY = Path(__file__).parents[1]
PAGES = sorted({*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")})


def commands(page: Path) -> list[str]:
    """Return the lines of code blocks that call salesdojo."""
    # Every fence is matched, or the end of a YAML block would be taken for a beginning.
    fences = re.findall(r"^```(\w*)\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    blocks = [inside for kind, inside in fences if not kind]
    lines = [line.partition(" #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.split(" ")[0] == "salesdojo"]


CALLING = [page for page in PAGES if commands(page)]


@pytest.mark.parametrize("page", CALLING, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_command_of_a_page_works(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after the other, as a reader would, in an empty folder."""
    monkeypatch.setenv("SALESDOJO_DB", str(tmp_path / "dojo.db"))
    monkeypatch.setenv("SALESDOJO_CACHE", str(warm_cache(tmp_path / "cache")))
    monkeypatch.setenv("LOGNAME", "reader")
    monkeypatch.chdir(tmp_path)
    for example in re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        identity = re.search(r"^(?:id|book): (\w+)", example, re.MULTILINE)
        assert identity is not None
        Path(f"{identity[1]}.yaml").write_text(example, encoding="utf-8")
    # So that a backup or a status has something to tell.
    monkeypatch.setattr("sys.stdin", StringIO("1\n"))
    assert run(["play", "cold_call", "--plain", "--seed", "1"]) == 0
    for command in commands(page):
        monkeypatch.setattr("sys.stdin", StringIO(""))
        assert run(shlex.split(command)[1:]) == 0, command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


IN_JAPANESE = sorted({*REPOSITORY.glob("*.ja.md"), *(REPOSITORY / "docs").rglob("*.ja.md")})


def in_english(page: Path) -> Path:
    """Return the page that a Japanese page is the equal of."""
    return page.with_name(page.name.replace(".ja.md", ".md"))


def shape(page: Path) -> list[str]:
    """Return what both languages of a page share: headings, items, rows and blocks by kind."""
    text = page.read_text("utf-8")
    outside = re.sub(r"^```([^\n]*)\n.*?^```$", r"```\1", text, flags=re.DOTALL | re.MULTILINE)
    marks = re.findall(r"^(?:#+ |- |\d+\. |\||```\w*)", outside, re.MULTILINE)
    return [mark.strip() for mark in marks]


FOR_DEVELOPERS = {"CONTRIBUTING.md", "CHANGELOG.md", "docs/benchmarks.md"}


def test_every_page_for_people_who_use_it_is_there_in_japanese() -> None:
    """The pages of codes hold both languages themselves."""
    alone = {page for page in PAGES if page not in IN_JAPANESE} - {
        in_english(page) for page in IN_JAPANESE
    }
    names = {str(page.relative_to(REPOSITORY)) for page in alone}
    assert {name for name in names if not name.startswith("docs/codes/")} == FOR_DEVELOPERS


@pytest.mark.parametrize("page", IN_JAPANESE, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_a_page_has_the_same_parts_in_both_languages(page: Path) -> None:
    assert shape(page) == shape(in_english(page))


@pytest.mark.parametrize("page", IN_JAPANESE, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_both_languages_of_a_page_link_to_each_other_below_the_title(page: Path) -> None:
    for here, there in ((page, in_english(page)), (in_english(page), page)):
        assert f"]({there.name})" in "".join(here.read_text("utf-8").splitlines()[:6])


def test_the_readme_lists_every_scenario_that_ships() -> None:
    shipped = {
        file.stem
        for file in (REPOSITORY / "scenarios").glob("*/*.yaml")
        if file.parent.name not in ("rubrics", "customers", "drills")
    }
    for readme in ("README.md", "README.ja.md"):
        listed = re.findall(
            r"^\| `(\w+)` \|", (REPOSITORY / readme).read_text("utf-8"), re.MULTILINE
        )
        assert sorted(listed) == sorted(shipped)


@pytest.mark.parametrize(
    ("readme", "sentence"),
    [("README.md", r"(\d+) drills"), ("README.ja.md", r"(\d+)問のドリル")],
)
def test_the_readme_counts_the_drills_that_ship_in_one_sentence(readme: str, sentence: str) -> None:
    shipped = len(list((REPOSITORY / "scenarios" / "drills").glob("*.yaml")))
    counted = re.findall(sentence, (REPOSITORY / readme).read_text("utf-8"))
    assert counted == ([str(shipped)] if shipped else [])


EXAMPLES = [
    example
    for page in ("analysts.md", "analysts.ja.md")
    for example in re.findall(
        r"^```python\n(.*?)^```",
        (REPOSITORY / "docs" / page).read_text("utf-8"),
        re.DOTALL | re.MULTILINE,
    )
]


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_for_analysts_runs(
    example: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SALESDOJO_DB", str(tmp_path / "dojo.db"))
    monkeypatch.setenv("SALESDOJO_CACHE", str(warm_cache(tmp_path / "cache")))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", StringIO("1\n" * 100))
    assert run(["play", "cold_call", "--plain", "--seed", "1"]) == 0
    capsys.readouterr()
    exec(compile(example, "analysts.md", "exec"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out.strip()


PICTURES = sorted((REPOSITORY / "docs" / "images").glob("*.svg"))


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.stem)
def test_the_letters_of_a_picture_are_as_far_apart_as_in_a_terminal(picture: Path) -> None:
    told = re.findall(r'textLength="([\d.]+)"[^>]*>([^<]+)<', picture.read_text("utf-8"))
    letters = [(float(length), unescape(words)) for length, words in told if words != "\n"]
    assert len({round(length / cell_len(words), 1) for length, words in letters}) == 1
