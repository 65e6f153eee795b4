"""What a scenario may refer to: rubrics, customers, terms and other scenarios.

Each file is read when it is first asked for, and once.
"""

from collections.abc import Callable
from pathlib import Path

from salesdojo.content.checking import checked
from salesdojo.content.document import Document
from salesdojo.content.files import file_bytes
from salesdojo.content.pack_files import PackFile, PackFiles, pack_files
from salesdojo.content.reference_parts import mapping

Reader = Callable[[Path], bytes]
"""How the bytes of a file are had; it may raise `UnreadableFileError`."""


class Shelf:
    """The shared files of one pack, and behind them those of another."""

    def __init__(
        self, found: PackFiles, read: Reader = file_bytes, behind: "Shelf | None" = None
    ) -> None:
        """Offer the files `found`; what is not among them is looked for `behind`."""
        self._files = {kind: found.of(kind) for kind in ("rubric", "customer", "glossary")}
        self._scenarios = found.of("scenario")
        self._read = read
        self._behind = behind
        self._documents: dict[tuple[str, str], Document] = {}

    @classmethod
    def of_pack(cls, root: Path) -> "Shelf":
        """Return the shelf of the pack at `root`."""
        return cls(pack_files(root))

    @classmethod
    def of_folder(cls, folder: Path, behind: "Shelf") -> "Shelf":
        """Return the shelf of a folder that is no pack, and `behind` it that of one."""
        return cls(pack_files(folder, strays=False), behind=behind)

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of the rubrics or customers there are."""
        behind = self._behind.ids(kind) if self._behind else ()
        return tuple(dict.fromkeys((*self._files[kind], *behind)))

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The ids of the scenarios and drills there are, playable or not."""
        behind = self._behind.scenarios if self._behind else ()
        return tuple(dict.fromkeys((*self._scenarios, *behind)))

    def document(self, kind: str, name: str) -> Document | None:
        """Return the rubric or customer `name`, with its problems; None where there is none."""
        file = self._files[kind].get(name)
        if file is None:
            return self._behind.document(kind, name) if self._behind else None
        key = (kind, name)
        if key not in self._documents:
            self._documents[key] = self._checked(file)
        return self._documents[key]

    def scenario(self, name: str) -> Document | None:
        """Return the scenario or drill `name`, with its problems; None where there is none."""
        file = self._scenarios.get(name)
        if file is None:
            return self._behind.scenario(name) if self._behind else None
        key = ("scenario", name)
        if key not in self._documents:
            self._documents[key] = self._checked(file)
        return self._documents[key]

    @property
    def glossary(self) -> Document | None:
        """The glossary, with its problems; None where there is none."""
        return self.document("glossary", "glossary")

    @property
    def terms(self) -> frozenset[str]:
        """The headwords that can be taught."""
        held = self.glossary
        return frozenset() if held is None else frozenset(mapping(mapping(held.data).get("terms")))

    def _checked(self, file: PackFile) -> Document:
        shelf = self if file.kind == "scenario" else None
        return checked(file.kind, file.name, file.id, lambda: self._read(file.path), shelf)
