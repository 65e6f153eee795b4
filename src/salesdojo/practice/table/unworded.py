"""A table without its words: what decides how anybody bargains there."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from salesdojo.content.table import Issue, Table
from salesdojo.content.text import Text

_NOTHING: Final = Text(())


@lru_cache(maxsize=32)
def unworded(table: Table) -> Table:
    """Return a table with every text empty: two that differ only in words become equal."""
    return replace(
        table,
        issues=tuple(map(_issue, table.issues)),
        questions=tuple(replace(one, say=_NOTHING) for one in table.questions),
        interests=tuple(replace(one, text=_NOTHING) for one in table.interests),
        reasons=tuple(replace(one, text=_NOTHING) for one in table.reasons),
        alternative=_NOTHING,
    )


def _issue(issue: Issue) -> Issue:
    options = tuple(replace(option, label=_NOTHING) for option in issue.options)
    return replace(issue, label=_NOTHING, options=options)
