"""`salesdojo analyse`: best, worst and chance figures of a scenario, all exact."""

import argparse

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json
from salesdojo.cli.surroundings import surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message

EQUAL, UNEQUAL = 0, 1


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `analyse` takes."""
    parser.add_argument("scenario", metavar="ID", help=message("analyse.subject", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))
    parser.add_argument("--compare", metavar="OTHER", help=message("analyse.compare", language))
    parser.add_argument("--remarks", action="store_true", help=message("remark.analyse", language))


def run(wish: Arguments) -> int:
    """Print the figures; 1 where the scenario is not as hard as the one it is compared with."""
    from salesdojo.authoring.analysis import analyse
    from salesdojo.authoring.comparing import compared
    from salesdojo.cli.analysis_json import analysis_as_json, comparison_as_json
    from salesdojo.cli.analysis_words import analysis_in_words, comparison_in_words
    from salesdojo.cli.naming import named_scenario

    if wish.remarks:
        return _remarks(wish)
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


def _remarks(wish: Arguments) -> int:
    """Print what trainees told of the scenario's lines; where nothing is kept, nobody did."""
    if wish.compare is not None:
        raise UsageError("US099")
    from salesdojo.cli.naming import named_scenario
    from salesdojo.cli.remark_words import remarks_as_json, remarks_in_words

    here = surroundings(wish)
    scenario = named_scenario(here, wish.scenario or "")
    heard = here.store.remarks.of_scenario(scenario.id) if here.has_records else ()
    if wish.json:
        out_json(remarks_as_json(heard))
    else:
        out(remarks_in_words(scenario, heard, here.language))
    return EQUAL
