"""Start the window, or the command line when a command is given."""

import re
import sys

INTERRUPTED = 130  # what shells expect of a program that Ctrl+C ended


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    arguments = _command_first(sys.argv[1:])
    # A bare word is a command, be it a known one or not; a file so named is written ./word.
    if arguments and re.fullmatch(r"[a-z]+|install-desktop|-h|--help|--version", arguments[0]):
        return run_command(arguments)
    return open_window()


def run_command(arguments: list[str]) -> int:
    try:
        from reader.cli.run import run

        return run(arguments)
    except KeyboardInterrupt:  # be it while something is loaded
        return INTERRUPTED


def open_window() -> int:
    # Qt takes a third of a second to load, and the command line does without it.
    from reader.app import run_window

    return run_window(sys.argv[1:])


def _command_first(arguments: list[str]) -> list[str]:
    """Take `--library DIR add …` as `add --library DIR …`."""
    if len(arguments) > 2 and arguments[0] == "--library":
        return [arguments[2], *arguments[:2], *arguments[3:]]
    return arguments


if __name__ == "__main__":
    sys.exit(main())
