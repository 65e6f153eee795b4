"""The pack that ships opens without a problem."""

from salesdojo import settings
from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.library import open_library

LIBRARY = open_library(settings.shipped_pack(), None)


def test_the_shipped_pack_has_no_problem() -> None:
    assert [problem.line_of_text("en") for problem in LIBRARY.problems] == []


def test_every_shipped_scenario_is_bilingual_and_comes_back_from_its_canonical_form() -> None:
    for entry in LIBRARY.entries:
        held = LIBRARY.scenario(entry.id)
        assert set(held.title.languages) == {"ja", "en"}
        assert scenario_from_canonical(held.canonical).scenes == held.scenes


def test_every_course_names_scenarios_that_are_there() -> None:
    known = {entry.id for entry in LIBRARY.entries}
    for course in LIBRARY.pack.courses:
        assert course.scenarios
        assert set(course.scenarios) <= known


def test_every_term_a_scenario_teaches_is_in_the_glossary() -> None:
    headwords = {term.id for term in LIBRARY.glossary}
    for entry in LIBRARY.entries:
        assert set(entry.terms) <= headwords
