"""Opening a pack: all of it, what is good of it, and again from the cache."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from salesdojo.content.library import open_library
from salesdojo.content.reading import read_scenario
from salesdojo.errors import ContentError
from support.packs import CUSTOMER, GLOSSARY, PACK, RUBRIC, SCENARIO, changed, write_pack


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept(cache: Path) -> list[Path]:
    return sorted(cache.rglob("*.json"))


def test_a_pack_is_listed_without_reading_a_scenario(root: Path) -> None:
    library = open_library(root, None)
    assert library.problems == ()
    assert library.pack.id == "small"
    assert library.pack.root == root
    assert library.pack.courses[0].scenarios == ("talk",)
    (entry,) = library.entries
    assert (entry.id, entry.kind, entry.stage, entry.level) == ("talk", "scenario", "approach", 1)
    assert entry.title.spoken("ja") == "商談"
    assert entry.customer_name.spoken("en") == "Someone"
    assert entry.terms == ("商談",)


def test_a_scenario_from_the_pack_is_the_scenario_of_its_file(root: Path, cache: Path) -> None:
    from_file = read_scenario(root / "approach/talk.yaml").scenario
    assert from_file is not None
    for _ in range(2):
        assert open_library(root, cache).scenario("talk") == from_file


def test_the_second_opening_gives_the_same(root: Path, cache: Path) -> None:
    first, second = open_library(root, cache), open_library(root, cache)
    assert (first.pack, first.entries) == (second.pack, second.entries)
    assert first.glossary == second.glossary
    assert second.glossary[0].synonyms[0].name.spoken("ja") == "交渉"
    assert [golden.id for golden in second.scenario("talk").golden_paths] == ["exemplar"]


def test_problems_come_from_the_cache_too(root: Path, cache: Path) -> None:
    write_pack(root, talk=changed(SCENARIO, "level: 1", "level: 9"))
    first, second = open_library(root, cache), open_library(root, cache)
    assert first.problems == second.problems
    assert [problem.code for problem in second.problems] == ["SD105", "SD220"][:1]


def test_warnings_in_every_file_leave_nothing_out(root: Path, cache: Path) -> None:
    write_pack(
        root,
        pack=changed(PACK, "name: A small pack", "name: Pack #1"),
        talk=changed(SCENARIO, "goal: A deal", "goal: Be #1"),
        practice=changed(RUBRIC, "name: Practice", "name: Practice #1"),
        someone=changed(CUSTOMER, "role: Buyer", "role: Buyer #1"),
        glossary=changed(GLOSSARY, "example: See you there", "example: See #1"),
    )
    for _ in range(2):
        library = open_library(root, cache)
        assert [problem.code for problem in library.problems] == ["SD026"] * 5
        assert library.left_out == 0
        assert library.pack.name.spoken("en") == "Pack"
        assert library.pack.courses[0].scenarios == ("talk",)
        assert library.scenario("talk").briefing.goal.spoken("en") == "Be"
        assert [term.id for term in library.glossary] == ["商談"]


def test_only_errors_are_counted_of_what_is_left_out(root: Path) -> None:
    bad = changed(changed(SCENARIO, "goal: A deal", "goal: Be #1"), "level: 1", "level: 9")
    library = open_library(write_pack(root, talk=bad), None)
    assert [problem.code for problem in library.problems] == ["SD105", "SD026"]
    assert library.left_out == 1
    with pytest.raises(ContentError, match="found: 1"):
        library.scenario("talk")


def test_variants_and_drills_are_told_apart(root: Path) -> None:
    (root / "drills").mkdir()
    (root / "drills" / "short.yaml").write_text(changed(SCENARIO, "id: talk", "id: short"))
    case_b = changed(SCENARIO, "id: talk", "id: other\nvariant_of: talk")
    (root / "approach" / "other.yaml").write_text(case_b)
    kinds = {entry.id: entry.kind for entry in open_library(root, None).entries}
    assert kinds == {"talk": "scenario", "other": "variant", "short": "drill"}


def test_the_list_knows_for_what_points_are_given(root: Path) -> None:
    (entry,) = open_library(root, None).entries
    (criterion,) = entry.criteria
    assert (criterion.id, criterion.name.spoken("ja")) == ("inquiry", "Inquiry")


def test_a_customer_may_be_written_in_the_scenario(root: Path) -> None:
    inline = changed(
        SCENARIO,
        "customer: someone",
        "customer: {id: guest, name: G, company: C, role: R, manner: M}",
    )
    write_pack(root, talk=inline)
    library = open_library(root, None)
    assert library.problems == ()
    assert library.scenario("talk").customer.id == "guest"


def test_bad_files_are_left_out_and_told(root: Path) -> None:
    (root / "approach" / "broken.yaml").write_text("id: broken\n\tx")
    library = open_library(root, None)
    assert [entry.id for entry in library.entries] == ["talk"]
    assert {problem.path for problem in library.problems} == {str(root / "approach/broken.yaml")}
    with pytest.raises(ContentError) as raised:
        library.scenario("broken")
    assert raised.value.code == "CT002"
    assert str(len(library.problems)) in raised.value.cause("en")


def test_a_bad_rubric_takes_its_scenarios_along(root: Path) -> None:
    write_pack(root, practice=changed(RUBRIC, "weight: 40", "weight: 41"))
    library = open_library(root, None)
    assert library.entries == ()
    told = [(Path(one.path).name, one.code, one.form) for one in library.problems]
    assert told == [("talk.yaml", "SD208", "faulty"), ("practice.yaml", "SD217", "")]


def test_a_bad_customer_takes_its_scenarios_along(root: Path) -> None:
    write_pack(root, someone=changed(CUSTOMER, "role: Buyer\n", ""))
    told = [(one.code, one.form) for one in open_library(root, None).problems]
    assert told == [("SD206", "faulty"), ("SD102", "")]


def test_a_bad_glossary_leaves_the_scenarios(root: Path) -> None:
    write_pack(root, glossary=changed(GLOSSARY, "    example: See you there\n", ""))
    library = open_library(root, None)
    assert [problem.code for problem in library.problems] == ["SD102"]
    assert [entry.id for entry in library.entries] == ["talk"]
    assert library.glossary == ()


def test_a_headword_of_a_paragraph_is_refused(root: Path) -> None:
    write_pack(root, glossary=changed(GLOSSARY, "  商談:\n", f"  {'長' * 41}:\n"))
    told = [(one.code, one.form) for one in open_library(root, None).problems]
    assert ("SD113", "long") in told


@pytest.mark.parametrize("manifest", ["id: small\n", "{", None])
def test_without_a_good_manifest_the_scenarios_open(manifest: str | None, root: Path) -> None:
    if manifest is None:
        (root / "pack.yaml").unlink()
    else:
        (root / "pack.yaml").write_text(manifest)
    library = open_library(root, None)
    assert [entry.id for entry in library.entries] == ["talk"]
    assert library.pack.languages == ("ja", "en")
    assert library.problems


def test_a_course_keeps_what_can_be_played_and_still_requires_the_rest(
    root: Path, cache: Path
) -> None:
    write_pack(root, pack=changed(PACK, "[talk]", "[gone, talk]"))
    for library in (open_library(root, cache), open_library(root, cache)):
        assert [problem.code for problem in library.problems] == ["SD220"]
        assert library.pack.courses[0].scenarios == ("talk",)
        assert library.pack.courses[0].required == ("gone", "talk")


def test_journeys_are_read(root: Path, cache: Path) -> None:
    journey = "journeys:\n  year: {name: A year, account: Somewhere, scenarios: [talk]}\n"
    write_pack(root, pack=PACK + journey)
    for _ in range(2):
        (held,) = open_library(root, cache).pack.journeys
        assert (held.id, held.account.spoken("en"), held.scenarios) == (
            "year",
            "Somewhere",
            ("talk",),
        )


def test_an_unknown_id_names_the_nearest(root: Path) -> None:
    with pytest.raises(ContentError) as raised:
        open_library(root, None).scenario("tlak")
    assert raised.value.code == "CT001"
    assert "talk" in raised.value.remedy("ja")


def test_a_missing_pack_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        open_library(tmp_path / "no", None)
    assert raised.value.code == "CT005"
    assert str(tmp_path / "no") in raised.value.cause("en")


def test_an_empty_folder_is_a_pack_without_scenarios(tmp_path: Path) -> None:
    library = open_library(tmp_path, None)
    assert library.entries == ()
    assert library.glossary == ()
    assert [problem.code for problem in library.problems] == ["SD001"]


def test_a_changed_file_is_read_again(root: Path, cache: Path) -> None:
    open_library(root, cache)
    write_pack(root, talk=changed(SCENARIO, "title: {ja: 商談, en: A talk}", "title: Changed"))
    library = open_library(root, cache)
    assert library.entries[0].title.spoken("en") == "Changed"
    assert library.scenario("talk").title.spoken("en") == "Changed"


def test_a_pack_may_move(root: Path, cache: Path, tmp_path: Path) -> None:
    (root / "approach" / "broken.yaml").touch()
    open_library(root, cache)
    moved = tmp_path / "moved"
    shutil.copytree(root, moved)
    library = open_library(moved, cache)
    assert library.problems[0].path == str(moved / "approach/broken.yaml")


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b'{"key": 1}\n{}'])
def test_a_damaged_cache_is_made_anew(damage: bytes, root: Path, cache: Path) -> None:
    good = open_library(root, cache)
    for path in kept(cache):
        path.write_bytes(damage)
    again = open_library(root, cache)
    assert again.entries == good.entries
    assert again.scenario("talk") == good.scenario("talk")
    assert json.loads(kept(cache)[0].read_bytes().partition(b"\n")[0])["sha256"]


def test_one_flipped_bit_is_noticed(root: Path, cache: Path) -> None:
    good = open_library(root, cache).scenario("talk")
    for path in kept(cache):
        content = bytearray(path.read_bytes())
        content[-20] ^= 1
        path.write_bytes(content)
    assert open_library(root, cache).scenario("talk") == good


def test_a_scenario_missing_from_the_cache_is_read_again(root: Path, cache: Path) -> None:
    good = open_library(root, cache).scenario("talk")
    for path in kept(cache):
        if path.name != "index.json":
            path.unlink()
    library = open_library(root, cache)
    assert library.scenario("talk") == good
    assert len(library.glossary) == 1


def test_a_cache_that_cannot_be_written_is_gone_without(root: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    library = open_library(root, blocked)
    assert library.scenario("talk").id == "talk"
    assert blocked.read_text() == "not a folder"


def test_a_full_disk_leaves_no_half_written_file(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert open_library(root, cache).scenario("talk").id == "talk"
    assert [path for path in cache.rglob("*") if path.is_file()] == []


def test_another_version_does_not_trust_the_cache(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(root, cache)
    before = [path.read_bytes() for path in kept(cache)]
    monkeypatch.setattr("salesdojo.content.library.__version__", "9")
    open_library(root, cache)
    assert before != [path.read_bytes() for path in kept(cache)]


def test_a_warm_cache_needs_no_yaml_and_no_schema(root: Path, cache: Path) -> None:
    open_library(root, cache)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from salesdojo.content.library import open_library\n"
        "library = open_library(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "library.scenario(library.entries[0].id), library.glossary\n"
        "heavy = ('yaml', 'jsonschema', 'jsonschema_rs', 'referencing', 'difflib', 'tempfile')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(root), str(cache)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
