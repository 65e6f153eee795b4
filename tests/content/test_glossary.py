"""Looking a word up."""

import pytest

from salesdojo.content.catalogue import Entry, Motion, Stage
from salesdojo.content.glossary import found, practising
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


def entry(name: str, kind: str, *terms: str) -> Entry:
    return Entry(
        id=name,
        kind=kind,
        title=Text.of(name),
        stage=Stage.CLOSING,
        motion=Motion.NONE,
        level=1,
        minutes=1,
        variant_of=None,
        customer_name=Text.of("-"),
        terms=terms,
        criteria=(),
    )


def test_a_term_leads_to_what_practises_it_whole_talks_before_drills() -> None:
    entries = (
        entry("card", "drill", "商談"),
        entry("other", "scenario", "営業"),
        entry("talk", "scenario", "営業", "商談"),
        entry("form_b", "variant", "商談"),
    )
    assert [one.id for one in practising(entries, "商談")] == ["talk", "form_b", "card"]
    assert practising(entries, "稟議") == ()
