"""`salesdojo import`: a Twine or ink story as a scenario, and the list of what it lost."""

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.streams import put, reason_of
from salesdojo.errors import ContentError, UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.authoring.importing.scenario import Imported
    from salesdojo.authoring.importing.story import Lost

_SUFFIX = ".yaml"
_UNNAMED = "story"


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `import` takes."""
    parser.add_argument("source", metavar="FILE", help=message("importing.file", language))
    parser.add_argument("--output", metavar="FILE.yaml", help=message("importing.output", language))
    parser.add_argument("--json", action="store_true", help=message("importing.json", language))


def run(wish: Arguments) -> int:
    """Print the scenario, and on stderr what was lost; 1 when anything was."""
    from salesdojo.authoring.importing.ids import plain_id

    source = Path(wish.source or "")
    output = None if wish.output is None else Path(wish.output)
    identity = plain_id(source.stem) or _UNNAMED
    if output is not None:
        identity = _identity(output)
    imported = _imported(source, identity, wish.language)
    if output is not None:
        _write(output, imported.yaml)
    if wish.json:
        _print_json(source, identity, imported, output, wish.language)
        return 1 if imported.lost else 0
    if output is None:
        put(imported.yaml, at_once=True)
    _tell(source, imported, output, wish.language)
    return 1 if imported.lost else 0


def _identity(output: Path) -> str:
    """Return the id of a scenario in the file `output`, before anything else is done.

    Raises:
        UsageError: US034 when no scenario can have that file name, US023 when the
            file exists.
    """
    from salesdojo.authoring.importing.ids import plain_id
    from salesdojo.content.ids import is_id

    if output.suffix != _SUFFIX or not is_id(output.stem):
        fitting = (plain_id(output.stem) or _UNNAMED) + _SUFFIX
        raise UsageError("US034", value=str(output), option="--output", choices=fitting)
    # os.path.lexists also sees links to nowhere; is_file would raise in closed folders.
    import os

    if os.path.lexists(output):
        raise UsageError("US023", place=str(output))
    return output.stem


def _imported(source: Path, identity: str, language: str) -> "Imported":
    from salesdojo.authoring.importing.detect import story_in, too_many_scenes
    from salesdojo.authoring.importing.limits import LARGEST_STORY
    from salesdojo.authoring.importing.scenario import scenario_text
    from salesdojo.authoring.importing.story import StoryTooLargeError
    from salesdojo.content.files import UnreadableFileError, file_bytes

    try:
        content = file_bytes(source, LARGEST_STORY)
    except UnreadableFileError as fault:
        raise ContentError("US075", place=str(source)) from fault
    story = story_in(str(source), source.stem, content)
    try:
        return scenario_text(story, identity, source.name, language)
    except StoryTooLargeError as fault:
        raise too_many_scenes(str(source), fault) from fault


def _write(output: Path, yaml: str) -> None:
    from salesdojo.content.writing import write_whole

    try:
        write_whole(output, yaml.encode())
    except OSError as fault:
        raise UsageError("US085", place=str(output), reason=reason_of(fault)) from fault


def _tell(source: Path, imported: "Imported", output: Path | None, language: str) -> None:
    _say(
        message(
            "importing.done",
            language,
            place=str(source),
            scenes=imported.scenes,
            choices=imported.choices,
        )
    )
    if output is not None:
        _say(message("importing.written", language, file=str(output)))
    if imported.lost:
        _say(message("importing.not_carried", language, count=len(imported.lost)))
        for lost in imported.lost:
            _say(f"  {_place(source, lost)}: {_sentence(lost, language)}")
    else:
        _say(message("importing.all_carried", language))
    _say(message("importing.next", language))


def _place(source: Path, lost: "Lost") -> str:
    at = source.name if lost.place.line is None else f"{source.name}:{lost.place.line}"
    return f"{at}: {lost.place.where}" if lost.place.where else at


def _sentence(lost: "Lost", language: str) -> str:
    return message(f"importing.lost_{lost.kind}", language, what=lost.what)


def _print_json(
    source: Path, identity: str, imported: "Imported", output: Path | None, language: str
) -> None:
    from salesdojo.cli.printing import out_json

    out_json(
        {
            "source": str(source),
            "id": identity,
            "output": None if output is None else str(output),
            "scenes": imported.scenes,
            "choices": imported.choices,
            "lost": [
                {
                    "kind": lost.kind,
                    "what": lost.what,
                    "where": lost.place.where,
                    "line": lost.place.line,
                    "message": _sentence(lost, language),
                }
                for lost in imported.lost
            ],
            "scenario": imported.yaml,
        }
    )


def _say(line: str) -> None:
    from salesdojo.content.visible import visible

    # Nobody can be told that the place for telling is lost.
    with suppress(OSError):
        sys.stderr.write(f"{visible(line)}\n")
