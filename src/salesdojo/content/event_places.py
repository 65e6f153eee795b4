"""Where YAML's events begin and end, and what they are written with."""

from yaml.events import Event, NodeEvent, ScalarEvent

from salesdojo.content.problem import Mark


def mark_of(event: Event) -> Mark:
    """Return the line and column at which `event` begins."""
    at = event.start_mark
    return Mark(1, 1) if at is None else Mark(at.line + 1, at.column + 1)


def start_of(event: Event) -> int:
    """Return the offset at which `event` begins."""
    return 0 if event.start_mark is None else event.start_mark.index


def end_of(event: Event) -> int:
    """Return the offset behind `event`."""
    return 0 if event.end_mark is None else event.end_mark.index


def is_empty(event: Event) -> bool:
    """Tell whether nothing is written where `event` stands."""
    begin, end = event.start_mark, event.end_mark
    return begin is None or end is None or begin.index == end.index


def tag_of(event: NodeEvent) -> str | None:
    """Return the tag that is written before a value, or None."""
    tag: str | None = getattr(event, "tag", None)  # an alias has none
    return tag


def is_plain(event: ScalarEvent) -> bool:
    """Tell whether a word stands without quotes; one with a tag does not count."""
    return not event.style and event.tag is None
