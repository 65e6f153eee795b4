"""The best end of a table in words: what is asked on the way to it, and what is agreed."""

from typing import TYPE_CHECKING

from salesdojo.content.text import Text
from salesdojo.i18n import LANGUAGES, message
from salesdojo.practice.named_ends import ended_as
from salesdojo.practice.table.moves import Ask

if TYPE_CHECKING:
    from salesdojo.content.table import Table
    from salesdojo.practice.table.packages import Package
    from salesdojo.practice.table.state import TableState


def end_in_words(table: "Table", end: str) -> Text:
    """Return an end (`TableJudged.best`) in each language; what is no end of a table, as it is."""
    ended = ended_as(table, end)
    if ended is None:
        return Text.of(end)
    return Text(tuple((language, _words(ended, language)) for language in LANGUAGES))


def _words(ended: "TableState", language: str) -> str:
    if ended.deal is None:
        result = message("table_records.better_no_deal", language)
    else:
        package = _package(ended.table, ended.deal, language)
        result = message("table_records.better_deal", language, package=package)
    asked = [turn.move.question for turn in ended.turns if isinstance(turn.move, Ask)]
    if not asked:
        return result
    says = {one.id: one.say.spoken(language) or one.id for one in ended.table.questions}
    questions = message("table_records.comma", language).join(
        message("table_records.question", language, question=says[one]) for one in asked
    )
    return message("table_records.better_asked", language, questions=questions, result=result)


def _package(table: "Table", package: "Package", language: str) -> str:
    pairs = zip(table.issues, package, strict=True)
    return message("table_records.comma", language).join(
        message(
            "table_records.term",
            language,
            issue=issue.label.spoken(language) or issue.id,
            option=issue.options[place].label.spoken(language) or issue.options[place].id,
        )
        for issue, place in pairs
    )
