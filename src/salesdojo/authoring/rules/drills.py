"""Rules about drills, the single decisions that lie in drills/: SD310, SD311, SD414.

What judges a whole talk needs several decisions, and says nothing of a drill.
"""

from collections.abc import Iterator

from salesdojo.authoring.rules.talk import SolvedTalk, Talk
from salesdojo.content.model import Scene
from salesdojo.content.problem import Problem


def drills_of_another_length(solved: SolvedTalk) -> Iterator[Problem]:
    """A drill in which the trainee decides never, or more than once.

    Bad:
        # drills/too_dear.yaml
        id: too_dear
        title: {ja: "高いですね", en: "That is dear"}
        stage: negotiation
        motion: none
        level: 1
        minutes: 1
        rubric: practice
        customer: someone
        briefing: {situation: {ja: "見積もりの席", en: "A quote"}, goal: {ja: "理由を聞く", en: "Learn why"}}
        start: opening
        scenes:
          opening:
            customer: {ja: "高いですね。", en: "That is dear."}
            seconds: 30
            timeout: nod
            choices:
              ask: {say: {ja: "何と比べてでしょうか。", en: "Dear against what?"}, why: {ja: "基準を先に聞きます。", en: "The measure comes first."}, points: {inquiry: 3}, goto: rival}
              nod: {say: {ja: "そうですよね。", en: "I suppose it is."}, why: {ja: "認めて終わります。", en: "It gives in at once."}, goto: parted}
          rival:
            customer: {ja: "他社とです。", en: "Against a rival."}
            choices:
              thank: {say: {ja: "そちらと比べましょう。", en: "Let us compare the two."}, why: {ja: "同じ物差しに載せます。", en: "One measure for both."}, points: {inquiry: 3}, goto: signed}
              sigh: {say: {ja: "そうですか。", en: "I see."}, why: {ja: "話が止まります。", en: "The talk stops."}, goto: parted}
          signed: {customer: {ja: "ええ。", en: "Yes."}, end: advanced}
          parted: {customer: {ja: "では。", en: "Bye."}, end: stalled}

    Good:
        # drills/too_dear.yaml
        id: too_dear
        title: {ja: "高いですね", en: "That is dear"}
        stage: negotiation
        motion: none
        level: 1
        minutes: 1
        rubric: practice
        customer: someone
        briefing: {situation: {ja: "見積もりの席", en: "A quote"}, goal: {ja: "理由を聞く", en: "Learn why"}}
        start: opening
        scenes:
          opening:
            customer: {ja: "高いですね。", en: "That is dear."}
            seconds: 30
            timeout: nod
            choices:
              ask: {say: {ja: "何と比べてでしょうか。", en: "Dear against what?"}, why: {ja: "基準を先に聞きます。", en: "The measure comes first."}, points: {inquiry: 3}, goto: signed}
              nod: {say: {ja: "そうですよね。", en: "I suppose it is."}, why: {ja: "認めて終わります。", en: "It gives in at once."}, goto: parted}
          signed: {customer: {ja: "他社とです。", en: "Against a rival."}, end: advanced}
          parted: {customer: {ja: "では。", en: "Bye."}, end: stalled}
    """
    if not solved.talk.drill:
        return
    deciding = _deciding(solved.talk)
    if len(deciding) != 1:
        yield solved.talk.key_problem(("scenes",), "SD310", count=len(deciding))
    elif not decides_once(solved):
        scene = deciding[0].id
        yield solved.talk.key_problem(("scenes", scene), "SD310", "again", scene=scene)


