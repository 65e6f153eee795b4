"""A deal in a pack: three decisions for all, one for some, and a scene with nothing to decide."""

from typing import Any

from tui.small_pack import both, scenario

Plain = dict[str, Any]


def _line(name: str, goto: str, points: int, **keys: Any) -> Plain:
    said = both(f"{name}の一言。", f"The line {name}.")
    return {"say": said, "why": said, "goto": goto, "points": {"inquiry": points}, **keys}


def _scene(*lines: tuple[str, str, int]) -> Plain:
    told = both("はい。", "Well?")
    choices = {name: _line(name, goto, points) for name, goto, points in lines}
    return {"customer": told, "choices": choices}


def deal(name: str = "deal", *, title: str = "The deal", top: int = 3) -> Plain:
    """Return it; `top` points for the best line of the first scene make another scoring."""
    scenes = {
        "open": _scene(("ask", "need", top), ("tell", "need", 1), ("push", "doubt", -1),
                       ("joke", "doubt", 0)),
        "doubt": _scene(("calm", "need", 0), ("argue", "need", -3)),
        "need": _scene(("dig", "nod", 3), ("pitch", "nod", 1), ("rush", "nod", -3)),
        "nod": _scene(("thanks", "close", 0)),
        "close": _scene(("plan", "good", 3), ("wait", "good", 0), ("beg", "bad", -3)),
        "good": {"customer": both("ええ。", "Yes."), "end": "advanced"},
        "bad": {"customer": both("いいえ。", "No."), "end": "lost"},
    }  # fmt: skip
    changes = {"start": "open", "scenes": scenes, "facts": {}, "meters": {}}
    return scenario(name, both("商談", title), **changes)


BEST = ("ask", "dig", "thanks", "plan")
"""Perfect play."""
