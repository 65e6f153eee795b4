"""Attempts as JSON Lines: one a line, with criteria and every decision."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from sqlalchemy import Connection

from salesdojo.errors import RecordsError
from salesdojo.records.people.person_export import iso_time
from salesdojo.review.exporting.decided import Decided, decided
from salesdojo.review.exporting.ended_rows import Attempt, Finished
from salesdojo.review.exporting.tries import Tries


def write_finished(
    connection: Connection, pages: Iterable[Sequence[Finished]], file: BinaryIO, *, names: bool
) -> Iterator[int]:
    """Write finished attempts; yield how many lines each page became.

    Raises:
        RecordsError: DB018 a stored result is damaged.
    """
    tries = Tries()
    for page in pages:
        found = zip(page, tries.of_page(page), strict=True)
        wanted = [(one, tried) for one, tried in found if one.body is not None]
        decisions = decided(connection, [one.id for one, _ in wanted])
        for one, tried in wanted:
            line = {
                **_attempt(one.attempt, names=names),
                "scored_by": one.scored_by,
                "try": tried,
                **_result(one, decisions.get(one.id, ())),
            }
            file.write(_line(line))
        yield len(wanted)


def write_left(
    connection: Connection, pages: Iterable[Sequence[Attempt]], file: BinaryIO, *, names: bool
) -> Iterator[int]:
    """Write attempts that were left before their end; yield how many lines each page became."""
    for page in pages:
        decisions = decided(connection, [one.id for one in page])
        for one in page:
            made = [_decision(decision, {}) for decision in decisions.get(one.id, ())]
            line = {**_attempt(one, names=names), "outcome": None, "decisions": made}
            file.write(_line(line))
        yield len(page)


def _line(value: Mapping[str, object]) -> bytes:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{written}\n".encode(errors="backslashreplace")


def _attempt(attempt: Attempt, *, names: bool) -> dict[str, object]:
    who = {"name": attempt.name} if names else {}
    fork = {"of": attempt.fork_of, "turn": attempt.fork_turn} if attempt.fork_of else None
    return {
        "attempt": attempt.id,
        "person": attempt.person,
        **who,
        "team": attempt.team,
        "scenario": attempt.scenario,
        "revision": attempt.revision,
        "seed": attempt.seed,
        "mode": attempt.mode,
        "language": attempt.language,
        "begun": iso_time(attempt.begun_at),
        "finished": _time(attempt.finished_at),
        "left": _time(attempt.abandoned_at),
        "fork": fork,
        "journey": attempt.journey,
        "chapter": attempt.chapter,
    }


def _time(at: int | None) -> str | int | None:
    return None if at is None else iso_time(at)


def _result(found: Finished, decisions: Sequence[Decided]) -> dict[str, Any]:
    try:
        held = json.loads(found.body or "")
        judged = {one["turn"]: one for one in held["decisions"]}
        held["criteria"] = {
            criterion: {"earned": earned, "best": best, "share": share, "level": level}
            for criterion, (earned, best, share, level) in held["criteria"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as damage:
        raise RecordsError("DB018", attempt=found.id) from damage
    held["decisions"] = [_decision(one, judged.get(one.turn, {})) for one in decisions]
    return dict(held)


def _decision(one: Decided, judged: Mapping[str, Any]) -> dict[str, object]:
    return {
        "turn": one.turn,
        "scene": one.scene,
        "choice": one.choice,
        **{key: judged[key] for key in ("loss", "luck", "best", "points") if key in judged},
        **({"ending": judged["table"][0]} if "table" in judged else {}),
        "timed_out": bool(one.timed_out),
        "hinted": bool(one.hinted),
        "elapsed_ms": one.elapsed_ms,
        "at": iso_time(one.at),
    }
