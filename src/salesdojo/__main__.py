"""The door for `salesdojo` and `python -m salesdojo`."""

import gc
import sys


def main() -> int:
    """Run the command line; return the exit code."""
    from salesdojo.cli.running import run

    code = run(sys.argv[1:])
    # Python looks for garbage once more when it ends, through every module that was loaded:
    # a fifth of a second in which a command has said all it has to say.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
