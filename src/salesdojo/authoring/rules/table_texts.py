"""What is said aloud at negotiation tables: each text with its place, by who says it."""

from collections.abc import Iterator
from enum import StrEnum

from salesdojo.authoring.rules.talk import Talk
from salesdojo.authoring.rules.texts import Written, WrittenText


class Says(StrEnum):
    """Whose words they are."""

    TRAINEE = "trainee"
    """Questions, reasons, and the issues and options that offers are made of."""
    CUSTOMER = "customer"
    """Interests, and the lines of the customer's own."""


_WHO = {
    "issues": Says.TRAINEE,
    "questions": Says.TRAINEE,
    "reasons": Says.TRAINEE,
    "lines": Says.CUSTOMER,
}
_TABLE, _PART, _UNLOCKS = 2, 3, "unlocks"
"""Where in a path stand `table`, what of it, and an option that an interest unlocks."""


def table_texts(talk: Talk) -> Iterator[tuple[Says, WrittenText]]:
    """Yield the texts of all tables of a talk but those that nobody says."""
    if not any(scene.bargaining for scene in talk.scenario.scenes.values()):
        return
    for text in Written(talk.document, "scenario", ()).texts:
        who = _who(text)
        if who is not None:
            yield who, text


def _who(text: WrittenText) -> Says | None:
    if len(text.path) <= _PART or text.path[_TABLE] != "table":
        return None
    part = text.path[_PART]
    if part == "interests":
        return Says.TRAINEE if _UNLOCKS in text.path[_PART + 2 :] else Says.CUSTOMER
    return _WHO.get(str(part))
