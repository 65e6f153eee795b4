"""Figures as a person reads them: one decimal where it says something, never flattering."""

from math import floor
from typing import Final

_SMALLEST: Final = 0.05


def quality_figure(quality: float) -> str:
    """Return a quality (0-100) with at most one decimal, rounded down: 69.99 is not 70."""
    return f"{floor(quality * 10 + 1e-9) / 10:.1f}".removesuffix(".0")


def loss_figure(loss: float) -> str:
    """Return a loss with at most one decimal; a loss too small for it still shows."""
    if 0 < loss < _SMALLEST:
        return "< 0.1"
    return f"{loss:.1f}".removesuffix(".0")


def signed_figure(amount: float) -> str:
    """Return an amount with its sign and at most one decimal."""
    shown = f"{amount:+.1f}".removesuffix(".0")
    return "0" if shown in {"+0", "-0"} else shown
