"""Which revisions are one version of a scenario, and how attempts at it end."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final

from salesdojo.content.text import Text
from salesdojo.records.database.never_written import never_written
from salesdojo.records.tallies.item_counts import MOST_TRIES, TENTHS
from salesdojo.records.tallies.tally_sums import Ended, EndedSums
from salesdojo.review.item_model import LEAST, Attempted, Gain, Untold, Version
from salesdojo.review.item_outlines import Outline, Outlines, outline_of

if TYPE_CHECKING:
    from salesdojo.content.library import Library

_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Played:
    """A scenario that somebody finished."""

    id: str
    title: Text
    here: bool
    """Whether the pack has it."""
    versions: tuple[Version, ...]
    """The one of the pack first where anyone began with it, then by first attempts."""


@dataclass(frozen=True, slots=True)
class AllPlayed:
    """Every scenario that somebody finished."""

    scenarios: Mapping[str, Played]
    """By id."""
    outlines: Mapping[str, Outline]
    """Of every revision that was played."""
    unreadable: int
    """Revisions without one: they are damaged."""


def all_played(ended: EndedSums, outlines: Outlines, library: "Library") -> AllPlayed:
    """Return every scenario that somebody finished.

    Raises:
        RecordsError: what keeps the records from being read.
    """
    revisions = sorted({revision for revision, _ in ended})
    told = outlines.of(revisions)
    by_scenario: dict[str, dict[str, Outline]] = defaultdict(dict)
    for revision, outline in told.items():
        by_scenario[outline.scenario][revision] = outline
    played = {
        name: _played(name, found, ended, library, library.titles.get(name))
        for name, found in by_scenario.items()
    }
    return AllPlayed(played, told, len(revisions) - len(told))


def attempted(sums: Mapping[int, Ended]) -> Attempted:
    """Return how attempts end.

    Args:
        sums: by which attempt of the person's it was.
    """
    first = sums.get(1, Ended())
    many = first.many
    squares = many * first.squares - first.quality**2
    with never_written():  # tallies may have been changed by hand
        deviation = sqrt(squares / (many * (many - 1))) / TENTHS if many >= _TWO else None
    return Attempted(
        firsts=many,
        mean=first.quality / many / TENTHS if many else None,
        deviation=deviation,
        passed=first.passed / many if many else None,
        gains=tuple(_gain(tries, sums.get(tries, Ended())) for tries in range(2, MOST_TRIES + 1)),
    )


def _gain(tries: int, sums: Ended) -> Gain:
    mean = sums.gained / sums.many / TENTHS if sums.many >= LEAST else Untold.TOO_FEW
    return Gain(tries, sums.many, mean)


def _played(
    name: str,
    outlines: Mapping[str, Outline],
    ended: EndedSums,
    library: "Library",
    title: Text | None,
) -> Played:
    present = None if title is None else _present(name, outlines, library)
    alike: dict[str, list[str]] = defaultdict(list)
    for revision, outline in outlines.items():
        alike[outline.identity].append(revision)
    versions = [
        _version(revisions, ended, None if present is None else identity == present[1], present)
        for identity, revisions in alike.items()
    ]
    versions.sort(key=_rank)
    spoken = title or outlines[versions[0].revision].title
    return Played(name, spoken, title is not None, tuple(versions))


def _rank(version: Version) -> tuple[bool, int, bool, str]:
    """Order versions: the pack's where anyone began with it, then by first attempts."""
    firsts = version.attempted.firsts
    return not (version.current and firsts), -firsts, not version.current, version.revision


def _present(
    name: str, outlines: Mapping[str, Outline], library: "Library"
) -> tuple[str, str] | None:
    """Return revision and identity of the pack's scenario."""
    revision = library.revision(name)
    known = outlines.get(revision) or outline_of(library.scenario(name))
    return revision, known.identity


def _version(
    revisions: Iterable[str],
    ended: EndedSums,
    current: bool | None,
    present: tuple[str, str] | None,
) -> Version:
    def rank(revision: str) -> tuple[bool, int, str]:
        firsts = ended.get((revision, 1), Ended()).many
        return present is None or revision != present[0], -firsts, revision

    ranked = tuple(sorted(revisions, key=rank))
    sums: dict[int, Ended] = {}
    for revision in ranked:
        for tries in range(1, MOST_TRIES + 1):
            sums[tries] = sums.get(tries, Ended()).plus(ended.get((revision, tries), Ended()))
    return Version(ranked, current, attempted(sums))
