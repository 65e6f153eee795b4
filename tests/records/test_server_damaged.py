"""A PostgreSQL server whose files are damaged: said in words, with the way out."""

from pathlib import Path

import pytest

from salesdojo.errors import RecordsError
from salesdojo.records.database.copying import copy
from salesdojo.records.store import Store
from support.records import begun, decision
from support.servers import TEMPLATE, Base, Server


def refused(store: Store) -> RecordsError:
    with pytest.raises(RecordsError) as caught:
        store.append("a1", decision(2))
    return caught.value


def test_a_damaged_page_is_said_with_the_way_out(own_server: Server, tmp_path: Path) -> None:
    base = Base(own_server.url(TEMPLATE))
    with Store.open(base.url) as store:
        begun(store)
        store.append("a1", decision(1))
    own_server.scramble(base, "decision")
    with Store.open(base.url) as store:
        assert store.known_person("Aoki") is not None  # what is whole can be read
        error = refused(store)
        for read in (lambda: store.decisions("a1"), store.status):
            with pytest.raises(RecordsError, match="DB068"):
                read()
    assert error.code == "DB068"
    assert "backup" in error.remedy("en")
    assert "バックアップ" in error.remedy("ja")
    with pytest.raises(RecordsError, match="DB068"):
        copy(base.url, f"sqlite:///{tmp_path / 'copy.db'}")


def test_a_damaged_index_is_said_and_can_be_made_anew(own_server: Server) -> None:
    base = Base(own_server.url(TEMPLATE))
    with Store.open(base.url) as store:
        begun(store)
        store.append("a1", decision(1))
        base.raw(f"ALTER DATABASE {TEMPLATE} SET ignore_checksum_failure = on")
        own_server.scramble(base, "pk_decision")
        error = refused(store)
        assert error.code == "DB068"
        assert "REINDEX" in error.remedy("en")
        base.raw("REINDEX TABLE decision")
        assert store.append("a1", decision(2)) == 2
        assert store.verify_chain("a1") is None
