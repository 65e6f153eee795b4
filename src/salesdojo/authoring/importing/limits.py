"""How much of a story can be read, and how much one scenario can hold."""

from typing import Final

LARGEST_STORY: Final = 5 * 2**20
"""Bytes a story's file may have; a published page carries its engine with it."""
MOST_SCENES: Final = 400
"""As in schemas/scenario.schema.json."""
MOST_SOURCE: Final = 2**20
"""Characters of a Twine story with its scripts and styles, without the engine around it."""
MOST_PASSAGES: Final = 2000
"""Passages of a Twine story, scripts, styles and notes among them."""
MOST_TEXT: Final = 2**18
"""Characters of its passages: a scenario's file of 1 MiB holds no more of Japanese."""
MOST_YAML: Final = 2**20
"""Bytes of a scenario's file."""
MOST_CHOICES: Final = 9
"""Choices of a scene: they are the keys 1 to 9."""
MOST_METERS: Final = 8
MOST_FACTS: Final = 40
MOST_ENTRIES: Final = 30
"""Lines of a scene, and entries of a goto."""
