"""Rules about the trainee's Japanese: SD503 and SD504.

Only lines that a trainee is to learn from are read: those with the most points of
their scene, and all that a trainee can say at a negotiation table. A weak line may well
hold a slip; that may be why it is weak. Some slips are errors of grammar and some only
customs, so all of them are warnings. Coaching is talk among colleagues, with other manners.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.rules.census import choice_path
from salesdojo.authoring.rules.table_texts import Says, table_texts
from salesdojo.authoring.rules.talk import Talk
from salesdojo.content.catalogue import Stage
from salesdojo.content.document import Path
from salesdojo.content.model import Scene
from salesdojo.content.problem import Problem

JAPANESE: Final = "ja"
_SLIPS: Final = (
    (r"了解(し|いたし|です)", "承知いたしました"),
    (r"す[みい]ません", "申し訳ございません / 恐れ入ります"),
    (r"ご苦労[様さ]", "お疲れさまです"),
    (r"おっしゃられ", "おっしゃる"),
    (r"ご覧になられ", "ご覧になる"),
    (r"お(帰り|見え|越し|話し|読み|使い|決め)になられ", "「お〜になる」"),
    (r"拝見させていただ", "拝見いたしました"),
    (r"参考になりました", "大変勉強になりました"),
    (r"よろしかったでしょうか", "よろしいでしょうか"),
    (r"様御中|御中様", "御中"),
    (r"ご教授", "ご教示"),
    (r"なるほどですね", "さようでございますか"),
    (r"こちらが[^。]{0,20}になります", "…でございます"),
    (r"(お名前|ご住所|ご連絡先|お電話番号|資料|書類)の(ほう|方)[をはが、]", "「のほう」を省く"),
    (
        r"弊社の[^。、]{1,10}[がはも][^。]{0,20}(おっしゃ|いらっしゃ|なさ[いっれる])",
        "申して / おり / いたし",
    ),
)
"""What is said, and what is said instead (both Japanese: they are quoted in any language)."""
SLIPS: Final = tuple((re.compile(pattern), instead) for pattern, instead in _SLIPS)
_LETTER: Final = re.compile("件名|拝啓")
_WRITING: Final = re.compile("メール|手紙|書面|文面|チャット|お礼状|件名|拝啓")


def honorific_slips(talk: Talk) -> Iterator[Problem]:
    """A best line, or words for a negotiation table, with a slip in honorific speech.

    Bad:
        scenes:
          opening:
            customer: {ja: "明日までにお願いします。", en: "By tomorrow, please."}
            choices:
              agree:
                say: {ja: "了解しました。", en: "I will see to it."}
                why: {ja: "すぐに引き受けます。", en: "Takes it on at once."}
                points: {inquiry: 3}
                goto: signed

    Good:
        scenes:
          opening:
            customer: {ja: "明日までにお願いします。", en: "By tomorrow, please."}
            choices:
              agree:
                say: {ja: "承知いたしました。", en: "I will see to it."}
                why: {ja: "すぐに引き受けます。", en: "Takes it on at once."}
                points: {inquiry: 3}
                goto: signed
    """
    for line in (*_best_lines(talk), *_at_tables(talk, {Says.TRAINEE})):
        for slip, instead in SLIPS:
            found = slip.search(line.words)
            if found is not None:
                mark = talk.document.inside(line.path, line.words, found.start())
                yield Problem.at(talk.document.name, mark, "SD503", found=found[0], instead=instead)


def your_company_by_medium(talk: Talk) -> Iterator[Problem]:
    """A best line, or words at a negotiation table, that says 貴社 aloud, or writes 御社.

    Bad:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "貴社のお困りごとを伺えますか。", en: "What troubles your company?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3}
                goto: signed

    Good:
        scenes:
          opening:
            customer: {ja: "ご用件は？", en: "How can I help?"}
            choices:
              ask:
                say: {ja: "御社のお困りごとを伺えますか。", en: "What troubles your company?"}
                why: {ja: "まず聞きます。", en: "Ask first."}
                points: {inquiry: 3}
                goto: signed
    """
    # Aloud it is wrong whoever says it; a customer's other slips are the customer's own.
    for line in (*_best_lines(talk), *_at_tables(talk, set(Says))):
        note = line.scene.note.spoken(JAPANESE) if line.scene.note is not None else ""
        letter = _LETTER.search(line.words) is not None
        wrong = "御社" if letter else "貴社"
        if wrong in line.words and (letter or not _WRITING.search(note + line.words)):
            mark = talk.document.inside(line.path, line.words, line.words.index(wrong))
            yield Problem.at(talk.document.name, mark, "SD504", "written" if letter else "")


@dataclass(frozen=True, slots=True)
class _Line:
    """The Japanese of a line that is to be learnt."""

    scene: Scene
    path: Path
    """Where it stands."""
    words: str


def _best_lines(talk: Talk) -> Iterator[_Line]:
    """Yield the Japanese of the choices with the most points of their scenes."""
    if talk.scenario.stage is Stage.COACHING:
        return
    weights = talk.scenario.rubric.criteria
    for scene in talk.scenario.scenes.values():
        worths = {
            choice.id: sum(weights[one].weight * points for one, points in choice.points.items())
            for choice in scene.choices.values()
        }
        most = max(worths.values(), default=0)
        for choice in scene.choices.values():
            spoken = JAPANESE in choice.say.languages or not choice.say.languages
            if spoken and worths[choice.id] == most > 0:
                path = (*choice_path(scene.id, choice.id), "say")
                path = (*path, JAPANESE) if choice.say.languages else path
                yield _Line(scene, path, choice.say.spoken(JAPANESE))


def _at_tables(talk: Talk, whose: AbstractSet[Says]) -> Iterator[_Line]:
    """Yield the Japanese of what is said at negotiation tables."""
    if talk.scenario.stage is Stage.COACHING:
        return
    for who, text in table_texts(talk):
        language = JAPANESE if JAPANESE in text.words else ""
        if who in whose and language in text.words:
            scene = talk.scenario.scenes[str(text.path[1])]
            yield _Line(scene, text.path_of(language), text.words[language])
