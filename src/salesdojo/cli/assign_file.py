"""A file of assignments applied: what is wrong with it, or what it changes."""

from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.cli.printing import out, say_error
from salesdojo.cli.surroundings import Surroundings
from salesdojo.content.problem import errors_among, excerpt
from salesdojo.errors import UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.records.assignments.assignment_change import Changed, Difference


def apply_file(here: Surroundings, file: str, *, prune: bool, dry_run: bool) -> int:
    """Let the records hold what stands in `file`, or print what that would change.

    Raises:
        UsageError: US118 something is wrong with the file; nothing was changed.
    """
    from salesdojo.records.assignments.assignment_file import read_assignments
    from salesdojo.records.days import local_day

    kept = here.store.assignments
    reading = read_assignments(Path(file), here.library, here.store)
    problems = reading.problems
    if not errors_among(problems):
        found = kept.difference(reading.assignments, reading.book, prune=prune)
        problems = (*problems, *reading.overdue(found, local_day(here.clock())))
    for problem in problems:
        say_error(problem.line_of_text(here.language))
    wrong = errors_among(problems)
    if wrong:
        raise UsageError("US118", file=excerpt(Path(file).name or file), count=len(wrong))
    if not dry_run:
        found = kept.set(reading.assignments, reading.book, here.clock(), prune=prune)
    _print(found, here, dry_run=dry_run)
    return 0


def _print(found: "Difference", here: Surroundings, *, dry_run: bool) -> None:
    from salesdojo.records.assignments.assignment_saying import what_in_words, whom_in_words

    language = here.language
    for new in found.new:
        told = {
            "what": what_in_words(new, here.library, language),
            "whom": whom_in_words(new, language),
            "day": new.due.isoformat(),
        }
        out(message("assigning.file_new", language, id=new.id, **told))
    for changed in found.changed:
        fields = message("assigning.comma", language).join(_fields(changed, language))
        out(message("assigning.file_changed", language, id=changed.wanted.id, fields=fields))
    for form, those in (("withdrawn", found.withdrawn), ("vanished", found.vanished)):
        for gone in those:
            out(message(f"assigning.file_{form}", language, id=gone.id))
    counts = message(
        "assigning.file_counts",
        language,
        new=len(found.new),
        changed=len(found.changed),
        withdrawn=len(found.withdrawn),
        same=len(found.same),
    )
    out(message(f"assigning.file_{'would' if dry_run else 'done'}", language, counts=counts))


def _fields(changed: "Changed", language: str) -> list[str]:
    before, after = changed.before.assignment, changed.wanted
    told = [
        message(
            f"assigning.field_{name}",
            language,
            before=_shown(getattr(before, name)),
            after=_shown(getattr(after, name)),
        )
        for name in changed.fields
    ]
    if changed.before.withdrawn_at is not None:
        told.append(message("assigning.field_back", language))
    return told or [message("assigning.field_book", language)]


def _shown(value: object) -> str:
    return "-" if value is None else str(value)
