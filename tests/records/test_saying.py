"""The words for a session."""

import pytest

from salesdojo.content.text import Text
from salesdojo.records.mastery.ability import Ability
from salesdojo.records.mastery.known import Known
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.model import Standing
from salesdojo.records.planning.plan import plan
from salesdojo.records.planning.practised import Moment, Moved, finished, moved
from salesdojo.records.planning.reasons import Because, Why
from salesdojo.records.planning.saying import due_again, movement, reason
from support.sessions import NOON, able, entry, held, pack

NAME = Text.of({"ja": "反論対応", "en": "Objection handling"})


def because(why: Why, *, share: float | None = None, due_in: float | None = None) -> Because:
    due = None if due_in is None else NOON + round(due_in * DAY)
    return Because(why, "objections", NAME, share, due)


@pytest.mark.parametrize(
    ("fact", "english", "japanese"),
    [
        (
            because(Why.UNFINISHED),
            "Begun and not finished: it goes on where it stopped.",
            "途中になっています。続きから始めます。",
        ),
        (because(Why.NEW), "Objection handling: not met yet.", "反論対応: まだ練習していません。"),
        (
            because(Why.DUE, due_in=-0.5),
            "Objection handling: due today.",
            "反論対応: 今日が復習の日です。",
        ),
        (
            because(Why.DUE, due_in=-1.5),
            "Objection handling: due since yesterday.",
            "反論対応: 復習の日を1日過ぎています。",
        ),
        (
            because(Why.DUE, due_in=-3),
            "Objection handling: due for 3 days.",
            "反論対応: 復習の日を3日過ぎています。",
        ),
        (
            because(Why.WEAKEST, share=0.41),
            "Objection handling: the weakest, 41%.",
            "反論対応: 一番の弱点です(41%)。",
        ),
        (
            because(Why.WEAK, share=0.6),
            "Objection handling: not mastered yet, 60%.",
            "反論対応: まだ習得していません(60%)。",
        ),
        (
            because(Why.UNSURE),
            "Objection handling: too few attempts to say.",
            "反論対応: 回数が少なく、まだ判断できません。",
        ),
        (
            because(Why.AHEAD, due_in=0.5),
            "Objection handling: due tomorrow; today it keeps it fresh.",
            "反論対応: 復習は明日ですが、腕を保つために入れました。",
        ),
        (
            because(Why.AHEAD, due_in=6.2),
            "Objection handling: due in 7 days; today it keeps it fresh.",
            "反論対応: 復習は7日後ですが、腕を保つために入れました。",
        ),
    ],
    ids=lambda given: given.why if isinstance(given, Because) else "",
)
def test_a_reason_is_one_sentence_in_both_languages(
    fact: Because, english: str, japanese: str
) -> None:
    assert (reason(fact, NOON, "en"), reason(fact, NOON, "ja")) == (english, japanese)


@pytest.mark.parametrize(
    ("due_in", "words"),
    [
        (-2, "due now"),
        (0, "due now"),
        (0.2, "due tomorrow"),
        (1, "due tomorrow"),
        (4, "due in 4 days"),
    ],
)
def test_what_is_due_again_is_told_in_days(due_in: float, words: str) -> None:
    assert due_again(NOON + round(due_in * DAY), NOON, "en") == words


def test_a_criterion_moves_from_what_it_was_to_what_it_is() -> None:
    told = Moved(NAME, able(0.41), able(0.47), NOON)
    assert movement(told, "en") == "41% -> 47%"
    assert movement(Moved(NAME, None, able(0.47), NOON), "en") == "47%"
    assert movement(Moved(NAME, None, Ability(), NOON), "en") == "too few attempts to say"


def test_only_what_was_finished_in_the_session_counts_as_done() -> None:
    drills = (entry("one", "inquiry"), entry("two", "manners"))
    session = plan(drills, pack(), Known(), now=NOON, minutes=2)
    standing = Standing(40.0, 40.0, 40.0, 1, False, False)
    before = Moment(Known(), {"two": standing})
    known = Known(
        abilities={"inquiry": able(0.5)},
        criteria={"inquiry": held(2, 1.0)},
        drills={"one": held(1, 1.0)},
    )
    after = Moment(known, {"one": standing, "two": standing})
    (done,) = finished(session, before, after)
    assert (done.entry.id, done.quality, done.due) == ("one", 40.0, NOON + DAY)
    (one,) = moved((done,), before, after)
    assert (one.name, one.before, one.due) == (Text.of("inquiry"), None, NOON + 2 * DAY)
