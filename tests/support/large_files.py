"""Scenarios as large as a file may be, each large in another way; all of them can be read.

They go into the clean pack: its rubric, customer and glossary are there.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

HEAD: Final = """\
id: large
title: {ja: "大きい", en: "Large"}
stage: discovery
motion: outbound
level: 2
minutes: 6
rubric: listening
customer: hoshi
briefing: {situation: S, goal: G}
"""
ENDS: Final = """\
  won: {customer: W, end: won}
  lost: {customer: L, end: lost}
"""
SCENES: Final = 398
"""Scenes a scenario may have, beside its ends."""


def _talk(scenes: Iterable[str], more: str = "", start: str = "s0") -> str:
    return f"{HEAD}{more}start: {start}\nscenes:\n{''.join(scenes)}{ENDS}"


def _scene(name: str, choices: Iterable[str], more: str = "") -> str:
    written = "".join(f"      {choice}\n" for choice in choices)
    return f"  {name}:\n    customer: Q\n{more}    choices:\n{written}"


def _choice(name: str, goto: str, more: str = "") -> str:
    return f"{name}: {{say: A, why: B, {more}goto: {goto}}}"


def _next(number: int, last: int = SCENES - 1) -> str:
    return f"s{number + 1}" if number < last else "won"


def chain_without_choices() -> str:
    """Every scene leads to the next by itself."""
    return _talk(
        f"  s{number}: {{customer: Q, goto: {_next(number)}}}\n" for number in range(SCENES)
    )


def as_many_choices_as_nodes_allow() -> str:
    """Nine choices in as many scenes as there is room for."""
    last = 150
    return _talk(
        _scene(
            f"s{number}",
            [_choice(f"c{one}", _next(number, last), f"points: {{inquiry: {one}}}, ")
             for one in range(9)],
        )
        for number in range(last + 1)
    )  # fmt: skip


def long_texts() -> str:
    """Texts of thousands of characters, polite and of the customer's own house."""
    said = "御社の社長様がおっしゃられました。" * 600
    return _talk(
        _scene(
            f"s{number}",
            [
                f'a: {{say: "{said}", why: B, goto: {_next(number, 30)}}}',
                f"b: {{say: {{ja: {said[:-1]}, en: word}}, why: B, goto: lost}}",
            ],
        )
        for number in range(8)
    ).replace("s8", "won")


def one_line(problems: bool) -> str:
    """A mapping of flow style in one line of nearly 1 MiB."""
    missing = 'why: "B", ' if not problems else ""
    scenes = ", ".join(
        f's{number}: {{customer: "あ", choices: {{'
        + ", ".join(f'c{one}: {{say: "あいうえお", {missing}goto: won}}' for one in range(5))
        + "}}"
        for number in range(380)
    )
    padding = "あ" * 230_000
    return (
        "{id: large, title: T, stage: discovery, motion: outbound, level: 2, minutes: 6, "
        f'rubric: listening, customer: hoshi, briefing: {{situation: "{padding}", goal: G}}, '
        f"start: s0, scenes: {{{scenes}, won: {{customer: W, end: won}}}}}}\n"
    )


def deep_conditions() -> str:
    """Conditions as long and as deep as they may be, and more states than can be scored."""
    deep = "(" * 18 + "t0 + t1 > 3" + ")" * 18
    long = " or ".join(["t0 - t1 == 77 and f0"] * 18) + " or t1 < 90"
    choices = [
        (f"c{one}", f"when: '{deep if one % 2 else long}', effect: {{t{one % 2}: {one}}}, ")
        for one in range(8)
    ]
    return _talk(
        (
            _scene(
                f"s{number}",
                [_choice(name, _next(number, 60), more) for name, more in choices]
                + [_choice("z", _next(number, 60))],
            )
            for number in range(61)
        ),
        "meters: {t0: 5, t1: 5}\nfacts: {f0: F}\n",
    )


def _states(steps: int, highest: int) -> str:
    """A talk in which two meters take nearly every pair of values, and both count at the end."""
    effects = ("{t0: 1}", "{t1: 1}", "{t0: 2, t1: 1}", "{}")
    scenes = [
        _scene(
            f"s{number}",
            [
                _choice(f"c{one}", _next(number, steps - 1), f"effect: {effect}, ")
                for one, effect in enumerate(effects)
            ],
        )
        for number in range(steps)
    ]
    end = ", ".join(
        f"{{when: t0 == {value} and t1 > {value // 2}, to: lost}}" for value in range(3, 30)
    )
    scenes[-1] = scenes[-1].replace("goto: won", f"goto: [{end}, {{to: won}}]")
    return _talk(scenes, f"meters: {{t0: 0, t1: {highest}}}\n")


