"""A finished negotiation in words: what was got, what was left, and what decided it."""

from typing import TYPE_CHECKING, NamedTuple

from salesdojo.i18n import message
from salesdojo.practice.table.asked import Came, asked
from salesdojo.practice.table.earning import facts_told
from salesdojo.practice.table.looking_back import Verdict
from salesdojo.practice.table.moves import Accept, WalkAway
from salesdojo.practice.table.possible import NAMES
from salesdojo.records.history.table_saying import (
    issue_name,
    move_words,
    named,
    option_name,
    package_words,
    percent,
    question_words,
    tenths,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.practice.table.looking_back import LookedBack, TurnBack
    from salesdojo.practice.table.missed import MissedTrade
    from salesdojo.practice.table.moments import Moment
    from salesdojo.practice.table.worths import Worth


class Measured(NamedTuple):
    """One measure: its name, the score, and what it asks."""

    name: str
    score: str
    meaning: str


def end_lines(told: "LookedBack", language: str) -> "Iterator[str]":
    """Yield how it ended, and what that was worth."""
    if told.settled is None:
        yield message(f"table_talk.end_{told.end.ending}", language)
    else:
        yield message(
            "table_talk.end_deal",
            language,
            package=package_words(told.table, told.settled.package, language),
            **_worth(told.settled),
        )
    yield from _judgement(told, language)


def measures(told: "LookedBack", language: str) -> list[Measured]:
    """Return the scores by measure."""
    scores = {
        "claim": told.earned.claim,
        "efficiency": told.earned.efficiency,
        "relationship": told.earned.relationship,
        "discipline": told.earned.discipline,
        "discovery": told.earned.discovery,
    }
    return [
        Measured(
            message(f"table_talk.{name}", language),
            str(score),
            message(f"table_talk.{name}_means", language),
        )
        for name, score in scores.items()
        if score is not None
    ]


def left_lines(told: "LookedBack", language: str) -> "Iterator[str]":
    """Yield what a deal left on the table, and what questions would have added."""
    if told.left is None or told.deal is None or told.deal.below_reserve:
        return
    if not told.left:
        yield message("table_talk.left_nothing", language)
        return
    yield message("table_talk.left", language, left=tenths(told.left), free=tenths(told.deal.free))
    if told.questions_would_add > 0:
        added = tenths(told.questions_would_add)
        yield message("table_talk.left_locked", language, added=added)


def trade_lines(told: "LookedBack", language: str) -> "Iterator[str]":
    """Yield the trade that was missed: what to take, what to give, and what it comes to."""
    trade = told.trade
    if trade is None or trade.point.ours < told.table.reserve_ours:
        return
    yield message("table_talk.trade_take", language, **_swap(told, trade, language))
    if trade.give is not None:
        issues = {issue.id: issue for issue in told.table.issues}
        issue = issues[trade.give.issue]
        yield message(
            "table_talk.trade_give",
            language,
            issue=issue_name(issue, language),
            option=option_name(issue.options[trade.give.place], language),
            instead=option_name(issue.options[trade.give.instead], language),
            points=trade.give.theirs,
        )
    yield message(
        "table_talk.trade_whole",
        language,
        package=package_words(told.table, trade.package, language),
        ours=trade.point.ours,
        theirs=trade.point.theirs,
    )


def best_lines(told: "LookedBack", language: str) -> "Iterator[str]":
    """Yield the best deal that this customer would have taken, and fair points beside it."""
    best = told.best
    if best.package is not None:
        yield message(
            "table_talk.best" if told.short > 0 else "table_talk.best_reached",
            language,
            package=package_words(told.table, best.package, language),
            ours=best.ours,
            theirs=best.theirs or 0,
        )
    if told.marks is not None:
        nash, joint = told.marks.nash, told.marks.joint
        yield message(
            "table_talk.marks",
            language,
            nash=f"{nash.ours}/{nash.theirs}",
            joint=f"{joint.ours}/{joint.theirs}",
        )


def moment_lines(told: "LookedBack", moment: "Moment", language: str) -> "Iterator[str]":
    """Yield what a moment was, what it did, and what would have been better."""
    table = told.table
    yield message(
        "table_talk.moment",
        language,
        turn=moment.number,
        move=move_words(table, moment.move, language),
    )
    yield _did(moment, language)
    for interest in table.interests:
        if interest.id in moment.told:
            text = named(interest.text, interest.id, language)
            yield message("table_talk.moment_told", language, text=text)
            yield from _opened(told, interest.id, language)
    yield from _better(told, moment, language)


def hidden_lines(told: "LookedBack", language: str) -> "Iterator[str]":
    """Yield what the customer was not brought to tell, and the question for it.

    What reveals a fact of the scenario is told with its facts, unless it was asked for too early.
    """
    came = asked(told.end)
    for interest in told.table.interests:
        put_off = next((one for one in interest.ask if came.get(one) is Came.PUT_OFF), None)
        is_fact = bool(facts_told(told.table, (interest.id,)))
        if interest.id in told.end.learned or (is_fact and put_off is None):
            continue
        text = named(interest.text, interest.id, language)
        yield message("table_talk.hidden", language, text=text)
        name = "hidden_ask" if put_off is None else "hidden_put_off"
        question = question_words(told.table, put_off or interest.ask[0], language)
        yield message(f"table_talk.{name}", language, question=question)


def turn_head(language: str) -> tuple[str, ...]:
    """Return the head of the table of turns."""
    return tuple(message("table_talk.turn_head", language).split("|"))


def turn_rows(told: "LookedBack", language: str) -> list[tuple[str, ...]]:
    """Return a row for each turn: what was done, both sides' points, the counter, mood, cost."""
    return [_turn_row(told, one, language) for one in told.turns]


def _turn_row(told: "LookedBack", one: "TurnBack", language: str) -> tuple[str, ...]:
    before, after = one.turn.mood
    taken = told.settled if isinstance(one.turn.move, Accept) else one.offer
    return (
        str(one.turn.number),
        message(f"table_talk.did_{NAMES[type(one.turn.move)]}", language),
        *_both(taken),
        *_both(one.counter),
        f"{before} > {after}",
        str(one.step.charged) if one.step.charged else "-",
    )


def _both(worth: "Worth | None") -> tuple[str, str]:
    if worth is None:
        return "-", "-"
    return (
        f"{worth.point.ours} ({percent(worth.share_ours)})",
        f"{worth.point.theirs} ({percent(worth.share_theirs)})",
    )


def _worth(worth: "Worth") -> dict[str, str | int]:
    return {
        "ours": worth.point.ours,
        "share_ours": percent(worth.share_ours),
        "theirs": worth.point.theirs,
        "share_theirs": percent(worth.share_theirs),
    }


def _judgement(told: "LookedBack", language: str) -> "Iterator[str]":
    if told.verdict is not Verdict.DEAL:
        reserve = told.table.reserve_ours
        yield message(f"table_talk.verdict_{told.verdict}", language, reserve=reserve)


def _swap(told: "LookedBack", trade: "MissedTrade", language: str) -> dict[str, str | int]:
    issue = next(issue for issue in told.table.issues if issue.id == trade.take.issue)
    return {
        "issue": issue_name(issue, language),
        "option": option_name(issue.options[trade.take.place], language),
        "instead": option_name(issue.options[trade.take.instead], language),
        "points": trade.take.ours,
    }


def _did(moment: "Moment", language: str) -> str:
    """Return what a moment did."""
    kind, without = moment.kind.value, 0
    if moment.traded is not None and moment.traded.without is not None:
        without = moment.traded.without
    elif moment.traded is not None:
        kind = "traded_alone"
    return message(
        f"table_talk.moment_{kind}",
        language,
        points=moment.points,
        mood=-moment.mood,
        without=without,
    )


def _opened(told: "LookedBack", interest: str, language: str) -> "Iterator[str]":
    """Yield each option that an interest opened, and whether the deal has it."""
    for number, issue in enumerate(told.table.issues):
        for place, option in enumerate(issue.options):
            if option.unlocked_by != interest:
                continue
            name = "opened"
            if told.end.deal is not None:
                name = "in_deal" if told.end.deal[number] == place else "unused"
            words = message(
                "table_talk.term",
                language,
                issue=issue_name(issue, language),
                option=option_name(option, language),
            )
            yield message(f"table_talk.moment_{name}", language, option=words)


def _better(told: "LookedBack", moment: "Moment", language: str) -> "Iterator[str]":
    toward = moment.toward
    if moment.better is None:
        return
    words = move_words(told.table, moment.better, language)
    if moment.waits:
        words = message("table_talk.better_wait", language)
    if toward.package is None or isinstance(moment.better, WalkAway):
        yield message("table_talk.better_none", language, move=words, ours=toward.ours)
        return
    yield message(
        "table_talk.better",
        language,
        move=words,
        ours=toward.ours,
        package=package_words(told.table, toward.package, language),
    )
