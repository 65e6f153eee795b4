"""What is known of the questions that were asked."""

from salesdojo.content.table import Interest, Question, Reason
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.asked import Came, asked
from salesdojo.practice.table.moves import Ask, GiveReason, Move
from salesdojo.practice.table.state import TableState, opened
from support.tables import worked_example

WHY, WHEN, WEATHER = (Question(name) for name in ("why", "when", "weather"))


def after(*moves: Move, trust: int = 0, mood: int = 50) -> TableState:
    table = worked_example(
        questions=(WHY, WHEN, WEATHER),
        interests=(
            Interest("lapse", "delivery", ("why",)),
            Interest("pilot", "delivery", ("when",), trust=trust),
        ),
        reasons=(Reason("usage", "price"), Reason("effort", "delivery")),
    )
    state = opened(table, mood)
    for move in moves:
        state, _ = moved(state, move)
    return state


def test_nothing_is_told_of_what_was_not_asked() -> None:
    assert asked(after(GiveReason("usage"))) == {}


def test_a_question_was_answered_or_there_was_nothing_to_tell() -> None:
    state = after(Ask("weather"), Ask("why"))
    assert asked(state) == {"weather": Came.NOTHING, "why": Came.ANSWERED}


def test_asking_again_leaves_an_answered_question_answered() -> None:
    assert asked(after(Ask("why"), Ask("why"))) == {"why": Came.ANSWERED}


def test_a_question_that_was_put_off_is_answered_in_a_better_mood() -> None:
    put_off = Ask("when"), GiveReason("usage"), GiveReason("effort")
    assert asked(after(*put_off, trust=56)) == {"when": Came.PUT_OFF}
    # 3 for the first question after it, 2 for each reason: 57.
    assert asked(after(*put_off, Ask("when"), trust=56)) == {"when": Came.ANSWERED}
