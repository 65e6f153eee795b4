"""What a pack asks of its files beyond their shape: languages, a limit, its terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from salesdojo.content.document import Document
from salesdojo.content.pack_reading import RANDOM_PASS_LIMIT
from salesdojo.content.problem import errors_among
from salesdojo.content.reference_parts import entries, mapping


@dataclass(frozen=True, slots=True)
class Standards:
    """What holds for every file of a pack; the defaults hold outside one."""

    languages: tuple[str, ...] = ()
    """Those in which every text is wanted; none outside a pack, where nobody promised any."""
    random_pass_limit: int = RANDOM_PASS_LIMIT
    """Percent of random players that may pass."""
    later_chapters: frozenset[str] = frozenset()
    """Scenarios that follow another in a journey: they can begin elsewhere than they say."""


OUTSIDE: Final = Standards()


def standards(manifest: Document) -> Standards:
    """Return what ``pack.yaml`` says; one with errors says nothing."""
    if errors_among(manifest.problems) or not isinstance(manifest.data, dict):
        return OUTSIDE
    written = manifest.data
    return Standards(
        tuple(written["languages"]),
        written.get("random_pass_limit", RANDOM_PASS_LIMIT),
        frozenset(
            chapter
            for journey in written.get("journeys", {}).values()
            for chapter in journey["scenarios"][1:]
        ),
    )


def term_names(glossary: Document | None) -> Mapping[str, tuple[str, ...]]:
    """Return, by headword, every name under which a line can use a term."""
    if glossary is None:
        return {}
    terms = mapping(mapping(glossary.data).get("terms"))
    return {headword: (headword, *_names(mapping(term))) for headword, term in terms.items()}


def _names(term: Mapping[str, object]) -> tuple[str, ...]:
    written = [
        term.get("name"),
        *(mapping(one).get("name") for one in entries(term.get("synonyms"))),
    ]
    names: list[str] = []
    for name in written:
        if isinstance(name, str):
            names.append(name)
        names.extend(words for words in mapping(name).values() if isinstance(words, str))
    return tuple(names)
