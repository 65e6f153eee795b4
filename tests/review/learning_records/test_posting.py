"""Statements sent to stores that refuse, fail, dawdle or are not there: real servers, small."""

import json
from pathlib import Path
from typing import Any

import pytest

from salesdojo.errors import ReviewError
from salesdojo.records.store import Store as Records
from salesdojo.review.exporting.chosen import Chosen
from salesdojo.review.learning_records.delivering import Delivery, Telling, send_statements
from salesdojo.review.learning_records.endpoint import Endpoint
from salesdojo.review.learning_records.names import registration
from salesdojo.review.learning_records.posting import MOST_CONFLICTS, TRIES, Sent
from salesdojo.review.learning_records.sending import Store
from support.exported import fill, finish
from support.learning_record_stores import Reply, SmallStore, nowhere, small_store
from support.records import begun, result, url
from support.servers import Base

STATEMENTS = 46
NOW = 10_000
YEAR = 31_536_000_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    fill(tmp_path / "dojo.db")
    return tmp_path / "dojo.db"


def send(place: Path | Base, to: str, **changes: Any) -> tuple[Sent, list[float]]:
    """Send everything new, and tell for how long it waited."""
    waits: list[float] = []
    folder = changes.pop("folder")
    version = changes.pop("version", "1.0.3")
    patience = changes.pop("patience", 0.5)
    store = Store(Endpoint.of(to, changes.pop("environment", {})), version, patience)
    telling = Telling(Chosen(), **changes.pop("telling", {}))
    delivery = Delivery(store, folder, NOW, **changes)
    return send_statements(url(place), telling, delivery, pause=waits.append), waits


def ids(statements: list[dict[str, Any]]) -> list[str]:
    return [str(one["id"]) for one in statements]


def test_everything_is_sent_once(path: Path, tmp_path: Path) -> None:
    with small_store() as store:
        sent, waits = send(path, store.url, folder=tmp_path / "state")
        assert (sent.statements, sent.conflicts, waits) == (STATEMENTS, 0, [])
        assert len(set(ids(store.taken))) == STATEMENTS
        assert store.headers[0]["X-Experience-Api-Version"] == "1.0.3"


def test_the_version_that_is_asked_for_is_spoken(path: Path, tmp_path: Path) -> None:
    with small_store() as store:
        send(path, store.url, folder=tmp_path, version="2.0.0")
        assert store.headers[0]["X-Experience-Api-Version"] == "2.0.0"


@pytest.mark.slow
@pytest.mark.parametrize(
    "trouble",
    [
        Reply(500), Reply(503, "down for repair"), Reply(429), Reply(408), Reply(after=2.0),
        Reply(hangs_up=True), Reply(stops=True), Reply(drips=0.1), Reply(503, drips=0.1),
    ],
    ids=lambda one: f"{one.status}{one.after}{one.hangs_up}{one.stops}{one.drips}",
)  # fmt: skip
def test_trouble_that_passes_is_waited_for(path: Path, tmp_path: Path, trouble: Reply) -> None:
    with small_store(trouble, trouble) as store:
        # Time enough that a busy machine's good answer is not taken for trouble.
        sent, waits = send(path, store.url, folder=tmp_path, patience=1.0)
        assert sent.statements == STATEMENTS
        assert waits == [1.0, 2.0]


def test_a_store_is_given_the_time_it_asks_for_within_reason(path: Path, tmp_path: Path) -> None:
    asked = [Reply(503, headers={"Retry-After": one}) for one in ("7", "9999", "soon", "-1")]
    with small_store(*asked) as store:
        assert send(path, store.url, folder=tmp_path)[1] == [7.0, 60.0, 4.0, 8.0]


def test_a_store_that_fails_for_ever_is_given_up(path: Path, tmp_path: Path) -> None:
    with small_store(*[Reply(500, "<b>no\x1b[31m room</b>")] * TRIES) as store:
        with pytest.raises(ReviewError, match=r"RV013.*500.*no.* room.*taken 0") as refused:
            send(path, store.url, folder=tmp_path)
        assert "\x1b" not in str(refused.value)
        assert len(store.asked) == TRIES


