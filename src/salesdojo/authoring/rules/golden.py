"""Rules about golden paths, the roads a trainer promises: SD601 to SD607."""

from collections.abc import Iterator
from typing import Final

from salesdojo.authoring.rules.golden_talks import GoldenTalk
from salesdojo.authoring.rules.promised import PROMISE, is_kept
from salesdojo.authoring.rules.talk import SolvedTalk
from salesdojo.content.problem import Problem
from salesdojo.content.suggesting import nearest
from salesdojo.errors import PracticeError
from salesdojo.i18n.figures import quality_figure
from salesdojo.practice.scoring import Result

EXEMPLAR: Final = 95.0
"""A path that promises this quality (0-100) and a pass is an exemplar."""
_FORMS: Final = {"PR007": "no_move", "PR008": "unknown", "PR009": "unnamed"}
"""How each of them is said of a step."""


def golden_paths_that_part(solved: SolvedTalk) -> Iterator[Problem]:
    """A golden path takes a choice that is not offered at that turn.

    Bad:
        tests:
          exemplar: {play: [aks], end: won}

    Good:
        tests:
          exemplar: {play: [ask], end: won, quality: ">= 95", passed: true}
    """
    for talk in solved.golden_talks:
        if talk.attempt.table is not None and talk.wrong is not None:
            yield _no_move(solved, talk, talk.wrong)
            continue
        offered = [choice.id for choice in talk.attempt.offered]
        if not offered or talk.taken == len(talk.golden.play):
            continue
        choice = talk.golden.play[talk.taken]
        near = nearest(choice, offered)
        yield solved.talk.problem(
            (*talk.path, "play", talk.taken),
            "SD601",
            "suggestion" if near else "",
            choice=choice,
            turn=talk.taken + 1,
            scene=talk.attempt.scene.id,
            offered=", ".join(offered),
            suggestion=near or "",
        )


def golden_paths_that_stop_early(solved: SolvedTalk) -> Iterator[Problem]:
    """A golden path ends before the talk does, so nothing it promises can be seen.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3}
                goto: closing
          closing:
            customer: {ja: "それで？", en: "And then?"}
            choices:
              propose:
                say: {ja: "ご提案します。", en: "Here is my proposal."}
                why: {ja: "次の一歩を示します。", en: "It names the next step."}
                goto: signed
        tests:
          exemplar: {play: [ask], end: won}

    Good:
        tests:
          exemplar: {play: [ask], end: won, quality: ">= 95", passed: true}
    """
    for talk in solved.golden_talks:
        if talk.taken == len(talk.golden.play) and talk.attempt.outcome is None:
            if talk.attempt.table is not None:
                path, scene = (*talk.path, "play"), talk.attempt.scene.id
                yield solved.talk.problem(path, "SD602", "table", scene=scene)
                continue
            offered = ", ".join(choice.id for choice in talk.attempt.offered)
            yield solved.talk.problem(
                (*talk.path, "play"), "SD602", scene=talk.attempt.scene.id, offered=offered
            )


def golden_paths_that_go_on(solved: SolvedTalk) -> Iterator[Problem]:
    """A golden path takes more choices after the talk has ended.

    Bad:
        tests:
          exemplar: {play: [ask, propose], end: won}

    Good:
        tests:
          exemplar: {play: [ask], end: won, quality: ">= 95", passed: true}
    """
    for talk in solved.golden_talks:
        if talk.taken < len(talk.golden.play) and talk.attempt.outcome is not None:
            yield solved.talk.problem(
                (*talk.path, "play", talk.taken),
                "SD603",
                choice=talk.golden.play[talk.taken],
                scene=talk.attempt.scene.id,
            )


def golden_paths_with_another_end(solved: SolvedTalk) -> Iterator[Problem]:
    """A golden path comes to another end than it promises.

    Bad:
        tests:
          exemplar: {play: [ask], end: lost}

    Good:
        tests:
          exemplar: {play: [ask], end: won, quality: ">= 95", passed: true}
    """
    for talk, result in _finished(solved):
        if talk.golden.end not in (None, result.outcome):
            yield solved.talk.problem((*talk.path, "end"), "SD604", end=result.outcome.value)


def golden_paths_of_another_quality(solved: SolvedTalk) -> Iterator[Problem]:
    """A golden path has another quality than it promises.

    Bad:
        tests:
          exemplar: {play: [ask], end: won, quality: "<= 40"}

    Good:
        tests:
          exemplar: {play: [ask], end: won, quality: ">= 95", passed: true}
    """
    for talk, result in _finished(solved):
        if not is_kept(talk.golden.quality, result.quality):
            yield solved.talk.problem(
                (*talk.path, "quality"), "SD605", quality=quality_figure(result.quality)
            )


def golden_paths_that_pass_otherwise(solved: SolvedTalk) -> Iterator[Problem]:
    """A golden path passes where it promises to fail, or fails where it promises to pass.

    Bad:
        tests:
          exemplar: {play: [ask], end: won, passed: false}

    Good:
        tests:
          exemplar: {play: [ask], end: won, quality: ">= 95", passed: true}
    """
    for talk, result in _finished(solved):
        if talk.golden.passed not in (None, result.passed):
            form = "passed" if result.passed else _reason(result)
            named = ", ".join((*result.breaches, *result.under_minimum))
            yield solved.talk.problem(
                (*talk.path, "passed"),
                "SD606",
                form,
                quality=quality_figure(result.quality),
                needed=solved.scenario.rubric.pass_mark,
                named=named,
            )


def scenarios_without_an_exemplar(solved: SolvedTalk) -> Iterator[Problem]:
    """No golden path promises near perfect play: nobody would notice if it became impossible.

    Bad:
        tests:
          pushover: {play: [sell], end: lost, quality: "<= 40", passed: false}

    Good:
        tests:
          exemplar: {play: [ask], end: won, quality: ">= 95", passed: true}
    """
    for golden in solved.scenario.golden_paths:
        promise = PROMISE.fullmatch(golden.quality or "")
        high = promise is not None and promise["sign"] in (">=", ">", "==")
        if promise is not None and high and float(promise["figure"]) >= EXEMPLAR and golden.passed:
            return
    written = "tests" in solved.talk.document.data
    yield solved.talk.key_problem(("tests",) if written else ("id",), "SD607")


def _reason(result: Result) -> str:
    if result.breaches:
        return "breach"
    return "minimum" if result.under_minimum else ""


def _finished(solved: SolvedTalk) -> Iterator[tuple[GoldenTalk, Result]]:
    for talk in solved.golden_talks:
        if talk.result is not None:
            yield talk, talk.result


def _no_move(solved: SolvedTalk, talk: GoldenTalk, wrong: PracticeError) -> Problem:
    """Tell of a step that is no move at the table where the talk stands."""
    return solved.talk.problem(
        (*talk.path, "play", talk.taken),
        "SD601",
        _FORMS.get(wrong.code, "impossible"),
        **{
            **wrong.values,
            "choice": talk.golden.play[talk.taken],
            "turn": talk.taken + 1,
            "scene": talk.attempt.scene.id,
        },
    )
