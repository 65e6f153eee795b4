"""The tests share the SQL of statements, and nothing else."""

from pathlib import Path

from sqlalchemy.engine import make_url

from salesdojo.records.store import Store
from support.records import aoki, url
from support.shared_statements import SHARED, Statements


def test_other_records_say_what_was_made_with_words_of_their_own(tmp_path: Path) -> None:
    with Store.open(url(tmp_path / "one.db")) as store:
        assert aoki(store).name == "Aoki"
        assert store.known_person("Aoki") == aoki(store)
    made = dict(SHARED)
    with Store.open(url(tmp_path / "other.db")) as store:
        assert store.known_person("Aoki") is None
        assert store.person("Baba").name == "Baba"
        assert store.known_person("Baba") == store.person("Baba")
    assert made
    assert {key: SHARED[key] for key in made} == made


def test_another_kind_of_database_does_not_find_it() -> None:
    file, server = (make_url(kind).get_dialect() for kind in ("sqlite://", "postgresql+psycopg://"))
    kept, anything = Statements(), object()
    kept[file(), "statement"] = anything
    assert kept.get((file(), "statement")) is anything
    assert kept.get((server(), "statement")) is None
