"""Somebody's own words as they are kept: one line, nothing in it that acts, cut at a length."""

import unicodedata

from salesdojo.content.visible import visible


def own_words(written: str, longest: int) -> str:
    """Return `written` as one line of at most `longest` characters.

    Breaks and tabs become spaces; characters that act instead of showing (control
    characters, bidi overrides, lone surrogates) are left out. The form is NFC.
    """
    # What is cut off anyway is not worth reading: a clipboard may hold a book.
    spaced = " ".join(written[: 4 * longest].split())
    shown = "".join(one for one in spaced if visible(one) == one)
    return unicodedata.normalize("NFC", shown)[:longest].strip()
