"""Plays a compiled ink story with bink by clicking anything that is offered.

    PYTHON bink_play.py COMPILED.json TALKS

PYTHON is one that has bink; nothing of ours is needed. Prints {"decisions", "seconds"}.
"""

import importlib
import json
import random
import sys
import time
from pathlib import Path
from typing import Any


def played(story: Any) -> int:  # noqa: ANN401 - bink has no types
    """Return how many decisions one talk took."""
    decisions = 0
    story.reset_state()
    while True:
        story.continue_maximally()
        offered = len(story.get_current_choices())
        if not offered:
            return decisions
        story.choose_choice_index(random.randrange(offered))  # noqa: S311 - no secret
        decisions += 1


def main() -> None:
    """Play, and print what it took."""
    compiled, talks = sys.argv[1:]
    written = Path(compiled).read_text(encoding="utf-8-sig")
    story = importlib.import_module("bink.story").Story(written)
    played(story)
    began = time.process_time()
    decisions = sum(played(story) for _ in range(int(talks)))
    sys.stdout.write(
        json.dumps({"decisions": decisions, "seconds": time.process_time() - began}) + "\n"
    )


if __name__ == "__main__":
    main()
