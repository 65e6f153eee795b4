"""`salesdojo audit`: replay attempts and compare them with what is stored."""

import argparse
import json
from collections import Counter
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, say_error
from salesdojo.cli.showing_progress import progress_shown
from salesdojo.cli.streams import put
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError, UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Generator

    from salesdojo.records.auditing.audit import Audit
    from salesdojo.records.auditing.audit_worker import Looked
    from salesdojo.records.auditing.chosen_attempts import Chosen
    from salesdojo.records.auditing.verdict import Finding

FOUND: Final = 1
_COMMAND: Final = "salesdojo audit"


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `audit` takes."""
    parser.add_argument(
        "attempts", nargs="*", metavar="ATTEMPT", help=message("audit.attempts", language)
    )
    parser.add_argument(
        "--person", dest="of_person", metavar="NAME", help=message("audit.person", language)
    )
    parser.add_argument("--since", metavar="DATE", help=message("audit.since", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Print what is not as it should be, and how many are; 1 where something is not."""
    here = surroundings(wish)
    chosen = _chosen(wish)
    audit = _audit(here, chosen)
    if audit is None:
        put("[]\n") if wish.json else out(message("audit.none", here.language))
        return 0
    counts = _printed_as_json(audit, here) if wish.json else _printed(audit, here)
    return FOUND if counts["differs"] or counts["missing"] else 0


def _chosen(wish: Arguments) -> "Chosen":
    from salesdojo.records.auditing.chosen_attempts import Chosen
    from salesdojo.records.names import valid_name

    for option, given in (("--person", wish.of_person), ("--since", wish.since)):
        if wish.attempts and given is not None:
            raise UsageError("US039", first="ATTEMPT", second=option, command=_COMMAND)
    return Chosen(
        ids=tuple(wish.attempts),
        person=None if wish.of_person is None else valid_name(wish.of_person),
        since=None if wish.since is None else _milliseconds(wish.since),
    )


def _milliseconds(day: str) -> int:
    """Return when `day` (YYYY-MM-DD) begins here, UTC in milliseconds."""
    try:
        return int(datetime.strptime(day, "%Y-%m-%d").astimezone().timestamp() * 1000)
    except (ValueError, OverflowError):
        raise UsageError("US096", day=excerpt(day)) from None


def _audit(here: Surroundings, chosen: "Chosen") -> "Audit | None":
    """Return the audit to do; None where there are no records."""
    from salesdojo.records.auditing.audit import audit
    from salesdojo.records.store import Store

    try:
        if here.has_records:
            Store.open(here.database, on_wait=here.on_wait, make=False).close()
            return audit(here.database, chosen, on_wait=here.on_wait)
    except RecordsError as error:
        if error.code != "DB027":  # a file with nothing in it yet
            raise
    if chosen.ids:
        raise RecordsError("DB017", attempt=excerpt(chosen.ids[0]))
    return None


def _pieces(audit: "Audit", here: Surroundings) -> "Generator[Looked, None, None]":
    """Yield what was found, showing how far it is; say how far it came when it is broken off."""
    total, done = len(audit.numbers), 0
    try:
        with (
            progress_shown(total, message("audit.looking", here.language)) as on_progress,
            closing(audit.looked()) as pieces,
        ):
            for piece in pieces:
                done += len(piece.attempts)
                yield piece
                on_progress(done)
    except KeyboardInterrupt:
        say_error(message("audit.broken_off", here.language, done=done, total=total))
        raise


def _printed(audit: "Audit", here: Surroundings) -> Counter[str]:
    counts: Counter[str] = Counter()
    with closing(_pieces(audit, here)) as pieces:
        for piece in pieces:
            counts["equal"] += len(piece.attempts) - len(piece.findings)
            for finding in piece.findings:
                counts[finding.verdict.value] += 1
                out(_in_words(finding, here.language))
    kinds = ("equal", "differs", "missing")
    out(message("audit.counts", here.language, **{kind: counts[kind] for kind in kinds}))
    return counts


def _in_words(finding: "Finding", language: str) -> str:
    verdict = message(f"audit.verdict_{finding.verdict}", language)
    lines = [f"{finding.attempt}  {verdict}"]
    for why in finding.whys:
        words = message(f"audit.{why.kind}", language, detail=excerpt(why.detail))
        lines.append(f"  {words}")
    return "\n".join(lines)


def _printed_as_json(audit: "Audit", here: Surroundings) -> Counter[str]:
    """Print one object an attempt, as they are found: there may be millions."""
    counts: Counter[str] = Counter()
    between = "[\n  "
    with closing(_pieces(audit, here)) as pieces:
        for piece in pieces:
            found = {finding.attempt: finding for finding in piece.findings}
            for attempt in piece.attempts:
                row = _as_json(attempt, found.get(attempt))
                counts[str(row["verdict"])] += 1
                put(between + json.dumps(row))
                between = ",\n  "
    put("\n]\n" if counts else "[]\n")
    return counts


def _as_json(attempt: str, finding: "Finding | None") -> dict[str, object]:
    if finding is None:
        return {"attempt": attempt, "verdict": "equal"}
    whys = [{"kind": str(why.kind), "detail": why.detail} for why in finding.whys]
    return {"attempt": attempt, "verdict": finding.verdict.value, "why": whys}
