"""The system's reasons are known by the words that it uses itself."""

import errno
import os

import pytest

from salesdojo.errors import UsageError
from salesdojo.i18n import catalogue

NAMES = tuple(catalogue("en", "system"))


@pytest.mark.parametrize("name", NAMES)
def test_a_reason_is_said_in_japanese_whatever_raised_it(name: str) -> None:
    reason = os.strerror(getattr(errno, name))
    error = UsageError("US085", place="x.yaml", reason=reason)
    assert catalogue("ja", "system")[name] in error.cause("ja")
    assert reason in error.cause("en")


def test_other_words_stay_as_they_are() -> None:
    assert "odd" in UsageError("US085", place="x.yaml", reason="odd").cause("ja")