def drills_without_a_clock(talk: Talk) -> Iterator[Problem]:
    """A drill that leaves the trainee all the time in the world.

    Bad:
        # drills/too_dear.yaml
        id: too_dear
        title: {ja: "高いですね", en: "That is dear"}
        stage: negotiation
        motion: none
        level: 1
        minutes: 1
        rubric: practice
        customer: someone
        briefing: {situation: {ja: "見積もりの席", en: "A quote"}, goal: {ja: "理由を聞く", en: "Learn why"}}
        start: opening
        scenes:
          opening:
            customer: {ja: "高いですね。", en: "That is dear."}
            choices:
              ask: {say: {ja: "何と比べてでしょうか。", en: "Dear against what?"}, why: {ja: "基準を先に聞きます。", en: "The measure comes first."}, points: {inquiry: 3}, goto: signed}
              nod: {say: {ja: "そうですよね。", en: "I suppose it is."}, why: {ja: "認めて終わります。", en: "It gives in at once."}, goto: parted}
          signed: {customer: {ja: "他社とです。", en: "Against a rival."}, end: advanced}
          parted: {customer: {ja: "では。", en: "Bye."}, end: stalled}

    Good:
        # drills/too_dear.yaml
        id: too_dear
        title: {ja: "高いですね", en: "That is dear"}
        stage: negotiation
        motion: none
        level: 1
        minutes: 1
        rubric: practice
        customer: someone
        briefing: {situation: {ja: "見積もりの席", en: "A quote"}, goal: {ja: "理由を聞く", en: "Learn why"}}
        start: opening
        scenes:
          opening:
            customer: {ja: "高いですね。", en: "That is dear."}
            seconds: 30
            timeout: nod
            choices:
              ask: {say: {ja: "何と比べてでしょうか。", en: "Dear against what?"}, why: {ja: "基準を先に聞きます。", en: "The measure comes first."}, points: {inquiry: 3}, goto: signed}
              nod: {say: {ja: "そうですよね。", en: "I suppose it is."}, why: {ja: "認めて終わります。", en: "It gives in at once."}, goto: parted}
          signed: {customer: {ja: "他社とです。", en: "Against a rival."}, end: advanced}
          parted: {customer: {ja: "では。", en: "Bye."}, end: stalled}
    """
    if not talk.drill:
        return
    for scene in _deciding(talk):
        if scene.seconds is None and scene.bargaining is None:
            yield talk.key_problem(("scenes", scene.id), "SD311", scene=scene.id)


def drills_of_several_criteria(talk: Talk) -> Iterator[Problem]:
    """A drill that gives points for more than one criterion: it belongs under none of them.

    Bad:
        # drills/too_dear.yaml
        id: too_dear
        title: {ja: "高いですね", en: "That is dear"}
        stage: negotiation
        motion: none
        level: 1
        minutes: 1
        rubric: practice
        customer: someone
        briefing: {situation: {ja: "見積もりの席", en: "A quote"}, goal: {ja: "理由を聞く", en: "Learn why"}}
        start: opening
        scenes:
          opening:
            customer: {ja: "高いですね。", en: "That is dear."}
            seconds: 30
            timeout: nod
            choices:
              ask: {say: {ja: "何と比べてでしょうか。", en: "Dear against what?"}, why: {ja: "基準を先に聞きます。", en: "The measure comes first."}, points: {inquiry: 3, value: 1}, goto: signed}
              nod: {say: {ja: "そうですよね。", en: "I suppose it is."}, why: {ja: "認めて終わります。", en: "It gives in at once."}, goto: parted}
          signed: {customer: {ja: "他社とです。", en: "Against a rival."}, end: advanced}
          parted: {customer: {ja: "では。", en: "Bye."}, end: stalled}

    Good:
        # drills/too_dear.yaml
        id: too_dear
        title: {ja: "高いですね", en: "That is dear"}
        stage: negotiation
        motion: none
        level: 1
        minutes: 1
        rubric: practice
        customer: someone
        briefing: {situation: {ja: "見積もりの席", en: "A quote"}, goal: {ja: "理由を聞く", en: "Learn why"}}
        start: opening
        scenes:
          opening:
            customer: {ja: "高いですね。", en: "That is dear."}
            seconds: 30
            timeout: nod
            choices:
              ask: {say: {ja: "何と比べてでしょうか。", en: "Dear against what?"}, why: {ja: "基準を先に聞きます。", en: "The measure comes first."}, points: {inquiry: 3}, goto: signed}
              nod: {say: {ja: "そうですよね。", en: "I suppose it is."}, why: {ja: "認めて終わります。", en: "It gives in at once."}, goto: parted}
          signed: {customer: {ja: "他社とです。", en: "Against a rival."}, end: advanced}
          parted: {customer: {ja: "では。", en: "Bye."}, end: stalled}
    """
    judged = talk.scenario.judged
    if talk.drill and len(judged) > 1:
        names = ", ".join(criterion.id for criterion in judged)
        yield talk.key_problem(("scenes",), "SD414", count=len(judged), names=names)


def decides_once(solved: SolvedTalk) -> bool:
    """Say whether every road has one decision, as a drill's must."""
    edges = solved.explored.graph.edges
    again = any(edges[after] for choices in edges for _, _, to in choices for _, after in to)
    tables = sum(scene.bargaining is not None for scene in _deciding(solved.talk))
    return len(solved.decisions) + tables == 1 and not again


def _deciding(talk: Talk) -> tuple[Scene, ...]:
    """Return the scenes in which the trainee speaks, or bargains."""
    scenes = talk.scenario.scenes.values()
    return tuple(scene for scene in scenes if scene.choices or scene.bargaining)
