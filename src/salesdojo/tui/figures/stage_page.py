"""What a stage of the funnel rests on: how the talks of each scenario ended."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from salesdojo.content.model import Outcome
from salesdojo.i18n import message
from salesdojo.records.history.outcomes import funnel
from salesdojo.tui.evidence_pages import EvidencePage
from salesdojo.tui.figures.funnel_lines import close_words, motion_name, share_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.content.catalogue import Entry, Motion, Stage
    from salesdojo.records.history.recent import Ends

_NUMBER: Final = 5


def stage_page(
    stage: "Stage",
    motion: "Motion | None",
    ends: "Sequence[Ends]",
    entries: "Sequence[Entry]",
    language: str,
) -> EvidencePage:
    """Return a line for each scenario of `stage` that `ends` tells of, in the pack's order."""
    counted: dict[str, Counter[Outcome]] = {}
    for one in ends:
        counted.setdefault(one.scenario, Counter())[one.outcome] += one.count
    here = [
        entry
        for entry in entries
        if entry.stage is stage
        and entry.kind != "drill"
        and entry.id in counted
        and motion in (None, entry.motion)
    ]

    def line(place: int) -> tuple[str, ...]:
        entry = here[place]
        numbers = (counted[entry.id][outcome] for outcome in Outcome)
        return entry.title.spoken(language), *(str(many) if many else "." for many in numbers)

    head = message("tui.home_column_scenario", language)
    outcomes = (message(f"overview.column_{outcome}", language) for outcome in Outcome)
    name = message(f"tui.home_stage_{stage}", language)
    return EvidencePage(
        title=message("overview.stage_title", language, stage=name),
        paragraphs=(_figures(here, ends, motion, language),),
        widths=(0, *(-_NUMBER for _ in Outcome)),
        head=(head, *outcomes),
        count=len(here),
        line=line,
    )


def _figures(
    here: "Sequence[Entry]", ends: "Sequence[Ends]", motion: "Motion | None", language: str
) -> str:
    listed = {entry.id for entry in here}
    whole = funnel([one for one in ends if one.scenario in listed], here).whole
    met = motion_name(motion, language)
    if not whole.talks:
        return message("overview.stage_nothing", language, motion=met)
    return message(
        "overview.stage_figures",
        language,
        motion=met,
        through=share_words(whole.through),
        close=close_words(whole, language),
    )
