"""Where a new scenario goes, and what it can name there."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from salesdojo import settings
from salesdojo.content.document_reading import read_document
from salesdojo.content.files import UnreadableFileError, file_bytes
from salesdojo.content.pack_files import PackFile, pack_files
from salesdojo.content.pack_place import pack_around
from salesdojo.content.reference_parts import entries, mapping
from salesdojo.content.shelf import Shelf
from salesdojo.errors import UsageError
from salesdojo.i18n import LANGUAGES


@dataclass(frozen=True)
class Destination:
    """The pack around a folder; without one, what ships is what can be named."""

    pack: Path | None
    folder: Path | None
    """Where the file will stand; None when it is printed, and anything may come of it."""

    @classmethod
    def around(cls, folder: Path) -> "Destination":
        """Return the destination of a file in `folder`, which need not be there yet."""
        try:
            folder.absolute()
        except FileNotFoundError:  # the folder we stand in was deleted
            return cls(None, None)
        return cls(pack_around(folder / "pack.yaml"), folder)

    @classmethod
    def unknown(cls) -> "Destination":
        """Return the destination of what is printed: the shipped pack is all it can count on."""
        return cls(None, None)

    @cached_property
    def shelf(self) -> Shelf:
        """What a scenario there may refer to, as `salesdojo.content.reading` will find it."""
        if self.pack is not None:
            return Shelf.of_pack(self.pack)
        shipped = Shelf.of_pack(settings.shipped_pack())
        if self.folder is None or not self.folder.is_dir():
            return shipped
        return Shelf.of_folder(self.folder, behind=shipped)

    @cached_property
    def scenarios(self) -> Mapping[str, PackFile]:
        """The scenarios that can be begun from by id: the pack's, and those that ship."""
        known = pack_files(settings.shipped_pack()).of("scenario")
        return known if self.pack is None else {**known, **pack_files(self.pack).of("scenario")}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the pack in which there are scaffolds; else all there are."""
        if self.pack is None:
            return LANGUAGES
        try:
            content = file_bytes(self.pack / "pack.yaml")
        except UnreadableFileError:
            return LANGUAGES
        written = mapping(read_document("pack.yaml", content).data)
        known = [one for one in entries(written.get("languages")) if one in LANGUAGES]
        return tuple(dict.fromkeys(known)) or LANGUAGES

    def place(self, stage: str, identity: str) -> Path | None:
        """Return where the scenario `identity` belongs; None outside a pack.

        Raises:
            UsageError: US063 when the pack has a scenario of that id, wherever it stands.
        """
        if self.pack is None:
            return None
        known = pack_files(self.pack).of("scenario").get(identity)
        if known is not None:
            raise UsageError("US063", place=str(known.path))
        return self.pack / stage / f"{identity}.yaml"

    def schema_beside(self, path: Path | None, kind: str) -> str | None:
        """Return the way from the file `path` to a schema that its pack carries, if any does."""
        if path is None:
            return None
        around = () if self.pack is None else (self.pack, self.pack.parent)
        for folder in (*around, path.parent):
            schema = folder / "schemas" / f"{kind}.schema.json"
            if os.path.isfile(schema):  # noqa: PTH113 - Path.is_file raises where a folder may not be entered
                return Path(os.path.relpath(schema, path.parent)).as_posix()
        return None
