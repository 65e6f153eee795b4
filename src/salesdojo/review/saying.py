"""The words for what reviewers say, the same in a terminal's lines and on a screen."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.records.history.history_saying import moment
from salesdojo.records.reviews.said import WORDS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.content.model import Scenario
    from salesdojo.records.reviews.review_order import Waiting
    from salesdojo.records.reviews.said import Heard


def standing(heard: "Iterable[Heard]") -> "tuple[Heard, ...]":
    """Return what stands and says something; that somebody read it is left out."""
    return tuple(one for one in heard if one.stands and one.said.kind is not Kind.READ)


def words(heard: "Heard", language: str) -> str:
    """Return who said what and when, where it is plain what it is about."""
    return _said(heard, f"reviewing.said_{heard.said.kind}", "", language)


def whole_words(heard: "Heard", scenario: "Scenario", language: str) -> str:
    """Return the same with the decision or the criterion that it is about."""
    said = heard.said
    if said.criterion is not None:
        criterion = scenario.rubric.criteria.get(said.criterion)
        name = said.criterion if criterion is None else criterion.name.spoken(language)
        return _said(heard, f"reviewing.said_{said.kind}_of", name, language)
    told = words(heard, language)
    if said.turn is None:
        return told
    return message("reviewing.decision", language, turn=said.turn, text=told)


def name_of(heard: "Heard", language: str) -> str:
    """Return who said it."""
    return heard.name or message("reviewing.nobody", language)


def reasons(waiting: "Waiting", language: str) -> str:
    """Return why an attempt should be looked at."""
    said = (message(f"reviewing.reason_{reason}", language) for reason in waiting.reasons)
    return message("reviewing.comma", language).join(said)


def _said(heard: "Heard", key: str, criterion: str, language: str) -> str:
    said = heard.said
    spoken = said.words or ""
    if not spoken and said.kind in WORDS:
        spoken = message("reviewing.gone", language)
    told = message(
        key,
        language,
        name=name_of(heard, language),
        time=moment(said.at, language),
        level=said.level or 0,
        words=spoken,
        criterion=criterion,
    )
    return message("reviewing.older", language, text=told) if heard.older else told
