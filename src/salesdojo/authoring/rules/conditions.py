"""Rules about conditions and lists that are decided once for all: SD304, SD305, SD307, SD308."""

from collections.abc import Iterator

from salesdojo.authoring.rules.census import Asked, choice_path
from salesdojo.authoring.rules.talk import SolvedTalk, Talk
from salesdojo.content.document import Path
from salesdojo.content.model import Branch, Scene
from salesdojo.content.problem import Problem


def conditions_that_never_hold(solved: SolvedTalk) -> Iterator[Problem]:
    """An entry of a list whose condition holds in no state in which it is asked.

    Bad:
        scenes:
          signed:
            customer:
              - {when: trust > 95, say: {ja: "お願いします！", en: "Yes, gladly!"}}
              - {say: {ja: "お願いします。", en: "Yes, please."}}
            end: won

    Good:
        scenes:
          signed:
            customer:
              - {when: trust > 40, say: {ja: "お願いします！", en: "Yes, gladly!"}}
              - {say: {ja: "お願いします。", en: "Yes, please."}}
            end: won
    """
    for path in _lists(solved):
        asked = solved.census.conditions.get(path)
        if path[-1] == "when" and asked is not None and not asked.counted:
            yield solved.talk.problem(path, "SD304", "late" if asked.held else "")


def conditions_that_always_hold(solved: SolvedTalk) -> Iterator[Problem]:
    """A condition that holds in every state in which it is asked: it decides nothing.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                when: trust >= 20
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
    """
    conditions = solved.census.conditions
    # Of an entry that never counts, SD304 tells.
    counting = [path for path in _lists(solved) if conditions.get(path, Asked()).counted]
    for path in (*_offers(solved), *counting):
        asked = conditions.get(path, Asked())
        if path[-1] == "when" and asked.held and not asked.failed:
            yield solved.talk.problem(path, "SD305")


def last_entries_never_needed(solved: SolvedTalk) -> Iterator[Problem]:
    """A last entry that never counts: in every state an entry before it has already held.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask: {say: "What is wrong?", why: "Ask first", points: {inquiry: 3}, effect: {trust: 10}, goto: signed}
              sell: {say: "Look at this!", why: "Too early", goto: signed}
          signed:
            customer:
              - {when: trust > 40, say: {ja: "ぜひ。", en: "Gladly."}}
              - {when: trust <= 40, say: {ja: "では。", en: "Well then."}}
              - {say: {ja: "うーん。", en: "Hm."}}
            end: won

    Good:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask: {say: "What is wrong?", why: "Ask first", points: {inquiry: 3}, effect: {trust: 10}, goto: signed}
              sell: {say: "Look at this!", why: "Too early", goto: signed}
          signed:
            customer:
              - {when: trust > 40, say: {ja: "ぜひ。", en: "Gladly."}}
              - {say: {ja: "では。", en: "Well then."}}
            end: won
    """
    for path in _lists(solved):
        asked = solved.census.conditions.get(path)
        if path[-1] == "when" or asked is None or asked.counted:
            continue
        # Where one entry holds in any case, SD305 tells of that one.
        if not any(one.held and not one.failed for one in _before(solved, path)):
            yield solved.talk.problem(path, "SD308")


def chances_of_nothing(talk: Talk) -> Iterator[Problem]:
    """An entry of a draw with the weight 0: chance never takes it.

    Bad:
        scenes:
          opening:
            customer: {ja: "少々お待ちください。", en: "Hold the line."}
            goto: [{weight: 1, to: signed}, {weight: 0, to: parted}]

    Good:
        scenes:
          opening:
            customer: {ja: "少々お待ちください。", en: "Hold the line."}
            goto: [{weight: 3, to: signed}, {weight: 1, to: parted}]
    """
    for scene in talk.scenario.scenes.values():
        ways: list[tuple[Path, tuple[Branch, ...]]] = [(("scenes", scene.id, "goto"), scene.goto)]
        ways += [
            ((*choice_path(scene.id, one.id), "goto"), one.goto) for one in scene.choices.values()
        ]
        at_table = {} if scene.bargaining is None else scene.bargaining.goto
        # An ending that is left out leads where another does, and is told of there.
        ways += [
            (("scenes", scene.id, "table", "goto", ending.value), goto)
            for ending, goto in at_table.items()
            if ending.value in talk.document.data["scenes"][scene.id]["table"]["goto"]
        ]
        for path, goto in ways:
            for place, branch in enumerate(goto):
                if branch.weight == 0:
                    yield talk.problem((*path, place, "weight"), "SD307", scene=branch.to)


def _before(solved: SolvedTalk, path: Path) -> Iterator[Asked]:
    """Yield the conditions before an entry of a list."""
    for place in range(int(path[-1])):
        asked = solved.census.conditions.get((*path[:-1], place, "when"))
        if asked is not None:
            yield asked


def _known(solved: SolvedTalk) -> Iterator[Scene]:
    """Yield the scenes of which all that can happen is known."""
    for scene in solved.scenario.scenes.values():
        if scene.id not in solved.behind_tables:
            yield scene


def _offers(solved: SolvedTalk) -> Iterator[Path]:
    for scene in _known(solved):
        for choice in scene.choices.values():
            if choice.when is not None:
                yield (*choice_path(scene.id, choice.id), "when")


def _lists(solved: SolvedTalk) -> Iterator[Path]:
    """Yield each entry of each list that has conditions: its `when`, or itself without one."""
    for scene in _known(solved):
        path: Path = ("scenes", scene.id)
        yield from _entries((*path, "customer"), [line.when is None for line in scene.customer])
        yield from _entries((*path, "goto"), [branch.when is None for branch in scene.goto])
        for choice in scene.choices.values():
            goto = (*choice_path(scene.id, choice.id), "goto")
            yield from _entries(goto, [branch.when is None for branch in choice.goto])


def _entries(path: Path, without: list[bool]) -> Iterator[Path]:
    if all(without):
        return
    for place, last in enumerate(without):
        yield (*path, place) if last else (*path, place, "when")
