"""The strings of SAFETY.md in every text of a scenario: kept as text, or refused with a place."""

import json
from pathlib import Path

import pytest

from salesdojo.content.document_reading import read_document
from salesdojo.content.reading import read_scenario
from support.packs import SCENARIO, changed, write_pack

KEPT = {
    "markup that clicks": "[@click=app.quit]x[/]",
    "markup never closed": "[/ 見積[b]",
    "brackets": "割引 [5%]",
    "half a bracket": "[red",
    "é in one": "\u00e9",
    "é in two": "e\u0301",
    "a squared era": "㍻",
    "a family": "👩‍👩‍👧‍👦",
    "beyond the first plane": "𠮷野家",
    "half-width": "ﾊﾝｶｸ",
    "ten thousand": "あ" * 10_000,
    "a formula": "=cmd|' /C calc'!A0",
    "a script": "<script>alert(1)</script>",
    "an injection": "'; DROP TABLE attempt;--",
    "a template": "{{7*7}}",
    "a format": "%s%n",
    "a placeholder": "{0.__class__} {found}",
    "a path": "../../etc/passwd",
    "a zero width space": "a\u200bb",
    "a quote and a colon": 'He said: "no", then? yes #1',
}
REFUSED = {
    "OSC 52": ("\x1b]52;c;aGk=\x07", "SD004"),
    "clear": ("\x1b[2J", "SD004"),
    "carriage return": ("a\rb", "SD004"),
    "right to left": ("\u202eabc", "SD004"),
    "C1": ("\x9b2J", "SD004"),
    "NUL": ("a\0b", "SD004"),
    "a line separator": ("a\u2028b", "SD004"),
    "empty": ("", "SD106"),
    "spaces": ("   ", "SD106"),
    "wide spaces": ("　　", "SD106"),
}
TEXTS = {
    "title": ("title: {ja: 商談, en: A talk}", "title: {ja: 商談, en: %s}"),
    "situation": ("situation: A room", "situation: %s"),
    "fact": ("cash: Cash is short", "cash: %s"),
    "customer": ("customer: Well?", "customer: %s"),
    "say": ("say: Sign here", "say: %s"),
    "why": ("why: Too early", "why: {en: %s}"),
}


def quoted(text: str) -> str:
    """Write `text` in double quotes as YAML and JSON both have it, without escapes but two."""
    return json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_strange_text_is_kept_as_it_is(text: str, field: str, tmp_path: Path) -> None:
    old, new = TEXTS[field]
    root = write_pack(tmp_path, talk=changed(SCENARIO, old, new % quoted(text)))
    reading = read_scenario(root / "approach/talk.yaml")
    assert reading.problems == ()
    assert reading.scenario is not None
    assert quoted(text) in reading.scenario.canonical.decode()


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize(("text", "code"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("escaped", [False, True])
def test_text_that_acts_or_says_nothing_is_refused(
    text: str, code: str, field: str, escaped: bool, tmp_path: Path
) -> None:
    old, new = TEXTS[field]
    # Written out, or as escapes: \u001b and \x9b alike.
    written = json.dumps(text, ensure_ascii=True) if escaped else f'"{text}"'
    content = changed(SCENARIO, old, new % written).encode()
    root = write_pack(tmp_path)
    (root / "approach/talk.yaml").write_bytes(content)
    problems = read_scenario(root / "approach/talk.yaml").problems
    assert {problem.code for problem in problems} == {code}
    for problem in problems:
        said = problem.line_of_text("en") + problem.line_of_text("ja")
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in said)
        assert "\u202e" not in said


@pytest.mark.parametrize("text", [*KEPT.values(), *(text for text, _ in REFUSED.values())])
def test_a_strange_id_is_told_of_and_shown_safely(text: str, tmp_path: Path) -> None:
    written = changed(SCENARIO, "id: talk", f"id: {json.dumps(text)}")
    root = write_pack(tmp_path, talk=written)
    problems = read_scenario(root / "approach/talk.yaml").problems
    assert problems
    for problem in problems:
        said = problem.message("en") + problem.message("ja")
        assert not any(ord(sign) < 32 for sign in said)
        assert len(said) < 600


def test_a_lone_surrogate_is_refused_as_bytes_and_as_an_escape() -> None:
    as_bytes = "a: \ud800".encode("utf-8", "surrogatepass")
    assert [one.code for one in read_document("x", as_bytes).problems] == ["SD003"]
    assert [one.code for one in read_document("x", b'a: "\\ud800"').problems] == ["SD004"]
