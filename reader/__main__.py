"""Start the window, or the command line when a command is given."""

import sys

from reader.cli.arguments import COMMANDS


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")):
        from reader.cli.commands import run

        return run(arguments)
    return open_window()


def open_window() -> int:
    # Qt takes a third of a second to load, and the command line does without it.
    from reader.app import run_window

    return run_window(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