def test_a_store_that_is_not_there_is_given_up(path: Path, tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match=r"RV013.*refused"):
        send(path, nowhere(), folder=tmp_path)


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(400, '{"message": "bad verb"}'), r"RV012.*400.*bad verb"),
        (Reply(404, "x" * 5_000), r"RV012.*404"),
        (Reply(401), "RV011"),
        (Reply(403), "RV011"),
        (Reply(302, headers={"Location": "http://evil.example/"}), r"RV014.*evil\.example"),
        (Reply(200, "<html>Welcome!</html>"), r"RV012.*Welcome"),
        (Reply(200, "[" * 100_000), r"RV012.*\[\["),
    ],
)
def test_a_refusal_is_said_with_the_stores_words(
    path: Path, tmp_path: Path, reply: Reply, code: str
) -> None:
    with small_store(reply) as store:
        with pytest.raises(ReviewError, match=code) as refused:
            send(path, store.url, folder=tmp_path)
        assert len(refused.value.cause("en")) < 500
        assert len(store.asked) == 1


def test_statements_in_conflict_are_counted_and_the_others_taken(
    path: Path, tmp_path: Path
) -> None:
    with small_store() as store:
        send(path, store.url, folder=tmp_path)
        known = {one["id"]: one for one in store.taken}
        odd = ids(store.taken)[7]
        known[odd] = {**known[odd], "verb": "another"}
        store.asked.clear()
        store.decide = lambda sent: strict(known, sent)
        sent, _ = send(path, store.url, folder=tmp_path, again=True)
        assert (sent.statements, sent.conflicts, sent.ids) == (STATEMENTS - 1, 1, [odd])


def strict(known: dict[str, dict[str, Any]], sent: list[dict[str, Any]]) -> Reply:
    """Answer as the specification has it: all of a request or nothing."""
    differ = any(known.get(one["id"], one) != one for one in sent)
    return Reply(409, "conflict") if differ else Reply()


def test_too_many_conflicts_end_it(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    with Records.open(url(path)) as records:
        for number in range(MOST_CONFLICTS // 5):
            finish(records, f"m{number}", 50.0, 2_000 + number)
    with small_store() as store:
        store.decide = lambda _: Reply(409)
        with pytest.raises(ReviewError, match=f"RV015.*{MOST_CONFLICTS}"):
            send(path, store.url, folder=tmp_path)


def test_a_store_that_takes_little_at_a_time_gets_little(path: Path, tmp_path: Path) -> None:
    with small_store() as store:
        store.decide = lambda sent: Reply(413) if len(sent) > 4 else Reply()
        assert send(path, store.url, folder=tmp_path)[0].statements == STATEMENTS


def test_what_was_taken_is_not_sent_again_and_what_is_new_is(
    place: Path | Base, tmp_path: Path
) -> None:
    fill(place)
    with small_store() as store:
        send(place, store.url, folder=tmp_path / "state")
        before = ids(store.taken)
        with Records.open(url(place)) as records:
            finish(records, "c1", 40.0, 9_000)
            records.finish("b1", result(61.0), 9_500)
        send(place, store.url, folder=tmp_path / "state")
        new = [one for one in store.taken if one["id"] not in before]
        names = [one["verb"]["display"]["en"] for one in new]
        told = ["initialized", "answered", "answered", "scored", "passed", "completed"]
        again = ["voided"] * 4 + ["answered", "answered", "scored", "passed"]
        assert names == [*told, "terminated", *again]


def test_a_small_file_of_records_sends_nothing_twice(path: Path, tmp_path: Path) -> None:
    with small_store() as store:
        send(path, store.url, folder=tmp_path / "state")
        sent, _ = send(path, store.url, folder=tmp_path / "state")
        # Who leaves an attempt may have a clock that is late, so those of a day come again.
        assert sent.statements == 3
        assert {one["verb"]["display"]["en"] for one in store.asked[-1]} == {
            "initialized", "answered", "terminated",
        }  # fmt: skip


def test_a_clock_that_is_years_ahead_hides_nothing_that_is_left_later(
    path: Path, tmp_path: Path
) -> None:
    with small_store() as store, Records.open(url(path)) as records:
        records.abandon("a6", NOW + YEAR)
        send(path, store.url, folder=tmp_path / "state")
        begun(records, "a7", person=records.person("=1+1", "@east"))
        records.abandon("a7", NOW + 1)
        before = ids(store.taken)
        send(path, store.url, folder=tmp_path / "state")
        new = [one for one in store.taken if one["id"] not in before]
        assert {one["context"]["registration"] for one in new} == {registration("a7")}


def test_it_goes_on_where_it_broke_off(path: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("salesdojo.review.learning_records.posting.batches.__defaults__", (1,))
    with small_store(Reply(), Reply(), Reply(400)) as store:
        with pytest.raises(ReviewError, match="RV012"):
            send(path, store.url, folder=tmp_path / "state")
        taken = ids(store.asked[0]) + ids(store.asked[1])
        del store.asked[:]
        sent, _ = send(path, store.url, folder=tmp_path / "state")
        assert not set(ids(store.taken)) & set(taken)
        assert sent.statements == STATEMENTS - len(taken)


DEEP = b"[" * 30_000


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"result": "x", "left_at": 0}', b"[1]",
                                    b'{"result": 1e999, "left_at": 0}', b"\xff", DEEP])  # fmt: skip
