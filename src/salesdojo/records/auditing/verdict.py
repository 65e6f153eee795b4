"""Whether an attempt is what it says: its chain, its moves, and each of its results recomputed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from marshal import dumps
from typing import Any, Final

from salesdojo.practice.scoring_in_bulk import Unplayable
from salesdojo.practice.solving import METHOD
from salesdojo.records.auditing import chain_in_bulk
from salesdojo.records.auditing.attempt_rows import Kept, ResultRow
from salesdojo.records.auditing.chain_in_bulk import DecisionRow
from salesdojo.records.auditing.replay import Replay, Why
from salesdojo.records.auditing.scorers import Lacking, Scorers
from salesdojo.records.came_to import Scorer, came_to


class Verdict(StrEnum):
    """What came of replaying an attempt."""

    EQUAL = "equal"
    DIFFERS = "differs"
    MISSING = "missing"
    """What it needs to be replayed is not there, or was changed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An attempt of which there is something to say."""

    attempt: str
    verdict: Verdict
    whys: tuple[Why, ...]


COLUMNS: Final = ("outcome", "quality", "passed")
"""What stands in columns beside the text of a result."""
OLDER: Final = "superseded_method"
"""Said of an attempt, but nothing against it: a newer result was recomputed."""
_METHOD: Final = str(METHOD)
_NO_REPLAY: Final = Replay(())
_MISSING: Final = frozenset({*Lacking, "method"})


def finding(kept: Kept, scorers: Scorers) -> Finding | None:
    """Return what is to be said of an attempt; None where all of it is as it should be."""
    found = list(_whys(kept, scorers))
    if not found:
        return None
    whys = tuple(dict.fromkeys(found))
    kinds = {why.kind for why in whys} - {OLDER}
    against = Verdict.MISSING if kinds <= _MISSING else Verdict.DIFFERS
    return Finding(kept.attempt.id, against if kinds else Verdict.EQUAL, whys)


def _whys(kept: Kept, scorers: Scorers) -> Iterator[Why]:
    attempt, rows, results = kept.attempt, kept.decisions, kept.results
    broken, end = chain_in_bulk.broken_at(chain_in_bulk.beginning(attempt), rows)
    if broken is not None:
        yield Why("chain", str(broken))
    elif {result.input_hash for result in results} - {end.hex()}:
        yield Why("sealed", str(len(rows)))
    replays = _Replays(scorers, attempt.seed, rows)
    yield from replays.of(attempt.revision).whys
    if (attempt.finished_at is not None) != bool(results):
        yield Why("unfinished" if results else "no_result", "")
    before = None
    for place, result in enumerate(results, 1):
        if result.supersedes != before:
            yield Why("supersedes", str(place))
        before = result.number
        yield from _result_whys(result, replays, latest=place == len(results))


class _Replays:
    """One attempt's moves, replayed on each revision that its results were computed from."""

    def __init__(self, scorers: Scorers, seed: int, rows: Sequence[DecisionRow]) -> None:
        self._scorers = scorers
        self._seed = seed
        self._rows = rows
        # Scene, choice and silence as bytes: a third of the memory of a tuple of them, and
        # different moves have different ones. Format 2 knows no references between objects.
        self._road = dumps([row[1:4] for row in rows], 2)

    def of(self, revision: str) -> Replay:
        """Return what the moves come to; the same moves are replayed once, whoever made them."""
        scorer = self._scorers.of(revision)
        if isinstance(scorer, Lacking):
            return Replay((Why(scorer, revision[:12]),))
        key = (revision, self._seed if scorer.draws else None, self._road)
        return self._scorers.replay(key) or self._scorers.keep(key, self._replay(scorer))

    def _replay(self, scorer: Scorer) -> Replay:
        moves = [(row[1], row[2], bool(row[3])) for row in self._rows]
        found = came_to(scorer, self._seed, moves)
        if found is None:
            return Replay(())
        if isinstance(found, Unplayable):
            return Replay((Why("unplayable", str(found.turn)),))
        digest = sha256(found.text.encode()).hexdigest()
        return Replay((), digest, found.text, found.columns)


def _result_whys(result: ResultRow, replays: _Replays, *, latest: bool) -> Iterator[Why]:
    ours = result.method == _METHOD
    replay = replays.of(result.revision) if ours else _NO_REPLAY
    equal = replay.digest is not None and result.body == replay.text
    # The hash of an equal text is known already.
    digest = replay.digest if equal else _digest(result.body)
    if digest != result.result_hash:
        yield Why("result_hash", "")
    if not ours:
        yield Why("method" if latest else OLDER, result.method)
        return
    yield from replay.whys
    if replay.whys:
        return
    if replay.digest is None:
        yield Why("not_over", "")
    elif not equal:
        # The columns are then another talk's too; one difference says enough.
        yield Why("figure", first_difference(result.body, replay.text))
    else:
        stored = (result.outcome, result.quality, result.passed)
        if stored != replay.columns:
            for name, one, found in zip(COLUMNS, stored, replay.columns, strict=True):
                if one != found:
                    yield Why("column", name)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def first_difference(stored: str, found: str) -> str:
    """Return the path of the first figure in which two results differ, such as criteria.inquiry.

    Where no figure does, or the stored text is none of ours, it is the text itself.
    """
    try:
        return _difference(json.loads(stored), json.loads(found)) or "text"
    except (ValueError, RecursionError):
        return "text"


def _difference(stored: Any, found: Any) -> str | None:  # noqa: ANN401 - whatever JSON holds
    if isinstance(stored, dict) and isinstance(found, dict):
        keys = [*found, *(key for key in stored if key not in found)]
        parts = ((key, stored.get(key, _NONE), found.get(key, _NONE)) for key in keys)
    elif isinstance(stored, list) and isinstance(found, list) and len(stored) == len(found):
        parts = (
            (str(place), *pair) for place, pair in enumerate(zip(stored, found, strict=True), 1)
        )
    else:
        return None if type(stored) is type(found) and stored == found else ""
    for name, one, other in parts:
        inside = _difference(one, other)
        if inside is not None:
            return f"{name}.{inside}".rstrip(".")
    return None


_NONE: Final = object()
