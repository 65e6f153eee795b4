"""What copying a database says in English."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "target": "the backup's file; for copy, a file or a URL to copy everything to",
    "copying": "Copying",
    "head": "table|rows|sha-256",
    "copied": "Copied to {place}. Every table was read back and holds the same rows.",
}
