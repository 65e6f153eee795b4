"""What one person's attempts come to: criteria are called as the pack calls them now."""

import json
from pathlib import Path

import pytest

from salesdojo.content.library import open_library
from salesdojo.records.history.progress import progress
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution
from support.records import url
from tui.small_pack import both, write_pack


@pytest.mark.parametrize("whole", [False, True])
def test_a_criterion_has_one_name_in_the_belt_and_among_the_skills(
    tmp_path: Path, *, whole: bool
) -> None:
    pack = write_pack(tmp_path / "pack")
    played = open_library(pack, None).scenario("first_call")
    rubric = pack / "rubrics" / "basics.yaml"
    renamed = json.loads(rubric.read_text(encoding="utf-8"))
    renamed["criteria"]["inquiry"]["name"] = both("質問", "Questions")
    rubric.write_text(json.dumps(renamed), encoding="utf-8")
    library = open_library(pack, None)
    with Store.open(url(tmp_path / "dojo.db")) as store:
        person = store.person("Aoki")
        session = Session.start(
            store, person, played, seed=1, mode=Mode.PRACTICE, language="en", clock=lambda: 1
        )
        for said in ("ask", "offer"):
            session.take(said)
        session.result(solution(played, None))
        told = progress(store, person, library, 2, None, whole=whole)
    names = {one.criterion: one.name.spoken("en") for one in told.skills}
    assert names == {"inquiry": "Questions", "manners": "Manners"}
    assert names == {one.criterion: one.name.spoken("en") for one in told.belt.criteria}
