"""What an id is: short, in small letters, the same on every system."""

import re
from typing import Final

_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_RESERVED: Final = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_WORDS_OF_YAML: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def is_id(name: str) -> bool:
    """Tell whether `name` is an id: a-z first, then a-z, 0-9 and _, at most 40."""
    return _ID.fullmatch(name) is not None


def is_reserved(name: str) -> bool:
    """Tell whether Windows keeps `name` for a device, so that no file can have it."""
    return _RESERVED.fullmatch(name) is not None


def is_word_of_yaml(name: str) -> bool:
    """Tell whether some version of YAML takes a bare `name` for something else than text."""
    return name in _WORDS_OF_YAML
