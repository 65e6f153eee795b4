"""What both sides say at a table, in Japanese and English; the seed chooses among lines that fit.

Nothing here decides anything: the same moves mean the same, whatever the words.
"""

from collections.abc import Sequence
from typing import Final

from salesdojo.content.model import Bargaining
from salesdojo.content.table_lines import COLD, PLACEHOLDERS, TONES, WARM, TableLine
from salesdojo.content.text import Text
from salesdojo.practice.draws import draw
from salesdojo.practice.table.naming import filled, joined, languages, placeholders
from salesdojo.practice.table.replies import COLD_UNDER, WARM_OVER, Reply, Said
from salesdojo.practice.table.state import TableState
from salesdojo.practice.table.trainee_words import trainee_says

__all__ = ["customer_says", "mood_words", "trainee_says"]

_STEPS: Final = (
    (15, "furious"),
    (COLD_UNDER, "cold"),
    (45, "wary"),
    (56, "neutral"),
    (WARM_OVER + 1, "warming"),
)
"""The mood under which it is called so."""
_CHANCE: Final = 2**32
_Used = dict[tuple[str, int], int]
"""When a line, by situation and place, was said last."""


def customer_says(bargaining: Bargaining, state: TableState, seed: int) -> Text:
    """Return what the customer answers to the last turn.

    The lines of a situation come round: one that was said is not said again before the
    others that fit. Before the first turn the customer says nothing here.
    """
    table, turns = state.table, state.turns
    used: _Used = {}
    clock = 0
    spoken: list[tuple[TableLine, Said]] = []
    for number, turn in enumerate(turns):
        spoken = []
        for said in Reply(table, turns[:number], turn).said():
            lines = bargaining.lines.get(said.situation, ())
            place = _chosen(lines, said, used, seed)
            if place is not None:
                used[said.situation, place] = clock
                clock += 1
                spoken.append((lines[place], said))
    return Text.of(
        {
            language: joined(
                (filled(line.say.spoken(language), said.names, language) for line, said in spoken),
                language,
            )
            for language in languages(table)
        }
    )


def mood_words(mood: int) -> str:
    """Return the key of the message that puts a mood (0-100) into words."""
    step = next((step for under, step in _STEPS if mood < under), "warm")
    return f"table_words.{step}"


def _chosen(lines: Sequence[TableLine], said: Said, used: _Used, seed: int) -> int | None:
    """Return the place of the line to say; None where none can be said.

    That was said longest ago; then the scenario's own; then what has the tone of the mood.
    """
    fitting = _fitting(lines, said)
    if not fitting:
        return None
    situation = said.situation.value

    def rank(place: int) -> tuple[int, bool, bool, int]:
        line = lines[place]
        chance = draw(seed, ("table line", situation, str(place)), _CHANCE)
        last = used.get((situation, place), -1)
        return (last, not line.own, not line.marks & {COLD, WARM}, chance)

    return min(fitting, key=rank)


def _fitting(lines: Sequence[TableLine], said: Said) -> list[int]:
    """Return the places of the lines that fit: own ones, and those that fit most closely."""
    could = [
        place
        for place, line in enumerate(lines)
        if (line.own or line.marks <= said.marks) and _can_be_filled(line, said)
    ]
    closest = max((len(lines[place].marks - TONES) for place in could), default=0)
    return [
        place for place in could if lines[place].own or len(lines[place].marks - TONES) == closest
    ]


def _can_be_filled(line: TableLine, said: Said) -> bool:
    wanted = placeholders(line.say) & PLACEHOLDERS[said.situation]
    return wanted <= said.names.keys()
