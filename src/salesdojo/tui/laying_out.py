"""How the parts of a page are put in the place of those that were there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


async def lay_out(page: "Widget", parts: "Iterable[Widget]") -> None:
    """Let `page` hold `parts` and nothing else, without a paint in between."""
    with page.app.batch_update():
        await page.remove_children()
        await page.mount_all(parts)


async def lay_out_again(page: "Widget", parts: "Iterable[Widget]") -> None:
    """Do as `lay_out`; `page` stays scrolled to where it was."""
    place = page.scroll_offset.y
    await lay_out(page, parts)
    page.call_after_refresh(page.scroll_to, y=place, animate=False)
