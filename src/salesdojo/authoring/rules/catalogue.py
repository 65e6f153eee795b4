"""Every rule, in the order of the codes."""

from typing import Final

from salesdojo.authoring.rules import (
    conditions,
    drills,
    earning,
    golden,
    guessing,
    honorifics,
    journeys,
    placeholders,
    reaching,
    table_lines,
    tables,
    terms,
    translations,
    verdicts,
)
from salesdojo.authoring.rules.rule import Rule
from salesdojo.authoring.rules.talk import SolvedTalk, Talk
from salesdojo.authoring.rules.texts import Written
from salesdojo.authoring.rules.written_pack import WrittenPack

WRITTEN_RULES: Final[tuple[Rule[Written], ...]] = (
    Rule("SD501", translations.missing_translations),
    Rule("SD502", translations.lengths_far_apart),
    Rule("SD506", translations.signs_of_unsure_width),
    Rule("SD507", placeholders.texts_still_to_be_written),
)
"""Rules for a file of any kind that has its shape."""
PACK_RULES: Final[tuple[Rule[WrittenPack], ...]] = (
    Rule("SD415", journeys.facts_no_chapter_teaches),
    Rule("SD416", journeys.customers_of_other_companies),
    Rule("SD608", journeys.golden_journeys_that_part),
    Rule("SD609", journeys.golden_journeys_of_another_end),
)
"""Rules for ``pack.yaml``, decided over the chapters it names."""
TALK_RULES: Final[tuple[Rule[Talk], ...]] = (
    Rule("SD307", conditions.chances_of_nothing),
    Rule("SD311", drills.drills_without_a_clock),
    Rule("SD414", drills.drills_of_several_criteria),
    Rule("SD503", honorifics.honorific_slips),
    Rule("SD504", honorifics.your_company_by_medium),
    Rule("SD505", terms.terms_no_line_uses),
    Rule("SD812", tables.deals_that_are_none),
    Rule("SD813", tables.frontiers_of_few_packages),
    Rule("SD814", tables.options_no_good_deal_has),
    Rule("SD818", table_lines.lines_that_swallow),
)
"""Rules that read a scenario as it is written."""
SOLVED_TALK_RULES: Final[tuple[Rule[SolvedTalk], ...]] = (
    Rule("SD301", reaching.unreachable_scenes),
    Rule("SD302", reaching.dead_ends),
    Rule("SD303", reaching.loops_without_exit),
    Rule("SD304", conditions.conditions_that_never_hold),
    Rule("SD305", conditions.conditions_that_always_hold),
    Rule("SD306", reaching.choices_never_offered),
    Rule("SD308", conditions.last_entries_never_needed),
    Rule("SD310", drills.drills_of_another_length),
    Rule("SD401", earning.criteria_nobody_earns),
    Rule("SD402", verdicts.passes_nobody_reaches),
    Rule("SD403", verdicts.passes_nobody_misses),
    Rule("SD404", earning.unavoidable_breaches),
    Rule("SD405", verdicts.worse_outcomes_that_score_higher),
    Rule("SD406", verdicts.lost_deals_that_pass),
    Rule("SD407", guessing.answers_that_never_change),
    Rule("SD408", guessing.best_choices_that_are_longest),
    Rule("SD409", guessing.best_choices_that_are_first),
    Rule("SD410", verdicts.random_clickers_who_pass),
    Rule("SD411", earning.facts_nothing_releases),
    Rule("SD412", earning.weak_choices_without_a_reason),
    Rule("SD601", golden.golden_paths_that_part),
    Rule("SD602", golden.golden_paths_that_stop_early),
    Rule("SD603", golden.golden_paths_that_go_on),
    Rule("SD604", golden.golden_paths_with_another_end),
    Rule("SD605", golden.golden_paths_of_another_quality),
    Rule("SD606", golden.golden_paths_that_pass_otherwise),
    Rule("SD607", golden.scenarios_without_an_exemplar),
    Rule("SD815", tables.tables_that_teach_to_split),
    Rule("SD816", tables.customers_that_take_nothing),
)
"""Rules decided over every state that can be reached."""
