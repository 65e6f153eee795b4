"""A file in another encoding is named by it, and its lines can still be read in a report."""

import pytest

from salesdojo.content.encodings import likely_encoding, readable_text

WORDS = "品はいい。あと15%の値引きで、すぐに判を押します。\nコピー機の値段\n"


@pytest.mark.parametrize(
    ("codec", "name"), [("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("utf-16", "UTF-16")]
)
def test_japanese_is_recognised_and_read(codec: str, name: str) -> None:
    content = WORDS.encode(codec)
    found = likely_encoding(content)
    assert found is not None
    assert found.name == name
    assert readable_text(content) == WORDS


def test_bytes_that_speak_for_no_encoding_are_given_no_name() -> None:
    assert likely_encoding(b"caf\xe9 cr\xe8me") is None
    assert readable_text(b"caf\xe9") == "caf\ufffd"


def test_utf8_is_read_as_it_is_with_or_without_a_mark() -> None:
    assert readable_text(WORDS.encode()) == WORDS
    assert readable_text(WORDS.encode("utf-8-sig")) == WORDS
