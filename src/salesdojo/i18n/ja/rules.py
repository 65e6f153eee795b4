"""What the rules of `check` say in Japanese, by code and form."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {}
