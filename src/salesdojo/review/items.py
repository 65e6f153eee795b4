"""Which scenario teaches, which decision tells people apart, which option nobody takes."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.naming import unknown_scenario
from salesdojo.errors import PracticeError, ReviewError
from salesdojo.records.database.never_written import never_written
from salesdojo.records.values import costs, spreads
from salesdojo.review.item_figures import Exact, figures
from salesdojo.review.item_model import (
    LEAST,
    Items,
    Overview,
    OverviewRow,
    Untold,
    Unused,
    VersionItems,
    is_rare,
)
from salesdojo.review.item_outlines import Outline, Outlines
from salesdojo.review.item_versions import Played, all_played

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.content.model import Scenario
    from salesdojo.records.store import Store
    from salesdojo.records.tallies.tally_sums import TakenSums
    from salesdojo.review.item_model import Version

_SHORT: Final = 12


def items(
    store: "Store | None",
    library: "Library",
    cache: Path | None,
    name: str,
    revision: str | None = None,
) -> Items:
    """Return what attempts at one scenario say of it.

    Args:
        store: the records; None where there are none.
        library: the pack.
        cache: for exact values; None keeps none.
        name: the scenario's id; one that the pack has no longer will do.
        revision: how a revision begins, to be shown the version it belongs to; None shows the
            pack's where anyone began with it, else the one with the most first attempts.

    Raises:
        ContentError: CT001 neither the pack nor the records know such a scenario.
        ReviewError: RV040 no revision that was played begins so.
        RecordsError: DB025, DB070, or what keeps the records from being read.
    """
    played: Mapping[str, Played] = {}
    if store is not None:
        played = all_played(store.tallies.ended(), Outlines(store, cache), library).scenarios
    titles = library.titles
    if name not in played and name not in titles:
        raise unknown_scenario(name, [*titles, *played])
    if store is None or name not in played:
        if revision is not None:
            raise ReviewError("RV040", scenario=name, revision=revision[:_SHORT])
        return Items(name, titles[name], here=True, shown=None, versions=())
    found = played[name]
    shown = _chosen(found, revision)
    return Items(
        found.id, found.title, found.here, _in_full(store, library, cache, found, shown),
        found.versions,
    )  # fmt: skip


def overview(store: "Store | None", library: "Library", cache: Path | None) -> Overview:
    """Return what attempts say of every scenario.

    Args:
        store: the records; None where there are none.
        library: the pack.
        cache: for what is told of revisions; None keeps none.

    Raises:
        RecordsError: DB070 the tallies were never told, or what keeps them from being read.
    """
    titles = library.titles
    if store is None:
        return Overview((), titles, 0)
    known = all_played(store.tallies.ended(), Outlines(store, cache), library)
    played = known.scenarios
    taken, heard = store.tallies.taken(), store.remarks.counted()
    kinds = {entry.id: entry.kind for entry in library.entries}
    order = [*(name for name in kinds if name in played), *sorted(played.keys() - kinds.keys())]
    choices = _by_revision(taken)
    rows = []
    for name in order:
        one = played[name]
        version = one.versions[0]
        unused = _unused(version, known.outlines[version.revision], choices)
        rows.append(
            OverviewRow(
                name, one.title, kinds.get(name), version, len(one.versions) - 1, unused,
                heard.get(name, 0),
            )
        )  # fmt: skip
    unplayed = {name: title for name, title in titles.items() if name not in played}
    return Overview(tuple(rows), unplayed, known.unreadable)


def _chosen(played: Played, revision: str | None) -> "Version":
    if revision is None:
        return played.versions[0]
    for version in played.versions:
        if revision and any(one.startswith(revision.lower()) for one in version.revisions):
            return version
    raise ReviewError("RV040", scenario=played.id, revision=revision[:_SHORT])


def _in_full(
    store: "Store", library: "Library", cache: Path | None, played: Played, version: "Version"
) -> VersionItems:
    scenario = _worded(store, library, played, version)
    ended, taken = store.tallies.judged(version.revisions)
    heard = store.remarks.of_scenario(played.id)
    exact = _exact(scenario, cache)
    with never_written():  # tallies may have been changed by hand
        return figures(version, scenario, ended, taken, exact, heard)


def _worded(store: "Store", library: "Library", played: Played, version: "Version") -> "Scenario":
    """Return the scenario whose words are shown: the pack's where it is of this version."""
    if version.current:
        return library.scenario(played.id)
    return scenario_from_canonical(store.canonical(version.revision))


def _exact(scenario: "Scenario", cache: Path | None) -> Exact | None:
    try:
        return Exact(spreads(scenario, cache), costs(scenario, cache))
    except PracticeError:  # PR003: too large
        return None


_Choices = Mapping[str, Mapping[tuple[str, str], int]]
"""How many first attempts took a choice, by revision, then scene and choice."""


def _by_revision(taken: "TakenSums") -> _Choices:
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for (revision, scene, choice), many in taken.items():
        found[revision][scene, choice] = many
    return found


def _unused(version: "Version", outline: Outline, taken: _Choices) -> tuple[Unused, ...] | Untold:
    """Return the choices that under 5% of those who met the decision took."""
    if version.attempted.firsts < LEAST:
        return Untold.TOO_FEW
    found = []
    for scene, choices in outline.choices.items():
        takers = {
            choice: sum(
                taken.get(revision, {}).get((scene, choice), 0) for revision in version.revisions
            )
            for choice in choices
        }
        met = sum(takers.values())
        if met >= LEAST:
            found += [
                Unused(scene, choice, many, met)
                for choice, many in takers.items()
                if is_rare(many, met)
            ]
    return tuple(found)
