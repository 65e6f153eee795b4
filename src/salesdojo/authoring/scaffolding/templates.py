"""The files that scaffolds are made of: they travel with the program."""

import re
from pathlib import Path
from typing import Final

from salesdojo import settings

_HERE: Final = Path(__file__).parent
_MODELINE: Final = re.compile(r"^# yaml-language-server:.*\n")


def stage_template(stage: str) -> str:
    """Return the scenario of a stage, with all notes and in both languages."""
    return (_HERE / "stages" / f"{stage}.yaml").read_text("utf-8")


def pack_template(name: str) -> str:
    """Return a file of a new pack."""
    return (_HERE / "pack" / name).read_text("utf-8")


def rubric_template(name: str) -> str:
    """Return a rubric of the shipped pack, without its first line for editors."""
    return _shipped(f"rubrics/{name}.yaml")


def customer_template(name: str) -> str:
    """Return a customer of the shipped pack, or one that only scaffolds have."""
    own = _HERE / "people" / f"{name}.yaml"
    return own.read_text("utf-8") if own.is_file() else _shipped(f"customers/{name}.yaml")


def term_template(headword: str) -> str:
    """Return the entry of a term in the shipped glossary, with its indentation.

    Raises:
        LookupError: when there is none.
    """
    entry = re.compile(rf"^  {re.escape(headword)}:\n(?:    .*\n|\n)+", re.MULTILINE)
    found = entry.search(_shipped("glossary.yaml") + "\n")
    if found is None:
        raise LookupError(headword)
    return found[0].rstrip() + "\n"


def _shipped(relative: str) -> str:
    text = (settings.shipped_pack() / relative).read_text("utf-8")
    return _MODELINE.sub("", text)
