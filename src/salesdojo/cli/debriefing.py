"""The debrief as text and as JSON: what each choice cost, and the line that would not have."""

from typing import TYPE_CHECKING, Final

from salesdojo.cli.printing import figure, number, table
from salesdojo.content.model import Scenario
from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure
from salesdojo.practice.at_table import TableTurn
from salesdojo.practice.left_behind import left_behind
from salesdojo.practice.scoring import Judged, Result

if TYPE_CHECKING:
    from salesdojo.records.session import Session

_WHOLE: Final = 100
"""All the quality that there is to lose."""


def result_as_json(session: "Session", result: Result) -> dict[str, object]:
    """Return what `play --choose ... --json` prints: other programs rely on it."""
    scenario = session.attempt.scenario
    return {
        "attempt": session.record.id,
        "scenario": scenario.id,
        "revision": scenario.revision,
        "seed": session.attempt.seed,
        "outcome": result.outcome.value,
        "quality": number(result.quality),
        "passed": result.passed,
        "luck": number(result.luck),
        "satisfaction": result.satisfaction,
        "criteria": {
            criterion: {"level": scored.level, "share": number(scored.share)}
            for criterion, scored in result.criteria.items()
        },
        "breaches": list(result.breaches),
        "decisions": [
            {
                "scene": judged.scene,
                "choice": judged.choice,
                "loss": number(judged.loss),
                "best": list(judged.best),
            }
            for judged in result.decisions
        ],
        **_negotiations_as_json(session),
    }


def _negotiations_as_json(session: "Session") -> dict[str, object]:
    """Return what each negotiation came to, where a talk has one."""
    ended = [event.table for event in session.attempt.events if event.table and event.table.ends]
    if not ended:
        return {}
    from salesdojo.cli.table_debrief import negotiation_as_json

    return {"negotiations": [negotiation_as_json(one.state) for one in ended]}


def debrief(session: "Session", result: Result, language: str) -> str:
    """Return the debrief in words."""
    scenario, recalls = session.attempt.scenario, session.recalls()
    typed = {turn: recall.typed for turn, recall in recalls.items()}
    parts = [
        _heading(scenario, result, language),
        _criteria(scenario, result, language),
        *(
            _decision(scenario, judged, typed.get(judged.turn), language)
            if event.table is None
            else _negotiation(event.table, judged, language)
            for event, judged in zip(session.attempt.events, result.decisions, strict=True)
        ),
        message("cli.hindsight", language),
        _facts(scenario, result, language),
    ]
    return "\n\n".join(part for part in parts if part)


def _heading(scenario: Scenario, result: Result, language: str) -> str:
    verdict = "cli.passed" if result.passed else "cli.not_passed"
    lines = [
        message(f"cli.{_quality(result)}", language, quality=figure(result.quality)),
        message(verdict, language, mark=scenario.rubric.pass_mark),
    ]
    for breach in result.breaches:
        words = scenario.rubric.breaches[breach].spoken(language)
        lines.append(message("cli.breach", language, text=words))
    for criterion in result.telling_minimum(scenario):
        words = scenario.rubric.criteria[criterion].name.spoken(language)
        lines.append(message("cli.under_minimum", language, text=words))
    lines.append(message(f"cli.outcome_{result.outcome.value}", language))
    if result.satisfaction is not None:
        lines.append(message("cli.satisfaction", language, figure=result.satisfaction))
    if result.luck:
        lines.append(message("cli.luck", language, luck=f"{result.luck:+.1f}"))
    return "\n".join(lines)


def _quality(result: Result) -> str:
    """Return which words tell the quality: where more than all of it was lost, it stops at 0."""
    return (
        "quality_floor" if sum(judged.loss for judged in result.decisions) > _WHOLE else "quality"
    )


def _criteria(scenario: Scenario, result: Result, language: str) -> str:
    rows: list[tuple[str, ...]] = []
    for name, scored in result.criteria.items():
        criterion = scenario.rubric.criteria[name]
        said, points = criterion.name.spoken(language), f"{scored.earned}/{scored.best}"
        if scenario.decides_once:  # one line proves no level
            rows.append((said, points))
            continue
        level = message("cli.level", language, level=scored.level)
        rows.append((said, level, points, criterion.levels[scored.level - 1].spoken(language)))
    return table(rows)


def _decision(scenario: Scenario, judged: Judged, typed: str | None, language: str) -> str:
    choices = scenario.scenes[judged.scene].choices
    said = choices[judged.choice]
    lines = [
        message(
            "cli.decision" if judged.loss else "cli.decision_best",
            language,
            turn=judged.turn,
            text=said.say.spoken(language),
            loss=loss_figure(judged.loss),
        ),
        *([message("recall.plain_typed", language, text=typed)] if typed else ()),
        *([message("cli.timed_out", language)] if judged.timed_out else ()),
        message("cli.coach", language, text=said.why.spoken(language)),
    ]
    if judged.choice not in judged.best:
        for better in judged.best:
            words = choices[better].say.spoken(language)
            lines.append(message("cli.better", language, text=words))
            lines.append(message("cli.coach", language, text=choices[better].why.spoken(language)))
    return "\n".join(lines)


def _negotiation(table: TableTurn, judged: Judged, language: str) -> str:
    """Return a whole negotiation where it ended; its other moves are told there."""
    if not table.ends:
        return ""
    from salesdojo.cli.table_debrief import negotiation

    return negotiation(table.state, judged, language)


def _facts(scenario: Scenario, result: Result, language: str) -> str:
    scars = left_behind(scenario)
    lines = [
        message(
            "cli.left_behind" if fact in scars else "cli.learned",
            language,
            text=scenario.facts[fact].spoken(language),
        )
        for fact in result.learned
    ]
    for missed in result.missed:
        if missed.fact in scars:
            continue
        question = scenario.scenes[missed.scene].words(missed.choice).spoken(language)
        words = scenario.facts[missed.fact].spoken(language)
        lines.append(message("cli.missed", language, text=words, question=question))
    return "\n".join(lines)
