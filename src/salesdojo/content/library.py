"""A pack opened: a list at once, each scenario when it is asked for.

What was read once is kept in the user's cache, so that the first screen needs
neither YAML nor a schema.
"""

import json
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salesdojo import __version__
from salesdojo.content.catalogue import Entry, Pack
from salesdojo.content.compiled_cache import CompiledCache
from salesdojo.content.files import UnreadableFileError, file_bytes
from salesdojo.content.index import Index
from salesdojo.content.naming import unknown_scenario
from salesdojo.content.pack_files import PackFiles, pack_files
from salesdojo.content.problem import Problem, errors_among
from salesdojo.content.schemas import schemas_digest
from salesdojo.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.model import Scenario, Term
    from salesdojo.content.pack_reading import CompiledPack
    from salesdojo.content.text import Text

LAYOUT: Final = 5
"""Raised when what is kept in the cache changes its form, or says more of a file."""


def open_library(root: Path, cache: Path | None) -> "Library":
    """Open the pack in the folder `root`, from the folder `cache` where it is known there.

    A cache that is damaged or cannot be written is done without.

    Raises:
        ContentError: CT005 when there is no such folder.
    """
    if not root.is_dir():
        raise ContentError("CT005", place=str(root))
    source = _Source(root)
    kept = CompiledCache(cache, root, source.key)
    written = kept.get("index")
    index = None if written is None else Index.from_json(written, root)
    return Library(source, kept, index)


class Library:
    """A pack and its scenarios. `open_library` opens one."""

    def __init__(self, source: "_Source", kept: CompiledCache, index: Index | None) -> None:
        """Offer what is in `index`; None reads the whole pack now."""
        self._source = source
        self._kept = kept
        self._compiled: CompiledPack | None = None
        self._scenarios: dict[str, Scenario] = {}
        self._index = index if index is not None else self._read_again().index

    @property
    def pack(self) -> Pack:
        """The pack itself."""
        return self._index.pack

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every scenario that can be played, along the pipeline, easy before hard."""
        return self._index.entries

    @cached_property
    def titles(self) -> "Mapping[str, Text]":
        """What every scenario is called, by its id."""
        return {entry.id: entry.title for entry in self.entries}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the pack's files, by path and line."""
        return self._index.problems

    @property
    def left_out(self) -> int:
        """How many files are left out for their errors; a warning leaves none out."""
        return len({problem.path for problem in errors_among(self.problems)})

    def scenario(self, name: str) -> "Scenario":
        """Return the scenario with the id `name`.

        Raises:
            ContentError: CT001 when there is none, naming the nearest; CT002 when
                its file has errors.
        """
        if name not in self._scenarios:
            from salesdojo.content.building import scenario_from_canonical

            self._require(name)
            tests, _, canonical = self._bytes(f"scenario.{name}").partition(b"\n")
            self._scenarios[name] = scenario_from_canonical(canonical, json.loads(tests))
        return self._scenarios[name]

    def revision(self, name: str) -> str:
        """Return the revision of the scenario `name`, without building it.

        Raises:
            ContentError: as in `scenario`.
        """
        self._require(name)
        return sha256(self._bytes(f"scenario.{name}").partition(b"\n")[2]).hexdigest()

    @cached_property
    def glossary(self) -> "tuple[Term, ...]":
        """The terms, in the order of the file."""
        from salesdojo.content.building import build_term

        terms = json.loads(self._bytes("glossary"))
        return tuple(build_term(name, written) for name, written in terms.items())

    def _require(self, name: str) -> None:
        known = [entry.id for entry in self._index.entries]
        if name in known:
            return
        if name in self._index.broken:
            raise ContentError("CT002", scenario=name, count=self._index.broken[name])
        raise unknown_scenario(name, known)

    def _bytes(self, name: str) -> bytes:
        if self._compiled is None:
            kept = self._kept.get(name)
            if kept is not None:
                return kept
        return (self._compiled or self._read_again()).file(name)

    def _read_again(self) -> "CompiledPack":
        """Read the whole pack and keep what came of it."""
        from salesdojo.content.pack_reading import compiled_pack

        compiled = compiled_pack(self._source.files, self._source.read)
        for name, payload in compiled.files():
            if not self._kept.put(name, payload):
                break
        self._compiled = compiled
        return compiled


class _Source:
    """The files of a pack as they were when it was opened."""

    def __init__(self, root: Path) -> None:
        self.files: PackFiles = pack_files(root)
        self._contents: dict[Path, bytes | UnreadableFileError] = {}
        digest = sha256(f"{LAYOUT} {__version__} {schemas_digest()}".encode())
        for problem in self.files.problems:
            digest.update(repr(problem).encode("utf-8", "surrogateescape"))
        for file in self.files.files:
            content = self._held(file.path)
            known = repr(content) if isinstance(content, UnreadableFileError) else str(len(content))
            digest.update(f"\n{file.relative} {known}\n".encode())
            digest.update(b"" if isinstance(content, UnreadableFileError) else content)
        self.key = digest.hexdigest()

    def read(self, path: Path) -> bytes:
        """Return the bytes of `path`, the same that the key was made of."""
        content = self._held(path)
        if isinstance(content, UnreadableFileError):
            raise content
        return content

    def _held(self, path: Path) -> bytes | UnreadableFileError:
        if path not in self._contents:
            try:
                self._contents[path] = file_bytes(path)
            except UnreadableFileError as fault:
                self._contents[path] = fault
        return self._contents[path]
