"""`salesdojo analyse`: best, worst and chance figures of a scenario, all exact."""

import argparse

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json
from salesdojo.cli.surroundings import surroundings
from salesdojo.i18n import message

EQUAL, UNEQUAL = 0, 1


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `analyse` takes."""
    parser.add_argument("scenario", metavar="ID", help=message("analyse.subject", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))
    parser.add_argument("--compare", metavar="OTHER", help=message("analyse.compare", language))


def run(wish: Arguments) -> int:
    """Print the figures; 1 where the scenario is not as hard as the one it is compared with."""
    from salesdojo.authoring.analysis import analyse
    from salesdojo.authoring.comparing import compared
    from salesdojo.cli.analysis_json import analysis_as_json, comparison_as_json
    from salesdojo.cli.analysis_words import analysis_in_words, comparison_in_words
    from salesdojo.cli.naming import named_scenario

    here = surroundings(wish)
    analysis = analyse(named_scenario(here, wish.scenario or ""))
    if wish.compare is None:
        if wish.json:
            out_json(analysis_as_json(analysis))
        else:
            out(analysis_in_words(analysis, here.language))
        return EQUAL
    comparison = compared(analysis, analyse(named_scenario(here, wish.compare)))
    if wish.json:
        out_json({**analysis_as_json(analysis), "comparison": comparison_as_json(comparison)})
    else:
        out(comparison_in_words(comparison, here.language))
    return EQUAL if comparison.equally_hard else UNEQUAL
