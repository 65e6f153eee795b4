"""What is said in English of negotiations behind the talk: how they ended, what was better."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "deal": "A deal, without having asked anything",
    "deal_asked": "A deal, after questions",
    "walked_away": "Walked away, without having asked anything",
    "walked_away_asked": "Walked away, after questions",
    "they_left": "The customer left, and nothing had been asked",
    "they_left_asked": "The customer left, after questions",
    "no_time": "The rounds ran out, and nothing had been asked",
    "no_time_asked": "The rounds ran out, after questions",
    "better_asked": "Ask first: {questions}. {result}",
    "better_deal": "A deal that this customer would have taken: {package}.",
    "better_no_deal": "End without a deal: none was better than that.",
    "question": "\u201c{question}\u201d",
    "term": "{issue} {option}",
    "comma": ", ",
    "cost_at_end": "counted when the negotiation ends",
}
