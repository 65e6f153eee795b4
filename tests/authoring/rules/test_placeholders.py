"""What `salesdojo new` and `salesdojo import` leave to the author is known for what it is."""

import pytest

from salesdojo.authoring.rules.placeholders import is_placeholder
from salesdojo.i18n import LANGUAGES, catalogue

LEFT = [
    words
    for room, beginning in (("scaffolding", "placeholder_"), ("importing", "to_write_"))
    for language in LANGUAGES
    for key, words in catalogue(language, room).items()
    if key.startswith(beginning)
]


@pytest.mark.parametrize("words", LEFT)
def test_every_text_that_is_left_to_the_author_is_known(words: str) -> None:
    assert is_placeholder(words)


def test_a_line_that_only_speaks_of_writing_is_none() -> None:
    assert not is_placeholder("Please write here: on the dotted line.")
    assert not is_placeholder("ここに書いてください。")
