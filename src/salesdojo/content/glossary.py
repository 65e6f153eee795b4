"""Looking up a word: by either language, a reading or a synonym, however it is typed."""

import unicodedata
from collections.abc import Iterable, Iterator

from salesdojo.content.catalogue import Entry
from salesdojo.content.model import Term

_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def found(terms: Iterable[Term], word: str) -> tuple[Term, ...]:
    """Return the entries that match `word`, the closest first; all of them for no word.

    Case, width (ｱ and ア), and kana (ア and あ) make no difference.
    """
    wanted = folded(word)
    if not wanted:
        return tuple(terms)
    ranked = [(rank, term) for term in terms if (rank := _rank(term, wanted)) is not None]
    return tuple(term for _, term in sorted(ranked, key=lambda pair: pair[0]))


def practising(entries: Iterable[Entry], term: str) -> tuple[Entry, ...]:
    """Return what practises the term with the headword `term`, drills last."""
    using = [entry for entry in entries if term in entry.terms]
    return tuple(sorted(using, key=lambda entry: entry.kind == "drill"))


def folded(word: str) -> str:
    """Return `word` as it is compared."""
    plain = unicodedata.normalize("NFKC", word).casefold().strip()
    return plain.translate(_KATAKANA_TO_HIRAGANA)


def _rank(term: Term, wanted: str) -> int | None:
    """0: is it; 1: begins so; 2: contains it; None: does not match."""
    names = [folded(name) for name in _names(term)]
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    return 2 if any(wanted in name for name in names) else None


def _names(term: Term) -> Iterator[str]:
    yield term.id
    yield term.reading
    yield from (words for _, words in term.name.by_language)
    for synonym in term.synonyms:
        yield from (words for _, words in synonym.name.by_language)
