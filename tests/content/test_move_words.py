"""The line of a question, and which question a line asks."""

import pytest

from salesdojo.content.move_words import asked_in, question_line


def test_a_line_tells_the_question_that_it_was_made_of() -> None:
    assert question_line("why") == "ask why"
    assert asked_in(question_line("why")) == "why"


@pytest.mark.parametrize("line", ["why", "ask", "ask ", "asks why", "reason why", "accept", ""])
def test_other_lines_ask_nothing(line: str) -> None:
    assert asked_in(line) is None