def many_states() -> str:
    """Some 24,000 states."""
    return _states(62, 0)


def more_states() -> str:
    """Some 118,000 states."""
    return _states(250, 0)


def long_golden_paths() -> str:
    """Thirty golden paths of four hundred decisions."""
    path = ", ".join(["a"] * 395)
    paths = "".join(
        f"  p{number}: {{play: [{path}], end: won, passed: true}}\n" for number in range(30)
    )
    scenes = (
        f"  s{n}: {{customer: Q, choices: {{a: {{say: A, why: B, points: {{inquiry: 1}}, "
        f"goto: {_next(n, 394)}}}}}}}\n"
        for n in range(395)
    )
    return _talk(scenes) + "tests:\n" + paths


def many_golden_paths() -> str:
    """Thousands of golden paths that all fail."""
    paths = "".join(f"  p{number}: {{play: [a], quality: '<= 3'}}\n" for number in range(2400))
    return _talk([_scene("s0", [_choice("a", "won"), _choice("b", "lost")])]) + "tests:\n" + paths


def many_terms() -> str:
    """Thousands of terms, none of which is there."""
    terms = ", ".join(f"term{number}" for number in range(16_000))
    return _talk([_scene("s0", [_choice("a", "won")])], f"terms: [{terms}]\n")


def many_ways() -> str:
    """Thirty ways by chance out of every scene, back to all others."""
    ways = 22
    scenes = (
        _scene(
            f"s{number}",
            [
                f"a: {{say: A, why: B, repeat: true, points: {{inquiry: {number % 4}}}, goto: ["
                + ", ".join(
                    f"{{weight: {1 + (number * way) % 7}, to: "
                    f"{'won' if way == 0 else f's{(number * 7 + way * way) % 120}'}}}"
                    for way in range(ways)
                )
                + "]}",
                "b: {say: A, why: B, goto: lost}",
            ],
        )
        for number in range(120)
    )
    return _talk(scenes)


def many_sums() -> str:
    """Points of every size: no two roads lose the same."""
    points = (1, 2, 5, 11, 23, 47, 95)
    return _talk(
        _scene(
            f"s{number}",
            [
                _choice(
                    f"c{one}",
                    _next(number, 60),
                    f"points: {{inquiry: {(worth * (number + 1)) % 97}, "
                    f"objections: {(worth * (number + 3)) % 89}}}, ",
                )
                for one, worth in enumerate(points)
            ],
        )
        for number in range(61)
    )


def many_wordings() -> str:
    """Thirty wordings of every line, each under a condition of its own."""
    lines = "".join(f"      - {{when: t0 == {one} and t1 >= {one}, say: Q}}\n" for one in range(29))
    return _talk(
        (
            f"  s{number}:\n    customer:\n{lines}      - {{say: Q}}\n    choices:\n"
            + "".join(
                f"      {_choice(f'c{one}', _next(number, 100), moved)}\n"
                for one, moved in enumerate(("effect: {t0: 1}, ", "effect: {t1: 2}, "))
            )
            for number in range(101)
        ),
        "meters: {t0: 0, t1: 0}\n",
    )


def many_empty_comments() -> str:
    """A line of nothing but signs that could begin an excuse."""
    return _talk([_scene("s0", [_choice("a", "won")])]) + "#  " * 300_000 + "noqa: SD501\n"


def many_missing_languages() -> str:
    """Thousands of problems that are opinions."""
    return _talk(
        _scene(
            f"s{number}",
            [
                f"c{one}: {{say: {{en: A}}, why: {{en: B}}, goto: {_next(number, 150)}}}"
                for one in range(9)
            ],
        )
        for number in range(151)
    )


LARGE: Final[Mapping[str, Callable[[], str]]] = {
    made.__name__: made
    for made in (
        chain_without_choices,
        as_many_choices_as_nodes_allow,
        long_texts,
        deep_conditions,
        many_states,
        more_states,
        long_golden_paths,
        many_golden_paths,
        many_terms,
        many_ways,
        many_sums,
        many_wordings,
        many_empty_comments,
        many_missing_languages,
    )
} | {
    "one_line": lambda: one_line(problems=False),
    "one_line_of_problems": lambda: one_line(problems=True),
}
