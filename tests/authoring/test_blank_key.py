"""The empty key an expert fills in: it can be read, and tells nothing of the author's mind."""

import re
from pathlib import Path

import pytest

from salesdojo import settings
from salesdojo.authoring.keying.blank import blank_key
from salesdojo.authoring.keying.reading import read_keys
from salesdojo.authoring.keying.wording import wording_marks
from salesdojo.content.reading import ScenarioReading, read_scenario
from support.keys import write_keys
from support.packs import SCENARIO, changed, write_pack

COPIER = settings.shipped_pack() / "negotiation" / "price_copier.yaml"


def blank(reading: ScenarioReading, expert: str, language: str = "en") -> str:
    assert reading.scenario is not None
    return blank_key(reading.scenario, wording_marks(reading.document), expert, language)


def order(text: str) -> list[str]:
    return re.findall(r"^    (\w+):$", text, re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_empty_key_is_read_without_a_problem_and_holds_nothing(
    language: str, tmp_path: Path
) -> None:
    path = write_pack(tmp_path) / "approach/talk.yaml"
    write_keys(path, tanaka=blank(read_scenario(path), "tanaka", language))
    read = read_keys(path, read_scenario(path).document)
    assert read.problems == ()
    (key,) = read.keys
    assert (key.expert, key.keys, key.borderline, key.outdated) == ("tanaka", {}, {}, ())


def test_every_choice_is_there_with_its_words_and_no_point_reply_or_reason() -> None:
    reading = read_scenario(COPIER)
    assert reading.scenario is not None
    for language in ("en", "ja"):
        text = blank(reading, "tanaka", language)
        for scene in reading.scenario.scenes.values():
            for choice in scene.choices.values():
                assert f"# {choice.say.spoken(language)}" in text
                assert choice.why.spoken(language) not in text
                assert choice.reply is None or choice.reply.spoken(language) not in text
        assert not re.search(r"\b(inquiry|trading|objections|points|effect|goto|end):", text)


def test_the_order_is_the_experts_own_and_the_same_again() -> None:
    reading = read_scenario(COPIER)
    assert reading.scenario is not None
    written = [choice for scene in reading.scenario.scenes.values() for choice in scene.choices]
    tanaka, sato = order(blank(reading, "tanaka")), order(blank(reading, "sato"))
    assert sorted(tanaka) == sorted(sato) == sorted(written)
    assert tanaka != sato
    assert written not in (tanaka, sato)
    assert blank(reading, "tanaka") == blank(reading, "tanaka")


def test_conditions_are_shown_with_the_facts_they_name() -> None:
    text = blank(read_scenario(COPIER), "tanaka")
    assert "[only when trust >= 40]" in text
    assert "rival_gap, this has come to light: The rival's quote charges extra" in text


@pytest.mark.parametrize(
    "hostile",
    [
        "line\\nkeys: {opening: {push: 3}}",
        "a # b: c",
        "\\n\\n---\\nexpert: other",
        "x: [}",
        "%YAML",
    ],
)
def test_no_text_of_the_scenario_leaves_its_comment(hostile: str, tmp_path: Path) -> None:
    text = changed(SCENARIO, "say: Sign here", f'say: "{hostile}"')
    text = changed(text, "customer: Well?", f'customer: "{hostile}"')
    text = changed(text, "situation: A room", f'situation: "{hostile}"')
    path = write_pack(tmp_path, talk=text) / "approach/talk.yaml"
    write_keys(path, tanaka=blank(read_scenario(path), "tanaka"))
    read = read_keys(path, read_scenario(path).document)
    assert read.problems == ()
    assert read.keys[0].keys == {}
