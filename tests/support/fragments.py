"""A fragment of YAML made a file of a whole pack, as the examples of the codes are shown.

The fragment's top-level keys replace those of the base, its scenes replace those of
the same id; what the base lacks is added. All is done to the text, so that quotes,
comments and faults stay as they are written. Comments at the top say which file is
meant (``# rubrics/practice.yaml``; else the scenario), and ``# raw`` that the fragment
is the whole file.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from support.packs import FILES

_HEAD = re.compile(r"# (?:(?P<raw>raw)|(?P<path>[\w/]+\.yaml))\n")
_KEY = re.compile(r"[^\s#].*")
_SCENE = re.compile(r"  [^\s#].*")


def pack_with(root: Path, fragment: str, base: Mapping[str, str] = FILES) -> Path:
    """Write the pack `base` (text by path) into `root`, `fragment` in it; return its file."""
    relative = next(
        path for path, text in base.items() if re.search("^scenes:", text, re.MULTILINE)
    )
    raw = False
    while head := _HEAD.match(fragment):
        relative = head["path"] or relative
        raw = raw or head["raw"] is not None
        fragment = fragment[head.end() :]
    whole = fragment if raw else merged(base.get(relative, ""), fragment)
    for path, text in {**base, relative: whole}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root / relative


def merged(base: str, fragment: str) -> str:
    """Return the text `base` with the top-level keys and the scenes of `fragment`."""
    keys, given = _blocks(base, _KEY), _blocks(fragment, _KEY)
    if "scenes" in keys and "scenes" in given:
        old, new = (text.partition("\n")[2] for text in (keys["scenes"], given["scenes"]))
        scenes = {**_blocks(old, _SCENE), **_blocks(new, _SCENE)}
        given["scenes"] = "scenes:\n" + "".join(scenes.values())
    return "".join({**keys, **given}.values())


def _blocks(text: str, first_line: re.Pattern[str]) -> dict[str, str]:
    """Return the parts of `text` that begin with a line like `first_line`, by key."""
    blocks: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        if first_line.match(line):
            key = line.strip().partition(":")[0]
        blocks[key] = blocks.get(key, "") + line
    return blocks
