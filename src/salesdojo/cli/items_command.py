"""`salesdojo items`: which scenario teaches, and which option nobody takes."""

import argparse
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json
from salesdojo.cli.surroundings import surroundings
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.review.item_model import Items, Overview


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `items` takes."""
    parser.add_argument(
        "scenario", nargs="?", metavar="ID", help=message("items.option_scenario", language)
    )
    parser.add_argument(
        "--revision", metavar="REVISION", help=message("items.option_revision", language)
    )
    parser.add_argument("--csv", action="store_true", help=message("items.option_csv", language))
    parser.add_argument("--bom", action="store_true", help=message("items.option_bom", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Print the figures of a scenario, or of all."""
    from salesdojo.review.items import items, overview

    here = surroundings(wish)
    with here.open_records() as store:
        if wish.scenario is None:
            _put_overview(overview(store, here.library, here.cache), wish)
        else:
            found = items(store, here.library, here.cache, wish.scenario, wish.revision)
            _put_items(found, wish)
    return 0


def _put_overview(found: "Overview", wish: Arguments) -> None:
    if wish.csv or wish.bom:
        from salesdojo.cli.csv_printing import put_csv
        from salesdojo.review.item_rows import overview_rows

        put_csv(overview_rows(found, wish.language), bom=wish.bom)
    elif wish.json:
        from salesdojo.cli.items_json import overview_as_json

        out_json(overview_as_json(found))
    else:
        from salesdojo.cli.items_overview_words import overview_in_words

        out(overview_in_words(found, wish.language))


def _put_items(found: "Items", wish: Arguments) -> None:
    if wish.csv or wish.bom:
        from salesdojo.cli.csv_printing import put_csv
        from salesdojo.review.item_rows import choice_rows

        put_csv(choice_rows(found, wish.language), bom=wish.bom)
    elif wish.json:
        from salesdojo.cli.items_json import items_as_json

        out_json(items_as_json(found))
    else:
        from salesdojo.cli.items_words import items_in_words

        out(items_in_words(found, wish.language))
