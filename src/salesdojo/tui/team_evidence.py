"""From a cell of a team's table to the attempts that it is told from."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdojo.records.mastery.skills import Skill
    from salesdojo.review.member_row import MemberRow
    from salesdojo.tui.screens.asking import Answers
    from salesdojo.tui.screens.looking import LookingScreen


def evidence_of(screen: "LookingScreen", row: "MemberRow", criterion: str) -> "Answers":
    """Look up the attempts behind one cell and show them over `screen`, for `LookingScreen.ask`.

    Args:
        screen: which asks; left meanwhile, it shows nothing.
        row: the person.
        criterion: one that the person met.

    Raises:
        RecordsError: DB018, DB025, or what keeps the records from being read.
    """
    from salesdojo.records.history.evidence import with_evidence
    from salesdojo.records.mastery.figures import skills_in
    from salesdojo.records.mastery.folding import figures_of
    from salesdojo.records.played import Played

    dojo = screen.dojo
    store, now, cache = dojo.memory.store(), dojo.clock(), dojo.cache
    figures = figures_of(store, row.person, now, Played(store, cache))
    for skill in skills_in(figures, now):
        if skill.criterion == criterion:
            told = with_evidence(store, row.person, skill, now, cache)
            yield partial(_show, screen, row, told)


def _show(screen: "LookingScreen", row: "MemberRow", skill: "Skill") -> None:
    from salesdojo.tui.screens.evidence import EvidenceScreen
    from salesdojo.tui.screens.history import show_history
    from salesdojo.tui.team_pages import evidence_page

    dojo = screen.dojo
    page = partial(evidence_page, row, skill, dojo.library.titles)

    def go_on(wanted: str | None) -> None:
        if wanted is not None:
            show_history(dojo, of=row.person)

    if screen.is_current:
        dojo.push_screen(EvidenceScreen(page, row.person.id, "team.key_history"), go_on)
