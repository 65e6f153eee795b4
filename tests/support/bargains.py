"""The worked example as a trainer would write it: with names, questions, interests, reasons."""

from dataclasses import replace

from salesdojo.content.table import Interest, Issue, Option, Question, Reason, Table
from salesdojo.content.text import Text
from support.tables import worked_example

_NAMES = {
    "price": ("単価", "Price"),
    "delivery": ("納期", "Delivery"),
    "payment": ("支払条件", "Payment"),
    "warranty": ("保証", "Warranty"),
}
_WEEKS = (("1週", "1 wk"), ("2週", "2 wk"), ("4週", "4 wk"), ("6週", "6 wk"), ("8週", "8 wk"))
_LAPSE = "Our support contract lapses on the 3rd."
_PILOT = "One site could start before the others."


def both(ja: str, en: str) -> Text:
    return Text((("ja", ja), ("en", en)))


def renewal(*, rounds: int = 8) -> Table:
    """2,100 outcomes, and a delivery in phases once the pilot is told of."""
    table = worked_example(
        questions=(
            Question("why_delivery", both("納期はなぜ大事ですか。", "Why does delivery matter?")),
            Question("pilot", both("先に始めたい拠点は?", "Which site should start first?")),
            Question("budget", both("ご予算は?", "What is your budget?")),
        ),
        interests=(
            Interest(
                "lapse",
                "delivery",
                ask=("why_delivery",),
                trust=40,
                text=both("保守契約が3日に切れます。", _LAPSE),
                reveals="rank",
            ),
            Interest(
                "phases",
                "delivery",
                ask=("pilot",),
                trust=40,
                text=both("一つの拠点だけ先に始められます。", _PILOT),
                reveals="values",
            ),
        ),
        reasons=(
            Reason("migration", "price", ("lapse",), both("移行は当社です。", "We move you.")),
            Reason("usage", "payment", (), both("利用が増えています。", "Usage grows.")),
        ),
        alternative=both("当期は未達です。", "The quarter closes short."),
    )
    issues = tuple(_named(issue) for issue in table.issues)
    phased = Option("phased", 1000, 3600, both("段階的", "phased"), unlocked_by="phases")
    delivery = replace(issues[1], options=(*issues[1].options, phased), ordinal=False)
    return replace(table, rounds=rounds, issues=(issues[0], delivery, *issues[2:]))


def _named(issue: Issue) -> Issue:
    options = tuple(
        replace(option, label=_option(issue.id, place, option.id))
        for place, option in enumerate(issue.options)
    )
    return replace(issue, label=both(*_NAMES[issue.id]), options=options)


def _option(issue: str, place: int, name: str) -> Text:
    match issue:
        case "price":
            return Text.of(f"{90 + 2 * place} EUR")
        case "delivery":
            return both(*_WEEKS[place])
        case _:
            return Text.of(name.replace("_", " "))
