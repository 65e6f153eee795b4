"""What is said in English of the trainee's word about a line."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "key": "Remark",
    "title": "Tell the trainer about decision {turn}",
    "line": "The line: {text}",
    "move": "The move: {move}",
    "kind_wrong": "This line is wrong",
    "kind_unclear": "This line is unclear",
    "hint": "In your words, if you like",
    "note": "The trainer reads the words, not your name.",
    "key_kind": "Wrong or unclear",
    "key_keep": "Keep",
    "key_close": "Close",
    "kept": "Kept for the trainer.",
    "choose_decision": "Choose a decision with Tab first.",
    "plain": "Is a line wrong or unclear? w 1 WORDS or u 1 WORDS tells the trainer about decision 1; Enter goes on: ",
    "plain_not_understood": "Please type w or u, the number of a decision (1 to {count}), and words if you like.",
    "told_wrong": "wrong",
    "told_unclear": "unclear",
    "analyse": "print what trainees remarked about its lines instead",
    "none": "Nobody has remarked on {scenario}.",
    "head": "Remarks on {scenario}, the newest first: {count}",
    "older": "on an older version",
    "without_words": "(no words)",
}
