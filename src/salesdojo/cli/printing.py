"""Where words go: data to stdout, everything else to stderr; no control characters."""

import codecs
import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress

from salesdojo.cli.streams import put
from salesdojo.content.visible import visible, without_passwords
from salesdojo.content.width import display_width
from salesdojo.i18n.figures import quality_figure


def out(text: str = "") -> None:
    """Print one line (or several) of data."""
    put(f"{visible(text)}\n")


def out_json(value: object) -> None:
    """Print a value as JSON; in ASCII where stdout could not say the rest."""
    put(f"{json.dumps(value, ensure_ascii=not speaks_utf8(), indent=2)}\n")


def say_error(*lines: str) -> None:
    """Print an error: what and where, then what to do; after what was printed before it."""
    first, *rest = (without_passwords(visible(line)) for line in lines)
    # Nobody can be told that the place for telling is lost.
    with suppress(OSError):
        sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.write("\n".join([f"salesdojo: {first}", *(f"  {line}" for line in rest)]) + "\n")


def speaks_utf8() -> bool:
    """Say whether stdout can say whatever there is to say."""
    return codecs.lookup(sys.stdout.encoding or "utf-8").name == "utf-8"


def number(value: float) -> int | float:
    """Return a figure as JSON shows it best: 100, not 100.0."""
    return int(value) if value == int(value) else value


def figure(quality: float | None) -> str:
    """Return a quality for people; ``-`` for none."""
    return "-" if quality is None else quality_figure(quality)


def table(rows: Iterable[Sequence[str]]) -> str:
    """Return rows aligned by display width, columns two spaces apart; each row is one line."""
    # A title may have several lines: none of them passes for another row.
    shown = [[visible(cell).replace("\n", " ") for cell in row] for row in rows]
    widths = [max(map(display_width, column)) for column in zip(*shown, strict=True)]
    lines = (
        "  ".join(
            cell + " " * (wide - display_width(cell))
            for cell, wide in zip(row, widths, strict=True)
        ).rstrip()
        for row in shown
    )
    return "\n".join(lines)
