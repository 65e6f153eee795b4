"""The text of a result that was scored in bulk, put together from parts written once.

It is the very text of `result_json`, to the byte: a property test holds them equal.
"""

from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.practice.marking_in_bulk import Mark
    from salesdojo.practice.scoring_in_bulk import Scored
    from salesdojo.practice.step_table import Arrival


def written(scored: "Scored") -> str:
    """Return what `result_json.written` writes of the same result."""
    felt = "null" if scored.satisfaction is None else scored.satisfaction
    passed = "true" if scored.passed else "false"
    criteria = ",".join([mark.text or _mark_written(mark) for mark in scored.marks])
    under = tuple([mark.criterion for mark in scored.marks if mark.under])
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
        f'"luck":{scored.luck!r},"satisfaction":{felt},"criteria":{{{criteria}}},'
        f'"breaches":{_names(scored.breaches)},'
        f'"under_minimum":{_names(under)},"decisions":[{decisions}],"learned":{_names(scored.learned)},'
        f'"missed":[{",".join([_names(one) for one in missed])}]}}'
    )


def _mark_written(mark: "Mark") -> str:
    one = mark.scored
    mark.text = f"{quoted(mark.criterion)}:[{one.earned},{one.best},{one.share!r},{one.level}]"
    return mark.text


def _decision_written(arrival: "Arrival") -> str:
    one = arrival.judged
    arrival.text = (
        f',"scene":{quoted(one.scene)},"choice":{quoted(one.choice)},"loss":{one.loss!r},'
        f'"luck":{one.luck!r},"best":{_names(one.best)},"points":{_points(one.points)},'
        '"timed_out":'
    )
    return arrival.text


@lru_cache(maxsize=4_000)
def _names(names: tuple[str, ...]) -> str:
    return f"[{','.join([quoted(name) for name in names])}]"


def _points(points: "Mapping[str, int]") -> str:
    return f"{{{','.join([f'{quoted(name)}:{earned}' for name, earned in points.items()])}}}"
