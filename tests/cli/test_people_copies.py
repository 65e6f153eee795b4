"""Who is erased stands in the copies that were made before: each that lies beside is named."""

import shutil
import sqlite3
from pathlib import Path

from salesdojo.records.database.versions import APPLICATION_ID

from .conftest import Say


def test_every_copy_beside_the_file_is_named_whatever_it_is_called(home: Path, say: Say) -> None:
    say("people", "add", "Aoki")
    say("db", "backup", str(home / "dojo.backup"))
    shutil.copy(home / "dojo.db", home / "copy of mine")
    (home / "notes.backup").write_text("Aoki")
    sqlite3.connect(home / "theirs.db").execute("CREATE TABLE theirs (id)").connection.close()
    (home / "closed").mkdir()
    (home / "gone").symlink_to(home / "nowhere")
    (home / "again.db").symlink_to(home / "dojo.db")
    said = say("people", "erase", "Aoki", "--yes")
    assert said.code == 0
    named = {Path(word).name for word in ("dojo.backup", "copy of mine") if word in said.err}
    assert named == {"dojo.backup", "copy of mine"}
    for other in ("notes.backup", "theirs.db", "gone", "again.db"):
        assert other not in said.err


def test_a_file_of_ours_says_so_where_it_is_looked_for(home: Path, say: Say) -> None:
    say("people", "add", "Aoki")
    head = (home / "dojo.db").read_bytes()[68:72]
    assert head == APPLICATION_ID.to_bytes(4, "big") == b"SDJO"
