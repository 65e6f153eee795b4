"""What trainees told of a scenario's lines, as text and as JSON."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.records.days import local_day
from salesdojo.records.history.table_saying import stored_move_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.content.model import Scenario
    from salesdojo.records.reviews.remark import Heard


def remarks_in_words(scenario: "Scenario", heard: "Iterable[Heard]", language: str) -> str:
    """Return the remarks on `scenario`, each with the line that it is about."""
    told = list(heard)
    if not told:
        return message("remark.none", language, scenario=scenario.id)
    head = message("remark.head", language, scenario=scenario.id, count=len(told))
    return "\n\n".join([head, *(_in_words(scenario, one, language) for one in told)])


def remarks_as_json(heard: "Iterable[Heard]") -> list[dict[str, object]]:
    """Return the remarks for other programs."""
    return [
        {
            "id": one.remark.id,
            "scenario": one.scenario,
            "revision": one.revision,
            "scene": one.scene,
            "choice": one.remark.choice,
            "kind": one.remark.kind.value,
            "words": one.remark.words,
            "language": one.remark.language,
            "at": one.remark.at,
        }
        for one in heard
    ]


def _in_words(scenario: "Scenario", heard: "Heard", language: str) -> str:
    remark = heard.remark
    day = local_day(remark.at).isoformat()
    kind = message(f"remark.told_{remark.kind}", language)
    older = "" if heard.revision == scenario.revision else message("remark.older", language)
    scene = scenario.scenes.get(heard.scene)
    bargaining = None if scene is None else scene.bargaining
    where = heard.scene if bargaining else f"{heard.scene} / {remark.choice}"
    lines = ["  ".join(part for part in (day, kind, where, older) if part)]
    if scene is not None and bargaining:
        did = stored_move_words(bargaining.table, remark.choice, language)
        lines.append(f"  {message('remark.move', language, move=did)}")
    elif scene is not None and remark.choice in scene.choices:
        said = scene.choices[remark.choice].say.spoken(language)
        lines.append(f"  {message('remark.line', language, text=said)}")
    lines.append(f"  {remark.words or message('remark.without_words', language)}")
    return "\n".join(lines)
