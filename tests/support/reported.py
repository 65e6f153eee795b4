"""Problems of a file as bad as can be, and its lines: what every report is shown on."""

from collections.abc import Iterable, Sequence
from typing import Final

from salesdojo.content.document_reading import read_document
from salesdojo.content.problem import Mark, Problem

PATH: Final = "商談/first talk.yaml"
TEXT: Final = """\
id: talk
title: We are #1
briefing:
\tgoal: 値段の前に、理由を聞く。
scenes:
  opening: {say: "今期は\\x1b現金が厳しい", points: {inqiury: 3}}
  long: {customer: "まず背景を伺えますか。それから、\
ご予算と時期、決裁の流れ、いま一番お困りのことを順に\
教えてください。", goto: dnoe, end: lost, note: これで終わりです}
"""
SOURCES: Final = {PATH: tuple(TEXT.split("\n"))}


def problems() -> list[Problem]:
    """Return what is wrong: found by the reader, or as a rule would say it."""
    found = list(read_document(PATH, TEXT.encode()).problems)
    return sorted(
        [
            *found,
            at(6, "inqiury", "SD202", "suggestion", name="inqiury", suggestion="inquiry"),
            at(7, "dnoe", "SD201", "suggestion", name="dnoe", suggestion="done"),
            Problem.at("missing.yaml", Mark(1, 1), "SD001", "missing"),
        ]
    )


def at(line: int, token: str, code: str, form: str = "", **values: str) -> Problem:
    """Return a problem where `token` stands in a line of `TEXT`."""
    column = SOURCES[PATH][line - 1].index(token) + 1
    return Problem.at(PATH, Mark(line, column), code, form, **values)


def of(path: str, *codes: str) -> list[Problem]:
    """Return a problem a code in `path`."""
    return [Problem.at(path, Mark(1, 1), code) for code in codes]


def lines(blocks: Iterable[str]) -> Sequence[str]:
    """Return the lines of a report."""
    return "\n".join(blocks).split("\n")
