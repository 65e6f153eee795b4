"""What the rules of `check` say in English, by code and form."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "SD301": "No road reaches the scene {scene}.",
    "SD302": "The talk stops here at once: {scene} has no choice that is offered.",
    "SD302.road": "The talk can stop here: in {scene} no choice is offered any more (replay: {road}).",
    "SD303": "From {scene} on no choice ever leads to an end.",
    "SD303.road": "From {scene} on no choice ever leads to an end (replay: {road}).",
    "SD304": "This condition never holds.",
    "SD304.late": "This entry never counts: one before it always holds first.",
    "SD305": "This condition always holds: it decides nothing.",
    "SD306": "The choice {choice} is never offered: its condition never holds here.",
    "SD307": "With the weight 0 chance never leads to {scene}.",
    "SD308": "This last entry is never needed: one before it always holds.",
    "SD309": "The scenario cannot be scored exactly: more than {limit} states or turns would have to be told apart.",
    "SD309.named": "The scenario cannot be scored exactly: more than {limit} states or turns would have to be told apart. They are multiplied by {names}.",
    "SD310": "A drill is one decision: one scene with choices, and this one has {count}.",
    "SD310.again": "A drill is one decision, but after {scene} the trainee can be asked again.",
    "SD311": "A drill runs against the clock, but {scene} gives no `seconds`.",
    "SD401": "Nobody can earn {criterion}: on every road its points come to 0 or less.",
    "SD402": "Nobody can pass: no road reaches {needed} without a breach and with every criterion at its minimum level.",
    "SD403": "Nobody can fail: every road reaches {needed}.",
    "SD404": "Nobody can avoid a breach: every road has one, such as {breach} here (replay: {road}).",
    "SD405": "The best talk that ends as {worse} has quality {high}, the best that ends as {better} only {low} (replay: {road}).",
    "SD406": "A talk that ends as lost can pass (replay: {road}).",
    "SD407": "The best choice in each of the {count} decisions is the same whatever was said before.",
    "SD408": "The best choice is the longest in {hits} of {count} decisions.",
    "SD408.language": "The best choice is the longest in {hits} of {count} decisions ({language}).",
    "SD409": "The best choice stands first in {hits} of {count} decisions whose order is fixed.",
    "SD410": "Whoever clicks at random passes {share}% of the time; the pack allows {limit}%.",
    "SD410.drill": "More than one choice of this drill passes: whoever clicks at random passes {share}% of the time.",
    "SD411": "No choice uncovers the fact {fact}.",
    "SD412": "The reason of the weak choice {choice} says nothing.",
    "SD412.again": "The reason of the weak choice {choice} is that of another choice, word for word.",
    "SD413": (
        "The experts disagree about {choice}: {agreeing} of {count} key it {author} as its points "
        "do ({keys}), which is under {percent}%. Rewrite it."
    ),
    "SD413.points": (
        "The experts agree about {choice}, but not with its points, which say {author} ({keys}); "
        "{agreeing} of {count} is under {percent}%. Change the points or the words."
    ),
    "SD413.few": (
        "Blind keys of {choice}: {count}. At least {needed} are needed before anything can be said."
    ),
    "SD413.experts": (
        "Experts who have keyed this scenario: {count}. At least {needed} are needed before "
        "anything can be said."
    ),
    "SD414": "A drill belongs to one criterion, and this one gives points for {count}: {names}.",
    "SD415": "Neither {chapter} nor a chapter before it can teach its fact {fact}.",
    "SD416": "The customer of {chapter} is of another company than the one of {first}.",
    "SD501": "The text has no {language}.",
    "SD502": "The text in {short} is less than a third as long as in {long}.",
    "SD503": "Rather than {found}, say: {instead}.",
    "SD504": "貴社 is for writing; aloud it is 御社.",
    "SD504.written": "御社 is for speaking; in writing it is 貴社.",
    "SD505": "No text of the scenario uses the term {term}.",
    "SD506": "Terminals draw {sign} in different widths.",
    "SD601": "At turn {turn}, in {scene}, {choice} is not offered. Offered are: {offered}.",
    "SD601.suggestion": "At turn {turn}, in {scene}, {choice} is not offered. Did you mean {suggestion}? Offered are: {offered}.",
    "SD602": "The path ends in {scene}, before the talk does. Offered there are: {offered}.",
    "SD603": "The talk has ended in {scene} before {choice}.",
    "SD604": "The path ends as {end}.",
    "SD605": "The path has quality {quality}.",
    "SD606": "The path does not pass: its quality is {quality}, the mark is {needed}.",
    "SD606.passed": "The path passes: its quality is {quality}, the mark is {needed}.",
    "SD606.breach": "The path does not pass, because of the breach {named}.",
    "SD606.minimum": "The path does not pass: {named} is under the minimum level.",
    "SD607": "No golden path promises perfect play (quality >= 95 and passed).",
    "SD608": "In chapter {chapter} ({scenario}), at turn {turn}, {choice} is not offered. Offered are: {offered}.",
    "SD608.suggestion": "In chapter {chapter} ({scenario}), at turn {turn}, {choice} is not offered. Did you mean {suggestion}? Offered are: {offered}.",
    "SD608.stops": "Chapter {chapter} ({scenario}) goes on at turn {turn}. Offered there are: {offered}.",
    "SD608.goes_on": "Chapter {chapter} ({scenario}) has ended before turn {turn} ({choice}).",
    "SD608.over": "The journey is over before chapter {chapter}.",
    "SD608.unfinished": "The journey goes on after chapter {chapter} ({scenario}), which ends at turn {turn}.",
    "SD609": "The journey ends as {end}.",
    "SD609.stage": "The furthest stage of the journey is {stage}.",
    "SD609.quality": "The lowest quality of a chapter is {quality} ({chapter}).",
}
