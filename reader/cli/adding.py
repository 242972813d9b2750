"""Bring pages and other programs' libraries in from a terminal."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.cli import records
from reader.cli.saying import say, short
from reader.clipping import Status
from reader.errors import ReaderError
from reader.library.keeping_up import KeepingUp
from reader.library.library import Library

INDEX_EVERY = 160  # clippings
_INPUT = Path("-")

_SUMS = {
    Status.ADDED: "added",
    Status.FILLED: "filled in",
    Status.VERSION: "other versions",
    Status.DUPLICATE: "here already",
    Status.PASSED_OVER: "passed over",
    Status.FAILED: "failed",
}


def add(library: Library, asked: argparse.Namespace) -> int:
    if asked.look:
        return _look(library, asked)
    many = Counter[Status]()
    with _as_files(asked.paths) as files, KeepingUp(library, INDEX_EVERY) as index:
        for outcome in library.add(files.values(), with_libraries=True):
            many[outcome.status] += 1
            told = outcome.reason or short(outcome.title)
            is_input = _INPUT in files and outcome.path == files[_INPUT]
            record = records.of_outcome(outcome) | ({"path": "-"} if is_input else {})
            say(asked, record, f"{outcome.status.value:9}  {told}")
            index.came()
    library.learn()
    library.update_index()
    if many.total() > 1 and not asked.json:
        sums = (f"{many[status]:,} {what}" for status, what in _SUMS.items() if many[status])
        print(", ".join(sums) + ".", file=sys.stderr)
    return int(many[Status.FAILED] > 0)


@contextmanager
def _as_files(paths: list[Path]) -> Iterator[dict[Path, Path]]:
    """What was named, by files that hold it."""
    if _INPUT not in paths:
        yield {path: path for path in paths}
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "standard input"
        file.write_bytes(_read_input())
        yield {path: file if path == _INPUT else path for path in paths}


def _read_input() -> bytes:
    from reader.pages.original import LARGEST_FILE

    content = sys.stdin.buffer.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise ReaderError(f"Standard input holds more than {LARGEST_FILE >> 20} MB.")
    return content


def _look(library: Library, asked: argparse.Namespace) -> int:
    found = library.look(asked.paths)
    for one in found:
        told = one.fault or f"{one.program}: {', '.join(records.counts_of(one))}"
        say(asked, records.of_recognised(one), "\n  ".join((f"{one.path}: {told}", *one.losses)))
    if not found and not asked.json:
        print("None of this is another program's library.", file=sys.stderr)
    return int(any(one.fault for one in found))