def test_a_damaged_memory_means_everything_again(path: Path, tmp_path: Path, damage: bytes) -> None:
    with small_store() as store:
        send(path, store.url, folder=tmp_path / "state")
        (file,) = (tmp_path / "state").iterdir()
        file.write_bytes(damage)
        assert send(path, store.url, folder=tmp_path / "state")[0].statements == STATEMENTS


def test_each_store_and_each_way_of_telling_is_remembered_by_itself(
    path: Path, tmp_path: Path
) -> None:
    with small_store() as one, small_store() as other:
        folder = tmp_path / "state"
        send(path, one.url, folder=folder)
        assert send(path, other.url, folder=folder)[0].statements == STATEMENTS
        named, _ = send(path, one.url, folder=folder, telling={"names": True})
        assert named.statements == STATEMENTS


def test_a_memory_that_cannot_be_kept_is_done_without(path: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    with small_store() as store:
        sent, _ = send(path, store.url, folder=tmp_path / "state")
        assert sent.statements == STATEMENTS


def test_passwords_are_sent_to_the_store_and_kept_nowhere(path: Path, tmp_path: Path) -> None:
    secret = "p:%40ss"  # noqa: S105 - of a test
    with small_store() as store:
        there = store.url.replace("http://", f"http://u:{secret}@")
        send(path, there, folder=tmp_path / "state")
        assert decoded(store) == "u:p:@ss"
        (file,) = (tmp_path / "state").iterdir()
        assert json.loads(file.read_text("utf-8"))["store"] == f"{store.url}/statements"
        key = Endpoint.of(f"{store.url}?key=secret", {})
        assert "secret" not in key.shown
        given = {"SALESDOJO_LRS_USER": "v", "SALESDOJO_LRS_PASSWORD": "w"}
        send(path, store.url, folder=tmp_path / "other", environment=given)
        assert decoded(store) == "v:w"
    assert "ss" not in repr(Endpoint.of(there, {}).authorization is None)
    assert "Basic" not in repr(Endpoint.of(there, {}))


def decoded(store: SmallStore) -> str:
    from base64 import b64decode

    return b64decode(store.headers[-1]["Authorization"].removeprefix("Basic ")).decode()


@pytest.mark.parametrize(
    "written",
    ["", "lrs", "ftp://lrs.example/", "http://", "https://u:p@", "file:///etc/passwd",
     "http://h:99999/", "http://[::1", "http://h/\n", "https://h/ a", "http://ほ.example/", "http://a..b/",
     f"http://{'a' * 64}.example/"],
)  # fmt: skip
def test_what_is_no_address_of_a_store_is_refused_unshown(written: str) -> None:
    with pytest.raises(ReviewError, match="RV010") as refused:
        Endpoint.of(written, {})
    assert not written or written not in str(refused.value)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://lrs.example/xAPI", "https://lrs.example/xAPI/statements"),
        ("https://lrs.example/xAPI/", "https://lrs.example/xAPI/statements"),
        (
            "https://u:p@lrs.example:8443/xAPI/statements",
            "https://lrs.example:8443/xAPI/statements",
        ),
        ("http://[::1]:8080", "http://[::1]:8080/statements"),
        ("https://lrs.example/a?key=1#x", "https://lrs.example/a/statements?key=1"),
    ],
)
def test_the_statements_address_is_found(written: str, address: str) -> None:
    assert Endpoint.of(written, {}).url == address
