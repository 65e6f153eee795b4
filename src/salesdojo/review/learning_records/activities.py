"""Activities of a scenario revision, defined in the words of who wrote it."""

from collections.abc import Callable, Mapping
from typing import Final

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.model import Scenario
from salesdojo.content.text import Text
from salesdojo.errors import ContentError
from salesdojo.review.learning_records.names import kind, named

MOST: Final = 64
"""Scenarios kept at a time: each chapter of a journey may have a revision of its own."""
Activity = dict[str, object]


class Activities:
    """Activities by revision, read as they are asked for."""

    def __init__(self, canonical: Callable[[str], bytes | None]) -> None:
        """Read revisions by `canonical`, which returns what is stored, or None."""
        self._canonical = canonical
        self._kept: dict[str, Scenario | None] = {}

    def scenario(self, revision: str) -> Scenario | None:
        """Return the scenario as it was then; None where it cannot be read."""
        if revision not in self._kept:
            if len(self._kept) >= MOST:
                self._kept.pop(next(iter(self._kept)))  # the one that was read first
            self._kept[revision] = self._read(revision)
        return self._kept[revision]

    def simulation(self, name: str, revision: str) -> Activity:
        """Return a scenario as an activity, of whichever revision."""
        scenario = self.scenario(revision)
        words: dict[str, object] = {} if scenario is None else {"name": _words(scenario.title)}
        return activity(named("scenario", name), "simulation", words)

    def question(self, name: str, revision: str, scene: str, best: tuple[str, ...]) -> Activity:
        """Return a scene as a question with its choices; `best` cost nothing when it was asked.

        A negotiation table is one question too, which is answered by moves in its own language.
        """
        scenario = self.scenario(revision)
        asked = None if scenario is None else scenario.scenes.get(scene)
        table = asked is not None and asked.bargaining is not None
        words: dict[str, object] = {"interactionType": "other" if table else "choice"}
        if asked is not None and not table:
            words["choices"] = [
                {"id": one.id, "description": _words(one.say)} for one in asked.choices.values()
            ]
        if asked is not None and asked.customer:
            words["description"] = _words(asked.customer[0].say)
        if best:
            words["correctResponsesPattern"] = list(best)
        place = named("scenario", name, "revision", revision, "scene", scene)
        return activity(place, "question", words)

    def assessment(self, name: str, revision: str, criterion: str) -> Activity:
        """Return what is judged of a scenario on one criterion."""
        place = named("scenario", name, "revision", revision, "criterion", criterion)
        return activity(place, "assessment", self._criterion(revision, criterion))

    def skill(self, revision: str, criterion: str) -> Activity:
        """Return the criterion itself, which several scenarios share."""
        return activity(
            named("criterion", criterion), "skill", self._criterion(revision, criterion)
        )

    def _criterion(self, revision: str, criterion: str) -> dict[str, object]:
        scenario = self.scenario(revision)
        found = None if scenario is None else scenario.rubric.criteria.get(criterion)
        return {} if found is None else {"name": _words(found.name)}

    def _read(self, revision: str) -> Scenario | None:
        stored = self._canonical(revision)
        try:
            return None if stored is None else scenario_from_canonical(stored)
        except ContentError:
            return None


def activity(place: str, of: str, words: Mapping[str, object] | None = None) -> Activity:
    """Return an activity of a kind, with what is known of it."""
    return {
        "objectType": "Activity",
        "id": place,
        "definition": {"type": kind(of), **(words or {})},
    }


def _words(text: Text) -> dict[str, str]:
    """Return words by language; what serves every language is of an undetermined one."""
    return {language or "und": words for language, words in text.by_language}
