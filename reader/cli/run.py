"""Run one command of the command line, from its words to its exit code."""

import os
import sys

from reader.cli.arguments import parsed
from reader.errors import ReaderError


def run(words: list[str]) -> int:
    """Run a command and give its exit code: 0 all well, 1 something failed, 2 wrong usage."""
    _speak_utf8()
    asked = parsed(words)
    try:
        if asked.command == "add" and not asked.look:
            from reader.library.workers import expect_pages

            expect_pages(asked.paths)
        # Only now: what cleans pages loads beside what the commands need.
        from reader.cli.commands import carry_out

        code = carry_out(asked)
        sys.stdout.flush()  # here and not at the very end, where nobody could answer a fault
    except ReaderError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _speak_utf8() -> None:
    for stream, errors in (
        (sys.stdin, "replace"),
        # A file name that is not UTF-8 is still a name, and must not end the work.
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
