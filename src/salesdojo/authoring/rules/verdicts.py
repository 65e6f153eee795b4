"""Rules about who passes and how talks end: SD402, SD403, SD405, SD406, SD410."""

from collections.abc import Iterator
from typing import Final

from salesdojo.authoring.rules.drills import decides_once
from salesdojo.authoring.rules.talk import SolvedTalk, written_road
from salesdojo.content.model import Outcome
from salesdojo.content.problem import Problem
from salesdojo.i18n.figures import quality_figure
from salesdojo.practice.exact_play import at_random, passing
from salesdojo.practice.passing import TooManyRoadsError
from salesdojo.practice.too_large import TooLargeError

WORTH_CARRYING: Final = 1_000_000
"""Work after which nothing is said of random players: about a second. The scenarios that
ship need 1,400 to 7,400."""
_ROUNDING: Final = 1e-6
"""Percent by which the share of a drill's random players may be off."""
LADDER: Final = (
    frozenset({Outcome.LOST, Outcome.STALLED}),
    frozenset({Outcome.ADVANCED}),
    frozenset({Outcome.WON}),
)
"""Outcomes from worse to better. A deal rightly declined stands beside them."""


def passes_nobody_reaches(solved: SolvedTalk) -> Iterator[Problem]:
    """No road passes: the best ones breach, or leave a criterion under its minimum.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              inquire:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3}
                goto: signed
              show_value:
                say: {ja: "月30時間減ります。", en: "It saves 30 hours a month."}
                why: {ja: "効果を数字で示します。", en: "The effect in figures."}
                points: {value: 3}
                goto: signed

    Good:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              inquire:
                say: {ja: "お困りごとと、その時間を伺えますか。", en: "What is wrong, and what does it cost?"}
                why: {ja: "聞きながら効果を数字にします。", en: "The question brings the figure."}
                points: {inquiry: 3, value: 3}
                goto: signed
              show_value:
                say: {ja: "月30時間減ります。", en: "It saves 30 hours a month."}
                why: {ja: "効果を数字で示します。", en: "The effect in figures."}
                points: {value: 3}
                goto: signed
    """
    try:
        road = solved.passing.road()
    except TooManyRoadsError:
        return
    if road is None and solved.roads.end_without_breach:
        yield solved.talk.problem(("rubric",), "SD402", needed=solved.scenario.rubric.pass_mark)


def passes_nobody_misses(solved: SolvedTalk) -> Iterator[Problem]:
    """Every road passes: the scenario tells nobody apart.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3}
                goto: signed

    Good:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3}
                goto: signed
              sell:
                say: {ja: "新製品のご紹介です。", en: "We have a new product."}
                why: {ja: "聞く前の説明は届きません。", en: "A pitch before the need is lost."}
                points: {inquiry: -1}
                goto: parted
    """
    # Of a talk that never ends, SD303 tells.
    if solved.scenario.bargains:
        return  # at a table anyone can do worse than every named player
    if solved.roads.outcomes and not solved.passing.can_fail():
        yield solved.talk.problem(("rubric",), "SD403", needed=solved.scenario.rubric.pass_mark)


def worse_outcomes_that_score_higher(solved: SolvedTalk) -> Iterator[Problem]:
    """The best talk that ends worse has a higher quality than the best one that ends better.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3}
                goto: parted
              beg:
                say: {ja: "お願いします！", en: "Please, please!"}
                why: {ja: "お願いだけでは続きません。", en: "Begging does not last."}
                points: {inquiry: -1}
                goto: signed

    Good:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3}
                goto: signed
              beg:
                say: {ja: "お願いします！", en: "Please, please!"}
                why: {ja: "お願いだけでは続きません。", en: "Begging does not last."}
                points: {inquiry: -1}
                goto: parted
    """
    if solved.scenario.bargains:
        return  # what is the best of an outcome that no named player comes to is not known
    roads = solved.roads
    best = {outcome: roads.best_quality(outcome) for outcome in roads.outcomes}
    for place, worse in enumerate(LADDER):
        for outcome in sorted(worse & best.keys()):
            better = max(
                (one for above in LADDER[place + 1 :] for one in above & best.keys()),
                key=lambda one: best[one],
                default=None,
            )
            if better is not None and best[outcome] > best[better]:
                yield solved.talk.problem(
                    _end_of(solved, outcome),
                    "SD405",
                    worse=outcome.value,
                    better=better.value,
                    high=quality_figure(float(best[outcome])),
                    low=quality_figure(float(best[better])),
                    road=written_road(roads.cheapest_road(outcome)),
                )


