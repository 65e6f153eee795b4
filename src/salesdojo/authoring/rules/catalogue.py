"""Every rule, in the order of the codes."""

from typing import Final

from salesdojo.authoring.rules.rule import Rule
from salesdojo.authoring.rules.talk import SolvedTalk, Talk

TALK_RULES: Final[tuple[Rule[Talk], ...]] = ()
"""Rules that read the scenario as it is written."""
SOLVED_TALK_RULES: Final[tuple[Rule[SolvedTalk], ...]] = ()
"""Rules decided over every state that can be reached."""
