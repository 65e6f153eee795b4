"""The rule about glossary terms that a scenario says it teaches: SD505."""

from collections.abc import Iterator

from salesdojo.authoring.rules.talk import Talk
from salesdojo.authoring.rules.texts import Written
from salesdojo.content.problem import Problem


def terms_no_line_uses(talk: Talk) -> Iterator[Problem]:
    """A term in `terms` that stands in no text of the scenario, under none of its names.

    Bad:
        terms: [商談, クロージング]

    Good:
        terms: [商談]
    """
    if not talk.scenario.terms:
        return
    # No name has a line break in it: none is found across two texts.
    every = "\n".join(
        words.casefold()
        for text in Written(talk.document, "scenario", ()).texts
        for words in text.words.values()
    )
    for position, term in enumerate(talk.scenario.terms):
        names = {name.casefold() for name in talk.terms.get(term, ())}
        if names and not any(name in every for name in names):
            yield talk.problem(("terms", position), "SD505", term=term)
