"""What was typed, read. Apart from the parser: without arguments nobody waits for argparse."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Arguments:
    """What was typed, with defaults; argparse fills it, so it has no slots."""

    language: str = "en"
    language_asked: bool = False
    """Asked for on this line, so that it wins over the one remembered."""
    overview: bool = False
    run: Callable[["Arguments"], int] | None = None
    db: str | None = None
    person: str | None = None
    team: str | None = None
    """The person's, where several have the name."""
    whom: str | None = None
    """Whom `people` is about."""
    yes: bool = False
    json: bool = False
    scenario: str | None = None
    journey: str | None = None
    plain: bool = False
    exam: bool = False
    fresh: bool = False
    watch: bool = False
    seed: int | None = None
    choose: str | None = None
    minutes: int = 0
    """How long a session may be."""
    plan: bool = False
    again: bool = False
    all: bool = False
    word: str | None = None
    action: str = "status"
    target: str | None = None
    rebuild: bool = False
    """Of figures: tell them anew."""
    shell: str = "bash"
    paths: list[str] = field(default_factory=list)
    """Files and folders to check."""
    format: str | None = None
    """How to print; None is the command's first."""
    select: str | None = None
    ignore: str | None = None
    explain: str | None = None
    cache: bool = True
    require_agreement: int | None = None
    """Percent."""
    write: str | None = None
    """The expert for whom an empty key is written."""
    compare: str | None = None
    before: int | None = None
    """A place in the order of finishing."""
    attempt: str | None = None
    other: str | None = None
    """What `attempt` is compared with."""
    exemplar: bool = False
    first: bool = False
    remarks: bool = False
    stage: str | None = None
    languages: str | None = None
    source: str | None = None
    """What a new scenario begins from (``--from``)."""
    pack: str | None = None
    output: str | None = None
    attempts: list[str] = field(default_factory=list)
    of_person: str | None = None
    """Whose attempts; `person` is who practises."""
    of_team: str | None = None
    """Whose attempts, by team; `team` is that of who practises."""
    verb: str = "list"
    """What `review` does."""
    turn: int | None = None
    criterion: str | None = None
    level: int | None = None
    words: str | None = None
    levels: str | None = None
    """Blind levels, as typed."""
    agreement: bool = False
    since: str | None = None
    until: str | None = None
    file: str | None = None
    """What an export is written to; the assignments that are read."""
    names: bool = False
    bom: bool = False
    """CSV with the mark by which Excel knows UTF-8."""
    html: str | None = None
    """What a report is written to."""
    replace: bool = False
    to: str | None = None
    """A learning record store's address."""
    xapi: str | None = None
    home: str | None = None
    rubric: str | None = None
    apply: bool = False
    kind: str | None = None
    what: str | None = None
    """What is assigned, or the id of an assignment."""
    to_people: list[str] = field(default_factory=list)
    """People to whom it is assigned."""
    to_teams: list[str] = field(default_factory=list)
    due: str | None = None
    minimum: int | None = None
    allowed: int | None = None
    """Attempts that count."""
    assignment: str | None = None
    """The id to set an assignment under."""
    prune: bool = False
    dry_run: bool = False
    csv: bool = False
    screen: bool = False
    revision: str | None = None
    """How a revision of a scenario begins."""
