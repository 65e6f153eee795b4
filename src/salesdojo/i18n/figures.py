"""Figures as a person reads them: one decimal where it says something, never flattering."""

from math import floor
from typing import Final

_SMALLEST: Final = 0.05
_RAREST: Final = 0.01


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


def sure_percent(probability: float) -> str:
    """Return a probability (0-1) in whole percent, rounded down: 89.9% is not 90%."""
    return f"{floor(100 * probability + 1e-9)}%"


def percent_figure(share: float) -> str:
    """Return a probability (0-1) as a percentage, rounded down; what is rare still shows.

    Two decimals under 1%, else one: so neither "0%" nor "100%" is ever said of what may happen
    or may fail.
    """
    percent = 100 * share
    if percent <= 0:
        return "0%"
    if percent < _RAREST:
        return "< 0.01%"
    decimals = 2 if percent < 1 else 1
    scale = 10**decimals
    cut = floor(percent * scale + 1e-9) / scale
    return f"{cut:.{decimals}f}".removesuffix(".0") + "%"
