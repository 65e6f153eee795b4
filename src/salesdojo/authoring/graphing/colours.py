"""Which colours stand for what, in light and in dark; a word or a shape always says it too."""

from dataclasses import dataclass
from typing import Final

from salesdojo.content.model import Outcome


@dataclass(frozen=True, slots=True)
class Shade:
    """A surface, its border, and what is written on it; contrast of the words is over 4.5."""

    fill: str
    line: str
    ink: str


LIGHT: Final = {
    Outcome.WON: Shade("#e3f4e6", "#1a7f37", "#115a26"),
    Outcome.ADVANCED: Shade("#dcf3f1", "#0f766e", "#0b544e"),
    Outcome.DECLINED: Shade("#efe8fb", "#6e40c9", "#4f2d93"),
    Outcome.STALLED: Shade("#fff2d1", "#9a6700", "#6f4b00"),
    Outcome.LOST: Shade("#fde8e6", "#b42318", "#86180f"),
}
DARK: Final = {
    Outcome.WON: Shade("#10301a", "#3fb950", "#a5e6b0"),
    Outcome.ADVANCED: Shade("#0b302d", "#2dd4bf", "#a3eee4"),
    Outcome.DECLINED: Shade("#261a42", "#a78bfa", "#d9ccfd"),
    Outcome.STALLED: Shade("#352808", "#d29922", "#f2d896"),
    Outcome.LOST: Shade("#3b1512", "#f2695c", "#fbc1bb"),
}
SCENE: Final = Shade("#ffffff", "#7a8696", "#1f2937")
SCENE_DARK: Final = Shade("#1b222d", "#7d8996", "#e6edf3")
BEST: Final = "#0b57d0"
BEST_DARK: Final = "#7cacf8"
WARNING: Final = "#b42318"
WARNING_DARK: Final = "#f2695c"


def stroke(traffic: float | None) -> float:
    """Return a way's width, 1-7 points: by how often a random player goes it."""
    return 1.0 if traffic is None else 1.0 + 6.0 * min(1.0, traffic)
