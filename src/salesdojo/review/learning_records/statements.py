"""What happened in an attempt as xAPI statements, from the first line to the verdict."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import floor
from typing import Any, Final

from salesdojo.practice.scoring import CriterionScore, Judged, Result
from salesdojo.records.people.person_export import iso_time
from salesdojo.review.exporting.decided import Decided
from salesdojo.review.exporting.ended_rows import Attempt
from salesdojo.review.learning_records.activities import Activities, Activity, activity
from salesdojo.review.learning_records.names import (
    HOME,
    MASTERY,
    PROFILE,
    extension,
    named,
    registration,
    statement_id,
    verb,
)

Statement = dict[str, Any]
_VOIDER: Final = "salesdojo"
"""The account that takes back what a rescore made untrue; no person's id is like it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A result, which statements are about."""

    result: Result
    result_hash: str
    revision: str
    """By which it was scored."""
    at: int
    """When, UTC in milliseconds."""

    @property
    def key(self) -> str:
        """Tell it apart from the attempt's other results."""
        return result_key(self.result_hash, self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What one statement is about."""

    key: Sequence[str]
    """The verb, and what tells the statement apart from the attempt's other ones."""
    of: Activity
    at: int
    """When it happened, UTC in milliseconds."""
    result: Statement | None = None
    revision: str | None = None
    """Of the scenario, where it may be another than the attempt's."""
    within: bool = False
    """A part of the scenario, which is then its parent."""
    skill: Activity | None = None
    extensions: Mapping[str, object] = field(default_factory=dict)
    """Of the context."""


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes statements of attempts: the same ones whenever it is asked."""

    activities: Activities
    home: str = HOME
    """Where people have their accounts: an address of the company's."""
    names: bool = False
    """With people's names, instead of their ids alone."""

    def begun(self, attempt: Attempt) -> Statement:
        """Tell that a talk was begun."""
        simulation = self.activities.simulation(attempt.scenario, attempt.revision)
        return self._made(attempt, _About(key=("initialized",), of=simulation, at=attempt.begun_at))

    def scored(
        self, attempt: Attempt, scored: Scored, decisions: Sequence[Decided]
    ) -> Iterator[Statement]:
        """Tell what a result says: of each decision, each criterion, and the whole."""
        judged = {one.turn: one for one in scored.result.decisions}
        for one in decisions:
            yield self.answered(attempt, one, scored, judged.get(one.turn))
        for criterion, score in scored.result.criteria.items():
            yield self._criterion(attempt, scored, criterion, score)
        yield self._verdict(attempt, scored, decisions)

    def answered(
        self,
        attempt: Attempt,
        one: Decided,
        scored: Scored | None = None,
        judged: Judged | None = None,
    ) -> Statement:
        """Tell of one decision; unjudged where the talk was left.

        Of the moves at a negotiation table the last is judged, for all of them.
        """
        revision = attempt.revision if scored is None else scored.revision
        result: Statement = {"response": one.choice, "duration": duration(one.elapsed_ms)}
        best: tuple[str, ...] = ()
        said: dict[str, object] = {"hinted": bool(one.hinted), "timed_out": bool(one.timed_out)}
        if judged is not None:
            best = judged.best
            if judged.decides:
                result["success"] = judged.loss <= 0 if judged.table else judged.choice in best
                result["score"] = {"scaled": max(0.0, 1 - judged.loss / 100)}
            said |= {"loss": judged.loss, "luck": judged.luck, "points": dict(judged.points)}
            if judged.table is not None:
                said["ending"] = judged.table.ending.value
        result["extensions"] = _extended(said)
        question = self.activities.question(attempt.scenario, revision, one.scene, best)
        key = ("answered", str(one.turn), "" if scored is None else scored.key)
        about = _About(
            key=key, of=question, at=one.at, result=result, revision=revision, within=True
        )
        return self._made(attempt, about)

    def ended(self, attempt: Attempt, decisions: Sequence[Decided]) -> Iterator[Statement]:
        """Tell that a talk came to its end, or was left."""
        lasted = {"duration": duration(sum(one.elapsed_ms for one in decisions))}
        simulation = self.activities.simulation(attempt.scenario, attempt.revision)
        at = attempt.finished_at if attempt.finished_at is not None else attempt.abandoned_at
        about = _About(key=("terminated",), of=simulation, at=at or attempt.begun_at, result=lasted)
        if attempt.finished_at is not None:
            done = replace(about, key=("completed",), result={"completion": True, **lasted})
            yield self._made(attempt, done)
        yield self._made(attempt, about)

    def voided(self, attempt: Attempt, target: str, at: int) -> Statement:
        """Take back the statement with the id `target`."""
        return {
            "id": statement_id(attempt.id, "voided", target),
            "actor": _agent(self.home, _VOIDER),
            "verb": verb("voided"),
            "object": {"objectType": "StatementRef", "id": target},
            "timestamp": str(iso_time(at)),
        }

    def _criterion(
        self, attempt: Attempt, scored: Scored, criterion: str, score: CriterionScore
    ) -> Statement:
        evidence = [
            {"turn": one.turn, "points": one.points[criterion]}
            for one in scored.result.decisions
            if criterion in one.points
        ]
        said: dict[str, object] = {"level": score.level, "evidence": evidence}
        scenario = self.activities.scenario(scored.revision)
        if scenario is not None and criterion in scenario.rubric.criteria:
            said["weight"] = scenario.rubric.criteria[criterion].weight
        result: Statement = {
            "score": {
                "scaled": score.share,
                "raw": score.earned,
                "min": min(0, score.earned),
                "max": score.best,
            },
            "extensions": _extended(said),
        }
        assessed = self.activities.assessment(attempt.scenario, scored.revision, criterion)
        skill = self.activities.skill(scored.revision, criterion)
        key = ("scored", criterion, scored.key)
        about = _About(
            key=key, of=assessed, at=scored.at,
            result=result, revision=scored.revision, within=True, skill=skill,
        )  # fmt: skip
        return self._made(attempt, about)

    def _verdict(self, attempt: Attempt, scored: Scored, decisions: Sequence[Decided]) -> Statement:
        result = scored.result
        said: dict[str, object] = {
            "outcome": result.outcome.value,
            "luck": result.luck,
            "breaches": list(result.breaches),
            "under_minimum": list(result.under_minimum),
        }
        if result.satisfaction is not None:
            said["satisfaction"] = result.satisfaction
        told = {
            # Rounded down: a raw score that reaches the mark always comes of one that did.
            "score": {
                "scaled": result.quality / 100, "raw": floor(result.quality), "min": 0, "max": 100,
            },
            "success": result.passed,
            "duration": duration(sum(one.elapsed_ms for one in decisions)),
            "extensions": _extended(said),
        }  # fmt: skip
        scenario = self.activities.scenario(scored.revision)
        mark = {} if scenario is None else {MASTERY: scenario.rubric.pass_mark / 100}
        simulation = self.activities.simulation(attempt.scenario, scored.revision)
        key = ("passed" if result.passed else "failed", scored.key)
        about = _About(
            key=key, of=simulation, at=scored.at,
            result=told, revision=scored.revision, extensions=mark,
        )  # fmt: skip
        return self._made(attempt, about)

    def _made(self, attempt: Attempt, about: "_About") -> Statement:
        """Return a statement of the attempt whose verb is the first word of the key."""
        revision = about.revision or attempt.revision
        around: dict[str, list[Activity]] = {
            "grouping": self._grouping(attempt, revision),
            "category": [activity(PROFILE, "profile")],
        }
        if about.within:
            around["parent"] = [self.activities.simulation(attempt.scenario, revision)]
        if about.skill is not None:
            around["other"] = [about.skill]
        said = _extended({"seed": attempt.seed, "mode": attempt.mode})
        return {
            "id": statement_id(attempt.id, *about.key),
            "actor": _agent(self.home, attempt.person, attempt.name if self.names else None),
            "verb": verb(about.key[0]),
            "object": about.of,
            **({} if about.result is None else {"result": about.result}),
            "context": {
                "registration": registration(attempt.id),
                "contextActivities": around,
                "revision": revision,
                "platform": "salesdojo",
                "language": attempt.language,
                "extensions": {**said, **about.extensions},
            },
            "timestamp": str(iso_time(about.at)),
        }

    def _grouping(self, attempt: Attempt, revision: str) -> list[Activity]:
        exact = activity(named("scenario", attempt.scenario, "revision", revision), "revision")
        if attempt.journey is None:
            return [exact]
        return [activity(named("journey", attempt.journey), "course"), exact]


def result_key(result_hash: str, at: int) -> str:
    """Tell a result apart from the attempt's others: a rescore may come to the same again."""
    return f"{result_hash}:{at}"


def duration(milliseconds: int) -> str:
    """Return a length of time as ISO 8601 has it, in hundredths of a second as cmi5 wants it."""
    return f"PT{max(0, milliseconds) / 1000:.2f}S"


def _agent(home: str, account: str, name: str | None = None) -> Statement:
    agent: Statement = {
        "objectType": "Agent",
        "account": {"homePage": home, "name": account},
    }
    return {**agent, "name": name} if name else agent


def _extended(said: Mapping[str, object]) -> Statement:
    return {extension(name): value for name, value in said.items()}
