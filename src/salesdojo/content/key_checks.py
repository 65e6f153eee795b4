"""What a blind key promises beyond its shape: scenes and choices that its scenario has."""

from collections.abc import Iterator
from typing import Final

from salesdojo.content.document import Document
from salesdojo.content.ids import is_id
from salesdojo.content.name_checks import unknown
from salesdojo.content.problem import Problem
from salesdojo.content.reference_parts import mapping, scenes

_BY_SCENE: Final = ("wording", "borderline", "keys", "notes")


def key_problems(document: Document, stem: str, scenario: Document) -> Iterator[Problem]:
    """Yield what is wrong with the names in the key `document`, whose file is called `stem`."""
    written = mapping(document.data)
    expert = written.get("expert")
    if isinstance(expert, str) and is_id(expert) and expert != stem:
        yield document.problem(("expert",), "SD211", "expert", id=expert, stem=stem)
    decisions = {
        name: tuple(mapping(scene.get("choices"))) for name, _, scene in scenes(scenario.data)
    }
    decisions = {name: offered for name, offered in decisions.items() if offered}
    for part in _BY_SCENE:
        for scene, below in mapping(written.get(part)).items():
            if scene not in decisions:
                yield from unknown(document, (part, scene), "SD227", scene, decisions, key=True)
                continue
            for choice in mapping(below):
                at = (part, scene, choice)
                yield from unknown(document, at, "SD228", choice, decisions[scene], key=True)
