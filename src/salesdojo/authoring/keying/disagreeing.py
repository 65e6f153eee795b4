"""What `check` reports of the experts' keys, at the choices of the scenario's file."""

from collections.abc import Iterator

from salesdojo.authoring.keying.agreement import (
    ENOUGH,
    USUAL,
    Agreement,
    ChoiceAgreement,
    Verdict,
)
from salesdojo.content.document import Document
from salesdojo.content.problem import Problem


def agreement_problems(
    document: Document, agreed: Agreement, percent: int = USUAL
) -> tuple[Problem, ...]:
    """Return a problem for every choice under `percent`, or one where there are too few experts.

    Args:
        document: the scenario's file.
        agreed: what the experts' keys say of it.
        percent: 1-100, how many of the experts must key a choice as its points do.
    """
    if not agreed.enough:
        count = len(agreed.experts)
        return (document.key_problem(("scenes",), "SD413", "experts", count=count, needed=ENOUGH),)
    return tuple(_of_choices(document, agreed, percent))


def _of_choices(document: Document, agreed: Agreement, percent: int) -> Iterator[Problem]:
    for one in agreed.choices:
        at = ("scenes", one.scene, "choices", one.choice)
        match one.verdict(percent):
            case Verdict.TOO_FEW:
                yield document.key_problem(
                    at, "SD413", "few", count=len(one.keys), needed=ENOUGH, choice=one.choice
                )
            case Verdict.REWRITE | Verdict.REKEY as verdict:
                yield document.key_problem(
                    at,
                    "SD413",
                    "points" if verdict is Verdict.REKEY else "",
                    choice=one.choice,
                    author=int(one.author),
                    agreeing=one.agreeing,
                    count=len(one.keys),
                    percent=percent,
                    keys=who_said_what(one),
                )


def who_said_what(one: ChoiceAgreement) -> str:
    """Write who said what: ``3: sato, tanaka; 0: suzuki``."""
    return "; ".join(f"{int(key)}: {', '.join(experts)}" for key, experts in one.said())
