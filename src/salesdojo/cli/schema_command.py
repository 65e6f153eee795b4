"""`salesdojo schema`: the JSON Schemas, for editors that complete and explain."""

import argparse
from pathlib import Path

from salesdojo import settings
from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json, say_error, table
from salesdojo.content.schemas import KINDS, schema, schema_file
from salesdojo.i18n import message


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `schema` takes."""
    said = message("scaffolding.schema_kind", language)
    parser.add_argument("kind", nargs="?", choices=KINDS, metavar="KIND", help=said)
    parser.add_argument(
        "--output", metavar="DIR", help=message("scaffolding.schema_output", language)
    )


def run(wish: Arguments) -> int:
    """Print a schema, list the kinds, or write the files for an editor."""
    if wish.output is not None:
        return _write(Path(wish.output), KINDS if wish.kind is None else (wish.kind,), wish)
    if wish.kind is not None:
        out_json(schema(wish.kind))
        return 0
    rows = [(kind, _in_language(schema(kind)["description"], wish.language)) for kind in KINDS]
    out(table(rows))
    return 0


def _write(folder: Path, kinds: tuple[str, ...], wish: Arguments) -> int:
    from salesdojo.authoring.scaffolding.begun import unwritable
    from salesdojo.content.writing import write_whole

    for kind in kinds:
        place = folder / schema_file(kind)
        try:
            write_whole(place, (settings.schemas_folder() / schema_file(kind)).read_bytes())
            place.chmod(0o644)
        except OSError as fault:
            raise unwritable(place, fault) from fault
        say_error(message("scaffolding.written", wish.language, place=str(place)))
    return 0


def _in_language(both: str, language: str) -> str:
    """Return the half in `language` of a description such as ``A rubric. / ルーブリック。``."""
    english, _, japanese = both.partition(" / ")
    return japanese if language == "ja" and japanese else english
