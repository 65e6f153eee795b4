"""How far reviewers agree, in a terminal and as JSON."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from salesdojo.cli.printing import out, out_json, table
from salesdojo.i18n import message
from salesdojo.review.agreement import FEWEST
from salesdojo.review.judging import Judging, judging

if TYPE_CHECKING:
    from salesdojo.cli.surroundings import Surroundings
    from salesdojo.review.agreement import Agreement


def tell_agreement(here: "Surroundings", team: str | None, *, as_json: bool) -> int:
    """Print what blind levels of one team's attempts, or of all, come to."""
    told = _judging(here, team)
    if as_json:
        out_json({**asdict(told), "criteria": {name: asdict(one) for name, one in told.criteria}})
        return 0
    if not told.levels:
        out(message("reviewing.agreement_none", here.language))
        return 0
    out(table(_rows(told, here.language)))
    out()
    out(message("reviewing.agreement_note", here.language, fewest=FEWEST))
    return 0


def _judging(here: "Surroundings", team: str | None) -> Judging:
    from salesdojo.records.names import valid_team

    wanted = None if team is None else valid_team(team)
    with here.open_records() as store:
        return judging(() if store is None else store.reviews.judgements(wanted))


def _rows(told: Judging, language: str) -> list[tuple[str, ...]]:
    def row(name: str, agreed: "Agreement", /, **values: str) -> tuple[str, ...]:
        told = message(f"reviewing.agreement_{name}", language, **values)
        return told, *_figures(agreed, language)

    nobody = message("reviewing.nobody", language)
    return [
        tuple(message("reviewing.agreement_head", language).split("|")),
        row("overall", told.overall),
        *(row("criterion", one, criterion=criterion) for criterion, one in told.criteria),
        row("machine", told.machine),
        *(
            row("between", two.agreement, one=two.one or nobody, other=two.other or nobody)
            for two in told.reviewers
        ),
    ]


def _figures(one: "Agreement", language: str) -> tuple[str, ...]:
    if one.same is None:
        return str(one.pairs), message("reviewing.agreement_few", language), "", "", "", ""
    figures = (one.kappa, one.linear, one.quadratic, one.correlation)
    return (
        str(one.pairs),
        f"{one.same:.0%}",
        *("-" if figure is None else f"{figure:.2f}" for figure in figures),
    )
