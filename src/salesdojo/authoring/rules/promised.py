"""The quality that a golden path promises, such as ``>= 95``."""

import operator
import re
from collections.abc import Callable, Mapping
from typing import Final

PROMISE: Final = re.compile(r"\s*(?P<sign><=|>=|==|!=|<|>)\s*(?P<figure>[0-9]+(?:\.[0-9]+)?)\s*")
_COMPARISONS: Final[Mapping[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


def is_kept(promised: str | None, quality: float) -> bool:
    """Say whether `quality` (0-100) is what was promised; no promise is always kept."""
    promise = PROMISE.fullmatch(promised or "")
    return promise is None or _COMPARISONS[promise["sign"]](quality, float(promise["figure"]))
