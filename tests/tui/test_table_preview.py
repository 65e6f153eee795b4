"""An author's preview of a talk with a negotiation table: named players bargain there."""

from pathlib import Path

from support.table_talks import TABLE
from tui.previewing import press, previewed, sees, shown
from tui.small_pack import both, write_pack
from tui.talking import visit


def with_table(root: Path) -> Path:
    plain = visit()
    scenes = plain["scenes"]
    scenes["door"]["choices"]["ask"]["goto"] = "terms"
    table = {
        **TABLE,
        "behaviour": {"mood": "trust"},
        "interests": {},
        "reasons": {},
        "points": {"claim": "inquiry", "efficiency": "manners"},
        "goto": {"deal": "good", "walked_away": "bad"},
    }
    scenes["terms"] = {
        "customer": both("条件を決めましょう。", "Let us talk terms."),
        "table": table,
    }
    return write_pack(root / "pack", plain) / "approach" / "visit.yaml"


async def test_a_named_player_bargains_to_the_end_of_the_table(tmp_path: Path) -> None:
    async with previewed(with_table(tmp_path)) as pilot:
        await press(pilot, "1")
        assert "Let us talk terms." in shown(pilot)
        assert "as expert: let this player bargain to the end" in await sees(pilot, "as expert")
        await press(pilot, "4")
        end = await sees(pilot, "accept")
        assert "Come again next week." in end
