"""The named players: how each of them chooses."""

from salesdojo.authoring.analysis import analyse
from salesdojo.authoring.players import languages, named_players, widths
from salesdojo.content.model import Scenario
from salesdojo.practice.exact_play import choices_taken
from salesdojo.practice.solving import explored
from support.scenarios import choice, scenario

END = {"end": "won"}


def talk() -> Scenario:
    """One decision in which every player takes another choice."""
    return scenario(
        {
            "s": {
                "choices": {
                    "top": choice(say={"ja": "はい", "en": "Yes"}, goto="e"),
                    "wide": choice(say={"ja": "少々お待ちください", "en": "Wait"}, goto="e"),
                    "wordy": choice(say={"ja": "いいえ", "en": "No, I would rather not"}, goto="e"),
                    "key": choice(say={"ja": "なぜ", "en": "Why"}, points={"inquiry": 3}, goto="e"),
                }
            },
            "e": END,
        }
    )


def taken_by(story: Scenario) -> dict[tuple[str, str | None], list[str]]:
    solved = explored(story)
    return {
        (player.name, player.language): [
            said for (_, said), share in choices_taken(solved, player.policy).items() if share
        ]
        for player in named_players(solved)
    }


def test_each_named_player_chooses_in_its_own_way() -> None:
    assert taken_by(talk()) == {
        ("random", None): ["top", "wide", "wordy", "key"],
        ("first", None): ["top"],
        ("longest", "ja"): ["wide"],
        ("longest", "en"): ["wordy"],
        ("greedy", None): ["key"],
    }


def test_of_equals_the_first_in_the_file_is_taken() -> None:
    story = scenario({"s": {"choices": {n: choice(goto="e") for n in ("b", "a")}}, "e": END})
    assert taken_by(story) == {
        ("random", None): ["b", "a"],
        ("first", None): ["b"],
        ("longest", ""): ["b"],
        ("greedy", None): ["b"],
    }


def test_the_length_of_japanese_is_counted_in_columns() -> None:
    solved = explored(talk())
    said = [choice.id for _, choice in solved.graph.numbering.choices]
    assert {
        language: dict(zip(said, widths(solved, language), strict=True))
        for language in languages(talk())
    } == {
        "ja": {"top": 4, "wide": 18, "wordy": 6, "key": 4},
        "en": {"top": 3, "wide": 4, "wordy": 22, "key": 3},
    }


def test_the_longest_line_is_reported_in_the_language_that_does_better() -> None:
    story = scenario(
        {
            "s": {
                "choices": {
                    "a": choice(say={"ja": "長い長い台詞", "en": "Short"}, goto="e"),
                    "b": choice(
                        say={"ja": "短い", "en": "A longer line"}, points={"value": 1}, goto="e"
                    ),
                }
            },
            "e": END,
        }
    )
    (longest,) = (player for player in analyse(story).players if player.name == "longest")
    assert (longest.language, longest.mean, longest.passing) == ("en", 100, 1)


def test_greedy_does_not_see_what_an_answer_closes() -> None:
    story = scenario(
        {
            "s": {
                "choices": {
                    "rush": choice(points={"inquiry": 3}, goto="e"),
                    "listen": choice(points={"inquiry": 1}, goto="more"),
                }
            },
            "more": {"choices": {"ask": choice(points={"inquiry": 5}, goto="e")}},
            "e": END,
        }
    )
    (greedy,) = (player for player in analyse(story).players if player.name == "greedy")
    assert greedy.mean == 50
