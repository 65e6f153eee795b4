"""Statements: what each says, that it is the same every time, and what a rescore makes of it."""

import json
import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from salesdojo.content.library import open_library
from salesdojo.practice.scoring import best_choices
from salesdojo.practice.solving import solve
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.review.exporting.chosen import Chosen
from salesdojo.review.learning_records.delivering import Telling, write_statements
from salesdojo.review.learning_records.statements import duration
from support.exported import fill
from support.records import aoki, url
from support.servers import Base
from support.table_talks import OPENING, bargained, table_talk
from tui.small_pack import write_pack

DOCS = Path(__file__).parents[3] / "docs"
IN_BOTH_LANGUAGES = [(DOCS / name).read_text("utf-8") for name in ("xapi.md", "xapi.ja.md")]
TIME = 1_790_000_000_000


def written(place: Path | Base, file: Path, **changes: Any) -> list[dict[str, Any]]:
    file.unlink(missing_ok=True)
    telling = Telling(changes.pop("chosen", Chosen()), **changes)
    many = write_statements(url(place), telling, str(file))
    lines = [json.loads(line) for line in file.read_text("utf-8").split("\n")[:-1]]
    assert len(lines) == many
    return lines


def verbs(lines: list[dict[str, Any]]) -> list[str]:
    return [line["verb"]["display"]["en"] for line in lines]


@pytest.fixture
def example(tmp_path: Path) -> list[dict[str, Any]]:
    """Give the statements of a talk played well, as docs/xapi.md shows them."""
    story = open_library(write_pack(tmp_path / "pack"), None).scenario("first_call")
    solution = solve(story)
    ticks = iter(range(TIME, TIME + 10_000_000, 4_000))
    with Store.open(url(tmp_path / "dojo.db")) as store:
        person = aoki(store)
        session = Session.start(
            store, person, story, seed=7, mode=Mode.PRACTICE, language="en",
            clock=lambda: next(ticks), new_id=lambda: "example",
        )  # fmt: skip
        while session.attempt.outcome is None:
            session.take(best_choices(session.attempt.state, solution)[0])
        session.result(solution)
    lines = written(tmp_path / "dojo.db", tmp_path / "out.jsonl")
    text = json.dumps(lines).replace(person.id, "539add1020814f9c88ef3018da2e3296")
    return list(json.loads(text))


@pytest.mark.parametrize("page", IN_BOTH_LANGUAGES, ids=["en", "ja"])
def test_the_documented_examples_are_what_is_made(example: list[dict[str, Any]], page: str) -> None:
    fenced = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    blocks = [json.loads(one) for one in fenced]
    assert len(blocks) == 3
    for block in blocks:
        assert block in example


def test_the_documented_extensions_are_those_that_are_made(
    example: list[dict[str, Any]], tmp_path: Path
) -> None:
    fill(tmp_path / "more.db")
    with Store.open(url(tmp_path / "more.db")) as store:
        bargained(store, table_talk(), "warm", "walk_away")
    lines = [*example, *written(tmp_path / "more.db", tmp_path / "out")]
    made = set(re.findall(r"urn:salesdojo:extension:(\w+)", json.dumps(lines)))
    for page in IN_BOTH_LANGUAGES:
        assert set(re.findall(r"`urn:salesdojo:extension:(\w+)`", page)) == made


def test_the_documented_verbs_are_those_that_are_made(place: Path | Base, tmp_path: Path) -> None:
    fill(place)
    made = set(verbs(written(place, tmp_path / "out")))
    for page in IN_BOTH_LANGUAGES:
        table = page.split("\n## ")[1]
        assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == made


def test_a_talk_is_told_from_its_beginning_to_its_end(place: Path | Base, tmp_path: Path) -> None:
    fill(place)
    lines = written(place, tmp_path / "out")
    registration = lines[0]["context"]["registration"]
    mine = [one for one in lines if one.get("context", {}).get("registration") == registration]
    first = ["initialized", "answered", "answered", "scored", "passed", "completed", "terminated"]
    assert verbs(mine) == [*first, "answered", "answered", "scored", "failed"]
    assert [one["timestamp"] for one in mine[:7]] == [
        "1970-01-01T00:00:01.000Z", "1970-01-01T00:00:01.001Z", "1970-01-01T00:00:01.002Z",
        *["1970-01-01T00:00:02.000Z"] * 4,
    ]  # fmt: skip


def test_ids_are_each_of_one_statement_and_the_same_every_time(
    place: Path | Base, tmp_path: Path
) -> None:
    fill(place)
    lines = written(place, tmp_path / "out")
    ids = [line["id"] for line in lines]
    assert len(set(ids)) == len(ids)
    assert {UUID(one).version for one in ids} == {5}
    assert written(place, tmp_path / "out") == lines


