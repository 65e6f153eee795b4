"""What audit and rescore say in English."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "attempts": "ids of attempts; without any, all of them",
    "person": "only this person's attempts",
    "since": "only attempts begun on or after this day, such as 2026-04-01",
    "none": "There are no attempts to look at.",
    "looking": "Replaying",
    "broken_off": "Broken off after {done} of {total} attempts. Nothing was changed.",
    "counts": "{equal} equal, {differs} differ, {missing} missing.",
    "verdict_equal": "equal",
    "verdict_differs": "differs",
    "verdict_missing": "missing",
    "chain": "The chain is broken at turn {detail}: a decision there was changed, removed or added.",
    "sealed": "The stored decisions end at turn {detail}, but it was scored with others.",
    "unplayable": "The decision of turn {detail} cannot be played.",
    "no_result": "It is marked finished, but has no result.",
    "unfinished": "It has a result, but is not marked finished.",
    "not_over": "It has a result, but the talk is not over.",
    "supersedes": "Result {detail} does not follow the one before it.",
    "result_hash": "The stored result was changed: it no longer has its hash.",
    "figure": "Recomputed, the result differs in {detail}.",
    "column": "The stored {detail} is not that of the recomputed result.",
    "revision_gone": "The scenario as it was played ({detail}) is not in the database.",
    "revision_changed": "The scenario as it was played ({detail}) was changed in the database.",
    "revision_unreadable": "The scenario as it was played ({detail}) cannot be read by this version.",
    "method": "The result was scored by method {detail}, which this version cannot recompute.",
    "superseded_method": "An older result was scored by method {detail}, which this version cannot recompute.",
}
