"""One scenario file: read, checked against what is around it, and built."""

from dataclasses import dataclass
from pathlib import Path

from salesdojo import settings
from salesdojo.content.building import build_scenario
from salesdojo.content.checking import checked
from salesdojo.content.document import Document
from salesdojo.content.echoes import without_echoes
from salesdojo.content.files import file_bytes
from salesdojo.content.model import Scenario
from salesdojo.content.pack_place import pack_around
from salesdojo.content.problem import Problem, errors_among
from salesdojo.content.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ScenarioReading:
    """What came of reading a scenario file."""

    scenario: Scenario | None
    """None when there is an error; a warning keeps nobody from playing."""
    problems: tuple[Problem, ...]
    """Those of the file, then those of the rubric and customer it names."""
    document: Document
    """The file itself, with its places."""


def read_scenario(path: Path) -> ScenarioReading:
    """Read the scenario in the file `path`.

    It finds its rubric, its customer and the glossary in the pack it lies in: the
    nearest folder above with a ``pack.yaml``. Outside a pack they are looked for
    in the file's own folder, then in the pack that ships.
    """
    shelf = shelf_around(path)
    document = checked("scenario", str(path), path.stem, lambda: file_bytes(path), shelf)
    shared = [held for held in _shared(document, shelf) if held.problems]
    problems = without_echoes(
        (*document.problems, *(one for held in shared for one in held.problems))
    )
    playable = not errors_among(problems)
    return ScenarioReading(built(document, shelf) if playable else None, problems, document)


def built(document: Document, shelf: Shelf) -> Scenario:
    """Build the scenario of a document without errors."""
    written = document.data
    customer = written["customer"]
    if isinstance(customer, str):
        customer = _data(shelf, "customer", customer)
    return build_scenario(written, _data(shelf, "rubric", written["rubric"]), customer)


def shelf_around(path: Path) -> Shelf:
    """Return what the file `path` may refer to, wherever it lies."""
    pack = pack_around(path)
    if pack is not None:
        return Shelf.of_pack(pack)
    shipped = Shelf.of_pack(settings.shipped_pack())
    try:
        folder = path.absolute().parent
    except FileNotFoundError:  # the folder we stand in was deleted: no file is there either
        return shipped
    return Shelf.of_folder(folder, behind=shipped)


def _shared(document: Document, shelf: Shelf) -> list[Document]:
    if not isinstance(document.data, dict):
        return []
    named = [(kind, document.data.get(kind)) for kind in ("rubric", "customer")]
    held = [shelf.document(kind, name) for kind, name in named if isinstance(name, str)]
    return [one for one in held if one is not None]


def _data(shelf: Shelf, kind: str, name: str) -> dict[str, object]:
    held = shelf.document(kind, name)
    if held is None or not held.usable:
        raise LookupError(kind, name)
    data: dict[str, object] = held.data
    return data
