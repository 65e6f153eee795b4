"""Which names a person may have."""

import pytest

from salesdojo.errors import UsageError
from salesdojo.records.names import valid_name


@pytest.mark.parametrize(
    "name",
    [
        "[@click=app.quit]x[/]",
        "割引 [5%]",
        "㍻",
        "👩‍👩‍👧‍👦",
        "𠮷野家",
        "ﾊﾝｶｸ",
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "'; DROP TABLE attempt;--",
        "%s%n",
        "あ" * 80,
    ],
)
def test_any_name_that_can_be_seen_is_fine(name: str) -> None:
    assert valid_name(f"  {name} ") == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "\u200d",
        "あ" * 81,
        "あ" * 10_000,
        "a\nb",
        "a\rb",
        "a\tb",
        "\x1b]52;c;aGk=\x07",
        "\x1b[2J",
        "\u202eabc",
        "a\u200bb",
        "\udc80",
        "\0",
    ],
)
def test_a_name_that_is_empty_too_long_or_not_to_be_seen_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="US021") as caught:
        valid_name(name)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 200
