"""What is meant by a line typed at a negotiation table: the move it stands for, with its ids.

Verbs are words, initials or Japanese; issues, questions and reasons are ids, names or numbers
as they are listed; options are ids, names, or ``#`` and a number. What is not understood stays
as it was typed, so that reading the move says what is wrong with it.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from salesdojo.content.move_words import ASK, PROPOSE, REASON, VERBS, question_line
from salesdojo.content.table import Issue, Table
from salesdojo.content.text import Text
from salesdojo.i18n import LANGUAGES, message
from salesdojo.practice.table.move_text import BECAUSE, BETWEEN, FOR, IF

_NUMBER: Final = "#"
_NAMED: Final = "="
_KEYWORDS: Final = frozenset({BETWEEN, BECAUSE, IF, FOR})


def meant(table: Table, typed: str) -> str:
    """Return the move that a typed line stands for, as `move_text.read_move` reads it."""
    first, _, rest = typed.replace(BETWEEN, f" {BETWEEN} ").strip().partition(" ")
    verb = _verb(first)
    if verb is None and _NAMED in first:
        verb, rest = PROPOSE, typed.replace(BETWEEN, f" {BETWEEN} ")
    words = rest.split()
    if verb == PROPOSE:
        return " ".join((PROPOSE, *_offer(table, words)))
    if verb == ASK:
        return question_line(_question(table, " ".join(words)))
    if verb == REASON:
        return f"{REASON} {_reason(table, ' '.join(words))}"
    return " ".join((verb or first, *words))


def _verb(typed: str) -> str | None:
    for verb in VERBS:
        for language in LANGUAGES:
            if typed in message(f"table_talk.verb_{verb}", language).split():
                return verb
    return None


def _offer(table: Table, words: Sequence[str]) -> list[str]:
    """Return the words of an offer, each name made an id."""
    found: list[str] = []
    after = ""
    for word in _joined(words):
        if word in _KEYWORDS:
            after = word
            found.append(word)
        elif after == BECAUSE:
            found.append(_reason(table, word))
        elif after in (IF, FOR):
            found.append(_issue_id(table, word))
        else:
            found.append(_term(table, word))
    return found


def _joined(words: Sequence[str]) -> list[str]:
    """Put together what belongs together: `delivery=2 wk` is one term, and `= 2` no word."""
    parts: list[str] = []
    for word in words:
        last = parts[-1] if parts else ""
        opens = not parts or last in _KEYWORDS or word in _KEYWORDS
        if opens or (_NAMED in word and not word.startswith(_NAMED) and not last.endswith(_NAMED)):
            parts.append(word)
        else:
            parts[-1] = f"{last} {word}"
    return parts


def _term(table: Table, word: str) -> str:
    name, sign, option = (part.strip() for part in word.partition(_NAMED))
    issue = _issue(table, name)
    if not sign or issue is None:
        return word.replace(" ", "")
    return f"{issue.id}{_NAMED}{_option_id(issue, option)}"


def _issue(table: Table, name: str) -> Issue | None:
    for number, issue in enumerate(table.issues, start=1):
        if name == issue.id.lower() or _is_called(issue.label, name) or name == str(number):
            return issue
    return None


def _issue_id(table: Table, name: str) -> str:
    issue = _issue(table, name)
    return name if issue is None else issue.id


def _option_id(issue: Issue, name: str) -> str:
    for number, option in enumerate(issue.options, start=1):
        if name in (option.id.lower(), f"{_NUMBER}{number}"):
            return option.id
    for option in issue.options:
        if _is_called(option.label, name):
            return option.id
    return name.replace(" ", "_")


def _question(table: Table, name: str) -> str:
    return _listed([(one.id, one.say) for one in table.questions], name)


def _reason(table: Table, name: str) -> str:
    return _listed([(one.id, one.text) for one in table.reasons], name)


def _listed(known: Iterable[tuple[str, Text]], name: str) -> str:
    """Return the id of what is listed under a name or a number."""
    for number, (id_, words) in enumerate(known, start=1):
        if name in (id_.lower(), str(number)) or _is_called(words, name):
            return id_
    return name.replace(" ", "_")


def _is_called(label: Text, name: str) -> bool:
    return any(_simple(words) == _simple(name) for _, words in label.by_language)


def _simple(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).lower().split())
