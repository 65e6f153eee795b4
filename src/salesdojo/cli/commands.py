"""The table of commands: what root help shows, without argparse."""

from salesdojo.i18n import message

COMMANDS = (
    "play",
    "journey",
    "practise",
    "list",
    "terms",
    "progress",
    "history",
    "compare",
    "check",
    "analyse",
    "new",
    "preview",
    "graph",
    "keys",
    "items",
    "import",
    "schema",
    "team",
    "assign",
    "review",
    "people",
    "report",
    "export",
    "audit",
    "rescore",
    "db",
    "completion",
)
"""Command names; `salesdojo.cli.<name>_command` holds each."""


def overview(language: str) -> str:
    """Return root help in `language`."""
    rows = [f"  {name:<12}{message(f'cli.{name}_summary', language)}" for name in COMMANDS]
    return "\n".join(
        [
            message("cli.usage", language),
            "",
            message("cli.purpose", language),
            "",
            message("cli.commands", language),
            *rows,
            "",
            message("cli.options", language),
            "",
            message("cli.more", language),
            "",
        ]
    )
