"""A session played: one thing after the other, by the same road as `play`."""

from dataclasses import replace
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.practise_words import item_in_words, outcome_in_words, session_in_words
from salesdojo.cli.printing import out
from salesdojo.cli.surroundings import Surroundings
from salesdojo.i18n import message
from salesdojo.records.planning.practised import Moment, finished, moved

if TYPE_CHECKING:
    from salesdojo.records.mastery.known import Known
    from salesdojo.records.planning.plan import Plan


def practise(
    here: Surroundings, session: "Plan", known: "Known", wish: Arguments, *, on_screen: bool
) -> int:
    """Play `session`, then say what came of it; return the exit code.

    Args:
        here: places and person.
        session: not empty.
        known: what it was composed from.
        wish: what was typed.
        on_screen: on the full screen instead of line by line.
    """
    before = Moment(known, here.standings())
    if on_screen:
        from salesdojo.cli.dojo import practise_on_screen

        code, language = practise_on_screen(
            here, session, before, language_asked=wish.language_asked
        )
    else:
        code, language = _line_by_line(here, session, before, wish), here.language
    _sum_up(replace(here, language=language), session, before, wish)
    return code


def _line_by_line(here: Surroundings, session: "Plan", before: Moment, wish: Arguments) -> int:
    from salesdojo.cli.plain import play_plainly

    now = here.clock()
    out(session_in_words(session, now, here.language))
    for place, item in enumerate(session.items, start=1):
        name = item.entry.id
        out()
        out(item_in_words(place, session, item, now, here.language))
        out()
        code = play_plainly(here, name, replace(wish, scenario=name))
        standing = here.store.standings(here.person).get(name)
        if code or standing is None or standing.attempts <= before.finished(name):
            return code
    return 0


def _sum_up(here: Surroundings, session: "Plan", before: Moment, wish: Arguments) -> None:
    after = Moment(here.known(), here.standings())
    done = finished(session, before, after)
    told = moved(done, before, after)
    out()
    out(outcome_in_words(session, done, told, here.clock(), here.language))
    if len(done) < len(session.items):
        out(message("practise.rest", here.language, minutes=wish.minutes))
