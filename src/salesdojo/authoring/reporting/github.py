"""Problems as workflow commands of GitHub Actions, which shows them beside the lines.

The escapes are those of the runner: ``%``, CR and LF everywhere, ``:`` and ``,`` in
properties too.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from salesdojo.authoring.reporting.addresses import relative, utf8
from salesdojo.content.problem import Problem


def github_commands(problems: Sequence[Problem], language: str, base: PurePath) -> Iterator[str]:
    """Yield a command a problem; paths are seen from the folder `base`, the repository's."""
    for problem in problems:
        path = utf8(relative(problem.path, base).as_posix())
        properties = {
            "file": path,
            "line": str(problem.line),
            "col": str(problem.column),
            "title": problem.code,
        }
        shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        yield f"::{problem.severity.value} {shown}::{_escaped(problem.message(language))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
