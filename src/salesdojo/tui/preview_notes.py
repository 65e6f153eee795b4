"""What a preview says of its last change: which message, and what the message names."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from salesdojo.authoring.previewing.jumping import Jump, Way
from salesdojo.authoring.previewing.rehearsal import LONGEST_STROLL
from salesdojo.content.problem import excerpt
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.authoring.previewing.rehearsal import Parting, Rehearsal

_LONGEST_ROAD: Final = 120


@dataclass(frozen=True, slots=True)
class Note:
    """A message that can be said again in another language."""

    name: str
    values: "Mapping[str, str | int]" = field(default_factory=dict)

    def said(self, language: str) -> str:
        """Say it in `language`."""
        return message(f"preview.note_{self.name}", language, **self.values)


def after_moving(before: "Rehearsal", after: "Rehearsal", parting: "Parting | None") -> Note:
    """Say what became of the road in a new version."""
    if parting is not None:
        scene, choice = excerpt(parting.step.scene), excerpt(parting.step.choice)
        return Note(parting.why, {"turn": parting.turn, "scene": scene, "choice": choice})
    scene = after.attempt.scene.id
    if scene == before.attempt.scene.id or before.ahead:
        return Note("same")
    return Note("led_elsewhere", {"scene": scene})


def after_jumping(scene: str, found: Jump | None) -> Note:
    """Say how a scene was come to."""
    if found is None:
        return Note("jump_never", {"scene": scene})
    road = excerpt(", ".join(step.choice for step in found.rehearsal.road), _LONGEST_ROAD)
    if found.way is Way.BACK:
        return Note("jump_back", {"scene": scene})
    if not road:
        return Note("jump_opening", {"scene": scene})
    name = "jump_shortest" if found.way is Way.SHORTEST else "jump_other_luck"
    return Note(name, {"scene": scene, "road": road})


def after_stroll(rehearsal: "Rehearsal", count: int) -> Note:
    """Say that a random talk was played, the `count`-th."""
    if rehearsal.over:
        return Note("random", {"count": count})
    return Note("random_long", {"count": LONGEST_STROLL})
