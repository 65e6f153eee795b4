"""Makes the pictures of the README from the app itself.

.venv/bin/python docs/screenshots.py
"""

import asyncio
import re
import tempfile
from collections.abc import Callable
from html import unescape
from pathlib import Path

from rich.cells import cell_len

from salesdojo import settings
from salesdojo.content.library import open_library
from salesdojo.tui.app import DojoApp

PICTURES = Path(__file__).with_name("images")
SIZE = (100, 32)
SCENARIO = "price_copier"
ROAD = ("ask_reason", "match_scope")
TEXT = re.compile(r'(<text [^>]*?textLength=)"([\d.]+)"([^>]*>)([^<]+)')


async def talk(language: str) -> str:
    """Return a talk after two decisions as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        app = dojo(language, Path(folder))
        async with app.run_test(size=SIZE) as pilot:
            await until(pilot.pause, lambda: app.screen.name != "_default")
            app.open_briefing(SCENARIO)
            await pilot.pause(0.5)
            await pilot.press("enter")
            await until(pilot.pause, lambda: type(app.screen).__name__ == "TalkScreen")
            for taken in ROAD:
                await pilot.pause(0.5)
                shown = [choice.id for choice in app.screen._session.attempt.shown]  # type: ignore[attr-defined]  # noqa: SLF001
                await pilot.press(str(shown.index(taken) + 1))
            await pilot.pause(1)
            return app.export_screenshot()


def dojo(language: str, folder: Path) -> DojoApp:
    """Return the app on the shipped pack, with records of its own."""
    return DojoApp(
        library=open_library(settings.shipped_pack(), None),
        database=f"sqlite:///{folder / 'dojo.db'}",
        person="Aoki",
        language=language,
        clock=lambda: 0,
        new_seed=lambda: 3,
        new_id=lambda: "attempt",
        cache=None,
    )


async def until(pause: Callable[[float], object], true: Callable[[], bool]) -> None:
    """Wait for something to be true of the app."""
    for _ in range(100):
        if true():
            return
        await pause(0.1)  # type: ignore[misc]


def in_cells(text: re.Match[str]) -> str:
    """Give a text the length of its cells: by letters, as it comes, Japanese is squeezed."""
    before, length, between, words = text.groups()
    spoken = unescape(words)
    return f'{before}"{float(length) / len(spoken) * cell_len(spoken):g}"{between}{words}'


def main() -> None:
    """Write one picture a language."""
    PICTURES.mkdir(exist_ok=True)
    for language in ("en", "ja"):
        svg = asyncio.run(talk(language))
        # The fonts of a page elsewhere are not asked for: a reader's own will do.
        svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
        svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
        svg = TEXT.sub(in_cells, svg)
        (PICTURES / f"talk-{language}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
