"""Every example of a code that a reader finds does what its page says."""

from pathlib import Path

import pytest

from salesdojo.authoring.explaining.examples import IN_WORDS, examples
from salesdojo.authoring.explaining.examples_tables import TABLES
from salesdojo.authoring.explaining.page import example
from salesdojo.content.codes import CODES
from salesdojo.content.library import open_library
from salesdojo.i18n import LANGUAGES, catalogue
from support.fragments import merged, pack_with
from support.packs import FILES

OF_FILES = tuple(code for code in examples() if code < "SD3" or code in TABLES)
"""The rest are examples of rules, shown beside them in tests/authoring/rules."""


def codes(root: Path, fragment: str) -> set[str]:
    """Return what is reported of the file that the fragment makes."""
    file = str(pack_with(root, fragment))
    return {one.code for one in open_library(root, None).problems if one.path == file}


@pytest.mark.parametrize("code", OF_FILES)
def test_a_bad_example_is_reported_with_its_code_and_no_other(code: str, tmp_path: Path) -> None:
    bad = examples()[code].bad
    told = codes(tmp_path, bad)
    assert code in told
    # A whole file in an example is shorter than one that can be played.
    assert bad.startswith("# raw") or told == {code}


@pytest.mark.parametrize("code", OF_FILES)
def test_a_good_example_is_not_reported(code: str, tmp_path: Path) -> None:
    good = examples()[code].good
    told = codes(tmp_path, good)
    assert code not in told
    assert good.startswith("# raw") or told == set()


def test_every_code_has_an_example_in_yaml_or_in_words() -> None:
    assert set(CODES) == {*examples(), *IN_WORDS}
    assert not IN_WORDS & set(examples())


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_in_words_are_there_in_both_languages_and_no_other_is(language: str) -> None:
    told = {
        key.partition(".")[0]
        for key in catalogue(language, "codes")
        if key.endswith((".bad", ".good"))
    }
    assert told == IN_WORDS
    for code in IN_WORDS:
        shown = example(code, language)
        assert shown is not None
        assert shown.bad != shown.good


def test_a_fragment_replaces_keys_and_scenes_and_adds_the_rest() -> None:
    base = "# head\na: 1\nb:\n  c: 2\nscenes:\n  x:\n    say: 1\n  y: {say: 2}\nlast: 3\n"
    fragment = "b: 4\nscenes:\n  y:\n    say: 5 # kept\n  z: {}\nnew: 6\n"
    assert merged(base, fragment) == (
        "# head\na: 1\nb: 4\nscenes:\n  x:\n    say: 1\n  y:\n    say: 5 # kept\n  z: {}\n"
        "last: 3\nnew: 6\n"
    )


def test_a_fragment_says_which_file_it_is_of(tmp_path: Path) -> None:
    assert pack_with(tmp_path, "level: 2\n") == tmp_path / "approach/talk.yaml"
    rubric = pack_with(tmp_path, "# rubrics/practice.yaml\npass: 80\n")
    assert rubric == tmp_path / "rubrics/practice.yaml"
    assert rubric.read_text() == FILES["rubrics/practice.yaml"].replace("70", "80")
    whole = pack_with(tmp_path, "# raw\n# approach/short.yaml\nid: short\n")
    assert whole.read_text() == "id: short\n"