def lost_deals_that_pass(solved: SolvedTalk) -> Iterator[Problem]:
    """A talk that loses the deal can still pass.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3, value: 3}
                goto: closing
          closing:
            customer: {ja: "それで？", en: "And then?"}
            choices:
              propose:
                say: {ja: "ご提案します。", en: "Here is my proposal."}
                why: {ja: "次の一歩を示します。", en: "It names the next step."}
                points: {inquiry: 1}
                goto: signed
              threaten:
                say: {ja: "今日だけです。", en: "Today only."}
                why: {ja: "脅しは関係を壊します。", en: "A threat ends the relation."}
                goto: parted

    Good:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3}
                goto: closing
          closing:
            customer: {ja: "それで？", en: "And then?"}
            choices:
              propose:
                say: {ja: "ご提案します。", en: "Here is my proposal."}
                why: {ja: "次の一歩を示します。", en: "It names the next step."}
                points: {value: 3, inquiry: 3}
                goto: signed
              threaten:
                say: {ja: "今日だけです。", en: "Today only."}
                why: {ja: "脅しは関係を壊します。", en: "A threat ends the relation."}
                goto: parted
    """
    if Outcome.LOST not in solved.roads.outcomes:
        return
    try:
        road = solved.passing.road(Outcome.LOST)
    except TooManyRoadsError:
        return
    if road is not None:
        path = _end_of(solved, Outcome.LOST)
        yield solved.talk.problem(path, "SD406", road=written_road(road))


def random_clickers_who_pass(solved: SolvedTalk) -> Iterator[Problem]:
    """Whoever clicks at random passes more often than the pack allows (`random_pass_limit`).

    A drill, being one decision, is held to it that only one of its choices passes. At a
    negotiation table chance offers anything, and takes what is no worse than no deal one time in
    four: 16 such negotiations are looked at in each mood in which a talk comes there, fewer where
    that would make more than 96 a table, and one where another table lies behind.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3, value: 3}
                goto: signed
              sell:
                say: {ja: "新製品のご紹介です。", en: "We have a new product."}
                why: {ja: "聞く前の説明は届きません。", en: "A pitch before the need is lost."}
                goto: parted

    Good:
        # pack.yaml
        id: small
        name: {ja: "小さなパック", en: "A small pack"}
        languages: [ja, en]
        random_pass_limit: 60
    """
    try:
        share = 100 * passing(solved.lucky, at_random(solved.lucky), WORTH_CARRYING)
    except TooLargeError:
        return  # too many sums to follow: nothing is proved
    limit = solved.talk.random_pass_limit
    if solved.talk.drill and not solved.scenario.bargains:
        # A single decision is passed by chance once in as many tries as it has choices.
        alone = 100 / len(solved.decisions[0].scene.choices) if decides_once(solved) else 100
        if share > max(limit, alone + _ROUNDING):
            yield solved.talk.problem(("rubric",), "SD410", "drill", share=_percent(share))
        return
    if share > limit:
        yield solved.talk.problem(("rubric",), "SD410", share=_percent(share), limit=limit)


def _percent(share: float) -> str:
    return f"{share:.1f}".removesuffix(".0")


def _end_of(solved: SolvedTalk, outcome: Outcome) -> tuple[str, ...]:
    """Return where the first scene that ends so is written; a stalled talk may have none."""
    for scene in solved.scenario.scenes.values():
        if scene.end is outcome and scene.id in solved.census.scenes:
            return ("scenes", scene.id, "end")
    return ("scenes",)
