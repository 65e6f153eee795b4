"""`salesdojo terms`: the glossary, found by either language, a reading or a synonym."""

import argparse
from collections.abc import Sequence

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json
from salesdojo.cli.surroundings import surroundings
from salesdojo.content.catalogue import Entry
from salesdojo.content.glossary import found, practising
from salesdojo.content.model import Term
from salesdojo.errors import UsageError
from salesdojo.i18n import message


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `terms` takes."""
    parser.add_argument("word", nargs="?", metavar="WORD", help=message("cli.terms_word", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Print the entries that match, whole; or all of them, a line each."""
    here = surroundings(wish)
    terms = found(here.library.glossary, wish.word or "")
    practised = {term.id: practising(here.library.entries, term.id) for term in terms}
    if not terms and not wish.json:
        raise UsageError("US006", word=wish.word or "")
    if wish.json:
        out_json([_as_json(term, practised[term.id]) for term in terms])
    elif wish.word:
        out("\n\n".join(_whole(term, practised[term.id], here.language) for term in terms))
    else:
        for term in terms:
            out(f"{_heading(term, here.language)}: {term.meaning.spoken(here.language)}")
    return 0


def _heading(term: Term, language: str) -> str:
    other = "en" if language == "ja" else "ja"
    return f"{term.name.spoken(language)} ({term.name.spoken(other)}, {term.reading})"


def _whole(term: Term, practised: Sequence[Entry], language: str) -> str:
    lines = [
        _heading(term, language),
        f"  {term.meaning.spoken(language)}",
        f"  {message('cli.term_example', language, text=term.example.spoken(language))}",
    ]
    for synonym in term.synonyms:
        name, difference = synonym.name.spoken(language), synonym.difference.spoken(language)
        lines.append(f"  {message('cli.term_synonym', language, name=name, text=difference)}")
    if term.note is not None:
        lines.append(f"  {term.note.spoken(language)}")
    if practised:
        titles = ", ".join(f"{one.title.spoken(language)} ({one.id})" for one in practised)
        lines.append(f"  {message('cli.term_practised', language, text=titles)}")
    return "\n".join(lines)


def _as_json(term: Term, practised: Sequence[Entry]) -> dict[str, object]:
    return {
        "id": term.id,
        "reading": term.reading,
        "name": dict(term.name.by_language),
        "meaning": dict(term.meaning.by_language),
        "example": dict(term.example.by_language),
        "synonyms": [
            {
                "name": dict(synonym.name.by_language),
                "difference": dict(synonym.difference.by_language),
            }
            for synonym in term.synonyms
        ],
        "practised_in": [one.id for one in practised],
    }
