"""Blind keys for tests: of the small pack's scenario, as text and as values."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from salesdojo.authoring.keying.blind_key import BlindKey, Key, Place

KEYS: Final = """\
expert: tanaka
borderline: {opening: 60}
keys:
  opening: {ask: 3, push: -1}
notes:
  opening: {push: {ja: 早すぎる, en: Too early}}
"""
"""Of `support.packs.SCENARIO`."""


def blind(
    expert: str, keys: Mapping[Place, int], borderline: Mapping[str, int] | None = None
) -> BlindKey:
    """Build a blind key."""
    return BlindKey(
        expert, {at: Key(key) for at, key in keys.items()}, dict(borderline or {}), {}, ()
    )


def write_keys(scenario: Path, **experts: str) -> Path:
    """Write the files of `experts` beside the file `scenario`; return their folder."""
    folder = scenario.with_name(f"{scenario.stem}.keys")
    folder.mkdir(exist_ok=True)
    for expert, text in experts.items():
        (folder / f"{expert}.yaml").write_text(text, encoding="utf-8")
    return folder


def keyed(expert: str, ask: int, push: int, more: str = "") -> str:
    """Return the file of an expert who has keyed both choices of the small scenario."""
    return f"expert: {expert}\nkeys: {{opening: {{ask: {ask}, push: {push}}}}}\n{more}"
