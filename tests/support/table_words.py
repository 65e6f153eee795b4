"""A negotiation in words for tests: the worked example with labels, interests and questions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from salesdojo.content.model import Bargaining, Branch
from salesdojo.content.table import Ending, Interest, Issue, Question, Reason, Table
from salesdojo.content.table_lines import customer_lines
from salesdojo.content.text import Text
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.moves import Move
from salesdojo.practice.table.state import TableState, opened
from salesdojo.practice.table.wording import customer_says, mood_words, trainee_says
from support.tables import worked_example

HEADINGS = {
    "price": ("単価", "Price per seat"),
    "delivery": ("納期", "Delivery"),
    "payment": ("支払い", "Payment"),
    "warranty": ("保証期間", "Warranty"),
}
OPTIONS = {
    "delivery": (
        ("1週間", "1 week"),
        ("2週間", "2 weeks"),
        ("4週間", "4 weeks"),
        ("6週間", "6 weeks"),
        ("8週間", "8 weeks"),
    ),
    "payment": (
        ("60日後払い", "net 60"),
        ("45日後払い", "net 45"),
        ("30日後払い", "net 30"),
        ("15日後払い", "net 15"),
        ("納品時払い", "on delivery"),
    ),
    "warranty": (
        ("48か月", "48 months"),
        ("36か月", "36 months"),
        ("24か月", "24 months"),
        ("12か月", "12 months"),
    ),
}


def both(ja: str, en: str) -> Text:
    return Text.of({"ja": ja, "en": en})


def told_example(**rest: Any) -> Table:
    """The worked example with a label on everything, two interests, questions and reasons."""
    table = worked_example(**rest)
    delivery = table.issues[1]
    return replace(
        table,
        issues=tuple(_labelled(issue) for issue in (table.issues[0], delivery, *table.issues[2:])),
        questions=(
            Question(
                "why_delivery",
                both("なぜ納期をお急ぎなのですか。", "Why is the delivery date so pressing?"),
            ),
            Question(
                "year_end",
                both(
                    "お支払いの時期に、何かご事情がおありですか。",
                    "Is there something behind the payment date?",
                ),
            ),
            Question(
                "logo",
                both("ロゴの色はお決まりですか。", "Have you decided on the colour of the logo?"),
            ),
        ),
        interests=(
            Interest(
                "lapse",
                "delivery",
                ask=("why_delivery",),
                trust=40,
                text=both(
                    "今の保守契約が、来月3日に切れるんです。",
                    "Our support contract lapses on the 3rd of next month.",
                ),
                reveals="rank",
            ),
            Interest(
                "audit",
                "payment",
                ask=("year_end", "why_delivery"),
                trust=60,
                text=both(
                    "監査が終わるまで、新しい支払いは起こせません。",
                    "Until the audit is over we can't set up a new payment.",
                ),
                reveals="values",
            ),
        ),
        reasons=(
            Reason(
                "crew",
                "delivery",
                fits=("lapse",),
                text=both(
                    "専任の者を二人つければ、切り替えの前に間に合います。",
                    "With two people on it full time, we would be ready before the changeover.",
                ),
            ),
            Reason(
                "servers",
                "price",
                text=both(
                    "この単価には、土日の電話窓口も含まれております。",
                    "The price includes a help line at weekends.",
                ),
            ),
        ),
    )


def _labelled(issue: Issue) -> Issue:
    labels = OPTIONS.get(issue.id)
    if labels is None:
        labels = tuple((f"{90 + 2 * n}ユーロ", f"{90 + 2 * n} EUR") for n in range(21))
    options = tuple(
        replace(option, label=both(*label))
        for option, label in zip(issue.options, labels, strict=True)
    )
    return replace(issue, label=both(*HEADINGS[issue.id]), options=options)


def bargaining(table: Table, own: Mapping[str, tuple[Text, ...]] | None = None) -> Bargaining:
    return Bargaining(
        table=table,
        mood="trust",
        points={},
        worth=10,
        lines=customer_lines(own or {}),
        goto={ending: (Branch("end"),) for ending in Ending},
    )


def said_by_both(table: Table, mood: int, moves: tuple[Move, ...], seed: int, language: str) -> str:
    """A whole talk as it is heard."""
    setting, state = bargaining(table), opened(table, mood)
    heard = []
    for move in moves:
        heard.append(f"{state.turn}. {trainee_says(setting, state, move).spoken(language)}")
        state, _ = moved(state, move)
        answer = customer_says(setting, state, seed).spoken(language)
        heard.append(f"   [{mood_words(state.mood).partition('.')[2]}] {answer}")
    return "\n".join(heard) + "\n"


def moves_of(state: TableState) -> tuple[Move, ...]:
    return tuple(turn.move for turn in state.turns)
