"""How much of a story can be read, and how much one scenario can hold."""

from typing import Final

LARGEST_STORY: Final = 5 * 2**20
"""Bytes a story's file may have; a published page carries its engine with it."""
MOST_SCENES: Final = 400
"""As in schemas/scenario.schema.json."""
MOST_TEXT: Final = 2**20
"""Characters of text: a scenario's file has at most 1 MiB."""
MOST_CHOICES: Final = 9
"""Choices of a scene: they are the keys 1 to 9."""
MOST_METERS: Final = 8
MOST_FACTS: Final = 40
MOST_ENTRIES: Final = 30
"""Lines of a scene, and entries of a goto."""
