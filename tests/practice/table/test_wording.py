"""What both sides say: it fits what happened, and gives nothing away."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_snapshot.plugin import Snapshot

from salesdojo.content.model import Bargaining
from salesdojo.content.table import Behaviour, Curve, Option, Style, Table
from salesdojo.content.table_lines import default_lines
from salesdojo.content.text import Text
from salesdojo.i18n import message
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.events import Situation
from salesdojo.practice.table.moves import (
    Accept,
    Ask,
    GiveReason,
    IfThen,
    Move,
    Propose,
    Several,
    WalkAway,
)
from salesdojo.practice.table.naming import filled, joined
from salesdojo.practice.table.packages import Package
from salesdojo.practice.table.players import Player, played
from salesdojo.practice.table.state import TableState, opened
from salesdojo.practice.table.wording import customer_says, mood_words, trainee_says
from support.table_words import HEADINGS, bargaining, both, moves_of, said_by_both, told_example
from support.tables import tables, talk

OURS, MIDDLE = (20, 4, 4, 3), (9, 1, 2, 2)
EXAMPLE = told_example()
SEEDS = st.integers(0, 2**63)


def after(*moves: Move, table: Table = EXAMPLE, mood: int = 50) -> TableState:
    state = opened(table, mood)
    for move in moves:
        state, _ = moved(state, move)
    return state


def answer(*moves: Move, table: Table = EXAMPLE, mood: int = 50, language: str = "en") -> str:
    state = after(*moves, table=table, mood=mood)
    return customer_says(bargaining(table), state, 0).spoken(language)


def said(*moves: Move, language: str = "en") -> str:
    """What the trainee says for the last of the moves."""
    before = after(*moves[:-1])
    return trainee_says(bargaining(EXAMPLE), before, moves[-1]).spoken(language)


def tagged(table: Table) -> Bargaining:
    """Lines that say only which of the lines that come along they stand for."""
    lines = {
        situation: tuple(
            replace(line, say=Text.of(f"<{situation} {place}>"))
            for place, line in enumerate(written)
        )
        for situation, written in default_lines().items()
    }
    return replace(bargaining(table), lines=lines)


def answers(table: Bargaining, state: TableState, seed: int) -> Iterator[list[tuple[str, str]]]:
    """For each turn the situations put into words, and the place of the line."""
    for number in range(1, len(state.turns) + 1):
        so_far = replace(state, turns=state.turns[:number])
        text = customer_says(table, so_far, seed).spoken("en")
        yield re.findall(r"<(\w+) (\d+)>", text)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("player", "mood"), [(Player.SPLITTER, 50), (Player.SEVERAL, 60), (Player.EXPERT, 45)]
)
def test_a_whole_talk(snapshot: Snapshot, player: Player, mood: int, language: str) -> None:
    moves = moves_of(played(EXAMPLE, mood, player))
    snapshot.snapshot_dir = snapshot.snapshot_dir.parent
    heard = said_by_both(EXAMPLE, mood, moves, 7, language)
    snapshot.assert_match(heard, f"{player}.{language}.txt")


@given(st.data(), SEEDS)
def test_the_same_seed_and_moves_give_the_same_words(data: st.DataObject, seed: int) -> None:
    table = data.draw(tables())
    state = talk(data, table)
    again = after(*moves_of(state), table=table, mood=state.turns[0].mood[0])
    assert customer_says(bargaining(table), state, seed) == customer_says(
        bargaining(table), again, seed
    )


@given(st.data(), SEEDS, SEEDS)
def test_another_seed_says_the_same_in_other_words(
    data: st.DataObject, one: int, other: int
) -> None:
    table = data.draw(tables())
    state = talk(data, table)
    lines = tagged(table)
    for heard, heard_too in zip(
        answers(lines, state, one), answers(lines, state, other), strict=True
    ):
        assert [situation for situation, _ in heard] == [situation for situation, _ in heard_too]


def test_seeds_choose_among_all_lines_that_fit() -> None:
    heard = {
        customer_says(bargaining(EXAMPLE), after(Propose(MIDDLE)), seed).spoken("en")
        for seed in range(100)
    }
    assert len(heard) > 10


@settings(max_examples=300)
@given(st.data(), SEEDS)
def test_no_line_is_said_twice_running(data: st.DataObject, seed: int) -> None:
    """Of a situation, over the whole talk."""
    table = data.draw(tables(most_rounds=20))
    state = talk(data, table)
    last: dict[str, str] = {}
    for heard in answers(tagged(table), state, seed):
        assert heard
        assert len(heard) == len(set(heard))
        for situation, place in heard:
            assert last.get(situation) != place
            last[situation] = place


@settings(max_examples=300)
@given(st.data())
def test_an_answer_to_an_offer_has_four_parts_at_most_and_no_two_feelings(
    data: st.DataObject,
) -> None:
    table = data.draw(tables())
    state = talk(data, table)
    hurt, glad = {"insulted", "repeated", "took_back"}, {"pleased", "several", "reason_fits"}
    for turn, heard in zip(state.turns, answers(tagged(table), state, 0), strict=True):
        situations = {situation for situation, _ in heard}
        assert not (situations & hurt and situations & glad)
        assert not (situations & {"they_left"} and situations & glad)
        if turn.offered is not None:
            assert len(heard) <= 4
        happened = {event.situation.value for event in turn.events}
        assert happened & {"told", "nearest", "countered", "last_round"} <= situations | {
            "nearest" if "no_time" in happened else ""
        }


@given(st.data(), SEEDS)
def test_nothing_is_left_in_braces_and_no_points_are_told(data: st.DataObject, seed: int) -> None:
    points = st.integers(10_001, 99_999)
    table = data.draw(tables())
    table = replace(
        table,
        reserve_ours=0,
        reserve_theirs=0,
        issues=tuple(
            replace(
                issue,
                options=tuple(
                    replace(option, ours=data.draw(points), theirs=data.draw(points))
                    for option in issue.options
                ),
            )
            for issue in table.issues
        ),
    )
    state = talk(data, table)
    for number in range(1, len(state.turns) + 1):
        so_far = replace(state, turns=state.turns[:number])
        for language in ("ja", "en"):
            heard = customer_says(bargaining(table), so_far, seed).spoken(language)
            assert not re.search(r"[{}]|\d{5}", heard)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_interest_is_told_in_its_own_words(language: str) -> None:
    text = EXAMPLE.interests[0].text.spoken(language)
    assert answer(Ask("why_delivery"), language=language).endswith(text)


def test_what_was_put_off_before_is_told_as_such() -> None:
    offers = tuple(Propose((*MIDDLE[:3], warranty)) for warranty in (2, 1, 0))
    opening: tuple[Move, ...] = (Ask("year_end"), Propose(OURS), *offers)
    assert after(*opening, mood=55).mood >= 60
    text = EXAMPLE.interests[1].text.spoken("en")
    assert (
        answer(*opening, Ask("year_end"), mood=55)
        == f"We've talked long enough for me to answer that. {text}"
    )


@pytest.mark.parametrize(
    ("package", "worst"),
    [((0, 4, 0, 0), "delivery"), ((20, 0, 0, 0), "price"), ((0, 0, 0, 3), "warranty")],
)
def test_the_customer_complains_of_the_issue_in_which_the_offer_lacks_most(
    package: Package, worst: str
) -> None:
    state = after(Propose(package))
    complaints = set()
    for seed in range(20):
        heard = customer_says(bargaining(EXAMPLE), state, seed).spoken("en").casefold()
        complaint = re.split(r"(?:from our|looking for|in mind|put this|how about this)", heard)[0]
        complaints |= {word for word in HEADINGS if word in complaint}
    assert complaints == {worst}


def test_an_offer_far_off_pleases_only_a_little() -> None:
    events = {event.situation for event in after(Propose(OURS), Propose((20, 2, 4, 3))).events}
    assert {Situation.PLEASED, Situation.FAR_OFF} <= events
    setting = tagged(EXAMPLE)
    little = {
        str(place)
        for place, line in enumerate(default_lines()["pleased"])
        if "little" in line.marks
    }
    state = after(Propose(OURS), Propose((20, 2, 4, 3)))
    for seed in range(30):
        *_, heard = answers(setting, state, seed)
        assert dict(heard)["pleased"] in little


def test_a_customer_who_moves_names_what_it_changes_and_one_who_stays_says_so() -> None:
    behaviour = Behaviour(start=90, mirror=0, curve=Curve.STEADY)
    table = replace(EXAMPLE, behaviour=behaviour)
    offers = [Propose((20, 1, 4, warranty)) for warranty in (3, 2, 1)]
    first, same, other = (
        answer(*offers[:count], table=table).rpartition(": ")[2] for count in (1, 2, 3)
    )
    assert "price per seat 98 EUR, delivery 1 week, payment net 60 and warranty 48 months" in first
    assert "EUR" not in same
    assert "price per seat 100 EUR, delivery 2 weeks and warranty 36 months" in other
    assert "payment" not in other


def test_a_package_is_taken_by_its_letter() -> None:
    state = after(Several((OURS, (0, 0, 0, 0))))
    assert state.deal == (0, 0, 0, 0)
    assert re.search(r"\bB\b", customer_says(bargaining(EXAMPLE), state, 0).spoken("en"))
    assert "B案" in customer_says(bargaining(EXAMPLE), state, 0).spoken("ja")


def test_a_first_offer_names_every_issue() -> None:
    assert said(Propose(MIDDLE)) == (
        "I'd like to suggest this: price per seat 108 EUR, delivery 2 weeks, payment net 30 "
        "and warranty 24 months."
    )
    assert said(Propose(MIDDLE), language="ja") == (
        "弊社のご提案は、単価は108ユーロ、納期は2週間、支払いは30日後払い、保証期間は24か月です。"
    )


def test_where_there_is_one_issue_it_need_not_be_named() -> None:
    table = replace(EXAMPLE, issues=EXAMPLE.issues[:1], reserve_ours=0, reserve_theirs=0)
    setting, before = bargaining(table), opened(table, 50)
    heard = trainee_says(setting, before, Propose((20,)))
    assert heard.spoken("en") == "I'd like to suggest this: 130 EUR."
    assert heard.spoken("ja") == "弊社のご提案は、130ユーロです。"


def test_a_later_offer_names_what_is_new() -> None:
    cheaper = (8, *MIDDLE[1:])
    assert said(Propose(MIDDLE), Propose(cheaper)) == (
        "We can improve our offer: price per seat 106 EUR. The rest of our offer stands."
    )
    assert said(Propose(MIDDLE), Propose((10, *MIDDLE[1:]))) == (
        "I'm afraid I have to revise our offer: price per seat 110 EUR. "
        "The rest of our offer stands."
    )
    assert said(Propose(MIDDLE), Propose(MIDDLE)) == (
        "I'd ask you to consider our last offer once more."
    )


def test_a_reason_goes_before_the_offer() -> None:
    heard = said(Propose(MIDDLE), Propose(MIDDLE, reason="crew"), language="ja")
    assert heard.startswith(EXAMPLE.reasons[0].text.spoken("ja"))
    assert heard.endswith("先ほどのご提案で、もう一度ご検討いただけませんか。")


def test_packages_are_told_apart_by_where_they_differ() -> None:
    dearer, quicker = (9, 1, 2, 2), (12, 0, 2, 2)
    assert said(Several((dearer, quicker))) == (
        "Let me lay two packages side by side. A: price per seat 108 EUR and delivery 2 weeks. "
        "B: price per seat 114 EUR and delivery 1 week. In both cases: payment net 30 and "
        "warranty 24 months. Which would you rather work with?"
    )
    assert said(Propose(MIDDLE), Several((dearer, quicker)), language="ja") == (
        "二通りの形を考えました。A案は、単価は108ユーロ、納期は2週間です。"
        "B案は、単価は114ユーロ、納期は1週間です。ほかは先ほどのご提案のままです。"
        "どちらがお考えに近いでしょうか。"
    )


def test_a_condition_names_both_sides_of_the_trade() -> None:
    trade = IfThen((9, 0, 2, 2), give=1, want=0)
    assert said(Propose(MIDDLE), trade) == (
        "If you can accept 108 EUR for the price per seat, we can offer 1 week for the delivery. "
        "The rest of our offer stands."
    )
    assert said(Propose(MIDDLE), trade, language="ja") == (
        "単価を108ユーロでご了承いただけるなら、納期は1週間にいたします。"
        "ほかは先ほどのご提案のままです。"
    )


def test_questions_and_reasons_are_said_as_they_were_written() -> None:
    assert said(Ask("logo")) == EXAMPLE.questions[2].say.spoken("en")
    assert said(GiveReason("crew")) == EXAMPLE.reasons[0].text.spoken("en")


def test_taking_the_counter_names_it_and_leaving_is_polite() -> None:
    counter = "単価は90ユーロ、納期は1週間、支払いは60日後払い、保証期間は48か月"
    assert said(Propose(OURS), Accept(), language="ja") == (
        f"ありがとうございます。{counter}、この条件でお受けします。"
    )
    assert said(WalkAway()).endswith("Thank you for talking it through with us.")


def test_a_trainee_who_offers_the_same_says_it_in_turns() -> None:
    before = after(Propose(OURS), Propose(OURS))
    later = after(Propose(OURS), Propose(OURS), Propose(OURS))
    setting = bargaining(EXAMPLE)
    assert trainee_says(setting, before, Propose(OURS)) != trainee_says(
        setting, later, Propose(OURS)
    )


@pytest.mark.parametrize(
    "hostile",
    ["{0.__class__}", "{issue.__class__}", "{issue!r}", "{}", "{{issue}}", "%s %(issue)s", "{x}"],
)
def test_what_stands_in_braces_is_looked_up_and_never_evaluated(hostile: str) -> None:
    names = {"issue": Text.of("price"), "option": Text.of("{issue}")}
    expected = hostile.replace("{issue}", "price")
    assert filled(hostile, names, "ja") == expected
    assert filled("{option}", names, "ja") == "{issue}"


def test_labels_with_braces_are_said_as_they_are() -> None:
    price = replace(EXAMPLE.issues[0], label=Text.of("{package}"))
    table = replace(EXAMPLE, issues=(price, *EXAMPLE.issues[1:]))
    state = after(Propose(MIDDLE), table=table)
    heard = customer_says(bargaining(table), state, 0).spoken("en")
    assert "{package} 90 EUR" in heard
    assert "{package} 108 EUR" in trainee_says(
        bargaining(table), opened(table, 50), Propose(MIDDLE)
    ).spoken("en")


def test_an_own_line_is_said_first_and_never_twice_running() -> None:
    own = both("無理です。{0.__class__}", "Not like this. {0.__class__}")
    setting = bargaining(EXAMPLE, {"far_off": (own,)})
    state = after(Propose((*MIDDLE[:1], 4, 4, 3)), mood=50)
    assert state.events[0].situation is Situation.FAR_OFF
    assert customer_says(setting, state, 0).spoken("en").startswith(own.spoken("en"))
    again, _ = moved(state, Propose((8, 4, 4, 3)))
    assert own.spoken("en") not in customer_says(setting, again, 0).spoken("en")


def test_a_table_in_one_language_is_spoken_at_in_that_language() -> None:
    one = Option("a", 0, 1, label=Text.of({"ja": "あ"}))
    other = Option("b", 1, 0, label=Text.of({"ja": "い"}))
    issue = replace(EXAMPLE.issues[0], label=Text.of({"ja": "形"}), options=(one, other))
    table = Table(rounds=3, issues=(issue,), reserve_ours=0, reserve_theirs=0)
    state = after(Propose((1,)), table=table)
    assert customer_says(bargaining(table), state, 0).languages == ("ja",)
    assert "形" in customer_says(bargaining(table), state, 0).spoken("en")


@pytest.mark.parametrize(
    ("language", "sentences", "text"),
    [
        ("ja", ["はい", "そうですか。", "「ええ。」"], "はい。そうですか。「ええ。」"),
        ("ja", ["Yes", "そうです"], "Yes. そうです。"),
        ("en", ["Yes", "Do you?", "", "I see..."], "Yes. Do you? I see..."),
        ("en", ["はい。", "Yes"], "はい。 Yes."),
    ],
)
def test_sentences_are_joined_as_the_language_joins_them(
    language: str, sentences: list[str], text: str
) -> None:
    assert joined(sentences, language) == text


def test_a_mood_is_called_by_one_of_six_words() -> None:
    called = list(dict.fromkeys(mood_words(mood) for mood in range(101)))
    steps = ["furious", "cold", "wary", "neutral", "warming", "warm"]
    assert called == [f"table_words.{step}" for step in steps]
    assert [mood_words(mood) for mood in (34, 35, 50, 65, 66)] == [
        f"table_words.{step}" for step in ("cold", "wary", "neutral", "warming", "warm")
    ]
    assert {message(key, "ja") for key in called} >= {"警戒ぎみ", "好意的"}


def test_styles_that_trade_say_that_they_arrange_things_anew() -> None:
    table = replace(EXAMPLE, behaviour=Behaviour(Curve.STEADY, 60, style=Style.TRADEOFF, mirror=0))
    state = after(Propose((20, 1, 4, 3)), Propose((18, 2, 0, 3)), table=table)
    shifted = {
        str(place)
        for place, line in enumerate(default_lines()["countered"])
        if "shifted" in line.marks
    }
    *_, heard = answers(tagged(table), state, 0)
    assert dict(heard)["countered"] in shifted


def test_a_customer_who_complains_is_not_warm_in_the_same_breath() -> None:
    state = after(Propose((12, 1, 3, 2)), Propose((15, 1, 3, 2)), mood=95)
    assert state.mood > 65
    assert state.events[0].situation is Situation.TOOK_BACK
    lines = default_lines()
    for seed in range(20):
        *_, heard = answers(tagged(EXAMPLE), state, seed)
        (_, *others) = heard
        assert others
        for situation, place in others:
            marks = lines[situation][int(place)].marks
            assert "warm" not in marks
            assert "hurt" in marks or situation not in {"far_off", "short", "close"}


def test_a_small_step_that_closes_the_deal_is_not_called_small() -> None:
    table = replace(EXAMPLE, behaviour=Behaviour(start=50, end=50, mirror=0))
    state = after(Propose((9, 1, 2, 1)), Propose((8, 1, 2, 1)), table=table)
    pleased, accepted = state.events
    assert (pleased.situation, pleased.amount) == (Situation.PLEASED, 1)
    assert accepted.situation is Situation.ACCEPTED
    *_, heard = answers(tagged(table), state, 0)
    assert [situation for situation, _ in heard] == ["accepted"]
