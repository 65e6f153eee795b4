"""Practice or exam. Apart from the other values: the first screen needs no more of them."""

from enum import StrEnum


class Mode(StrEnum):
    """How an attempt is played."""

    PRACTICE = "practice"
    EXAM = "exam"