def test_a_rescore_takes_back_what_was_told_and_tells_it_anew(
    place: Path | Base, tmp_path: Path
) -> None:
    fill(place)
    lines = written(place, tmp_path / "out")
    by_id = {line["id"]: line for line in lines}
    voiding = [line for line in lines if line["verb"]["display"]["en"] == "voided"]
    taken_back = [by_id[line["object"]["id"]] for line in voiding]
    assert verbs(taken_back) == ["answered", "answered", "scored", "passed"]
    assert all("context" not in line for line in voiding)
    standing = [
        line for line in lines
        if line not in taken_back
        and line.get("context", {}).get("registration") == taken_back[0]["context"]["registration"]
    ]  # fmt: skip
    verdicts = [line for line in standing if verbs([line])[0] in {"passed", "failed"}]
    assert [one["result"]["score"]["raw"] for one in verdicts] == [55]


def test_a_talk_that_was_left_has_neither_score_nor_completion(
    place: Path | Base, tmp_path: Path
) -> None:
    fill(place)
    lines = written(place, tmp_path / "out", chosen=Chosen(since=8_000))
    assert verbs(lines) == ["initialized", "answered", "terminated"]
    assert "score" not in lines[1]["result"]
    assert lines[2]["result"] == {"duration": "PT1.50S"}


def test_people_are_accounts_without_names_unless_they_are_asked_for(
    place: Path | Base, tmp_path: Path
) -> None:
    fill(place)
    (line, *_) = written(place, tmp_path / "out")
    assert set(line["actor"]) == {"objectType", "account"}
    (line, *_) = written(place, tmp_path / "out", names=True, home="https://example.com")
    assert line["actor"]["name"] == "=1+1"
    assert line["actor"]["account"]["homePage"] == "https://example.com"


def test_scores_lie_where_xapi_wants_them(example: list[dict[str, Any]]) -> None:
    scores = [line["result"]["score"] for line in example if "score" in line.get("result", {})]
    assert len(scores) >= 5
    for score in scores:
        assert -1 <= score["scaled"] <= 1
        if "raw" in score:
            assert score["min"] <= score["raw"] <= score["max"]
            assert all(isinstance(score[name], int) for name in ("raw", "min", "max"))


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [(0, "PT0.00S"), (1_500, "PT1.50S"), (3_600_000, "PT3600.00S"), (-5, "PT0.00S")],
)
def test_durations_are_in_hundredths_of_a_second(milliseconds: int, words: str) -> None:
    assert duration(milliseconds) == words


def test_moves_at_a_table_answer_one_question_and_the_last_is_judged_for_all(
    place: Path | Base, tmp_path: Path
) -> None:
    with Store.open(url(place)) as store:
        session = bargained(store, table_talk(), "warm", OPENING, "walk_away")
        loss = store.history.result(session.record.id).decisions[-1].loss
    lines = written(place, tmp_path / "out")
    _, first, last = (line for line in lines if verbs([line]) == ["answered"])
    assert [line["result"]["response"] for line in (first, last)] == [OPENING, "walk_away"]
    question = first["object"]
    assert question == last["object"]
    assert re.fullmatch(r"urn:salesdojo:[\w:%.-]+:scene:terms", question["id"])
    assert question["definition"]["interactionType"] == "other"
    assert {"choices", "correctResponsesPattern"}.isdisjoint(question["definition"])
    assert question["definition"]["description"] == {"und": "Well?"}
    assert {"success", "score"}.isdisjoint(first["result"])
    assert last["result"]["success"] is False
    assert last["result"]["score"] == {"scaled": pytest.approx(1 - loss / 100)}
    said = last["result"]["extensions"]
    assert said["urn:salesdojo:extension:ending"] == "walked_away"
    assert said["urn:salesdojo:extension:loss"] == loss


def test_who_bargains_as_well_as_can_be_succeeds_at_the_table(tmp_path: Path) -> None:
    with Store.open(url(tmp_path / "dojo.db")) as store:
        bargained(store, table_talk(), "warm", "as expert")
    lines = written(tmp_path / "dojo.db", tmp_path / "out")
    answers = [line["result"] for line in lines if verbs([line]) == ["answered"]]
    assert [one.get("success") for one in answers] == [True, *[None] * (len(answers) - 2), True]
    assert answers[-1]["score"] == {"scaled": 1.0}


def test_a_talk_left_at_the_table_tells_its_moves_unjudged(tmp_path: Path) -> None:
    with Store.open(url(tmp_path / "dojo.db")) as store:
        session = bargained(store, table_talk(), "warm", OPENING)
        store.abandon(session.record.id, 9_000)
    lines = written(tmp_path / "dojo.db", tmp_path / "out")
    last = [line for line in lines if verbs([line]) == ["answered"]][-1]
    assert last["result"]["response"] == OPENING
    assert last["object"]["definition"]["interactionType"] == "other"
    assert "success" not in last["result"]
