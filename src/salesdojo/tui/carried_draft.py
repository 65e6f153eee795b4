"""What becomes of an offer in the making where an author goes back, or changes the table."""

from dataclasses import replace
from typing import TYPE_CHECKING

from salesdojo.authoring.previewing.same_move import carried, issue_places
from salesdojo.practice.table.view import view
from salesdojo.tui.table_draft import Draft

if TYPE_CHECKING:
    from salesdojo.practice.table.state import TableState


def carried_draft(draft: Draft, before: "TableState", state: "TableState") -> Draft:
    """Return `draft`, made when the negotiation stood at `before`, for `state`.

    An offer that was made is gone on from. Else it stays as far as all of it can be offered.
    """
    fresh = Draft.of(state)
    if before.table is state.table and len(view(state).offers) > len(view(before).offers):
        return replace(fresh, row=draft.row)
    package = carried(draft.package, before.table, state)
    aside = (carried(one, before.table, state) for one in draft.aside)
    return Draft(
        fresh.package if package is None else package,
        tuple(dict.fromkeys(one for one in aside if one is not None)),
        draft.reason if draft.reason in view(state).reasons else None,
        issue_places(before.table, state.table).get(draft.row, 0),
    )
