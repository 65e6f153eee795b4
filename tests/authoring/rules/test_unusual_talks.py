"""Talks of unusual shape: what is wrong is said once, at its place, and soon."""

from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.content.problem import Problem
from support.example_pack import FILES
from support.fragments import pack_with
from support.packs import place_of


def told(root: Path, fragment: str, codes: str) -> tuple[Path, list[Problem]]:
    file = pack_with(root, fragment, FILES)
    return file, list(check(groups([root]), Selection.read(codes, None), None).problems)


LINE = 'customer: "Hm?"'


@pytest.mark.timeout(20)
def test_draws_that_lead_apart_and_together_again_are_gone_through_once(tmp_path: Path) -> None:
    draws = "".join(
        f"  fork{here}: {{{LINE}, goto: [{{weight: 1, to: left{here}}},"
        f" {{weight: 1, to: right{here}}}]}}\n"
        f"  left{here}: {{{LINE}, goto: {onward}}}\n"
        f"  right{here}: {{{LINE}, goto: {onward}}}\n"
        for here in range(60)
        for onward in (f"fork{here + 1}" if here < 59 else "signed",)
    )
    fragment = (
        f"start: fork0\nscenes:\n{draws}"
        f'  opening: {{{LINE}, choices: {{ask: {{say: "Why?", why: "Ask", goto: signed}}}}}}\n'
    )
    file, problems = told(tmp_path, fragment, "SD301")
    missed = ["opening", "parted"]
    assert [dict(one.values)["scene"] for one in problems] == missed
    text = file.read_text("utf-8")
    assert [(one.line, one.column) for one in problems] == [
        place_of(text, f"{scene}:") for scene in missed
    ]


def test_a_breach_is_told_where_the_road_meets_it_whatever_else_has_its_name(
    tmp_path: Path,
) -> None:
    lie = 'lie: {say: "I am his friend.", why: "A lie", goto: parted, breach: false_identity}'
    fragment = (
        "scenes:\n"
        f'  opening: {{{LINE}, choices: {{far: {{say: "Far", why: "It is", goto: later}},'
        ' near: {say: "Near", why: "It is", goto: soon}}}\n'
        f'  later: {{{LINE}, choices: {{on: {{say: "On", why: "It is", goto: last}}}}}}\n'
        f"  last: {{{LINE}, choices: {{{lie}}}}}\n"
        f"  soon: {{{LINE}, choices: {{{lie.replace('breach', '  breach')}}}}}\n"
    )
    file, (problem,) = told(tmp_path, fragment, "SD404")
    assert dict(problem.values)["road"] == "near,lie"
    line, column = place_of(file.read_text("utf-8"), "  breach: false_identity")
    assert (problem.line, problem.column) == (line, column + len("  breach: "))


def test_an_entry_that_comes_too_late_is_told_of_once(tmp_path: Path) -> None:
    fragment = (
        "scenes:\n  signed:\n    end: won\n    customer:\n"
        '      - {when: trust > 10, say: "Gladly."}\n'
        '      - {when: trust > 20, say: "Yes."}\n'
        '      - {say: "Hm."}\n'
    )
    _, problems = told(tmp_path, fragment, "SD304,SD305,SD308")
    assert [(one.code, one.form) for one in problems] == [("SD305", ""), ("SD304", "late")]


def test_an_accent_that_joins_its_letter_is_no_sign_of_unsure_width(tmp_path: Path) -> None:
    title = 'title: {ja: "cafe\u0301の電話", en: "Cafe\u0301 call"}\n'
    assert told(tmp_path, title, "SD506")[1] == []


def test_of_a_talk_that_never_ends_nobody_says_that_all_pass(tmp_path: Path) -> None:
    ask = 'ask: {say: "Why?", why: "Ask", points: {inquiry: 3}, repeat: true, goto: opening}'
    fragment = f"scenes:\n  opening: {{{LINE}, choices: {{{ask}}}}}\n"
    _, problems = told(tmp_path, fragment, "SD303,SD402,SD403,SD404")
    assert [one.code for one in problems] == ["SD303"]
