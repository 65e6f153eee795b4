"""What a person chose last and need not choose again: language, theme, typing first.

A convenience: a file that cannot be read is as good as none, and one that
cannot be written is done without.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

from salesdojo.records.kept_file import keep_file

_LARGEST: Final = 4096
"""Bytes read at most; ours has about 70."""


def preferences_file() -> Path:
    """Return the place in the user's config folder."""
    import platformdirs

    return platformdirs.user_config_path("salesdojo", appauthor=False) / "preferences.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices kept between two visits; None where nothing was chosen."""

    language: str | None = None
    theme: str | None = None
    types_first: bool = False
    """Whether a line is typed before the choices of a drill are shown."""

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read `file`; nothing was chosen where it is missing or makes no sense."""
        try:
            with file.open("rb") as opened:
                kept = json.loads(opened.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return cls()
        if not isinstance(kept, dict):
            return cls()
        types_first = kept.get("types_first") is True
        return cls(_word(kept.get("language")), _word(kept.get("theme")), types_first)

    def write(self, file: Path) -> None:
        """Write the whole or nothing."""
        keep_file(file, json.dumps(asdict(self)).encode())


def _word(kept: object) -> str | None:
    return kept if isinstance(kept, str) else None
