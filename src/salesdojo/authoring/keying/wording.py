"""Which wording of a scene was keyed: a short mark of what an expert reads."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from salesdojo.content.document import Document
from salesdojo.content.reference_parts import mapping, scenes


def wording_marks(scenario: Document) -> Mapping[str, str]:
    """Return the mark of every scene with choices, by scene.

    It changes with the customer's lines, the stage direction and the choices' words and
    conditions, and with nothing else: points may be changed after the experts have keyed.
    """
    return {
        name: _mark(scene)
        for name, _, scene in scenes(scenario.data)
        if mapping(scene.get("choices"))
    }


def _mark(scene: Mapping[str, Any]) -> str:
    read = {
        **{key: scene.get(key) for key in ("speaker", "note", "customer")},
        "choices": {
            name: [mapping(choice).get(key) for key in ("say", "when")]
            for name, choice in mapping(scene.get("choices")).items()
        },
    }
    written = json.dumps(read, ensure_ascii=True, sort_keys=True)
    # A letter first, for eight digits alone would be a number to YAML.
    return f"w{blake2b(written.encode(), digest_size=4).hexdigest()}"
