"""`salesdojo new`: begins a scenario, case B of one, or a whole pack; never over anything."""

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.parsing import lacking
from salesdojo.cli.printing import say_error
from salesdojo.errors import ContentError, UsageError
from salesdojo.i18n import LANGUAGES, message

if TYPE_CHECKING:
    from salesdojo.authoring.scaffolding.begun import Begun
    from salesdojo.authoring.scaffolding.destination import Destination
    from salesdojo.authoring.scaffolding.variant import Source

_COMMAND: Final = "salesdojo new"
_PRINT: Final = "-"
FIRST_SCENARIO: Final = "first_talk"
"""The id of the scenario in a new pack, where none is given."""
FIRST_STAGE: Final = "approach"
"""Its stage, where none is given."""


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `new` takes; its ``--lang`` is in `salesdojo.cli.parsing`."""
    parser.add_argument(
        "scenario", nargs="?", metavar="ID", help=message("scaffolding.id", language)
    )
    for option, name, kept in (
        ("--stage", "STAGE", "stage"),
        ("--from", "OTHER", "source"),
        ("--output", "FILE", "output"),
        ("--pack", "DIR", "pack"),
    ):
        said = message(f"scaffolding.{option.lstrip('-')}", language, stages=_stages())
        parser.add_argument(option, metavar=name, dest=kept, help=said)
    parser.epilog = f"{message('scaffolding.where', language)}\n\n{parser.epilog}"


def _stages() -> str:
    from salesdojo.content.catalogue import Stage

    return ", ".join(stage.value for stage in Stage)


def run(wish: Arguments) -> int:
    """Begin what was asked for, and say on stderr where it is."""
    if wish.pack is not None:
        return _begin_pack(wish, wish.pack)
    from salesdojo.authoring.scaffolding.begun import put
    from salesdojo.cli.streams import put as put_out

    if wish.source is not None and wish.stage is not None:
        raise UsageError("US039", first="--from", second="--stage", command=_COMMAND)
    begun = _begun(wish)
    put(begun.files)
    if begun.path is None:
        put_out(begun.text)
    for file in begun.files:
        say_error(message("scaffolding.written", wish.language, place=str(file.path)))
    return 0


def _begun(wish: Arguments) -> "Begun":
    from salesdojo.authoring.scaffolding.languages import languages_asked
    from salesdojo.authoring.scaffolding.scenario import begun_scenario, valid_stage
    from salesdojo.authoring.scaffolding.variant import begun_variant
    from salesdojo.content.naming import file_named

    identity, output = _named(wish)
    destination = _destination(wish, output)
    languages = languages_asked(wish.languages, destination.languages)
    if wish.source is None:
        if wish.stage is None:
            raise UsageError("US064", stages=_stages())
        stage = valid_stage(wish.stage)
        path = _place(output, destination, stage.value, identity)
        return begun_scenario(identity, stage, languages, destination, path)
    named = file_named(wish.source, lambda: _around(output).scenarios)
    source = _read(named, wish.language)
    path = _place(output, destination, source.written["stage"], identity)
    return begun_variant(identity, source, languages, destination, path)


def _named(wish: Arguments) -> tuple[str, Path | None]:
    """Return the id, and the file to write: a file's name is the id of what is in it."""
    from salesdojo.authoring.scaffolding.scenario import valid_id

    if wish.output is None or wish.output == _PRINT:
        if wish.scenario is None:
            raise lacking(_COMMAND, "ID")
        return valid_id(wish.scenario), None
    output = Path(wish.output)
    if wish.scenario is not None and output.is_dir():
        output /= f"{valid_id(wish.scenario)}.yaml"
    identity = valid_id(output.stem if wish.scenario is None else wish.scenario)
    if output.name != f"{identity}.yaml":
        first, second = wish.scenario or output.name, f"--output {wish.output}"
        raise UsageError("US039", first=first, second=second, command=_COMMAND)
    return identity, output


def _destination(wish: Arguments, output: Path | None) -> "Destination":
    from salesdojo.authoring.scaffolding.destination import Destination

    return Destination.unknown() if wish.output == _PRINT else _around(output)


def _around(output: Path | None) -> "Destination":
    """Return the place of the file `output`; of none, the folder we stand in."""
    from salesdojo.authoring.scaffolding.destination import Destination

    return Destination.around(Path() if output is None else output.parent)


def _place(
    output: Path | None, destination: "Destination", stage: str, identity: str
) -> Path | None:
    return destination.place(stage, identity) if output is None else output


def _read(path: Path, language: str) -> "Source":
    from salesdojo.authoring.scaffolding.variant import Source

    source = Source.read(path)
    for problem in source.problems:
        say_error(problem.line_of_text(language))
    if source.problems:
        raise ContentError("CT002", scenario=str(path), count=len(source.problems))
    return source


def _begin_pack(wish: Arguments, folder: str) -> int:
    from salesdojo.authoring.scaffolding.begun import put
    from salesdojo.authoring.scaffolding.languages import languages_asked
    from salesdojo.authoring.scaffolding.pack import PackPlan, begun_pack
    from salesdojo.authoring.scaffolding.scenario import valid_id, valid_stage

    for other, option in ((wish.source, "--from"), (wish.output, "--output")):
        if other is not None:
            raise UsageError("US039", first="--pack", second=option, command=_COMMAND)
    plan = PackPlan(
        root=Path(folder),
        identity=valid_id(wish.scenario or FIRST_SCENARIO),
        stage=valid_stage(wish.stage or FIRST_STAGE),
        languages=languages_asked(wish.languages, LANGUAGES),
    )
    put(begun_pack(plan))
    say_error(
        message("scaffolding.written", wish.language, place=folder),
        message("scaffolding.next_check", wish.language, place=shlex.quote(folder)),
    )
    return 0
