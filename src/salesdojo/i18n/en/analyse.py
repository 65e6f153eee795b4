"""What `analyse` says in English."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "subject": "a scenario's id, or a YAML file",
    "compare": "the original that this case B must be as hard as: an id or a file",
    "head": "{title} ({scenario})",
    "range": "Quality goes from {worst} (worst) to {best} (best); the pass mark is {mark}.",
    "states": "Exact over all {states} states that a talk can reach.",
    "players": "Players who do not think",
    "players_head": "player|passes|in {tries} tries|quality|",
    "player_random": "random",
    "player_first": "first",
    "player_longest": "longest",
    "player_longest_in": "longest ({language})",
    "player_greedy": "greedy",
    "players_are": (
        "random: any choice alike. first: the first in the file.\n"
        "longest: the longest line. greedy: the most points now, by the key."
    ),
    "outcomes": "How their talks end",
    "outcomes_head": "player|won|advanced|declined|stalled|lost",
    "best_road": "The best path (decisions: {count})",
    "best_road_none": "The best path never ends: every best choice leads round in a circle.",
    "decisions": "Decisions, by how far they tell people apart",
    "decisions_head": "scene|met|mean cost|spread|",
    "decisions_first": "The decision that tells people apart most: {scene}.",
    "decisions_none": "There is no decision: nowhere can two things be said.",
    "decisions_are": (
        "Among random players. met: times in a talk.\n"
        "spread: how far its costs lie apart, in points of quality."
    ),
    "criteria": "Where points can be earned",
    "criteria_head": "criterion|weight|most points|decisions",
    "criterion_empty": "no decision",
    "lengths": "Decisions in which the longest choice costs nothing, and any choice does",
    "lengths_head": "language|longest|any",
    "language_": "all",
    "language_ja": "Japanese",
    "language_en": "English",
    "coverage": "Scenes, by how likely the random player sees them",
    "never_taken": "Choices that can never be taken: {choices}.",
    "compared": "{other} beside its original {original}",
    "compared_head": "figure|{original}|{other}|difference|limit|",
    "compared_mean": "random quality",
    "compared_pass": "random passes (%)",
    "compared_decisions": "best path (decisions)",
    "within": "equal",
    "beyond": "DIFFERS",
    "equally_hard": "They are equally hard.",
    "not_equally_hard": "They are not equally hard.",
}
