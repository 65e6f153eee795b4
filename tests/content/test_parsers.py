"""libyaml and PyYAML's own parser lead to the same data, places and problems."""

import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salesdojo import settings
from salesdojo.content.document import Document
from salesdojo.content.document_reading import read_document
from salesdojo.content.parsers import PurePythonParser, fastest_parser
from support.packs import FILES

pytestmark = pytest.mark.skipif(
    fastest_parser() is PurePythonParser, reason="libyaml is missing here"
)

PIECES = (
    "a", "b", "ja", "en", ": ", ":", ", ", ",", "?", "? ", "- ", "-", "\n", "\n  ", "\n    ", " ",
    "{", "}", "[", "]", "'", '"', "|", "|\n  ", ">", "#", " #", " #a", "&a ", "*a", "%", "@", "`",
    "---\n", "...\n", "\\", "\\x1b", "\\ud800", "\t", "\r\n", "\r", "\x85", "あ", "👩", "\ufeff",
    "<<: ", "~", "1", "+1", "012", ".nan", "1e9", "\\n", "%YAML 1.2\n", "\u2028",
    "|2\n", ">+\n x\n",
)  # fmt: skip


def both(content: bytes) -> tuple[Document, Document]:
    return (
        read_document("file", content, fastest_parser()),
        read_document("file", content, PurePythonParser),
    )


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("a: {ja: 何ですか?, en: x}")
@example("{a:,b}")
@example(">#comment\n  text")
@example("{a: , b: }")
def test_what_one_reads_the_other_reads_alike(text: str) -> None:
    libyaml, own = both(text.encode())
    assert libyaml.readable == own.readable
    if libyaml.readable:
        assert libyaml == own


@given(st.binary(max_size=60))
def test_any_bytes_end_in_data_or_in_problems(content: bytes) -> None:
    for document in both(content):
        assert document.readable or document.problems


@pytest.mark.parametrize("text", FILES.values(), ids=FILES.keys())
def test_a_good_file_is_the_same_to_both(text: str) -> None:
    libyaml, own = both(text.encode())
    assert libyaml == own
    assert libyaml.problems == ()


@pytest.mark.parametrize(
    "path", sorted(settings.shipped_pack().rglob("*.yaml")), ids=lambda path: path.stem
)
def test_a_shipped_file_is_the_same_to_both(path: Path) -> None:
    libyaml, own = both(path.read_bytes())
    assert libyaml == own


def test_without_libyaml_the_other_parser_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert fastest_parser() is PurePythonParser
