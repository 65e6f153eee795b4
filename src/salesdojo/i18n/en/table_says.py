"""What the trainee says at a negotiation table in English: each move in one way or more.

Where a key ends in a figure, its ways take turns.
"""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "first_0": "Here is what we propose: {terms}.",
    "first_1": "I'd like to suggest this: {terms}.",
    "yielding_0": "We can meet you here: {terms}.",
    "yielding_1": "Let us take a step: {terms}.",
    "yielding_2": "We can improve our offer: {terms}.",
    "harder_0": "I'm afraid I have to revise our offer: {terms}.",
    "harder_1": "I have to take a step back: {terms}.",
    "changed_0": "Let me put it together differently: {terms}.",
    "changed_1": "How about another arrangement: {terms}?",
    "changed_2": "Suppose we shift things around: {terms}.",
    "same_0": "I'd ask you to consider our last offer once more.",
    "same_1": "Our offer stands as it was.",
    "rest_0": "The rest of our offer stands.",
    "rest_1": "Everything else stays as offered.",
    "two_packages_0": "Here are two ways we could do it.",
    "two_packages_1": "Let me lay two packages side by side.",
    "two_packages_2": "I've put two options together.",
    "three_packages_0": "Here are three ways we could do it.",
    "three_packages_1": "Let me lay three packages side by side.",
    "three_packages_2": "I've put three options together.",
    "package": "{letter}: {terms}.",
    "in_both": "In both cases: {terms}.",
    "in_all": "In all three: {terms}.",
    "which_of_two_0": "Which of the two is closer for you?",
    "which_of_two_1": "Which would you rather work with?",
    "which_of_three_0": "Which of them comes closest for you?",
    "which_of_three_1": "Which one should we build on?",
    "if_then_0": "If you can accept {want_option} for the {want}, we can offer {give_option} for the {give}.",
    "if_then_1": "We can offer {give_option} for the {give}, provided that you agree to {want_option} for the {want}.",
    "along": "Along with that: {terms}.",
    "accept_0": "Then we have a deal: {terms}.",
    "accept_1": "Agreed. We accept {terms}.",
    "walk_away_0": "I'm sorry, but we can't make it work on these terms. Thank you for your time.",
    "walk_away_1": "We'll have to leave it this time. Thank you for talking it through with us.",
}
