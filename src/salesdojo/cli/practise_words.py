"""A session in words: what is in it and why, and afterwards what came of it."""

from typing import TYPE_CHECKING

from salesdojo.cli.printing import figure, table
from salesdojo.i18n import message
from salesdojo.records.planning.saying import due_again, movement, reason

if TYPE_CHECKING:
    from salesdojo.records.planning.plan import Item, Plan
    from salesdojo.records.planning.practised import Done, Moved


def session_in_words(session: "Plan", now: int, language: str) -> str:
    """Return what is in the session, and why."""
    count = len(session.items)
    head = "practise.head_one" if count == 1 else "practise.head"
    rows = [
        (
            f"  {place}.",
            message(f"practise.{item.entry.kind}", language),
            message("practise.minutes_short", language, minutes=item.entry.minutes),
            item.entry.title.spoken(language),
        )
        for place, item in enumerate(session.items, start=1)
    ]
    told = [message(head, language, count=count, minutes=session.minutes)]
    for row, item in zip(table(rows).split("\n"), session.items, strict=True):
        told += [row, f"       {reason(item.because, now, language)}"]
    return "\n".join(told)


def item_in_words(place: int, session: "Plan", item: "Item", now: int, language: str) -> str:
    """Return the line before an item is played."""
    where = message("practise.place", language, place=place, count=len(session.items))
    return f"[{where}] {reason(item.because, now, language)}"


def outcome_in_words(
    session: "Plan",
    done: "tuple[Done, ...]",
    moved: "tuple[Moved, ...]",
    now: int,
    language: str,
) -> str:
    """Return what was practised, what it moved, and when each is due again."""
    count = len(session.items)
    if not done:
        return message("practise.done_none", language)
    told = [message("practise.done", language, done=len(done), count=count)]
    told.append(table([_done_row(one, now, language) for one in done]))
    if moved:
        told.append(message("practise.moved", language))
        told.append(table([_moved_row(one, now, language) for one in moved]))
    return "\n".join(told)


def _done_row(done: "Done", now: int, language: str) -> tuple[str, ...]:
    again = "" if done.due is None else due_again(done.due, now, language)
    return f"  {done.entry.title.spoken(language)}", figure(done.quality), again


def _moved_row(moved: "Moved", now: int, language: str) -> tuple[str, ...]:
    again = due_again(moved.due, now, language)
    return f"  {moved.name.spoken(language)}", movement(moved, language), again
