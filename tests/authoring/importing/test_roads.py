"""What ink's own runtime offers after every row of choices, the imported scenario offers too.

`roads/` holds, for each row of choices up to five or six, what inkjs 2 offered next.
"""

import json
from collections.abc import Sequence

import pytest

from salesdojo.content.model import Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import replay

from .conftest import STORIES, Carry

ROADS = STORIES.parent / "roads"
OURS = "(go on)"
"""A fallback, which ink never shows."""


def after(scenario: Scenario, said: Sequence[str]) -> Attempt:
    attempt = replay(scenario, 0, [])
    for words in said:
        (choice,) = (one for one in attempt.offered if one.say.spoken("en") == words)
        attempt = attempt.take(choice.id)[0]
    return attempt


@pytest.mark.parametrize("name", ["office", "second_visit"])
def test_every_road_offers_what_ink_offers(carry: Carry, name: str) -> None:
    scenario = carry(f"{name}.json").scenario
    roads = json.loads((ROADS / f"{name}.json").read_text("utf-8"))
    assert len(roads) > 30
    for said, offered in roads:
        ours = {choice.say.spoken("en") for choice in after(scenario, said).offered}
        assert ours - {OURS} == set(offered), said
