"""How the drawing looks, in light and, where the reader's screen is dark, in dark."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.graphing.colours import (
    BEST,
    BEST_DARK,
    DARK,
    LIGHT,
    SCENE,
    SCENE_DARK,
    WARNING,
    WARNING_DARK,
    Shade,
)
from salesdojo.content.model import Outcome

_FONTS: Final = (
    '"Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Hiragino Kaku Gothic ProN",'
    '"Yu Gothic UI","Yu Gothic",Meiryo,"IPAexGothic",system-ui,sans-serif'
)
_SHAPES: Final = f"""\
text{{font-family:{_FONTS};font-size:12.5px}}
.heading{{font-size:19px;font-weight:700}}
.name{{font-size:12px;font-weight:700}}
.figure{{font-size:11px}}
.step{{font-size:11.5px}}
.step.best{{font-weight:700}}
.badge-words{{font-size:11px;font-weight:700}}
.middle{{text-anchor:middle}}
.end-of-line{{text-anchor:end}}
.outline{{stroke-width:1.3}}
.best .outline{{stroke-width:2.4}}
.end .outline{{stroke-width:3}}
.stuck .outline{{stroke-width:3.5}}
.unreached .outline{{stroke-dasharray:7 5}}
.plate{{stroke-width:.8}}
.line{{fill:none;stroke-linejoin:round}}
.never .line{{stroke-dasharray:2 5}}
"""


def style() -> str:
    """Return the style sheet: plain rules, for many programs know no variables of CSS."""
    dark = _colours(_NIGHT, DARK)
    return _SHAPES + _colours(_DAY, LIGHT) + f"@media (prefers-color-scheme:dark){{\n{dark}}}\n"


@dataclass(frozen=True, slots=True)
class _Paint:
    page: str
    quiet: str
    """For words that stand back."""
    scene: Shade
    best: str
    warning: str


_DAY: Final = _Paint("#f8f9fb", "#5b6472", SCENE, BEST, WARNING)
_NIGHT: Final = _Paint("#0f141b", "#a3adba", SCENE_DARK, BEST_DARK, WARNING_DARK)


def _colours(paint: _Paint, ends: Mapping[Outcome, Shade]) -> str:
    scene = paint.scene
    rules = [
        f".page{{fill:{paint.page}}}",
        f"text{{fill:{scene.ink}}}",
        f".figure,.quiet{{fill:{paint.quiet}}}",
        f".outline{{fill:{scene.fill};stroke:{scene.line}}}",
        f".plate{{fill:{paint.page};stroke:{scene.line}}}",
        f".badge{{fill:{paint.quiet}}}",
        f".badge-words{{fill:{paint.page}}}",
        f".line{{stroke:{scene.line}}}",
        f".head{{fill:{scene.line}}}",
        f".best>.outline,.best>.line{{stroke:{paint.best}}}",
        f".best>.head,.step.best,.best>.name{{fill:{paint.best}}}",
    ]
    for outcome, shade in ends.items():
        name = outcome.value
        rules += [
            f".{name}>.outline{{fill:{shade.fill};stroke:{shade.line}}}",
            f".{name}>.say,.{name}>.name,.{name}>.figure{{fill:{shade.ink}}}",
            f".{name}>.badge{{fill:{shade.ink}}}",
            f".{name}>.badge-words{{fill:{shade.fill}}}",
        ]
    rules += [
        f".stuck>.outline{{stroke:{paint.warning}}}",
        f".stuck>.badge{{fill:{paint.warning}}}",
    ]
    return "\n".join(rules) + "\n"
