"""The door for `salesdojo` and `python -m salesdojo`."""

import sys


def main() -> int:
    """Run the command line; return the exit code."""
    from salesdojo.cli.running import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
