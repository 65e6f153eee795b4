"""Rules about where a talk can come to: SD301 to SD303, and SD306."""

from collections.abc import Iterator

from salesdojo.authoring.rules.census import choice_path
from salesdojo.authoring.rules.talk import SolvedTalk, written_road
from salesdojo.content.problem import Problem


def unreachable_scenes(solved: SolvedTalk) -> Iterator[Problem]:
    """A scene that no road reaches, whatever is chosen and whatever chance brings.

    Bad:
        scenes:
          opening:
            customer: {ja: "はい、受付です。", en: "Reception."}
            choices:
              greet:
                say: {ja: "はじめまして。", en: "Good morning."}
                why: {ja: "挨拶が先です。", en: "A greeting comes first."}
                points: {inquiry: 3}
                goto: signed
          forgotten:
            customer: {ja: "少しお待ちください。", en: "One moment."}
            end: stalled

    Good:
        scenes:
          opening:
            customer: {ja: "はい、受付です。", en: "Reception."}
            choices:
              greet:
                say: {ja: "はじめまして。", en: "Good morning."}
                why: {ja: "挨拶が先です。", en: "A greeting comes first."}
                points: {inquiry: 3}
                goto: signed
              mumble:
                say: {ja: "ええと、その。", en: "Well, er."}
                why: {ja: "用件が伝わりません。", en: "Nobody learns what you want."}
                goto: forgotten
              give_up:
                say: {ja: "失礼しました。", en: "Never mind."}
                why: {ja: "話す前に終わります。", en: "It ends before it began."}
                goto: parted
          forgotten:
            customer: {ja: "少しお待ちください。", en: "One moment."}
            end: stalled
    """
    for scene in solved.scenario.scenes:
        if scene not in solved.census.scenes | solved.behind_tables:
            yield solved.talk.key_problem(("scenes", scene), "SD301", scene=scene)


def dead_ends(solved: SolvedTalk) -> Iterator[Problem]:
    """A scene with choices in which a road finds none of them offered: the talk just stops.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                when: trust > 40
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
                when: trust > 40
                points: {inquiry: 3}
                goto: signed
              leave:
                say: {ja: "失礼いたします。", en: "Goodbye then."}
                why: {ja: "聞かずに帰っては何も残りません。", en: "Nothing asked, nothing gained."}
                goto: parted
    """
    graph = solved.explored.graph
    told: set[str] = set()
    for number, edges in enumerate(graph.edges):
        scene = graph.scene(number)
        if edges or scene in told or solved.scenario.scenes[scene].end is not None:
            continue
        told.add(scene)
        road = solved.roads.to_state(number)
        yield solved.talk.key_problem(
            ("scenes", scene), "SD302", "road" if road else "", scene=scene, road=written_road(road)
        )


def loops_without_exit(solved: SolvedTalk) -> Iterator[Problem]:
    """A loop nobody can leave: from here on no choice ever leads to an end.

    Bad:
        scenes:
          opening:
            customer: {ja: "もう一度お願いします。", en: "Say that again?"}
            choices:
              explain:
                say: {ja: "ご説明します。", en: "Let me explain."}
                why: {ja: "説明だけでは進みません。", en: "Explaining alone leads nowhere."}
                repeat: true
                goto: opening

    Good:
        scenes:
          opening:
            customer: {ja: "もう一度お願いします。", en: "Say that again?"}
            choices:
              explain:
                say: {ja: "ご説明します。", en: "Let me explain."}
                why: {ja: "説明だけでは進みません。", en: "Explaining alone leads nowhere."}
                repeat: true
                goto: opening
              ask:
                say: {ja: "どこが気になりますか。", en: "Which part worries you?"}
                why: {ja: "質問に変えると話が動きます。", en: "A question moves the talk on."}
                points: {inquiry: 3}
                goto: signed
    """
    graph = solved.explored.graph
    leading: list[list[int]] = [[] for _ in range(len(graph))]
    for number, edges in enumerate(graph.edges):
        for _, _, to in edges:
            for _, after in to:
                leading[after].append(number)
    waiting = [number for number, edges in enumerate(graph.edges) if not edges]
    leaving = set(waiting)
    while waiting:
        for number in leading[waiting.pop()]:
            if number not in leaving:
                leaving.add(number)
                waiting.append(number)
    caught = next((number for number in range(len(graph)) if number not in leaving), None)
    if caught is not None:
        scene = graph.scene(caught)
        road = solved.roads.to_state(caught)
        yield solved.talk.key_problem(
            ("scenes", scene), "SD303", "road" if road else "", scene=scene, road=written_road(road)
        )


def choices_never_offered(solved: SolvedTalk) -> Iterator[Problem]:
    """A choice whose condition fails in every state in which its scene can be met.

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
              insist:
                say: {ja: "そこを何とか。", en: "Come on, please."}
                why: {ja: "押しても動きません。", en: "Pushing moves nobody."}
                when: trust >= 90
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
              insist:
                say: {ja: "そこを何とか。", en: "Come on, please."}
                why: {ja: "押しても動きません。", en: "Pushing moves nobody."}
                goto: parted
    """
    for scene in solved.scenario.scenes.values():
        if scene.id not in solved.census.scenes or scene.id in solved.behind_tables:
            continue
        for choice in scene.choices.values():
            if (scene.id, choice.id) not in solved.census.offered:
                path = (*choice_path(scene.id, choice.id), "when")
                yield solved.talk.problem(path, "SD306", choice=choice.id)
