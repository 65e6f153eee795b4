"""Text in several languages, and text made safe to print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.problem import excerpt
from salesdojo.content.text import Text
from salesdojo.content.visible import visible


@pytest.mark.parametrize(
    ("written", "language", "spoken"),
    [
        ({"ja": "はい", "en": "Yes"}, "ja", "はい"),
        ({"ja": "はい", "en": "Yes"}, "en", "Yes"),
        ({"ja": "はい", "en": "Yes"}, "fr", "はい"),
        ({"en": "Yes"}, "ja", "Yes"),
        ("OK", "ja", "OK"),
    ],
)
def test_a_missing_language_falls_back_to_the_first(
    written: str | dict[str, str], language: str, spoken: str
) -> None:
    assert Text.of(written).spoken(language) == spoken


def test_a_text_knows_its_languages() -> None:
    assert Text.of({"ja": "はい", "en": "Yes"}).languages == ("ja", "en")
    assert Text.of("OK").languages == ()


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(ord(sign) < 32 and sign != "\n" for sign in shown)
    assert not any(0x7F <= ord(sign) < 0xA0 for sign in shown)
    assert visible(shown) == shown


def test_an_excerpt_is_short_and_safe() -> None:
    assert excerpt("\x1b]52;c;aGk=\x07") == "␛]52;c;aGk=␇"
    assert len(excerpt("あ" * 10_000)) == 60
