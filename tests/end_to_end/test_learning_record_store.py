"""Statements taken by learning record stores that nobody here wrote, and read back equal.

`.ci/stores` installs them and `.ci/run` says where; elsewhere these tests are skipped.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from salesdojo.records.store import Store
from salesdojo.review.exporting.chosen import Chosen, asked
from salesdojo.review.exporting.exporting import UNWATCHED, at_moment
from salesdojo.review.learning_records.left_off import Through
from salesdojo.review.learning_records.log import builder, told
from salesdojo.review.learning_records.names import HOME
from support.histories import TALK, played
from support.learning_record_stores import RealStore, real_store
from support.records import aoki, result, url
from support.terminal import surroundings

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module", params=["ralph", "strict"])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RealStore]:
    """Give a store that runs, for all tests of this file."""
    with real_store(request.param, tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give records of talks that were won, lost, scored again and left."""
    file = tmp_path / "dojo.db"
    with Store.open(url(file)) as records:
        won = played(records, TALK, ["ask_why", "sign"])
        played(records, TALK, ["cut_price", "go"], seed=8)
        left = played(records, TALK, ["ask_why"], seed=9)
        records.abandon(left.record.id, 9_000)
        records.finish(won.record.id, result(12.5, passed=False), 10_000)
        assert aoki(records).name == "Aoki"
    return file


def statements(path: Path) -> list[dict[str, Any]]:
    """Return what is to be there, as the builder makes it."""

    def made(connection: Any) -> list[dict[str, Any]]:
        log = told(
            connection, builder(connection, HOME, names=False), Chosen(),
            asked(connection, Chosen()), Through(),
        )  # fmt: skip
        return [one for step in log for one in step.statements]

    return at_moment(url(path), made, UNWATCHED)


def send(path: Path, store: RealStore, home: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "salesdojo", "export", "xapi", "--to", store.url]
    return subprocess.run(
        [*command, "--db", str(path), "--lang", "en", *more],
        env={**surroundings(home), "SALESDOJO_STATE": str(home / "state")},
        capture_output=True,
        text=True,
        check=False,
    )


def as_sent(kept: dict[str, Any] | None) -> dict[str, Any]:
    """Return a statement without what a store adds to it."""
    assert kept is not None
    return {key: value for key, value in kept.items() if key not in ADDED}


ADDED = {"stored", "authority", "version"}


def test_statements_are_taken_and_read_back_equal(
    path: Path, store: RealStore, tmp_path: Path
) -> None:
    done = send(path, store, tmp_path)
    expected = statements(path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"salesdojo: Statements that the store has taken: {len(expected)}.\n"
    assert len(expected) > 20
    voided = {one["object"]["id"] for one in expected if one["verb"]["display"]["en"] == "voided"}
    assert len(voided) == 5
    for one in expected:
        taken_back = one["id"] in voided and store.get(one["id"]) is None
        kept = store.voided(one["id"]) if taken_back else store.get(one["id"])
        assert as_sent(kept) == one


def test_sending_twice_changes_nothing(path: Path, store: RealStore, tmp_path: Path) -> None:
    send(path, store, tmp_path)
    expected = statements(path)
    last = expected[-1]["id"]
    before = store.get(last)
    again = send(path, store, tmp_path, "--again")
    assert (again.returncode, again.stderr) == (
        0, f"salesdojo: Statements that the store has taken: {len(expected)}.\n",
    )  # fmt: skip
    assert store.get(last) == before


def test_other_words_under_our_ids_are_told_apart(
    path: Path, store: RealStore, tmp_path: Path
) -> None:
    first, *_ = statements(path)
    theirs = {**first, "verb": {**first["verb"], "id": "http://other.example/verb"}}
    assert store.post([theirs]) == 200
    done = send(path, store, tmp_path)
    assert done.returncode == 1
    assert "because it has others under their ids: 1." in done.stderr
    assert first["id"] in done.stderr
    assert as_sent(store.get(first["id"])) != first
    assert "s3cret" not in done.stdout + done.stderr


def test_a_store_that_checks_refuses_what_we_would_never_send(path: Path, store: RealStore) -> None:
    first, *_ = statements(path)
    bad = {**first, "id": "5e9b01d9-5119-57fb-a9e9-ef5674e4bf99", "actor": {"name": "nobody"}}
    assert store.post([bad]) in {400, 422}
