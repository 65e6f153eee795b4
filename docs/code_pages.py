"""Writes docs/codes/: a page a code in English and Japanese, and an index.

.venv/bin/python docs/code_pages.py
"""

from collections.abc import Iterator
from pathlib import Path

from salesdojo.authoring.explaining.examples import IN_WORDS
from salesdojo.authoring.explaining.page import example, markdown_of, severity, title, why
from salesdojo.content.codes import CODES, WARNINGS
from salesdojo.i18n import message

FOLDER = Path(__file__).with_name("codes")
GROUPS = (
    "reading",
    "shape",
    "references",
    "playing",
    "scoring",
    "language",
    "golden",
    "assigning",
    "tables",
)
"""The group of SD0xx, of SD1xx and so on."""
LANGUAGES = ("en", "ja")


def pages() -> dict[str, str]:
    """Return every page by its file's name."""
    codes = [code for code in CODES if example(code, "en") is not None]
    return {"README.md": index(codes), **{f"{code}.md": page(code) for code in codes}}


def index(codes: list[str]) -> str:
    """Return the index of the codes that have a page."""
    parts = [
        "# Codes · コード",
        (
            "What `salesdojo check` can find. `salesdojo check --explain SD201` shows a page in "
            "the terminal."
        ),
        (
            "`salesdojo check` が見つける問題の一覧です。`salesdojo check --explain SD201` "
            "で、端末でも説明を読めます。"
        ),
    ]
    for number, group in enumerate(GROUPS):
        mine = [code for code in codes if code.startswith(f"SD{number}")]
        if mine:
            names = " · ".join(message(f"codes.{group}", language) for language in LANGUAGES)
            parts += [f"## SD{number}xx: {names}", "\n".join(rows(mine))]
    return "\n\n".join(parts) + "\n"


def rows(codes: list[str]) -> Iterator[str]:
    """Yield the rows of a table of codes."""
    yield "| code | meaning | 意味 | |"
    yield "|---|---|---|---|"
    for code in codes:
        words = " | ".join(title(code, language) for language in LANGUAGES)
        kind = "warning · 注意" if code in WARNINGS else "error · エラー"
        yield f"| [{code}]({code}.md) | {words} | {kind} |"


def page(code: str) -> str:
    """Return the page of a code: both languages, then the example they share."""
    parts = [f"# {code}"]
    for language in LANGUAGES:
        parts += [
            f"## {title(code, language)}",
            f"*{severity(code, language)}*",
            why(code, language),
        ]
    for part in ("bad", "good"):
        names = " · ".join(message(f"codes.{part}", language) for language in LANGUAGES)
        parts += [f"## {names}", *fragments(code, part)]
    return "\n\n".join([*parts, "[All codes · すべてのコード](README.md)"]) + "\n"


def fragments(code: str, part: str) -> Iterator[str]:
    """Yield the bad or the good part of a code's example; words are said in both languages."""
    for language in LANGUAGES if code in IN_WORDS else LANGUAGES[:1]:
        shown = example(code, language)
        if shown is not None:
            yield markdown_of(code, shown.bad if part == "bad" else shown.good)


def main() -> None:
    """Write the pages, and take away those of codes that are gone."""
    FOLDER.mkdir(exist_ok=True)
    written = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
