"""One scenario's items as tables and bars, about 80 columns wide, in either language."""

from typing import TYPE_CHECKING, Final

from salesdojo.authoring.explaining.wrapping import wrapped
from salesdojo.cli.bars import bar
from salesdojo.cli.figure_columns import to_the_right
from salesdojo.cli.items_overview_words import WIDTH, note, paragraph
from salesdojo.cli.printing import table
from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure
from salesdojo.review import item_saying as say
from salesdojo.review.item_model import Items, VersionItems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.review.item_model import ChoiceItem, DecisionItem, Version

_INDENT: Final = "  "
_SAID: Final = "      "
_FIGURES: Final = (1, 2, 3, 5, 6, 7, 8)
"""Places of figures in the table of decisions."""
_REMARKS: Final = 3
"""The latest that are shown of a decision."""


def items_in_words(items: Items, language: str) -> str:
    """Return everything of the version shown, then the other versions."""
    title = items.title.spoken(language)
    parts = [message("items.head", language, title=title, scenario=items.id)]
    shown = items.shown
    if shown is None:
        return "\n".join([*parts, message("items.nobody", language, scenario=items.id)])
    parts[0] = "\n".join([*parts, *say.version(shown, language)])
    parts.append(_attempts(shown, language))
    parts += [_flips(shown, language), *_decisions(shown, language), *_remarks(shown, language)]
    parts += _versions(items, shown, language)
    return "\n\n".join(parts)


def _attempts(shown: VersionItems, language: str) -> str:
    attempted = shown.version.attempted
    lines = [
        say.firsts(attempted, shown.scenario.rubric.pass_mark, language),
        *say.gains(attempted, language),
        say.consistency(shown, language),
    ]
    return "\n".join(paragraph(line) for line in lines)


def _flips(shown: VersionItems, language: str) -> str:
    head = message("items.flips_head", language).split("|")
    rows = [
        (f"{one.points}", say.share(one.raised, language), say.share(one.lowered, language))
        for one in shown.flips
    ]
    told = _indented(table(to_the_right([head, *rows], range(3))))
    return f"{message('items.flips', language)}\n{told}"


def _decisions(shown: VersionItems, language: str) -> list[str]:
    if not shown.decisions:
        return [message("items.decisions_none", language)]
    head = message("items.decisions_head", language).split("|")
    rows = [_decision_row(item, language) for item in shown.decisions]
    notes = [message("items.decisions_note", language), note(language)]
    told = _indented(table(to_the_right([head, *rows], _FIGURES)))
    return [
        f"{message('items.decisions', language)}\n{told}",
        "\n".join(paragraph(words) for words in notes),
        *(_decision(item, language) for item in shown.decisions),
        paragraph(message("items.choices_note", language)),
    ]


def _decision_row(item: "DecisionItem", language: str) -> "Sequence[str]":
    index, told = say.discrimination(item, language)
    return (
        item.scene,
        str(item.met),
        say.share(item.facility, language),
        index,
        told,
        say.percent(item.efficiency, language),
        say.percent(item.weight, language),
        str(len(item.dead)) if item.dead else "",
        str(len(item.heard)) if item.heard else "",
    )


def _decision(item: "DecisionItem", language: str) -> str:
    loss = message("items.none", language) if item.loss is None else loss_figure(item.loss)
    head = message("items.decision", language, scene=item.scene, met=item.met, loss=loss)
    names = message("items.choices_head", language).split("|")
    told = [names, *(_choice_row(choice, language) for choice in item.choices)]
    first, *rows = table(to_the_right(told, (1, 2, 4, 5))).splitlines()
    lines = [head, _INDENT + first]
    for row, choice in zip(rows, item.choices, strict=True):
        said = wrapped(
            visible(say.said(choice, language)).replace("\n", " "), WIDTH - len(_SAID)
        ).splitlines()
        lines += [_INDENT + row, *(_SAID + line for line in said)]
    return "\n".join([*lines, *_heard(item, language)])


def _choice_row(choice: "ChoiceItem", language: str) -> "Sequence[str]":
    return (
        choice.id,
        str(choice.taken),
        say.share(choice.share, language),
        "" if choice.share is None else bar(choice.share),
        say.points(choice.quality, language),
        say.points(choice.rest, language),
        say.marks(choice, language),
    )


def _heard(item: "DecisionItem", language: str) -> list[str]:
    if not item.heard:
        return []
    lines = [_INDENT + message("items.remarks", language, **say.remarks(item))]
    for one in item.heard[:_REMARKS]:
        kind = message(f"remark.told_{one.remark.kind}", language)
        words = one.remark.words or message("remark.without_words", language)
        said = message("items.remark", language, kind=kind, choice=one.remark.choice, words=words)
        shown = wrapped(visible(said).replace("\n", " "), WIDTH - len(_SAID))
        lines += [_SAID + line for line in shown.splitlines()]
    return lines


def _remarks(shown: VersionItems, language: str) -> list[str]:
    lines = []
    if shown.elsewhere:
        lines.append(message("items.remarks_elsewhere", language, count=shown.elsewhere))
    if shown.elsewhere or any(item.heard for item in shown.decisions):
        lines.append(message("items.remarks_more", language, scenario=shown.scenario.id))
    return ["\n".join(lines)] if lines else []


def _versions(items: Items, shown: VersionItems, language: str) -> list[str]:
    others = [one for one in items.versions if one is not shown.version]
    if not others:
        return []
    head = message("items.versions_head", language).split("|")
    rows = [_version_row(one, language) for one in others]
    name = say.short(others[0].revision)
    return [
        "\n".join(
            [
                message("items.versions", language),
                _indented(table(to_the_right([head, *rows], range(1, 5)))),
                message("items.versions_note", language, scenario=items.id, revision=name),
            ]
        )
    ]


def _version_row(version: "Version", language: str) -> "Sequence[str]":
    attempted = version.attempted
    return (
        say.short(version.revision),
        str(attempted.firsts),
        say.points(attempted.mean, language),
        say.share(attempted.passed, language),
        say.gained(attempted.gain.mean, language),
        message("items.version_of_pack", language) if version.current else "",
    )


def _indented(text: str) -> str:
    return "\n".join(f"{_INDENT}{line}" for line in text.splitlines())
