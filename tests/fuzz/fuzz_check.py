"""Coverage-guided fuzzing of `check`: run by hand, as long as one likes.

    python -m venv VENV && VENV/bin/pip install atheris -e .
    VENV/bin/python tests/fuzz/fuzz_check.py [FOLDER] -max_total_time=300

FOLDER keeps what widens the coverage. The first byte of an input chooses the kind of
file; the rest is the file. What fails is kept by libFuzzer as ``crash-*``.
"""

import sys
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp

sys.path.insert(0, str(Path(__file__).parents[1]))

try:
    atheris = import_module("atheris")  # no package of ours needs it: it is installed by hand
except ImportError:
    sys.exit("atheris is not installed here: see the top of this file.")

with atheris.instrument_imports(include=["salesdojo", "yaml"]):
    from support.examining import KINDS, problems_of

from support.clean_pack import CUSTOMER, GLOSSARY, PACK, RUBRIC, SCENARIO


def one_input(content: bytes) -> None:
    """Examine one input."""
    if content:
        problems_of(KINDS[content[0] % len(KINDS)], content[1:])


def seeds() -> Path:
    """Write what to begin with: a clean file of each kind."""
    folder = Path(mkdtemp(prefix="salesdojo-seeds-"))
    for place, text in enumerate((SCENARIO, RUBRIC, CUSTOMER, GLOSSARY, PACK)):
        (folder / str(place)).write_bytes(bytes([place]) + text.encode())
    return folder


def main() -> None:
    """Fuzz until told to stop."""
    atheris.Setup([*sys.argv, str(seeds())], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
