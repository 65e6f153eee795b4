"""The words for figures of items, the same in a terminal's lines and on a screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure, percent_figure, quality_figure, signed_figure
from salesdojo.review.item_model import LEAST, Figure, Sign, Untold

if TYPE_CHECKING:
    from salesdojo.review.item_model import (
        Attempted,
        ChoiceItem,
        DecisionItem,
        Items,
        OverviewRow,
        VersionItems,
    )


def figure(value: Figure | None, said: Callable[[float], str], language: str) -> str:
    """Return a figure as `said` has it, or why there is none."""
    if value is None:
        return message("items.none", language)
    return message(f"items.{value}", language) if isinstance(value, Untold) else said(value)


def points(value: Figure | None, language: str) -> str:
    """Return points of quality."""
    return figure(value, quality_figure, language)


def gained(value: Figure | None, language: str) -> str:
    """Return points gained, with their sign."""
    return figure(value, signed_figure, language)


def share(value: Figure | None, language: str) -> str:
    """Return a share (0-1) as percent."""
    return figure(value, percent_figure, language)


def percent(value: Figure | None, language: str) -> str:
    """Return whole percent of a figure that is percent already and may be below 0."""

    def said(figure: float) -> str:
        return message("items.percent", language, figure=round(figure))

    return figure(value, said, language)


def discrimination(item: "DecisionItem", language: str) -> tuple[str, str]:
    """Return the index, and what it says."""
    said = "" if item.band is None else message(f"items.band_{item.band}", language)
    return percent(item.discrimination, language), said


def marks(choice: "ChoiceItem", language: str) -> str:
    """Return what there is to say of a choice."""
    comma = message("items.comma", language)
    signs = [_sign(sign, choice, language) for sign in choice.signs]
    if choice.dead:
        return message("items.sign_dead", language, signs=comma.join(signs))
    best = [message("items.sign_best", language)] if choice.best else []
    return comma.join([*best, *signs])


def said(choice: "ChoiceItem", language: str) -> str:
    """Return a choice's words as a quotation, or how a negotiation ended."""
    words = choice.say.spoken(language)
    return words if choice.ending else message("items.said", language, words=words)


def _sign(sign: Sign, choice: "ChoiceItem", language: str) -> str:
    words = message(f"items.sign_{sign}", language)
    if sign is Sign.RARE and choice.conditional:
        return message("items.sign_conditional", language, sign=words)
    return words


def remarks(item: "DecisionItem") -> dict[str, int]:
    """Return how many remarks there are of each kind."""
    found = {"wrong": 0, "unclear": 0}
    for one in item.heard:
        found[one.remark.kind.value] += 1
    return found


def firsts(attempted: "Attempted", mark: int, language: str) -> str:
    """Return how first attempts end."""
    return message(
        "items.firsts",
        language,
        count=attempted.firsts,
        mean=points(attempted.mean, language),
        deviation=points(attempted.deviation, language),
        passed=share(attempted.passed, language),
        mark=mark,
    )


def gains(attempted: "Attempted", language: str) -> tuple[str, ...]:
    """Return what later attempts gain, where there are any."""
    return tuple(
        message(
            f"items.gain_{gain.tries}{'_untold' if isinstance(gain.mean, Untold) else ''}",
            language,
            count=gain.many,
            gain=gained(gain.mean, language),
        )
        for gain in attempted.gains
        if gain.many
    )


def consistency(shown: "VersionItems", language: str) -> str:
    """Return how far a quality can be relied on."""
    if isinstance(shown.consistency, Untold):
        why = message(f"items.why_{shown.consistency}", language, least=LEAST)
        return message("items.consistency_untold", language, why=why)
    return message(
        "items.consistency",
        language,
        alpha=percent(shown.consistency, language),
        ratio=percent(shown.error_ratio, language),
        error=points(shown.standard_error, language),
    )


def flips(shown: "VersionItems", language: str) -> tuple[str, ...]:
    """Return who would flip if the pass mark moved, in a sentence; none where nobody can say."""
    if any(isinstance(one.raised, Untold) for one in shown.flips):
        return ()
    slash = message("items.slash", language)
    told = {
        "points": slash.join(str(one.points) for one in shown.flips),
        "raised": slash.join(share(one.raised, language) for one in shown.flips),
        "lowered": slash.join(share(one.lowered, language) for one in shown.flips),
    }
    return (message("items.flips_line", language, **told),)


def others(items: "Items", language: str) -> tuple[str, ...]:
    """Return how many versions there are besides the one shown."""
    many = len(items.versions) - 1
    if not many:
        return ()
    return (message("items.others_line", language, count=many),)


def decision(item: "DecisionItem", language: str) -> tuple[str, ...]:
    """Return a decision's figures, in sentences."""
    loss = message("items.none", language) if item.loss is None else loss_figure(item.loss)
    index, band = discrimination(item, language)
    told = {
        "facility": share(item.facility, language),
        "index": index if not band else message("items.banded", language, index=index, band=band),
        "efficiency": percent(item.efficiency, language),
        "weight": percent(item.weight, language),
    }
    return (
        message("items.decision", language, scene=item.scene, met=item.met, loss=loss),
        message("items.decision_figures", language, **told),
    )


def version(shown: "VersionItems", language: str) -> tuple[str, ...]:
    """Return which version it is."""
    one = shown.version
    kind = {True: "current", False: "older", None: "gone"}[one.current]
    lines = [message(f"items.version_{kind}", language, revision=short(one.revision))]
    if len(one.revisions) > 1:
        lines.append(message("items.version_words", language, count=len(one.revisions)))
    return tuple(lines)


def standing(row: "OverviewRow", language: str) -> str:
    """Return what else is to be known of a scenario in a list."""
    parts = []
    if row.kind is None:
        parts.append(message("items.gone", language))
    elif not row.version.current:
        parts.append(message("items.older", language))
    if row.others:
        key = "items.others_one" if row.others == 1 else "items.others"
        parts.append(message(key, language, count=row.others))
    return message("items.comma", language).join(parts)


def unused(row: "OverviewRow", language: str) -> str:
    """Return how many choices hardly anyone takes."""
    if isinstance(row.unused, Untold):
        return message(f"items.{row.unused}", language)
    return str(len(row.unused))


def short(revision: str) -> str:
    """Return enough of a revision to name it."""
    return revision[:12]
