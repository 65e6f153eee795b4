"""A file has its name when it is whole, and never before."""

import os
import stat
import sys
from pathlib import Path

import pytest

from salesdojo.errors import ReviewError
from salesdojo.review.exporting.chosen import Chosen
from salesdojo.review.exporting.exporting import Export, Watch, export
from salesdojo.review.exporting.whole_file import whole_file
from support.exported import export_until_full, fill
from support.records import processes, url


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def write_half(file: Path, *, replace: bool) -> None:
    with whole_file(str(file), replace=replace) as written:
        written.write(b"half")
        raise KeyboardInterrupt


def write_while_another_does(file: Path) -> None:
    with whole_file(str(file)) as written:
        written.write(b"ours")
        file.write_bytes(b"theirs")


def test_a_whole_file_is_private_and_nothing_is_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    with whole_file(str(file)) as written:
        written.write(b"whole")
        assert not file.exists()
    assert file.read_bytes() == b"whole"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert names(tmp_path) == {"out.csv"}


@pytest.mark.parametrize("replace", [False, True])
def test_what_breaks_off_leaves_what_was_there(tmp_path: Path, *, replace: bool) -> None:
    file = tmp_path / "out.csv"
    if replace:
        file.write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt):
        write_half(file, replace=replace)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == (
        {"out.csv": b"before"} if replace else {}
    )


def test_a_file_that_is_there_is_kept_unless_it_may_go(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_bytes(b"before")
    with pytest.raises(ReviewError, match="RV001"), whole_file(str(file)):
        pytest.fail("nothing is to be written")
    with whole_file(str(file), replace=True) as written:
        written.write(b"after")
    assert file.read_bytes() == b"after"


def test_a_file_that_came_meanwhile_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    with pytest.raises(ReviewError, match="RV001"):
        write_while_another_does(file)
    assert file.read_bytes() == b"theirs"
    assert names(tmp_path) == {"out.csv"}


def test_a_link_that_is_replaced_still_leads_there(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "out.csv"
    link.symlink_to(tmp_path / "there" / "real.csv")
    with whole_file(str(link), replace=True) as written:
        written.write(b"whole")
    assert link.is_symlink()
    assert (tmp_path / "there" / "real.csv").read_bytes() == b"whole"


@pytest.mark.parametrize("place", ["nowhere/out.csv", ".", "", "a\0b", "x" * 300])
@pytest.mark.parametrize("replace", [False, True])
def test_a_place_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, *, replace: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReviewError, match=r"RV00[12]"), whole_file(place, replace=replace):
        pytest.fail("nothing is to be written")
    assert names(tmp_path) == set()


def test_what_is_no_file_is_not_put_out_of_its_place(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ReviewError, match="RV002"), whole_file(str(pipe), replace=True):
        pytest.fail("nothing is to be written")
    assert pipe.is_fifo()
    assert names(tmp_path) == {"pipe"}


@pytest.mark.parametrize("name", ["x" * 255, "あ" * 85])
def test_the_longest_name_there_can_be_will_do(tmp_path: Path, name: str) -> None:
    with whole_file(str(tmp_path / name)) as written:
        written.write(b"whole")
    assert names(tmp_path) == {name}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said_and_what_was_there_is_there(tmp_path: Path) -> None:
    path, file = tmp_path / "dojo.db", tmp_path / "out.csv"
    fill(path)
    file.write_bytes(b"before")
    told, tells = processes().Pipe(duplex=False)
    writer = processes().Process(target=export_until_full, args=(path, file, 500, tells))
    writer.start()
    tells.close()
    assert told.recv() in {"RV004", "DB058"}
    writer.join()
    assert file.read_bytes() == b"before"
    assert names(tmp_path) == {"dojo.db", "out.csv"}


@pytest.mark.parametrize("kind", ["csv", "json", "parquet"])
def test_ctrl_c_leaves_nothing(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "dojo.db"
    fill(path)

    def ended(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    wanted = Export(kind, str(tmp_path / "out"), Chosen())  # type: ignore[arg-type] # one of them
    with pytest.raises(KeyboardInterrupt):
        export(url(path), wanted, Watch(on_progress=ended))
    assert names(tmp_path) == {"dojo.db"}


def test_parquet_without_its_library_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "dojo.db")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ReviewError, match=r"RV005.*salesdojo\[parquet\]"):
        export(url(tmp_path / "dojo.db"), Export("parquet", str(tmp_path / "out"), Chosen()))
    assert not (tmp_path / "out").exists()


def test_the_file_is_no_longer_open_when_it_has_its_name(tmp_path: Path) -> None:
    with whole_file(str(tmp_path / "out")) as written:
        number = written.fileno()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(number)
