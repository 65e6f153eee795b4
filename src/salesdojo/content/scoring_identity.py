"""What of a scenario decides play and points, as one hash: its words may change beneath it.

Two revisions of one identity score every talk alike, so that their results can be
compared. Only the line that a debrief points to for a missed fact may be another:
that hangs on which lines have the same words.
"""

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from salesdojo.content.condition import Binary, Expression, Name, Node, Number, Unary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.content.model import Bargaining, Branch, Choice, Rubric, Scenario, Scene
    from salesdojo.content.table import Issue

Written = str | int | bool | None | list["Written"]


def scoring_identity(scenario: "Scenario") -> str:
    """Return the sha-256 (hex) of the scenario's rules and its rubric's, without any text."""
    written: Written = [
        "salesdojo scoring identity 1",
        _rubric(scenario.rubric),
        [[meter.id, meter.start, meter.hidden] for meter in scenario.meters.values()],
        [*scenario.facts],
        [*sorted(scenario.learned)],
        scenario.start,
        [_scene(scene) for scene in scenario.scenes.values()],
    ]
    return sha256(json.dumps(written, separators=(",", ":")).encode()).hexdigest()


def _rubric(rubric: "Rubric") -> Written:
    criteria: Written = [[one.id, one.weight, one.minimum] for one in rubric.criteria.values()]
    return [rubric.pass_mark, [*rubric.cuts], criteria]


def _scene(scene: "Scene") -> Written:
    return [
        scene.id,
        scene.end,
        _expression(scene.satisfaction),
        scene.seconds,
        scene.timeout,
        scene.fixed_order,
        _ways(scene.goto),
        [_choice(choice) for choice in scene.choices.values()],
        # Of scenes without a table the hash stays what it was.
        *([] if scene.bargaining is None else [_bargaining(scene.bargaining)]),
    ]


def _bargaining(held: "Bargaining") -> Written:
    table, behaviour = held.table, held.table.behaviour
    return [
        table.rounds,
        [table.reserve_ours, table.reserve_theirs],
        [behaviour.curve, behaviour.start, behaviour.end, behaviour.mirror],
        [behaviour.style, behaviour.walk_at, held.mood],
        [_issue(issue) for issue in table.issues],
        [question.id for question in table.questions],
        [[one.id, one.issue, [*one.ask], one.trust, one.reveals] for one in table.interests],
        [[reason.id, reason.issue, [*reason.fits]] for reason in table.reasons],
        [[measure, criterion] for measure, criterion in sorted(held.points.items())],
        held.worth,
        [[ending, _ways(goto)] for ending, goto in held.goto.items()],
    ]


def _issue(issue: "Issue") -> Written:
    options: Written = [[one.id, one.ours, one.theirs, one.unlocked_by] for one in issue.options]
    return [issue.id, issue.ordinal, options]


def _choice(choice: "Choice") -> Written:
    return [
        choice.id,
        _expression(choice.when),
        [[criterion, points] for criterion, points in sorted(choice.points.items())],
        [[one.meter, one.amount, one.sets] for one in choice.effects],
        [*sorted(choice.learn)],
        choice.breach,
        choice.repeat,
        _ways(choice.goto),
    ]


def _ways(goto: "Iterable[Branch]") -> Written:
    return [[branch.to, _expression(branch.when), branch.weight] for branch in goto]


def _expression(asked: Expression | None) -> Written:
    return None if asked is None else _tree(asked.tree)


def _tree(tree: Node) -> Written:
    match tree:
        case Number(value=value):
            return value
        case Name(id=name):
            return name
        case Unary(sign=sign, operand=operand):
            return [sign, _tree(operand)]
        case Binary(sign=sign, left=left, right=right):
            return [sign, _tree(left), _tree(right)]
