"""What a PostgreSQL server refuses is said in words, and the password never."""

import traceback
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from salesdojo.errors import RecordsError
from salesdojo.records.database.backup import backup_of, restore
from salesdojo.records.database.database import Database
from salesdojo.records.database.keeping import status_of
from salesdojo.records.database.place import place as placed
from salesdojo.records.database.versions import SHIPPED
from salesdojo.records.mastery.kept_figures import STANDINGS, WORTH_IT
from salesdojo.records.reviews.said import Kind, Said
from salesdojo.records.store import Store
from support.records import aoki, begun, decision, result
from support.servers import Base, Server

SECRET = "hunter2"  # noqa: S105 - the password that must not be shown
NOWHERE = "postgresql://me@127.0.0.1:1/dojo"


def refusal(url: str) -> RecordsError:
    with pytest.raises(RecordsError) as caught:
        Store.open(url)
    error = caught.value
    assert error.cause("ja") != error.cause("en")
    assert error.remedy("ja") != error.remedy("en")
    assert SECRET not in "".join(traceback.format_exception(error))
    return error


def test_decisions_cannot_be_emptied_out(base: Base) -> None:
    with Store.open(base.url) as store:
        begun(store)
        store.append("a1", decision(1))
        with pytest.raises(Exception, match="append-only"):
            base.raw("TRUNCATE decision CASCADE")
        assert store.decisions("a1") == (decision(1),)


@pytest.mark.parametrize(
    ("user", "password", "database", "code"),
    [
        ("trainee", SECRET + "x", "dojo", "DB041"),
        ("trainee", "", "dojo", "DB041"),
        ("nobody_here", SECRET, "dojo", "DB041"),
        ("trainee", SECRET, "no_dojo", "DB042"),
    ],
)
def test_who_is_not_let_in_is_told_why_without_the_password(
    trainee: Server, user: str, password: str, database: str, code: str
) -> None:
    assert refusal(trainee.url(database, user, password)).code == code


def test_a_server_that_is_not_there_is_said_at_once() -> None:
    pytest.importorskip("psycopg")
    assert refusal(f"postgresql://me:{SECRET}@127.0.0.1:1/dojo").code == "DB014"
    assert refusal(f"postgresql://me:{SECRET}@nowhere.invalid/dojo").code == "DB014"


@pytest.fixture(scope="session")
def trainee(server: Server) -> Server:
    """Give the server, on which the user `trainee` has a password and nothing else."""
    server.require_password("trainee", SECRET)
    return server


def as_trainee(base: Base) -> str:
    return base.url.replace("postgres@", f"trainee:{SECRET}@")


@pytest.mark.usefixtures("trainee")
def test_who_may_not_make_tables_is_told(empty: Base) -> None:
    assert refusal(as_trainee(empty)).code == "DB044"


@pytest.mark.usefixtures("trainee")
def test_a_server_that_takes_no_more_connections_says_so(base: Base) -> None:
    name = base.raw("SELECT current_database()")[0][0]
    base.raw(f"ALTER DATABASE {name} CONNECTION LIMIT 0")
    assert refusal(as_trainee(base)).code == "DB043"


RIGHTS = (
    "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO trainee",
    "GRANT UPDATE ON attempt, journey, figures, summary TO trainee",
    "GRANT UPDATE ON scenario_figures, scenario_tally, item_tally TO trainee",
    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO trainee",
    "REVOKE INSERT ON assignment, assigned_scenario, assignee FROM trainee",
)


@pytest.mark.usefixtures("trainee")
def test_the_rights_that_the_manual_lists_are_enough_to_practise(base: Base) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "operators.md").read_text()
    for right in RIGHTS:
        assert f"{right};" in manual
        base.raw(right)
    with Store.open(as_trainee(base)) as store:
        begun(store)
        assert store.append("a1", decision(1)) == 1
        journey = store.journeys.begin("j1", aoki(store), "year", 5)
        store.journeys.finish(journey.id, "won", 6)
        store.abandon("a1", 7)
        for number in range(2 * WORTH_IT):
            begun(store, f"b{number}")
            store.finish(f"b{number}", result(number), 8)
            store.standings(aoki(store))
        kept = store.figures.row(aoki(store), STANDINGS)
        assert kept is not None
        assert kept.through == 2 * WORTH_IT
        store.reviews.keep(Said("v1", "b0", Kind.DONE, store.person("Baba").id, 9))
        store.finish("b0", result(99), 9)
        assert store.standings(aoki(store))["talk"].first == 99
        assert store.status().counts["decision"] == 1


def test_a_server_that_is_only_read_says_so(base: Base) -> None:
    with Store.open(f"{base.url}&options=-c%20default_transaction_read_only%3Don") as store:
        with pytest.raises(RecordsError, match="DB045"):
            begun(store)
        assert store.known_person("Aoki") is None


def test_a_database_that_cannot_hold_japanese_is_not_used(server: Server) -> None:
    with server.cloned("template0", "ENCODING 'LATIN1' LOCALE 'C'") as latin:
        assert refusal(latin.url).code == "DB046"
        assert status_of(latin.url).counts == {}


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE bookmarks (id INT)", "07"),
        ("DROP TABLE decision", "07"),
        ("DELETE FROM alembic_version", "09"),
        ("UPDATE alembic_version SET version_num = '0999'", "06"),
        ("UPDATE alembic_version SET version_num = '0000'", "05"),
        ("UPDATE alembic_version SET version_num = 'abc'", "07"),
    ],
)
def test_a_database_that_is_not_ours_or_of_another_version_is_refused(
    base: Base, statement: str, code: str
) -> None:
    base.raw(statement)
    assert refusal(base.url).code == f"DB0{code}"


def test_a_statement_that_takes_too_long_is_given_up(base: Base) -> None:
    url = f"{base.url}&options=-c%20statement_timeout%3D50ms"
    with closing(Database(placed(url), None, 5)) as database:
        with pytest.raises(RecordsError, match="DB040"):
            database.read(lambda connection: connection.exec_driver_sql("SELECT pg_sleep(9)"))
        assert database.read(_one) == 1


def _one(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT 1").scalar_one())


def test_decisions_are_durable_where_the_server_would_not_wait(base: Base) -> None:
    url = f"{base.url}&options=-c%20synchronous_commit%3Doff"
    with closing(Database(placed(url), None, 5)) as database:
        found = database.write(
            lambda connection: connection.exec_driver_sql("SHOW synchronous_commit").scalar_one()
        )
    assert found == "on"


def test_a_server_has_a_status_and_no_backup_of_ours(base: Base, tmp_path: Path) -> None:
    with Store.open(base.url) as store:
        begun(store)
    status = status_of(base.url)
    assert (status.version, status.counts["attempt"], status.integrity) == (SHIPPED.head, 1, None)
    assert status.kind.startswith("PostgreSQL 1")
    assert status.size > 1_000_000
    with pytest.raises(RecordsError, match="DB026"):
        backup_of(NOWHERE, tmp_path / "copy")  # the server is not even asked
    with pytest.raises(RecordsError, match="DB026"):
        restore(tmp_path / "copy", base.url, "1")
    assert not list(tmp_path.iterdir())
