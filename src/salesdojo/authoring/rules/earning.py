"""Rules about what can be earned, uncovered and avoided: SD401, SD404, SD411, SD412."""

from collections.abc import Iterator
from typing import Final

from salesdojo.authoring.rules.census import choice_path
from salesdojo.authoring.rules.placeholders import is_placeholder
from salesdojo.authoring.rules.talk import SolvedTalk, Talk, written_road
from salesdojo.content.document import Path
from salesdojo.content.model import Choice, Scene
from salesdojo.content.problem import Problem
from salesdojo.practice.lines import facts_of, lines_of

SHORTEST_REASON: Final = 4
"""Characters under which a reason is none."""


def criteria_nobody_earns(solved: SolvedTalk) -> Iterator[Problem]:
    """A criterion that choices give points for, but that is at 0 or below on every road.

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
              promise:
                say: {ja: "必ず得します。", en: "You cannot lose."}
                why: {ja: "断言は信頼を失います。", en: "Certainty costs trust."}
                points: {value: -1}
                goto: parted

    Good:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3, value: 1}
                goto: signed
              promise:
                say: {ja: "必ず得します。", en: "You cannot lose."}
                why: {ja: "断言は信頼を失います。", en: "Certainty costs trust."}
                points: {value: -1}
                goto: parted
    """
    earned = solved.earned
    told: set[str] = set()
    for scene, choice in _choices(solved.talk):
        for criterion in choice.points:
            if criterion not in earned and criterion not in told:
                told.add(criterion)
                path = (*choice_path(scene.id, choice.id), "points", criterion)
                yield solved.talk.key_problem(path, "SD401", criterion=criterion)
    for path, criterion in _measured(solved.talk):
        if criterion not in earned and criterion not in told:
            told.add(criterion)
            yield solved.talk.problem(path, "SD401", criterion=criterion)


def unavoidable_breaches(solved: SolvedTalk) -> Iterator[Problem]:
    """A breach on every road to an end: whoever plays, fails.

    Bad:
        scenes:
          opening:
            customer: {ja: "どちら様ですか。", en: "Who is calling?"}
            choices:
              pretend:
                say: {ja: "知り合いの者です。", en: "A friend of his."}
                why: {ja: "身分を偽ると信用を失います。", en: "A false identity ends trust."}
                points: {inquiry: 3}
                breach: false_identity
                goto: signed

    Good:
        scenes:
          opening:
            customer: {ja: "どちら様ですか。", en: "Who is calling?"}
            choices:
              pretend:
                say: {ja: "知り合いの者です。", en: "A friend of his."}
                why: {ja: "身分を偽ると信用を失います。", en: "A false identity ends trust."}
                breach: false_identity
                goto: parted
              be_honest:
                say: {ja: "サンライトの森です。", en: "Mori of Sunlight."}
                why: {ja: "正直に名乗れば話が始まります。", en: "An honest name opens the talk."}
                points: {inquiry: 3}
                goto: signed
    """
    roads = solved.roads
    if roads.end_without_breach or not roads.outcomes:
        return
    found = roads.to_choice(lambda choice: choice.breach is not None)
    if found is not None:
        road, scene, choice = found
        path = (*choice_path(scene, choice.id), "breach")
        breach = choice.breach or ""
        yield solved.talk.problem(path, "SD404", breach=breach, road=written_road(road))


def facts_nothing_releases(solved: SolvedTalk) -> Iterator[Problem]:
    """A hidden fact that no choice ever uncovers.

    Bad:
        facts:
          cash: {ja: "今期は現金が厳しい。", en: "Cash is short this year."}
          rival: {ja: "他社も訪ねている。", en: "A rival is calling too."}

    Good:
        facts:
          cash: {ja: "今期は現金が厳しい。", en: "Cash is short this year."}
    """
    released = set(_released(solved))
    for fact in solved.scenario.facts:
        # What is known from the start is not hidden; of journeys, SD415 tells.
        known = solved.talk.later_chapter or fact in solved.scenario.learned
        if fact not in released and not known:
            yield solved.talk.key_problem(("facts", fact), "SD411", fact=fact)


def _released(solved: SolvedTalk) -> Iterator[str]:
    """Yield the facts that a line brings out, wherever a talk can come to.

    What lies behind a negotiation table may be offered in ends that no named player reaches.
    """
    met, offered = solved.census.scenes, solved.census.offered
    behind = solved.behind_tables
    for scene in solved.scenario.scenes.values():
        for line in lines_of(scene):
            at_hand = scene.id in met if scene.bargaining else (scene.id, line) in offered
            if at_hand or scene.id in behind:
                yield from facts_of(scene, line)


def weak_choices_without_a_reason(solved: SolvedTalk) -> Iterator[Problem]:
    """A choice that costs points, whose `why` says nothing of its own: the trainee learns nothing.

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
              sell:
                say: {ja: "新製品のご紹介です。", en: "We have a new product."}
                why: {ja: "まず聞きます。", en: "Ask first."}
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
                goto: signed
              sell:
                say: {ja: "新製品のご紹介です。", en: "We have a new product."}
                why: {ja: "相手の困りごとを聞く前の説明は届きません。", en: "A pitch before the need is not heard."}
                goto: parted
    """
    weak = _weak(solved)
    for scene in solved.scenario.scenes.values():
        reasons: set[str] = set()
        for choice in sorted(scene.choices.values(), key=lambda one: (scene.id, one.id) in weak):
            for language, words in choice.why.by_language:
                place = (*choice_path(scene.id, choice.id), "why")
                path = (*place, language) if language else place
                if is_placeholder(words):
                    continue  # SD507 tells of it
                if (scene.id, choice.id) in weak and words in reasons:
                    yield solved.talk.problem(path, "SD412", "again", choice=choice.id)
                elif (scene.id, choice.id) in weak and len(words.strip()) < SHORTEST_REASON:
                    yield solved.talk.problem(path, "SD412", choice=choice.id)
                reasons.add(words)


def _weak(solved: SolvedTalk) -> frozenset[tuple[str, str]]:
    """Return the choices that cost something in every state in which they are offered."""
    roads = solved.roads
    free: set[tuple[str, str]] = set()
    offered: set[tuple[str, str]] = set()
    choices = solved.explored.graph.numbering.choices
    for edges, losses in zip(roads.edges, roads.losses, strict=True):
        for edge, loss in zip(edges, losses, strict=True):
            scene, choice = choices[edge[0]]
            offered.add((scene, choice.id))
            if not loss:
                free.add((scene, choice.id))
    return frozenset(offered - free)


def _measured(talk: Talk) -> Iterator[tuple[Path, str]]:
    """Yield each criterion that a table gives points for, with its path."""
    for scene in talk.scenario.scenes.values():
        for measure, criterion in scene.bargaining.points.items() if scene.bargaining else ():
            yield ("scenes", scene.id, "table", "points", measure.value), criterion


def _choices(talk: Talk) -> Iterator[tuple[Scene, Choice]]:
    for scene in talk.scenario.scenes.values():
        for choice in scene.choices.values():
            yield scene, choice
