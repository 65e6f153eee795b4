"""The example of a code: of the rule that reports it, or one of those written here."""

from collections.abc import Mapping
from functools import cache

from salesdojo.authoring.explaining.examples_reading import READING
from salesdojo.authoring.explaining.examples_references import REFERENCES
from salesdojo.authoring.explaining.examples_shape import SHAPE
from salesdojo.authoring.explaining.examples_tables import TABLES
from salesdojo.authoring.rules.catalogue import SOLVED_TALK_RULES, TALK_RULES, WRITTEN_RULES
from salesdojo.authoring.rules.rule import Example


@cache
def examples() -> Mapping[str, Example]:
    """Return the examples in YAML by code, in the order of the codes."""
    of_rules = {
        **{rule.code: rule.example for rule in WRITTEN_RULES},
        **{rule.code: rule.example for rule in TALK_RULES},
        **{rule.code: rule.example for rule in SOLVED_TALK_RULES},
    }
    return dict(sorted({**of_rules, **READING, **SHAPE, **REFERENCES, **TABLES}.items()))


IN_WORDS = frozenset(
    {
        "SD001",
        "SD002",
        "SD003",
        "SD016",
        "SD021",
        "SD022",
        "SD023",
        "SD024",
        "SD025",
        "SD100",
        "SD219",
        "SD227",
        "SD228",
        "SD309",
        "SD413",
        "SD415",
        "SD416",
        "SD608",
        "SD609",
        *(f"SD70{number}" for number in range(1, 8)),
        "SD802",
    }
)
"""Codes whose examples are messages: ``codes.<code>.bad`` and ``codes.<code>.good``."""
