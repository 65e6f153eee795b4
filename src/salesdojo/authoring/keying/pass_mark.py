"""The pass mark that experts' judgements of a borderline person propose (modified Angoff)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from salesdojo.authoring.keying.blind_key import BlindKey


@dataclass(frozen=True, slots=True)
class PassMark:
    """What the experts' mean is, and how sure."""

    percent: float
    """0-100: the mean over experts of each one's mean over decisions."""
    standard_error: float | None
    """In percent; None with one expert."""
    by_expert: Mapping[str, float]
    """Each expert's own mean, 0-100."""


def pass_mark(keys: Sequence[BlindKey]) -> PassMark | None:
    """Return the mark by modified Angoff; None where nobody has judged a borderline person.

    Each expert says, decision by decision, how many of a hundred people who are only just
    good enough take the best choice (W. H. Angoff, "Scales, norms, and equivalent scores",
    1971). The standard error is that of the experts' means: their sample standard
    deviation over the square root of their number.
    """
    means = {key.expert: fmean(key.borderline.values()) for key in keys if key.borderline}
    if not means:
        return None
    spread = stdev(means.values()) / sqrt(len(means)) if len(means) > 1 else None
    return PassMark(fmean(means.values()), spread, means)
