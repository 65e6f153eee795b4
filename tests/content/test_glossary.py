"""Looking a word up."""

import pytest

from salesdojo.content.glossary import found
from salesdojo.content.model import Synonym, Term
from salesdojo.content.text import Text


def term(headword: str, reading: str, english: str, *synonyms: str) -> Term:
    return Term(
        id=headword,
        reading=reading,
        name=Text.of({"ja": headword, "en": english}),
        meaning=Text.of("-"),
        example=Text.of("-"),
        synonyms=tuple(Synonym(Text.of(name), Text.of("-")) for name in synonyms),
        note=None,
    )


TERMS = (
    term("営業部門", "えいぎょうぶもん", "sales department", "販売部門", "営業部"),
    term("営業", "えいぎょう", "sales"),
    term("クロージング", "クロージング", "closing"),
)


@pytest.mark.parametrize(
    ("word", "headwords"),
    [
        ("営業", ["営業", "営業部門"]),
        ("えいぎょう", ["営業", "営業部門"]),
        ("SALES", ["営業", "営業部門"]),
        ("販売部門", ["営業部門"]),
        ("くろーじ", ["クロージング"]),
        ("ｸﾛｰｼﾞﾝｸﾞ", ["クロージング"]),
        ("ｃｌｏｓｉｎｇ", ["クロージング"]),
        ("nothing", []),
        ("  ", ["営業部門", "営業", "クロージング"]),
    ],
)
def test_the_closest_entry_comes_first(word: str, headwords: list[str]) -> None:
    assert [entry.id for entry in found(TERMS, word)] == headwords
