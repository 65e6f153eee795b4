"""The lines of a scene that a trainee may say, questions at a table among them."""

from collections.abc import Iterator

from salesdojo.content.model import Scene
from salesdojo.content.move_words import asked_in, question_line
from salesdojo.practice.table.earning import facts_told


def lines_of(scene: Scene) -> Iterator[str]:
    """Yield the choices of a scene, and what can be asked at its table, as decisions have them."""
    if scene.bargaining is None:
        yield from scene.choices
        return
    for question in scene.bargaining.table.questions:
        yield question_line(question.id)


def facts_of(scene: Scene, line: str) -> tuple[str, ...]:
    """Return the facts that a line of `lines_of` uncovers, or may uncover where it is asked."""
    if scene.bargaining is None:
        return scene.choices[line].learn
    table, asked = scene.bargaining.table, asked_in(line)
    return facts_told(table, tuple(one.id for one in table.interests if asked in one.ask))
