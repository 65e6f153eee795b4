"""The lines of a scene that a trainee may say, questions at a table among them."""

from collections.abc import Iterator

from salesdojo.content.model import Scene
from salesdojo.practice.table.earning import facts_told
from salesdojo.practice.table.move_text import ASK


def lines_of(scene: Scene) -> Iterator[str]:
    """Yield the choices of a scene, and what can be asked at its table, as decisions have them."""
    if scene.bargaining is None:
        yield from scene.choices
        return
    for question in scene.bargaining.table.questions:
        yield f"{ASK} {question.id}"


def facts_of(scene: Scene, line: str) -> tuple[str, ...]:
    """Return the facts that a line of `lines_of` uncovers, or may uncover where it is asked."""
    if scene.bargaining is None:
        return scene.choices[line].learn
    table, asked = scene.bargaining.table, line.removeprefix(f"{ASK} ")
    return facts_told(table, tuple(one.id for one in table.interests if asked in one.ask))
