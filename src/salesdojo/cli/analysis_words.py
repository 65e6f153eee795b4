"""An analysis as tables and bars, 80 columns wide, in either language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from salesdojo.cli.bars import bar
from salesdojo.cli.figure_columns import to_the_right
from salesdojo.cli.printing import figure, table
from salesdojo.cli.table_words import table_in_words
from salesdojo.i18n import LANGUAGES, message
from salesdojo.i18n.figures import loss_figure, percent_figure

if TYPE_CHECKING:
    from salesdojo.authoring.analysis import Analysis, PlayerFigures
    from salesdojo.authoring.comparing import Comparison, Difference

_INDENT: Final = "  "


def analysis_in_words(analysis: "Analysis", language: str) -> str:
    """Return everything of an analysis, one section after the other."""
    sections = (
        _heading(analysis, language),
        _players(analysis, language),
        _outcomes(analysis, language),
        _best_road(analysis, language),
        _decisions(analysis, language),
        _criteria(analysis, language),
        *([_lengths(analysis, language)] if analysis.length_cues else []),
        _coverage(analysis, language),
        *(table_in_words(one, language) for one in analysis.tables),
    )
    return "\n\n".join(sections)


def comparison_in_words(comparison: "Comparison", language: str) -> str:
    """Return the figures of both scenarios, and whether they are equally hard."""
    names = {
        "other": comparison.other.scenario.id,
        "original": comparison.original.scenario.id,
    }
    head = message("analyse.compared_head", language, **names).split("|")
    rows = [_difference(difference, language) for difference in comparison.differences]
    verdict = "equally_hard" if comparison.equally_hard else "not_equally_hard"
    return "\n".join(
        [
            message("analyse.compared", language, **names),
            _indented(table(to_the_right([head, *rows], range(1, 5)))),
            message(f"analyse.{verdict}", language),
        ]
    )


def _difference(difference: "Difference", language: str) -> Sequence[str]:
    return (
        message(f"analyse.compared_{difference.figure}", language),
        _two_decimals(difference.original),
        _two_decimals(difference.other),
        f"{difference.difference:+.2f}",
        _two_decimals(difference.limit),
        message("analyse.within" if difference.within else "analyse.beyond", language),
    )


def _two_decimals(value: float) -> str:
    return f"{value:.2f}".removesuffix(".00")


def _indented(text: str) -> str:
    return "\n".join(f"{_INDENT}{line}" for line in text.splitlines())


def _section(
    key: str, language: str, rows: Sequence[Sequence[str]], figures: range, **values: int | str
) -> str:
    """Return a heading and a table below it; the columns of `figures` stand to the right."""
    heading = message(f"analyse.{key}", language, **values)
    head = message(f"analyse.{key}_head", language, **values).split("|")
    return f"{heading}\n{_indented(table(to_the_right([head, *rows], figures)))}"


def _heading(analysis: "Analysis", language: str) -> str:
    scenario = analysis.scenario
    title = scenario.title.spoken(language)
    return "\n".join(
        [
            message("analyse.head", language, title=title, scenario=scenario.id),
            message(
                "analyse.range",
                language,
                worst=figure(float(analysis.worst)),
                best=figure(float(analysis.best)),
                mark=scenario.rubric.pass_mark,
            ),
            message("analyse.states", language, states=analysis.states),
        ]
    )


def _name(player: "PlayerFigures", language: str) -> str:
    if not player.language:
        return message(f"analyse.player_{player.name}", language)
    read = _language(player.language, language)
    return message(f"analyse.player_{player.name}_in", language, language=read)


def _language(name: str, language: str) -> str:
    return message(f"analyse.language_{name}", language) if name in ("", *LANGUAGES) else name


def _players(analysis: "Analysis", language: str) -> str:
    from salesdojo.authoring.analysis import TRIES

    rows = [
        (
            _name(player, language),
            percent_figure(player.passing),
            percent_figure(player.passing_in_tries),
            figure(player.mean),
            bar(player.mean / 100),
        )
        for player in analysis.players
    ]
    told = message("analyse.players_are", language)
    section = _section("players", language, rows, range(1, 4), tries=TRIES)
    return f"{section}\n{_indented(told)}"


def _outcomes(analysis: "Analysis", language: str) -> str:
    rows = [
        (_name(player, language), *map(percent_figure, player.outcomes.values()))
        for player in analysis.players
    ]
    return _section("outcomes", language, rows, range(1, 6))


def _best_road(analysis: "Analysis", language: str) -> str:
    road = analysis.best_road
    if road is None:
        return message("analyse.best_road_none", language)
    rows = [(f"{turn}.".rjust(3), *step) for turn, step in enumerate(road, start=1)]
    heading = message("analyse.best_road", language, count=len(road))
    return f"{heading}\n{_indented(table(rows))}" if rows else heading


def _decisions(analysis: "Analysis", language: str) -> str:
    decisions = analysis.decisions
    if not decisions:
        return message("analyse.decisions_none", language)
    widest = decisions[0].spread
    rows = [
        (
            decision.scene,
            f"{decision.met:.2f}",
            loss_figure(decision.mean_loss),
            loss_figure(decision.spread),
            bar(decision.spread / widest if widest else 0),
        )
        for decision in decisions
    ]
    first = message("analyse.decisions_first", language, scene=decisions[0].scene)
    told = message("analyse.decisions_are", language)
    section = _section("decisions", language, rows, range(1, 4))
    return "\n".join([section, _indented(first), _indented(told)])


def _criteria(analysis: "Analysis", language: str) -> str:
    rubric = analysis.scenario.rubric
    rows = [
        (
            rubric.criteria[criterion].name.spoken(language),
            str(rubric.criteria[criterion].weight),
            str(analysis.most_points.get(criterion, 0)),
            str(len(scenes)) if scenes else message("analyse.criterion_empty", language),
        )
        for criterion, scenes in analysis.earned_in.items()
    ]
    return _section("criteria", language, rows, range(1, 4))


def _lengths(analysis: "Analysis", language: str) -> str:
    rows = [
        (
            _language(cue.language, language),
            percent_figure(cue.share),
            percent_figure(cue.by_chance),
        )
        for cue in analysis.length_cues
    ]
    return _section("lengths", language, rows, range(1, 3))


def _coverage(analysis: "Analysis", language: str) -> str:
    rows = [(scene, percent_figure(share), bar(share)) for scene, share in analysis.seen.items()]
    scenes = analysis.scenario.scenes
    never = [
        f"{scene}.{choice}"
        for (scene, choice), share in analysis.taken.items()
        if not share and scenes[scene].bargaining is None
    ]
    lines = [
        message("analyse.coverage", language),
        _indented(table(to_the_right(rows, range(1, 2)))),
    ]
    if never:
        lines.append(message("analyse.never_taken", language, choices=", ".join(never)))
    return "\n".join(lines)
