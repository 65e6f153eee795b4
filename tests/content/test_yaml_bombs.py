"""Files made to hurt their reader: each ends in a code, soon, and within little memory."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from salesdojo.content.checking import checked
from salesdojo.content.document_reading import LARGEST
from salesdojo.content.pack_files import PackFiles
from salesdojo.content.shelf import Shelf

LONGEST = 2.0
"""Seconds any file may take (SAFETY.md)."""
MOST_MEMORY = 300
"""MiB any file may take (SAFETY.md)."""


def filled(piece: str, *, begin: str = "", end: str = "") -> bytes:
    room = LARGEST - len(begin.encode()) - len(end.encode())
    return begin.encode() + piece.encode() * (room // len(piece.encode())) + end.encode()


def scenes(one: str, count: int) -> bytes:
    return (
        "id: bomb\nscenes:\n" + "".join(one.replace("#", str(n)) for n in range(count))
    ).encode()


BOMBS = {
    "nested lists": filled("["),
    "nested mappings": filled("{a: "),
    "nested dashes": filled("- "),
    "nested questions": filled("? "),
    "an open quote": filled("x", begin='a: "'),
    "a word of a mebibyte": filled("x"),
    "words over many lines": filled("x\n "),
    "blank lines": filled("\n"),
    "blank lines in a block": filled("\n", begin="a: |\n"),
    "comments": filled("# x\n"),
    "comments that cut a text": filled("- a #1\n"),
    "a comment after a mebibyte of spaces": filled(" ", begin="a: b", end="#1"),
    "signs of comments in a row": filled(" #1", begin="{a: b", end="\nc: d\n"),
    "comments in brackets": filled(" #1\n", begin="{a: b", end="c: d\n"),
    "quotes before a comment in brackets": filled(":'", begin="{a: ", end=" #1\nc: d\n"),
    "many keys": b"".join(b"key%d: 1\n" % number for number in range(80_000)),
    "one key again and again": filled("a: 1\n"),
    "anchors": filled("- &a 1\n"),
    "aliases": filled("*a,", begin="a: &a [1]\nb: [", end="]"),
    "tags": filled("- !!x 1\n"),
    "an endless tag": filled("x", begin="!<"),
    "directives": filled("%YAML 1.2\n"),
    "documents": filled("---\n"),
    "tabs": filled("\t"),
    "tabs on every line": filled("\t\n"),
    "escapes for the screen": filled("\x1b[2J"),
    "escapes written out": filled("\\x1b", begin='a: "', end='"'),
    "half characters": filled("\\ud800", begin='a: "', end='"'),
    "no UTF-8": b"\xff" * LARGEST,
    "an integer of a mebibyte": filled("9", begin="a: "),
    "an integer in base 60": filled("9:", begin="a: ", end="9"),
    "a float of a mebibyte": filled("9", begin="a: 1."),
    "a merge of merges": filled("<<: [*a, *a]\n", begin="a: &a {b: c}\n"),
    "unknown keys": ("id: bomb\n" + "".join(f"tytle{n}: 1\n" for n in range(9000))).encode(),
    "unknown scenes": scenes("  s#:\n    customer: x\n    goto: s#x\n", 3000),
    "scenes in a circle": scenes("  s#:\n    customer: x\n    goto: s#\n", 3000),
    "a deep condition": filled("(", begin="id: bomb\nscenes: {a: {customer: x, goto: [{when: '",
                               end="', to: a}]}}"),
    "mappings for terms": ("id: bomb\nterms: [" + "{a: 1}," * 6000 + "]").encode(),
}  # fmt: skip

NOTHING_AROUND = PackFiles(Path(), (), ())


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_ends_in_problems_soon(content: bytes) -> None:
    shelf = Shelf(NOTHING_AROUND)
    before = time.process_time()
    document = checked("scenario", "bomb.yaml", "bomb", lambda: content[:LARGEST], shelf)
    # Processor time, as other tests run beside this one.
    assert time.process_time() - before < LONGEST
    assert document.problems
    for problem in document.problems:
        assert len(problem.line_of_text("ja")) < 2000
        assert "\x1b" not in problem.line_of_text("en")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's /proc")
def test_the_hungriest_bombs_stay_within_memory() -> None:
    names = ["blank lines", "tabs on every line", "anchors", "many keys", "comments"]
    code = (
        "import sys; sys.path[:0] = sys.argv[1].split('|')\n"
        "from test_yaml_bombs import BOMBS, NOTHING_AROUND, checked\n"
        "from salesdojo.content.shelf import Shelf\n"
        f"for name in {names!r}:\n"
        "    checked('scenario', 'b', 'b', lambda: BOMBS[name], Shelf(NOTHING_AROUND))\n"
        "status = open('/proc/self/status').read()\n"
        "print(status.partition('VmHWM:')[2].split()[0])\n"
    )
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", code, f"{here}|{here.parent}"],
        capture_output=True,
        text=True,
        check=True,
    )
    # Not getrusage: its peak starts at that of the process that started this one.
    # The bombs themselves, held ready by this module, take about 30 MiB of it.
    assert int(done.stdout) / 1024 < MOST_MEMORY
