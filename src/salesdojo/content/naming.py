"""From what was typed for a scenario to its file: a path when it looks like one, else an id."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.errors import ContentError

if TYPE_CHECKING:
    from salesdojo.content.pack_files import PackFile


def looks_like_a_file(name: str) -> bool:
    """Tell whether what was typed is meant as a file."""
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name


def file_named(name: str, known: "Callable[[], Mapping[str, PackFile]]") -> Path:
    """Return the file of the scenario `name`; `known`, by id, is asked only for an id.

    Raises:
        ContentError: CT001 for an unknown id, with the nearest.
    """
    if looks_like_a_file(name):
        return Path(name)
    scenarios = known()
    if name not in scenarios:
        raise unknown_scenario(name, scenarios)
    return scenarios[name].path


def unknown_scenario(name: str, known: Iterable[str]) -> ContentError:
    """Return the error for an id that none of the `known` scenarios has, with the nearest."""
    from salesdojo.content.suggesting import nearest_few

    return ContentError("CT001", scenario=name, nearest=", ".join(nearest_few(name, known)))
