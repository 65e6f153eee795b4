"""What `analyse --json` prints: other programs rely on it."""

from typing import TYPE_CHECKING

from salesdojo.cli.printing import number
from salesdojo.cli.table_words import table_as_json

if TYPE_CHECKING:
    from salesdojo.authoring.analysis import Analysis, PlayerFigures
    from salesdojo.authoring.comparing import Comparison
    from salesdojo.authoring.decisions import Decision


def analysis_as_json(analysis: "Analysis") -> dict[str, object]:
    """Return an analysis as JSON: qualities 0-100, probabilities 0-1."""
    return {
        "scenario": analysis.scenario.id,
        "states": analysis.states,
        "best": number(float(analysis.best)),
        "worst": number(float(analysis.worst)),
        "best_path": [choice for _, choice in analysis.best_road or ()],
        "players": {player.name: _player(player) for player in analysis.players},
        "coverage": {scene: number(share) for scene, share in analysis.seen.items()},
        "revision": analysis.scenario.revision,
        "pass_mark": analysis.scenario.rubric.pass_mark,
        "choices": _by_scene(analysis),
        "decisions": [_decision(decision) for decision in analysis.decisions],
        "criteria": {criterion: list(scenes) for criterion, scenes in analysis.earned_in.items()},
        "longest_best": {
            cue.language: {"share": number(cue.share), "by_chance": number(cue.by_chance)}
            for cue in analysis.length_cues
        },
        **({"tables": [table_as_json(one) for one in analysis.tables]} if analysis.tables else {}),
    }


def comparison_as_json(comparison: "Comparison") -> dict[str, object]:
    """Return how hard a scenario is beside its original."""
    return {
        "original": comparison.original.scenario.id,
        "equally_hard": comparison.equally_hard,
        "figures": {
            difference.figure: {
                "original": number(difference.original),
                "other": number(difference.other),
                "difference": number(difference.difference),
                "limit": number(difference.limit),
                "within": difference.within,
            }
            for difference in comparison.differences
        },
    }


def _player(player: "PlayerFigures") -> dict[str, object]:
    told: dict[str, object] = {
        "mean": number(player.mean),
        "pass": number(player.passing),
        "pass_after_5": number(player.passing_in_tries),
        "outcomes": {outcome.value: number(share) for outcome, share in player.outcomes.items()},
    }
    return {**told, "language": player.language} if player.language else told


def _by_scene(analysis: "Analysis") -> dict[str, dict[str, int | float]]:
    return {
        scene.id: {choice: number(analysis.taken[scene.id, choice]) for choice in scene.choices}
        for scene in analysis.scenario.scenes.values()
        if scene.choices
    }


def _decision(decision: "Decision") -> dict[str, object]:
    return {
        "scene": decision.scene,
        "met": number(decision.met),
        "mean_loss": number(decision.mean_loss),
        "spread": number(decision.spread),
    }
