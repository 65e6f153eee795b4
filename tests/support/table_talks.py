"""A talk with a negotiation table in it."""

from dataclasses import replace
from types import MappingProxyType

from salesdojo.content.condition import parse
from salesdojo.content.model import Bargaining, Branch, Scenario
from salesdojo.content.table import Ending, Interest, Measure, Option, Question, Reason, Table
from salesdojo.content.text import Text
from support.scenarios import choice, scenario
from support.tables import worked_example

LAPSE = Text.of(
    {"ja": "保守契約が3日で切れます。", "en": "Our support contract lapses on the 3rd."}
)
WHY = Text.of({"ja": "納期を急がれるのはなぜですか。", "en": "Why the hurry with delivery?"})
FASTEST = Option("pilot", 900, 3900, Text.of("pilot"), unlocked_by="pilot")


def bargained_table(**changes: object) -> Table:
    """The worked example, with two interests of which one opens an option."""
    table = worked_example(
        questions=(Question("why_delivery", WHY), Question("why_pilot", Text.of("A pilot?"))),
        interests=(
            Interest("lapse", "delivery", ("why_delivery",), 0, LAPSE, "fact:cash"),
            Interest("pilot", "delivery", ("why_pilot",), 40, Text.of("We could pilot.")),
        ),
        reasons=(Reason("migration", "price", ("lapse",), Text.of("Migration is ours.")),),
    )
    delivery = table.issues[1]
    issues = list(table.issues)
    issues[1] = replace(delivery, options=(*delivery.options, FASTEST))
    return replace(table, issues=tuple(issues), **changes)  # type: ignore[arg-type]


def table_talk(table: Table | None = None, worth: int = 30) -> Scenario:
    """Two lines, a table, and an end for each ending; a deal in a bad mood has its own."""
    plain = scenario(
        {
            "hello": {
                "choices": {
                    "warm": choice(points={"inquiry": 3}, effect={"trust": 10}),
                    "cold": choice(points={"inquiry": 0}, effect={"trust": -10}),
                },
            },
            "terms": {"goto": "signed"},
            "signed": {"end": "won"},
            "grudging": {"end": "won"},
            "polite": {"end": "stalled"},
            "gone": {"end": "lost"},
        },
        meters={"trust": 45},
        facts={"cash": "Cash is short"},
    )
    terms = replace(
        plain.scenes["terms"],
        goto=(),
        bargaining=Bargaining(
            table=table or bargained_table(),
            mood="trust",
            points=MappingProxyType(
                {
                    Measure.CLAIM: "value",
                    Measure.EFFICIENCY: "value",
                    Measure.RELATIONSHIP: "inquiry",
                    Measure.DISCOVERY: "inquiry",
                }
            ),
            worth=worth,
            lines=MappingProxyType({}),
            goto=MappingProxyType(
                {
                    Ending.DEAL: (Branch("grudging", parse("trust < 40")), Branch("signed")),
                    Ending.WALKED_AWAY: (Branch("polite"),),
                    Ending.THEY_LEFT: (Branch("gone"),),
                    Ending.NO_TIME: (Branch("polite"),),
                }
            ),
        ),
    )
    scenes = MappingProxyType({**plain.scenes, "terms": terms})
    return replace(plain, scenes=scenes, revision=f"{plain.revision}{hash((table, worth))}")
