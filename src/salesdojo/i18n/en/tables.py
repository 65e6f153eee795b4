"""What is said of negotiation tables in English: what is wrong with one, and what is in it."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "SD801": "{side} gives points for {count} options, but the issue has {options}. Give each option its points.",
    "SD802": "The issue has {count} options with those that are unlocked; {limit} are the most.",
    "SD802.all": "The issues have {count} options in all; {limit} are the most.",
    "SD803": "Between the worst and the best package lie {span} points for {side}; {limit} are the most. Divide all points of this side by the same number.",
    "SD804.empty": "The range has only the number {last}. Let `to` be another number than `from`.",
    "SD804.endless": "With the step {step} the range never comes to {last}. Let the step be larger than 0.",
    "SD804.many": "The range has more than {limit} numbers. Take a larger step.",
    "SD804.step": "The step {step} does not lead from {first} to {last}. Take one that divides the range.",
    "SD804.decimals": "A number of the range has more than {limit} decimals.",
    "SD805": "The issue {issue} has the option {option} already.",
    "SD806": "The reserve of {side} is {reserve}, but its best package is worth {most}.",
    "SD806.locked": "The reserve of {side} is {reserve}, but without unlocked options its best package is worth {most}.",
    "SD807": "The table has no question {name}. Write its words in `questions`.",
    "SD807.suggestion": "The table has no question {name}. Did you mean {suggestion}?",
    "SD808": "The table has no issue {name}.",
    "SD808.suggestion": "The table has no issue {name}. Did you mean {suggestion}?",
    "SD809": "The table has no interest {name}.",
    "SD809.suggestion": "The table has no interest {name}. Did you mean {suggestion}?",
    "SD810": "The customer wants {start}% at the beginning and {end}% at the end. Let `end` be no more than `start`.",
    "SD811": "The talk can come back to this table: {scenes}. Lead on to a scene that does not come before it.",
}
