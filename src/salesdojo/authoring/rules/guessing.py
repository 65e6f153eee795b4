"""Rules about passing without reading: SD407 to SD409.

A best choice that is the longest, or the first, here and there is chance. The share
that chance alone brings is known (one in as many as are offered), so the tail of the
Poisson-binomial distribution says how surprising the scenario's share is.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from salesdojo.authoring.rules.decision import Decision
from salesdojo.authoring.rules.talk import SolvedTalk
from salesdojo.content.problem import Problem
from salesdojo.content.width import display_width

FEWEST: Final = 5
"""Decisions under which there is no verdict."""
SURPRISING: Final = Fraction(5, 100)
"""Chance would bring such a share less often than this."""
HALF: Final = Fraction(1, 2)
"""The share from which a surprising one matters."""


def answers_that_never_change(solved: SolvedTalk) -> Iterator[Problem]:
    """In every scene the same choice is the best, whatever was said before: a quiz, not a talk.

    Bad:
        scenes:
          opening: {customer: "Well?", choices: {ask: {say: "Why?", why: "Ask first", points: {inquiry: 3}, goto: second}, sell: {say: "Buy!", why: "Too early", goto: second}}}
          second: {customer: "Hm.", choices: {sum_up: {say: "So cash is short?", why: "Shows you heard", points: {inquiry: 3}}, boast: {say: "We lead.", why: "About you, not them"}}}
          third: {customer: "And?", choices: {offer: {say: "In two steps?", why: "A way they can take", points: {value: 3}}, press: {say: "Sign today.", why: "Pressure"}}}
          fourth: {customer: "Costly.", choices: {explore: {say: "Against what?", why: "Explores", points: {inquiry: 3}}, argue: {say: "Not at all.", why: "Argues"}}}
          fifth: {customer: "Then?", choices: {fix: {say: "Friday at ten?", why: "A dated step", points: {value: 3}, goto: signed}, wait: {say: "Call me.", why: "No date", goto: parted}}}

    Good:
        scenes:
          opening: {customer: "Well?", choices: {ask: {say: "Why?", why: "Ask first", points: {inquiry: 3}, learn: [cash], goto: second}, sell: {say: "Buy!", why: "Too early", goto: second}}}
          second: {customer: "Hm.", choices: {sum_up: {say: "So cash is short?", why: "Only if you know it", points: {inquiry: 3}, when: cash}, ask_again: {say: "What is in the way?", why: "Still to be asked", points: {inquiry: 1}}}}
          third: {customer: "And?", choices: {offer: {say: "In two steps?", why: "A way they can take", points: {value: 3}}, press: {say: "Sign today.", why: "Pressure"}}}
          fourth: {customer: "Costly.", choices: {explore: {say: "Against what?", why: "Explores", points: {inquiry: 3}}, argue: {say: "Not at all.", why: "Argues"}}}
          fifth: {customer: "Then?", choices: {fix: {say: "Friday at ten?", why: "A dated step", points: {value: 3}, goto: signed}, wait: {say: "Call me.", why: "No date", goto: parted}}}
    """
    decisions = solved.decisions
    # The states that a journey can come to are more than those that were solved.
    if len(decisions) < FEWEST or solved.talk.later_chapter:
        return
    if all(len(set(solved.free_choices[decision.scene.id])) == 1 for decision in decisions):
        yield solved.talk.key_problem(("scenes",), "SD407", count=len(decisions))


def best_choices_that_are_longest(solved: SolvedTalk) -> Iterator[Problem]:
    """The best choice is nearly always the longest: whoever looks for length passes.

    Bad:
        scenes:
          opening: {customer: "Well?", choices: {ask: {say: "May I ask what is behind that?", why: "Ask first", points: {inquiry: 3}, goto: second}, sell: {say: "Buy!", why: "Too early", goto: second}}}
          second: {customer: "Hm.", choices: {sum_up: {say: "So cash is short until March?", why: "Shows you heard", points: {inquiry: 3}}, boast: {say: "We lead.", why: "About you"}}}
          third: {customer: "And?", choices: {offer: {say: "Shall we do it in two steps?", why: "A way they can take", points: {value: 3}}, press: {say: "Sign.", why: "Pressure"}}}
          fourth: {customer: "Costly.", choices: {explore: {say: "What do you compare it with?", why: "Explores", points: {inquiry: 3}}, argue: {say: "No.", why: "Argues"}}}
          fifth: {customer: "Then?", choices: {fix: {say: "Shall we meet on Friday at ten?", why: "A date", points: {value: 3}, goto: signed}, wait: {say: "Call me.", why: "No date", goto: parted}}}

    Good:
        scenes:
          opening: {customer: "Well?", choices: {ask: {say: "What is behind that?", why: "Ask first", points: {inquiry: 3}, goto: second}, sell: {say: "Let me show you our newest product.", why: "Too early", goto: second}}}
          second: {customer: "Hm.", choices: {sum_up: {say: "So cash is short?", why: "Shows you heard", points: {inquiry: 3}}, boast: {say: "We lead this market by far.", why: "About you"}}}
          third: {customer: "And?", choices: {offer: {say: "Shall we do it in two steps?", why: "A way they can take", points: {value: 3}}, press: {say: "Sign.", why: "Pressure"}}}
          fourth: {customer: "Costly.", choices: {explore: {say: "Against what?", why: "Explores", points: {inquiry: 3}}, argue: {say: "Not for what you get.", why: "Argues"}}}
          fifth: {customer: "Then?", choices: {fix: {say: "Shall we meet on Friday at ten?", why: "A date", points: {value: 3}, goto: signed}, wait: {say: "Call me.", why: "No date", goto: parted}}}
    """
    decisions = solved.decisions
    for language in _languages(decisions):

        def longest(decision: Decision, language: str = language) -> str | None:
            widths = {
                choice.id: display_width(choice.say.spoken(language))
                for choice in decision.scene.choices.values()
            }
            most = max(widths.values())
            at = [choice for choice, width in widths.items() if width == most]
            return at[0] if len(at) == 1 else None

        hits = _surprising(decisions, longest)
        if hits:
            form = "language" if language else ""
            values = {"count": len(decisions), "hits": hits}
            yield solved.talk.key_problem(("scenes",), "SD408", form, **values, language=language)


def best_choices_that_are_first(solved: SolvedTalk) -> Iterator[Problem]:
    """The best choice nearly always stands first in scenes that keep the file's order.

    Bad:
        scenes:
          opening: {customer: "Well?", order: fixed, choices: {ask: {say: "Why is that?", why: "Ask first", points: {inquiry: 3}, goto: second}, sell: {say: "Buy it now!", why: "Too early", goto: second}, boast: {say: "We lead.", why: "About you", goto: second}}}
          second: {customer: "Hm.", order: fixed, choices: {sum_up: {say: "Cash is short?", why: "Shows you heard", points: {inquiry: 3}}, praise: {say: "We are the best.", why: "About you"}, rest: {say: "Hm.", why: "Says nothing"}}}
          third: {customer: "And?", order: fixed, choices: {offer: {say: "In two steps?", why: "A way they can take", points: {value: 3}}, press: {say: "Sign here today.", why: "Pressure"}, nod: {say: "Yes.", why: "Says nothing"}}}
          fourth: {customer: "Costly.", order: fixed, choices: {explore: {say: "Against what?", why: "Explores", points: {inquiry: 3}}, argue: {say: "It is not costly.", why: "Argues"}, cut: {say: "5% off.", why: "For nothing"}}}
          fifth: {customer: "Then?", order: fixed, choices: {fix: {say: "Friday at ten?", why: "A date", points: {value: 3}, goto: signed}, wait: {say: "Call me some day.", why: "No date", goto: parted}, go: {say: "Bye.", why: "No date", goto: parted}}}

    Good:
        scenes:
          opening: {customer: "Well?", choices: {ask: {say: "Why is that?", why: "Ask first", points: {inquiry: 3}, goto: second}, sell: {say: "Buy it now!", why: "Too early", goto: second}, boast: {say: "We lead.", why: "About you", goto: second}}}
          second: {customer: "Hm.", choices: {sum_up: {say: "Cash is short?", why: "Shows you heard", points: {inquiry: 3}}, praise: {say: "We are the best.", why: "About you"}, rest: {say: "Hm.", why: "Says nothing"}}}
          third: {customer: "And?", choices: {offer: {say: "In two steps?", why: "A way they can take", points: {value: 3}}, press: {say: "Sign here today.", why: "Pressure"}, nod: {say: "Yes.", why: "Says nothing"}}}
          fourth: {customer: "Costly.", choices: {explore: {say: "Against what?", why: "Explores", points: {inquiry: 3}}, argue: {say: "It is not costly.", why: "Argues"}, cut: {say: "5% off.", why: "For nothing"}}}
          fifth: {customer: "Then?", choices: {fix: {say: "Friday at ten?", why: "A date", points: {value: 3}, goto: signed}, wait: {say: "Call me some day.", why: "No date", goto: parted}, go: {say: "Bye.", why: "No date", goto: parted}}}
    """
    fixed = [decision for decision in solved.decisions if decision.scene.fixed_order]
    hits = _surprising(fixed, lambda decision: next(iter(decision.scene.choices)))
    if hits:
        yield solved.talk.key_problem(("scenes",), "SD409", count=len(fixed), hits=hits)


def _surprising(
    decisions: Sequence[Decision], guess: Callable[[Decision], str | None]
) -> int | None:
    """Return how many best choices a guess finds, if chance would hardly find as many."""
    if len(decisions) < FEWEST:
        return None
    hits = sum(guess(decision) == decision.best.id for decision in decisions)
    if Fraction(hits, len(decisions)) < HALF:
        return None
    chances = [Fraction(1, len(decision.scene.choices)) for decision in decisions]
    return hits if _tail(chances, hits) < SURPRISING else None


def _tail(chances: Sequence[Fraction], hits: int) -> Fraction:
    """Return the chance of at least `hits` successes: the Poisson-binomial distribution."""
    exactly = [Fraction(1)]
    for chance in chances:
        missed = [one * (1 - chance) for one in exactly] + [Fraction(0)]
        hit = [Fraction(0)] + [one * chance for one in exactly]
        exactly = [one + other for one, other in zip(missed, hit, strict=True)]
    return sum(exactly[hits:], Fraction(0))


def _languages(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Return the languages of the lines; one empty name where none has any."""
    spoken = dict.fromkeys(
        language
        for decision in decisions
        for choice in decision.scene.choices.values()
        for language in choice.say.languages
    )
    return tuple(spoken) or ("",)
