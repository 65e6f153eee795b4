"""The text of a result that was scored in bulk, put together from parts written once.

It is the very text of `result_json`, to the byte: a property test holds them equal.
"""

from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.practice.scoring_in_bulk import Marks, Scored
    from salesdojo.practice.step_table import Arrival


def written(scored: "Scored") -> str:
    """Return what `result_json.written` writes of the same result."""
    marks = scored.marks
    felt = "null" if scored.satisfaction is None else scored.satisfaction
    passed = "true" if scored.passed else "false"
    criteria, under = (marks.text or _marks_written(marks)).split("\n")
    decisions = ",".join(
        [
            f'{{"turn":{turn}{arrival.text or _decision_written(arrival)}'
            f"{'true' if silent else 'false'}}}"
            for turn, (arrival, silent) in enumerate(
                zip(scored.arrivals, scored.silences, strict=True), 1
            )
        ]
    )
    missed = [(one.fact, one.scene, one.choice) for one in scored.missed]
    return (
        f'{{"outcome":"{scored.outcome.value}","quality":{scored.quality!r},"passed":{passed},'
        f'"luck":{scored.luck!r},"satisfaction":{felt},"criteria":{criteria},'
        f'"breaches":{_names(scored.breaches)},'
        f'"under_minimum":{under},"decisions":[{decisions}],"learned":{_names(scored.learned)},'
        f'"missed":[{",".join([_names(one) for one in missed])}]}}'
    )


def _marks_written(marks: "Marks") -> str:
    criteria = ",".join(
        [
            f"{quoted(criterion)}:[{one.earned},{one.best},{one.share!r},{one.level}]"
            for criterion, one in marks.criteria.items()
        ]
    )
    marks.text = f"{{{criteria}}}\n{_names(marks.under_minimum)}"
    return marks.text


def _decision_written(arrival: "Arrival") -> str:
    one = arrival.judged
    arrival.text = (
        f',"scene":{quoted(one.scene)},"choice":{quoted(one.choice)},"loss":{one.loss!r},'
        f'"luck":{one.luck!r},"best":{_names(one.best)},"points":{_points(one.points)},'
        '"timed_out":'
    )
    return arrival.text


def _names(names: tuple[str, ...]) -> str:
    return f"[{','.join([quoted(name) for name in names])}]"


def _points(points: "Mapping[str, int]") -> str:
    return f"{{{','.join([f'{quoted(name)}:{earned}' for name, earned in points.items()])}}}"
