"""Rules about journeys: what a later chapter can begin with, and golden roads across chapters."""

import json
from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.authoring.rules.catalogue import PACK_RULES
from salesdojo.content.problem import Problem
from salesdojo.i18n.en.rules import MESSAGES
from support.clean_pack import CUSTOMER
from support.journeys import FILES, FIRST, PACK, SECOND, write_journey_pack
from support.packs import changed, place_of
from support.table_talks import TABLE

EXEMPLAR = "[[ask_usual], [remind]]"
TEACHES = "        learn: [overtime]\n"
NO_JOURNEY = PACK.partition("journeys:")[0]
ELSEWHERE_TITLE = 'company: {ja: "きた食品", en: "Kita Foods"}'

FAULTS = (
    ("SD415", "scenarios: [first_visit, second_visit]", "second_visit", ("first", TEACHES, "")),
    ("SD608", "[remember]", "remember", ("pack", "[remind]", "[remember]")),
    ("SD608.suggestion", "[remidn]", "remidn", ("pack", "[remind]", "[remidn]")),
    ("SD608.goes_on", "[remind, late]", "late", ("pack", "[remind]", "[remind, late]")),
    ("SD608.over", "[[insist], [remind]]", "[remind]", ("pack", "[ask_usual]", "[insist]")),
    ("SD608.unfinished", "[[ask_usual]]", "[ask_usual]", ("pack", EXEMPLAR, "[[ask_usual]]")),
    ("SD609", "end: stalled", "stalled", ("pack", "end: won", "end: stalled")),
    ("SD609.stage", "stage: lead", "lead", ("pack", "stage: closing", "stage: lead")),
    ("SD609.quality", 'quality: "> 0"', '"> 0"', ("pack", '"<= 40"', '"> 0"')),
)


def problems(root: Path) -> tuple[Problem, ...]:
    return check(groups([root]), Selection(), None).problems


def faulty(**change: tuple[str, str]) -> dict[str, str]:
    texts = {Path(relative).stem: text for relative, text in FILES.items()}
    return {file: changed(texts[file], old, new) for file, (old, new) in change.items()}


def test_nothing_is_wrong_with_a_journey_that_keeps_its_promises(tmp_path: Path) -> None:
    assert problems(write_journey_pack(tmp_path)) == ()


def test_alone_a_fact_known_from_the_start_makes_its_conditions_idle(tmp_path: Path) -> None:
    told = problems(write_journey_pack(tmp_path, pack=NO_JOURNEY))
    assert [one.code for one in told] == ["SD304", "SD305", "SD304", "SD301"]


def test_a_condition_that_holds_at_no_start_is_still_told_of(tmp_path: Path) -> None:
    change = {"second_visit": ("{when: trust < 30, say", "{when: trust < 0, say")}
    (told,) = problems(write_journey_pack(tmp_path, **faulty(**change)))
    assert told.code == "SD304"


def test_a_later_chapter_whose_starts_are_too_many_is_told_nothing(tmp_path: Path) -> None:
    names = [f"fact_{number}" for number in range(16)]
    facts = "".join(f"  {name}: {{ja: 事実, en: A fact}}\n" for name in names)
    closed = " and ".join(names)
    many = changed(SECOND, "facts:\n", "facts:\n" + facts)
    many = changed(many, "when: overtime\n", f"when: overtime or {closed}\n")
    taught = changed(FIRST, "facts:\n", "facts:\n" + facts)
    taught = changed(taught, TEACHES, f"        learn: [overtime, {', '.join(names)}]\n")
    root = write_journey_pack(tmp_path, first_visit=taught, second_visit=many)
    assert [one for one in problems(root) if "second_visit" in one.path] == []


@pytest.mark.parametrize(
    ("form", "passage", "at", "change"),
    FAULTS,
    ids=[fault[0] for fault in FAULTS],
)
def test_a_fault_is_told_of_at_its_place(
    form: str, passage: str, at: str, change: tuple[str, str, str], tmp_path: Path
) -> None:
    file, old, new = change
    texts = faulty(**{{"first": "first_visit"}.get(file, file): (old, new)})
    told = problems(write_journey_pack(tmp_path, **texts))
    one = next(problem for problem in told if problem.path.endswith("pack.yaml"))
    assert ".".join(filter(None, (one.code, one.form))) == form
    line, column = place_of(texts.get("pack", PACK), passage)
    assert (one.line, one.column) == (line, column + passage.index(at))
    for language in ("en", "ja"):
        assert "{" not in one.message(language)


