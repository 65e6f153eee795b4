"""The door for `salesdojo` and `python -m salesdojo`.

`--version` and `--help` are answered before anything heavy is imported.
"""

import sys


def main() -> int:
    """Run the command line; return the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from salesdojo import __version__

        sys.stdout.write(f"salesdojo {__version__}\n")
        return 0
    if arguments in (["--help"], ["-h"], ["help"]):
        import os

        from salesdojo.cli.commands import overview
        from salesdojo.i18n import preferred_language

        sys.stdout.write(overview(preferred_language(os.environ)))
        return 0
    from salesdojo.cli.running import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
