"""Records to export, and what was exported read back by other readers than ours."""

import csv
import io
import json
import resource
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from salesdojo.errors import SalesdojoError
from salesdojo.records.model import Fork
from salesdojo.records.store import Store
from salesdojo.review.exporting.chosen import Chosen
from salesdojo.review.exporting.exporting import Export, export
from support.records import begun, decision, result, url
from support.servers import Base


def finish(store: Store, attempt: str, quality: float, at: int, **changes: Any) -> None:
    """Begin an attempt, take two decisions, and finish it."""
    begun(store, attempt, **changes)
    for turn in (1, 2):
        store.append(attempt, decision(turn))
    store.finish(attempt, result(quality), at)


def fill(place: Path | Base) -> None:
    """Store attempts of two people: tries, one scored again, a retry, one left, one open."""
    with Store.open(url(place)) as store:
        aoki = store.person("=1+1", "@east")
        baba = store.person('ばば, "Q"', "")
        finish(store, "a1", 50.0, 2_000, person=aoki)
        finish(store, "b1", 60.5, 3_000, person=baba, language="en")
        finish(store, "a2", 70.0, 4_000, person=aoki)
        finish(store, "a3", 80.0, 5_000, person=aoki, fork=Fork("a2", 1))
        finish(store, "a4", 90.0, 6_000, person=aoki)
        store.finish("a1", result(55.0, passed=False), 7_000)
        begun(store, "a5", person=aoki)
        store.append("a5", decision(1))
        store.abandon("a5", 8_000)
        begun(store, "a6", person=aoki)


def as_csv(place: Path | Base, file: Path, **changes: Any) -> list[dict[str, str]]:
    """Export CSV and read it back."""
    keys: dict[str, Any] = {"replace": True, "chosen": Chosen(), **changes}
    export(url(place), Export("csv", str(file), **keys))
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def as_json(place: Path | Base, file: Path, **changes: Any) -> list[dict[str, Any]]:
    """Export JSON Lines and read them back."""
    keys: dict[str, Any] = {"replace": True, "chosen": Chosen(), **changes}
    export(url(place), Export("json", str(file), **keys))
    return [json.loads(line) for line in file.read_text("utf-8").split("\n")[:-1]]


def export_until_full(path: Path, file: Path, limit: int, told: Connection) -> None:
    """Export where no file may grow past `limit` bytes; tell the error's code."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        export(url(path), Export("csv", str(file), Chosen(), replace=True))
    except SalesdojoError as error:
        told.send(error.code)