def test_a_chapter_that_goes_on_stops_the_road(tmp_path: Path) -> None:
    longer = changed(FIRST, "        goto: agreed\n      show", "        goto: more\n      show")
    more = (
        '  more:\n    customer: {ja: "それで。", en: "So?"}\n    choices:\n      leave:\n'
        '        say: {ja: "ではまた。", en: "See you then."}\n'
        '        why: {ja: "約束を置いて帰ります。", en: "Leaves with a date."}\n'
        "        goto: agreed\n"
    )
    longer = changed(longer, "  agreed:\n", more + "  agreed:\n").replace(
        "play: [ask_usual]", "play: [ask_usual, leave]"
    )
    (told,) = problems(write_journey_pack(tmp_path, first_visit=longer))
    assert (told.code, told.form) == ("SD608", "stops")
    assert "goes on at turn 2" in told.message("en")


TERMS = json.dumps(
    {
        **{key: TABLE[key] for key in ("rounds", "issues", "reserve", "behaviour")},
        "points": {"claim": "objections"},
        "goto": {"deal": "signed", "walked_away": "waiting"},
    },
    ensure_ascii=False,
)
AT_TABLE = {
    "SD608.table": ("[remind, haggle]", "haggle"),
    "SD608.stops_at_table": ("[remind]", "[remind]"),
}


@pytest.mark.parametrize("form", AT_TABLE)
def test_a_chapter_may_come_to_a_table_and_its_moves_are_steps(tmp_path: Path, form: str) -> None:
    terms = f'  terms:\n    customer: {{ja: "では条件を。", en: "Terms?"}}\n    table: {TERMS}\n'
    bargained = changed(SECOND, "goto: signed", "goto: terms")
    bargained = changed(bargained, "  signed:\n", terms + "  signed:\n")
    bargained = changed(bargained, "play: [remind]", 'play: [remind, "as expert"]')

    def told(second: str) -> list[Problem]:
        pack = changed(PACK, "[ask_usual], [remind]", f"[ask_usual], {second}")
        root = write_journey_pack(tmp_path, second_visit=bargained, pack=pack)
        return [one for one in problems(root) if one.code in {"SD608", "SD609"}]

    assert told('[remind, "as expert"]') == []
    play, at = AT_TABLE[form]
    (problem,) = told(play)
    assert f"{problem.code}.{problem.form}" == form
    line, column = place_of((tmp_path / "pack.yaml").read_text(encoding="utf-8"), play)
    assert (problem.line, problem.column) == (line, column + play.index(at))
    for language in ("en", "ja"):
        assert "{" not in problem.message(language)


def test_customers_of_different_companies_are_a_warning(tmp_path: Path) -> None:
    root = write_journey_pack(
        tmp_path, second_visit=changed(SECOND, "customer: hoshi", "customer: kita")
    )
    kita = CUSTOMER.replace("id: hoshi", "id: kita").replace(
        'company: {ja: "ほしの製作所", en: "Hoshino Works"}', ELSEWHERE_TITLE
    )
    (root / "customers/kita.yaml").write_text(kita, encoding="utf-8")
    (told,) = problems(root)
    assert (told.code, told.severity) == ("SD416", "warning")


def test_a_changed_chapter_is_noticed_by_who_remembers_the_pack(tmp_path: Path) -> None:
    root, cache = write_journey_pack(tmp_path / "pack"), tmp_path / "cache"
    assert check(groups([root]), Selection(), cache).problems == ()
    longer = changed(FIRST, "trust: 20", "trust: 10").replace("learn: [overtime]", "learn: []")
    (root / "discovery/first_visit.yaml").write_text(longer, encoding="utf-8")
    told = check(groups([root]), Selection(), cache).problems
    assert {"SD415", "SD608"} <= {one.code for one in told}


def test_every_sentence_about_journeys_is_seen() -> None:
    codes = {rule.code for rule in PACK_RULES}
    seen = {"SD415", "SD416", "SD608.stops", *AT_TABLE, *(fault[0] for fault in FAULTS)}
    assert {key for key in MESSAGES if key[:5] in codes} == seen
